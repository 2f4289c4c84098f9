//! The labelled samples of `tests/data/sql/samples/*.jsonl`: how often the parser and the engines
//! disagree.
//!
//! A sample is a line `{"dialect", "sql", "verdict", "columns"?, "aggregate"?}`.
//! `SQL_SAMPLES=folder` reads another folder, `SQL_SHOW=1` prints every disagreement.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use datamart_validator::DatasourceType;
use datamart_validator::internal::sql::{Analysis, ColumnRef, Dialect, analyze};

#[derive(Default)]
struct Counts {
    valid: u32,
    false_rejects: u32,
    invalid: u32,
    false_accepts: u32,
    columns: u32,
    other_columns: u32,
    aggregates: u32,
    other_aggregates: u32,
}

fn dialect(name: &str) -> Dialect {
    match name {
        "sqlserver" => Dialect::SqlServer,
        "duckdb" => Dialect::DuckDb,
        "sqlite" => Dialect::Generic,
        other => DatasourceType::from_name(other)
            .and_then(DatasourceType::dialect)
            .expect("a known dialect"),
    }
}

/// Names of columns without their tables; for fields, the column that they belong to.
fn columns(
    sql: &str,
    dialect: Dialect,
    found: &Analysis<'_>,
    expected: &[String],
) -> (Vec<String>, Vec<String>) {
    let lower = |names: &mut dyn Iterator<Item = String>| {
        let mut names: Vec<String> = names.map(|name| name.to_lowercase()).collect();
        names.sort();
        names.dedup();
        names
    };
    // As for any caller, the tables of the samples are known: any other qualifier is itself a
    // column.
    let base = |column: &ColumnRef<'_>| {
        let parts = column.parts(sql, dialect);
        let table = parts
            .iter()
            .rposition(|(part, _)| ["orders", "customers"].contains(&part.to_lowercase().as_str()));
        parts
            .get(table.map_or(0, |index| index + 1))
            .map(|(part, _)| part.to_string())
    };
    let ours = lower(&mut found.columns.iter().filter_map(base));
    let theirs = lower(&mut expected.iter().cloned());
    (ours, theirs)
}

#[test]
fn samples() {
    let folder = env::var_os("SQL_SAMPLES");
    judge(&folder.map_or_else(|| "tests/data/sql/samples".into(), PathBuf::from));
}

fn judge(folder: &Path) {
    let show = env::var_os("SQL_SHOW").is_some();
    let mut all: BTreeMap<String, Counts> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path
            .extension()
            .is_none_or(|extension| extension != "jsonl")
        {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            let sample: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| sample[key].as_str().unwrap_or_default().to_owned();
            let (name, sql) = (text("dialect"), text("sql"));
            let counts = all.entry(name.clone()).or_default();
            let found = analyze(&sql, dialect(&name));
            let why = || format!("{name} {} {}: {sql:?}", text("basis"), text("kind"));
            if text("verdict") == "invalid" {
                counts.invalid += 1;
                if found.is_valid() {
                    counts.false_accepts += 1;
                    if show {
                        println!("FALSE ACCEPT {}", why());
                    }
                }
                continue;
            }
            counts.valid += 1;
            if !found.is_valid() {
                counts.false_rejects += 1;
                if show {
                    println!("FALSE REJECT {} {:?}", why(), found.problems);
                }
                continue;
            }
            if let Some(expected) = sample["columns"].as_array() {
                let expected: Vec<String> = expected
                    .iter()
                    .map(|name| name.as_str().unwrap().to_owned())
                    .collect();
                let (ours, theirs) = columns(&sql, dialect(&name), &found, &expected);
                counts.columns += 1;
                if ours != theirs {
                    counts.other_columns += 1;
                    if show {
                        println!("COLUMNS {} ours {ours:?} theirs {theirs:?}", why());
                    }
                }
            }
            if let Some(expected) = sample["aggregate"].as_bool() {
                counts.aggregates += 1;
                if found.is_aggregate != expected {
                    counts.other_aggregates += 1;
                    if show {
                        println!("AGGREGATE {} theirs {expected}", why());
                    }
                }
            }
        }
    }
    let mut total = Counts::default();
    println!(
        "dialect       valid  false rejects  invalid  false accepts  columns differ  aggregate differs"
    );
    for (name, counts) in &all {
        total.valid += counts.valid;
        total.false_rejects += counts.false_rejects;
        total.invalid += counts.invalid;
        total.false_accepts += counts.false_accepts;
        total.columns += counts.columns;
        total.other_columns += counts.other_columns;
        total.aggregates += counts.aggregates;
        total.other_aggregates += counts.other_aggregates;
        print_line(name, counts);
    }
    print_line("all", &total);
    let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
    assert!(
        share(total.false_rejects, total.valid) <= 0.002,
        "too many valid expressions are refused"
    );
    assert!(
        share(total.false_accepts, total.invalid) <= 0.05,
        "too many invalid expressions are accepted"
    );
    assert!(
        share(total.other_columns, total.columns) <= 0.03,
        "columns disagree"
    );
    assert!(
        share(total.other_aggregates, total.aggregates) <= 0.03,
        "aggregates disagree"
    );
}

fn print_line(name: &str, counts: &Counts) {
    println!(
        "{name:12} {:6} {:14} {:8} {:14} {:9}/{:5} {:11}/{:5}",
        counts.valid,
        counts.false_rejects,
        counts.invalid,
        counts.false_accepts,
        counts.other_columns,
        counts.columns,
        counts.other_aggregates,
        counts.aggregates
    );
}
