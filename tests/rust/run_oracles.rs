//! The oracles of `fuzz/`, on every seed and on a few thousand inputs generated from the words of
//! its dictionaries.

use std::fs;
use std::path::{Path, PathBuf};

use crate::oracles::ORACLES;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The seeds of a target.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = fuzz().join("seeds").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// The words of a libFuzzer dictionary: `"…"` on each line, with `\\`, `\"` and `\xAB`.
fn words(target: &str) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(fuzz().join(format!("dictionaries/{target}.dict"))).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| unquoted(line).unwrap_or_else(|| panic!("{target}.dict: {line}")))
        .collect()
}

fn unquoted(line: &str) -> Option<Vec<u8>> {
    let mut rest = line.strip_prefix('"')?.strip_suffix('"')?.bytes();
    let mut word = Vec::new();
    while let Some(byte) = rest.next() {
        word.push(match byte {
            b'\\' => match rest.next()? {
                b'x' => {
                    let digits = [rest.next()?, rest.next()?];
                    u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
                }
                quoted => quoted,
            },
            plain => plain,
        });
    }
    Some(word)
}

/// Seeds with parts exchanged, words of the dictionary in any order, and any bytes.
fn inputs(target: &str) -> BoxedStrategy<Vec<u8>> {
    let word = select(words(target));
    let piece = prop_oneof![6 => word.clone(), 1 => vec(any::<u8>(), 0..4)];
    let changed = (select(seeds(target)), any::<(u16, u8)>(), piece.clone()).prop_map(
        |(mut seed, (place, cut), piece)| {
            let start = usize::from(place) % (seed.len() + 1);
            let end = (start + usize::from(cut % 6)).min(seed.len());
            seed.splice(start..end, piece);
            seed
        },
    );
    prop_oneof![
        2 => changed,
        2 => (any::<u8>(), vec(piece, 0..16)).prop_map(|(first, pieces)| {
            let mut input = vec![first];
            input.extend(pieces.concat());
            input
        }),
        1 => vec(any::<u8>(), 0..160),
    ]
    .boxed()
}

fn hold(target: &str, cases: u32) {
    let (_, oracle) = ORACLES
        .into_iter()
        .find(|(name, _)| *name == target)
        .unwrap();
    for seed in seeds(target) {
        oracle(&seed);
    }
    // The same inputs on every machine and in every run; randomness is left to fuzzing.
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]));
    let outcome = runner.run(&inputs(target), |input| {
        oracle(&input);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

macro_rules! targets {
    ($($(#[$attribute:meta])* $target:ident: $cases:literal,)+) => {
        $(#[test]
        $(#[$attribute])*
        fn $target() {
            hold(stringify!($target), $cases);
        })+

        #[test]
        fn every_oracle_is_called_here_and_by_a_fuzz_target() {
            let names = ORACLES.map(|(name, _)| name);
            assert_eq!(names, [$(stringify!($target)),+]);
            for name in names {
                let target = fs::read_to_string(fuzz().join(format!("fuzz_targets/{name}.rs"))).unwrap();
                assert!(target.contains(&format!("\"{name}\"")), "{name}");
            }
        }
    };
}

targets! {
    base_url: 4_000,
    datamart: 2_000,
    json: 6_000,
    options: 2_000,
    sql: 6_000,
    sql_variants: 4_000,
    tape: 4_000,
}
