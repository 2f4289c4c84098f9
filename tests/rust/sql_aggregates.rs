//! The aggregates of each engine: `tests/data/sql/aggregates/<datasource>.txt` lists them with
//! their sources, and the module has all of them in a compact table, `src/sql/aggregates.txt`,
//! which `UPDATE_EXPECT=1` regenerates from the lists. `xtask/sql/aggregates.py` updates the lists
//! from the engines.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use datamart_validator::internal::sql::{Dialect, analyze};
use datamart_validator::{DatasourceType, FunctionKind};

/// Engines list these as aggregates, but they need `OVER` or do nothing at all.
const OTHER: &str = "cume_dist dense_rank denserank lag laginframe lead leadinframe nth_value ntile percent_rank \
                     percentrank rank row_number nonnegativederivative nothing nothingnull nothinguint64 aggthrow";

/// Names that the module recognises without the table: by their ends, and in ClickHouse by their
/// beginnings.
fn is_known_by_name(name: &str, dialect: Dialect) -> bool {
    name.ends_with("agg") && !name.starts_with("list_")
        || dialect == Dialect::ClickHouse
            && (name.starts_with("quantile") || name.starts_with("median"))
}

/// The names of each dialect.
fn lists() -> Vec<(Dialect, BTreeSet<String>)> {
    let mut lists = Vec::new();
    for file in fs::read_dir("tests/data/sql/aggregates").unwrap() {
        let path = file.unwrap().path();
        let datasource = path.file_stem().unwrap().to_string_lossy().into_owned();
        let dialect = match datasource.as_str() {
            "generic" => Dialect::Generic,
            other => DatasourceType::from_name(other)
                .and_then(DatasourceType::dialect)
                .expect("a file named after a datasource"),
        };
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("# "),
            "{datasource}: where the names are from"
        );
        let names = text.lines().filter(|line| !line.starts_with('#'));
        let names = names.filter(|name| !OTHER.split(' ').any(|other| other == *name));
        lists.push((dialect, names.map(str::to_owned).collect()));
    }
    lists
}

fn table() -> String {
    let mut dialects: BTreeMap<String, u32> = BTreeMap::new();
    for (dialect, names) in lists() {
        for name in names {
            if !is_known_by_name(&name, dialect) {
                *dialects.entry(name).or_default() |= dialect as u32;
            }
        }
    }
    let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (name, set) in dialects {
        lines.entry(set).or_default().push(name);
    }
    let line = |(set, names): (u32, Vec<String>)| format!("{set:x} {}\n", names.join(" "));
    lines.into_iter().map(line).collect()
}

#[test]
fn the_table_is_made_from_the_lists() {
    let path = "src/sql/aggregates.txt";
    let table = table();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap_or_default(), table);
}

fn aggregates(name: &str, dialect: Dialect) -> bool {
    let sql = format!("{name}(x)");
    let found = analyze(&sql, dialect);
    assert!(
        found.is_valid(),
        "{sql} in {dialect:?}: {:?}",
        found.problems
    );
    found.functions.first().unwrap().kind == FunctionKind::Aggregate
}

#[test]
fn every_dialect_has_its_own_aggregates_and_no_others() {
    let lists = lists();
    let all: BTreeSet<&String> = lists.iter().flat_map(|(_, names)| names).collect();
    assert!(all.len() > 400, "{}", all.len());
    for (dialect, names) in &lists {
        // There `any(x)` needs a comparison before it and is not a call.
        let reserved = ["any", "some", "every"];
        for name in &all {
            if reserved.contains(&name.as_str()) && !names.contains(*name) {
                continue;
            }
            let expected = names.contains(*name) || is_known_by_name(name, *dialect);
            let combined = *dialect == Dialect::ClickHouse && !expected;
            assert!(
                aggregates(name, *dialect) == expected || combined,
                "{name} in {dialect:?}"
            );
        }
    }
}

#[test]
fn quoted_and_combined_names() {
    for (sql, dialect, expected) in [
        ("\"sum\"(a)", Dialect::Trino, true),
        ("`sum`(a)", Dialect::BigQuery, true),
        ("[sum](a)", Dialect::SqlServer, true),
        ("sumArrayIf(a, b)", Dialect::ClickHouse, true),
        (
            "quantilesTDigestWeightedIf(0.5)(a, b, c)",
            Dialect::ClickHouse,
            true,
        ),
        ("anyLastNullIf(a, b)", Dialect::ClickHouse, true),
        ("sumIf(a, b)", Dialect::MySql, false),
        ("BIT_AND(a, b)", Dialect::Snowflake, false),
        ("BIT_OR(a, b)", Dialect::Generic, false),
        ("BIT_OR(a)", Dialect::Postgres, true),
        ("SUM(BIT_OR(a, MAX(b)))", Dialect::Generic, true),
        ("list_string_agg(a)", Dialect::DuckDb, false),
        ("my_string_agg(a)", Dialect::Postgres, true),
        ("HLL_COUNT.EXTRACT(a)", Dialect::BigQuery, false),
        ("HLL_COUNT.MERGE(a)", Dialect::BigQuery, true),
        ("first_value(a)", Dialect::Postgres, false),
        ("first_value(a) IGNORE NULLS", Dialect::Databricks, true),
        ("histogram(a)", Dialect::Generic, false),
    ] {
        assert_eq!(
            analyze(sql, dialect).is_aggregate,
            expected,
            "{sql} in {dialect:?}"
        );
    }
}
