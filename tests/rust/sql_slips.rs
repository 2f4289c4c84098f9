//! Single mistakes planted into valid expressions (a token dropped, doubled or swapped, a comma
//! added) and judged by the engines: `tests/data/sql/slips/<dialect>.jsonl`, made by
//! `xtask/sql/slips.py`. Bounds how many of the invalid ones are not found, and how many of the
//! valid ones are refused.
//!
//! A mistake that an engine accepts is seldom what anybody writes: ClickHouse reads `f(a b)` as a
//! value and its alias, Spark reads `CASE WHEN WHEN a` as a column called `when`. So some of these
//! are refused, but no more than today.

use std::fs;

use datamart_validator::internal::sql::{Dialect, analyze};

/// The dialect, and how many valid mistakes are refused.
const DIALECTS: [(&str, Dialect, usize); 5] = [
    ("clickhouse", Dialect::ClickHouse, 12),
    ("databricks", Dialect::Databricks, 7),
    ("duckdb", Dialect::DuckDb, 3),
    ("mysql", Dialect::MySql, 0),
    ("postgres", Dialect::Postgres, 1),
];

#[test]
fn slips_are_detected() {
    for (name, dialect, most_refused) in DIALECTS {
        let text = fs::read_to_string(format!("tests/data/sql/slips/{name}.jsonl"));
        let (mut invalid, mut unnoticed, mut valid, mut refused) = (0, 0, 0, 0);
        for line in text.expect("a file for each dialect").lines().skip(1) {
            let slip: serde_json::Value = serde_json::from_str(line).unwrap();
            let sql = slip["sql"].as_str().unwrap();
            let accepted = analyze(sql, dialect).is_valid();
            if slip["verdict"] == "valid" {
                valid += 1;
                refused += usize::from(!accepted);
            } else {
                invalid += 1;
                unnoticed += usize::from(accepted);
            }
        }
        println!("{name}: {unnoticed} of {invalid} unnoticed, {refused} of {valid} refused");
        assert!(
            unnoticed * 1000 <= invalid * 15,
            "{name}: too many slips go unnoticed"
        );
        assert!(
            refused <= most_refused,
            "{name}: more valid expressions are refused"
        );
        assert!(invalid > 800 && valid > 80, "{name}: too few slips");
    }
}
