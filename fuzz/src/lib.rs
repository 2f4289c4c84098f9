//! The oracles, shared with `tests/rust/run_oracles.rs`.

#[path = "../../tests/rust/oracles/mod.rs"]
mod oracles;

/// Passes libFuzzer's input to the oracle of this name.
pub fn check(target: &str, input: &[u8]) {
    match oracles::ORACLES
        .into_iter()
        .find(|(name, _)| *name == target)
    {
        Some((_, oracle)) => oracle(input),
        None => panic!("there is no oracle `{target}`"),
    }
}
