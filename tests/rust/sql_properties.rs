//! What holds for any text: no panic, spans that fit, the same result twice, a bounded stack.

use datamart_validator::internal::sql::{Analysis, Dialect, ProblemKind, analyze};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::oracles::sql::check_analysis;

const DIALECTS: [Dialect; 16] = [
    Dialect::Generic,
    Dialect::Postgres,
    Dialect::Redshift,
    Dialect::Cockroach,
    Dialect::MySql,
    Dialect::SingleStore,
    Dialect::SqlServer,
    Dialect::Snowflake,
    Dialect::BigQuery,
    Dialect::ClickHouse,
    Dialect::Databricks,
    Dialect::Trino,
    Dialect::Firebolt,
    Dialect::DuckDb,
    Dialect::OpenSearch,
    Dialect::Elasticsearch,
];

/// Parts that combine in odd ways.
const PIECES: &[&str] = &[
    "a",
    "orders.",
    "\"x\"",
    "`y`",
    "[z]",
    "'t'",
    "'",
    "\"",
    "`",
    "1",
    "1.5",
    ".5",
    "1e",
    "0x",
    "$",
    "$$",
    "$q$",
    "@",
    "#",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ".",
    ":",
    "::",
    "->",
    "=>",
    ":=",
    "=",
    "<",
    ">",
    "*",
    "/",
    "-",
    "--",
    "/*",
    "*/",
    "!",
    "?",
    "|",
    "&",
    "\\",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "AND",
    "NOT",
    "IN",
    "BETWEEN",
    "LIKE",
    "IS",
    "NULL",
    "CAST(",
    "AS",
    "INTERVAL",
    "DAY",
    "OVER",
    "(SELECT",
    "FROM",
    "WHERE",
    "ARRAY",
    "STRUCT<",
    "FILTER",
    "WITHIN GROUP",
    "ORDER BY",
    "DISTINCT",
    "COUNT(",
    "{{",
    "é",
    "😀",
    "e\u{301}",
    "\u{a0}",
    "’",
    "–",
    "\n",
    "\u{feff}",
    "名前",
    "\u{0}",
    "x ->",
];

/// The same cases on every machine and in every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn any_text() {
    runner(2_000)
        .run(&(any::<String>(), 0..DIALECTS.len()), |(sql, index)| {
            check_analysis(&sql, DIALECTS[index]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn any_sequence_of_pieces() {
    let pieces = prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..24);
    let text = pieces.prop_map(|pieces| {
        pieces
            .iter()
            .flat_map(|(index, spaced)| [PIECES[*index], if *spaced { " " } else { "" }])
            .collect::<String>()
    });
    runner(20_000)
        .run(&(text, 0..DIALECTS.len()), |(sql, index)| {
            check_analysis(&sql, DIALECTS[index]);
            Ok(())
        })
        .unwrap();
}

const UNITS: &[&str] = &[
    "lambda x: ",
    "= ANY - ",
    "LIKE(",
    "WITH(a AS ",
    "(",
    "CASE ",
    "CASE WHEN ",
    "a+",
    "'",
    "\"",
    "[",
    "NOT ",
    "- ",
    "a::",
    "/*",
    "f(",
    "x->",
    "{",
    "a,",
    "(a,",
    "`",
    "a.",
    "$a$",
    "INTERVAL ",
    "a BETWEEN ",
    "a ? ",
    "a:b",
    "SUM(",
    "(SELECT ",
    "x (",
    "STRUCT<",
    "é",
    "{{",
    "a IN (",
    ") ",
    "(x)->",
    "ARRAY<(",
    "a::x COLLATE ",
    "f() OVER ",
    "x->x+",
    "(a)->",
    "CAST(a AS ",
    "a AS b ",
    "DATE ",
    "WITHIN GROUP ",
    "EXISTS(",
];

#[test]
fn repetition_needs_only_a_small_stack() {
    // The stack size of WebAssembly; an unoptimised build needs more per level.
    let stack = if cfg!(debug_assertions) {
        2 << 20
    } else {
        512 << 10
    };
    let work = || {
        for unit in UNITS {
            for size in [2_000, 60_000] {
                let sql = unit.repeat(size / unit.len());
                for dialect in DIALECTS {
                    if size == 60_000 && !(dialect as usize).is_multiple_of(3) {
                        continue;
                    }
                    let found: Analysis<'_> = analyze(&sql, dialect);
                    assert!(found.problems.len() <= 200, "{unit:?}");
                }
            }
        }
    };
    std::thread::Builder::new()
        .stack_size(stack)
        .spawn(work)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn nesting_up_to_the_limit_is_fine_and_beyond_it_a_problem() {
    let nested =
        |open: &str, close: &str, levels: usize| open.repeat(levels) + "a" + &close.repeat(levels);
    for (open, close) in [
        ("(", ")"),
        ("f(", ")"),
        ("CASE WHEN a THEN ", " END"),
        ("CASE ", " WHEN 1 THEN 2 END"),
        ("NOT (", ")"),
        ("ABS(1, ", ")"),
    ] {
        for dialect in DIALECTS {
            assert!(
                analyze(&nested(open, close, 250), dialect).is_valid(),
                "{open} in {dialect:?}"
            );
            let deep = nested(open, close, 5_000);
            let found = analyze(&deep, dialect);
            assert_eq!(found.problems.len(), 1, "{open}");
            assert_eq!(found.problems[0].kind, ProblemKind::TooDeep);
        }
    }
    assert!(
        analyze(&nested("- NOT ", "", 20_000), Dialect::Postgres).is_valid(),
        "prefixes do not nest"
    );
    assert_eq!(
        analyze(&" ".repeat(300 * 1024), Dialect::Postgres).problems[0].kind,
        ProblemKind::TooLong
    );
}
