//! The oracles, which `tests/rust/run_oracles.rs` calls too.

#[path = "../../tests/rust/oracles/mod.rs"]
mod oracles;

/// What libFuzzer found goes to the oracle of this name.
pub fn check(target: &str, input: &[u8]) {
    match oracles::ORACLES
        .into_iter()
        .find(|(name, _)| *name == target)
    {
        Some((_, oracle)) => oracle(input),
        None => panic!("there is no oracle `{target}`"),
    }
}
