//! Words of the grammar as names: what the engines accept, asked by `xtask/sql/keywords.py`.
//!
//! Refusing what an engine accepts is the worst mistake, so hardly any of that is left: words that
//! nobody gives to a column. How much is accepted that an engine refuses is bounded, too; in most
//! dialects a reserved word is left to the engine. `SQL_SHOW=1` prints every disagreement.

use std::collections::BTreeMap;
use std::{env, fs};

use datamart_validator::DatasourceType;
use datamart_validator::internal::sql::analyze;

/// The folder, how many of the texts are refused although the engine accepts them, and how many are
/// accepted although the engine refuses them.
const FOLDERS: [(&str, usize, usize); 6] = [
    ("bigquery", 15, 2026),
    ("clickhouse", 11, 29),
    ("csv", 2, 476),
    ("databricks", 18, 0),
    ("mysql", 17, 1171),
    ("postgres", 1, 222),
];

fn with_word(shape: &str, word: &str) -> String {
    let parts: Vec<&str> = shape
        .split_inclusive(|character: char| !character.is_alphanumeric())
        .collect();
    let put = |part: &str| {
        part.strip_prefix('k')
            .filter(|rest| !rest.starts_with(char::is_alphanumeric))
            .map_or_else(|| part.to_owned(), |rest| format!("{word}{rest}"))
    };
    parts.into_iter().map(put).collect()
}

#[test]
fn keywords_as_names() {
    let show = env::var_os("SQL_SHOW").is_some();
    let shapes = fs::read_to_string("tests/data/sql/keyword_shapes.txt").unwrap();
    let shapes: Vec<&str> = shapes.lines().collect();
    let mut failures = Vec::new();
    for (folder, most_refused, most_accepted) in FOLDERS {
        let text = fs::read_to_string(format!("tests/data/sql/{folder}/keywords.txt")).unwrap();
        let dialect = DatasourceType::from_name(folder)
            .and_then(DatasourceType::dialect)
            .expect("a folder named after a datasource");
        let (mut refused, mut accepted, mut count) = (0, 0, 0);
        let mut by_shape: BTreeMap<(bool, &str), Vec<&str>> = BTreeMap::new();
        for line in text.lines().skip(1) {
            let (word, verdicts) = line.split_once(' ').unwrap();
            assert_eq!(verdicts.len(), shapes.len(), "{folder}: {word}");
            for (shape, verdict) in shapes.iter().zip(verdicts.chars()) {
                let theirs = verdict == '1';
                let sql = with_word(shape, word);
                if verdict == '?' || analyze(&sql, dialect).is_valid() == theirs {
                    count += 1;
                    continue;
                }
                *(if theirs { &mut refused } else { &mut accepted }) += 1;
                by_shape.entry((theirs, shape)).or_default().push(word);
            }
        }
        println!("{folder}: {count} agree, {refused} refused, {accepted} accepted");
        if show {
            for ((theirs, shape), words) in by_shape {
                let what = if theirs { "REFUSED" } else { "ACCEPTED" };
                println!("    {what} {shape}: {}", words.join(" "));
            }
        }
        assert!(count > 18_000, "{folder}: too few verdicts");
        if refused > most_refused || accepted > most_accepted {
            failures.push(folder);
        }
    }
    assert!(failures.is_empty(), "{failures:?}");
}
