//! Single mistakes planted into valid SQL by `xtask/sql/slips.py` and judged by the engines' own
//! parsers; the first line of each file names the engine and its version. Bounds how many of the
//! mistakes are not found, and how many of those that are none are refused.
//!
//! A mistake that an engine accepts is seldom what anybody writes: Spark reads `CASE WHEN WHEN a` as
//! a column called `when`. So some of these are refused, but no more than today.
//!
//! Rules were written with these files in view. For figures that say more, make fresh ones:
//! `python3 xtask/sql/slips.py FOLDER 2`, then `SQL_SLIPS=FOLDER SQL_SHOW=1 cargo test sql_slips`,
//! which prints what is missed or refused and checks no bounds.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use datamart_validator::internal::sql::{Dialect, analyze};

/// The dialect, and for expressions and then for subqueries: how many slips are not noticed, and
/// how many valid ones are refused.
const DIALECTS: [(&str, Dialect, [usize; 2], [usize; 2]); 7] = [
    ("bigquery", Dialect::BigQuery, [3, 1], [2, 0]),
    ("clickhouse", Dialect::ClickHouse, [8, 11], [3, 17]),
    ("databricks", Dialect::Databricks, [8, 6], [2, 17]),
    ("duckdb", Dialect::DuckDb, [9, 3], [2, 0]),
    ("mysql", Dialect::MySql, [7, 0], [3, 1]),
    ("postgres", Dialect::Postgres, [7, 0], [1, 0]),
    ("sqlserver", Dialect::SqlServer, [6, 1], [3, 0]),
];

/// A text, and whether the engine accepts it.
type Slip = (String, bool);

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn expressions(folder: &Path, name: &str) -> Vec<Slip> {
    let text = read(&folder.join(format!("{name}.jsonl")));
    let slip = |line: &str| {
        let slip: serde_json::Value = serde_json::from_str(line).unwrap();
        let sql = slip["sql"].as_str().unwrap().to_owned();
        (sql, slip["verdict"] == "valid")
    };
    text.lines().skip(1).map(slip).collect()
}

/// Each line changes a part of one of the queries.
fn subqueries(folder: &Path, name: &str) -> Vec<Slip> {
    let queries = read(Path::new("tests/data/sql/slips/subqueries.txt"));
    let queries: Vec<&str> = queries.lines().collect();
    let text = read(&folder.join(format!("subqueries/{name}.txt")));
    let slip = |line: &str| {
        let fields: Vec<&str> = line.splitn(5, '\t').collect();
        let [query, start, length, accepted, put] = fields.try_into().unwrap();
        let mut sql = queries[query.parse::<usize>().unwrap()].to_owned();
        let start: usize = start.parse().unwrap();
        let end = start + length.parse::<usize>().unwrap();
        sql.replace_range(start..end, put);
        (sql, accepted == "1")
    };
    text.lines().skip(1).map(slip).collect()
}

/// How many slips are not noticed and how many valid ones are refused, of how many each.
fn count(name: &str, dialect: Dialect, slips: &[Slip]) -> [(usize, usize); 2] {
    let show = env::var_os("SQL_SHOW").is_some();
    let (mut unnoticed, mut refused) = ((0, 0), (0, 0));
    for (sql, is_valid) in slips {
        let wrong = analyze(sql, dialect).is_valid() != *is_valid;
        let counts = if *is_valid {
            &mut refused
        } else {
            &mut unnoticed
        };
        *counts = (counts.0 + usize::from(wrong), counts.1 + 1);
        if wrong && show {
            let verdict = if *is_valid { "refused" } else { "unnoticed" };
            println!("{name}: {verdict}: {sql}");
        }
    }
    [unnoticed, refused]
}

#[test]
fn slips_are_detected() {
    let other = env::var_os("SQL_SLIPS").map(PathBuf::from);
    let folder = other
        .as_deref()
        .unwrap_or(Path::new("tests/data/sql/slips"));
    for (name, dialect, for_expressions, for_subqueries) in DIALECTS {
        for (what, slips, most) in [
            ("expressions", expressions(folder, name), for_expressions),
            ("subqueries", subqueries(folder, name), for_subqueries),
        ] {
            let [unnoticed, refused] = count(name, dialect, &slips);
            println!(
                "{name}, {what}: {} of {} unnoticed, {} of {} refused",
                unnoticed.0, unnoticed.1, refused.0, refused.1
            );
            if other.is_none() {
                let [most_unnoticed, most_refused] = most;
                assert!(unnoticed.0 <= most_unnoticed, "{name}: {what} unnoticed");
                assert!(refused.0 <= most_refused, "{name}: {what} refused");
                assert!(unnoticed.1 > 300 && refused.1 > 15, "{name}: too few slips");
            }
        }
    }
}
