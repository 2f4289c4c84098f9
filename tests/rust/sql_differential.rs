//! Random expressions through our parser and `sqlparser`: every difference must be explained in
//! `tests/data/sql/differences.txt`, and every explanation must still be needed.
//!
//! The generator is seeded, so the cases are the same everywhere. `SQL_SHOW=1` prints each
//! difference that no line explains; without it, the first few fail the test.

use std::collections::BTreeMap;
use std::{env, fs};

use datamart_validator::internal::sql::{Dialect, analyze};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use sqlparser::dialect as theirs;
use sqlparser::parser::Parser;
use sqlparser::tokenizer::Token;

/// Name, our dialect, theirs, and values that only this dialect has.
type Subject = (
    &'static str,
    Dialect,
    Box<dyn theirs::Dialect>,
    &'static [&'static str],
);

#[expect(clippy::too_many_lines, reason = "a table")]
fn subjects() -> Vec<Subject> {
    vec![
        (
            "postgres",
            Dialect::Postgres,
            Box::new(theirs::PostgreSqlDialect {}),
            &[
                "a :: numeric ( 10 , 2 )",
                "tags ->> 'k'",
                "ARRAY [ a , 1 ]",
                "E'x'",
                "a ISNULL",
                "( a ) [ 1 ]",
                "a AT TIME ZONE 'UTC'",
                "INTERVAL '1 day'",
            ],
        ),
        (
            "mysql",
            Dialect::MySql,
            Box::new(theirs::MySqlDialect {}),
            &[
                "a DIV 2",
                "a + INTERVAL 1 DAY",
                "`Order Date`",
                "\"text\"",
                "a <=> b",
                "CONVERT ( a USING utf8mb4 )",
                "GROUP_CONCAT ( a SEPARATOR ',' )",
                "NOT a REGEXP 'x'",
            ],
        ),
        (
            "mssql",
            Dialect::SqlServer,
            Box::new(theirs::MsSqlDialect {}),
            &[
                "[Order Date]",
                "N'x'",
                "TRY_CONVERT ( int , a )",
                "DATEADD ( day , 1 , a )",
                "@v",
                "a % 2",
                "IIF ( a > 1 , 2 , 3 )",
            ],
        ),
        (
            "snowflake",
            Dialect::Snowflake,
            Box::new(theirs::SnowflakeDialect {}),
            &[
                "tags :a.b",
                "{ 'a' : 1 }",
                "[ 1 , a ]",
                "a :: int",
                "a LIKE ANY ( 'x' , 'y' )",
                "LAG ( a IGNORE NULLS ) OVER ( ORDER BY b )",
                "f ( x -> x + 1 )",
            ],
        ),
        (
            "bigquery",
            Dialect::BigQuery,
            Box::new(theirs::BigQueryDialect {}),
            &[
                "`Order Date`",
                "tags [ OFFSET ( 0 ) ]",
                "STRUCT ( 1 AS a )",
                "a IN UNNEST ( tags )",
                "INTERVAL 1 DAY",
                "SAFE_CAST ( a AS INT64 )",
                "r'x'",
            ],
        ),
        (
            "clickhouse",
            Dialect::ClickHouse,
            Box::new(theirs::ClickHouseDialect {}),
            &[
                "f ( x -> x + 1 )",
                "quantile ( 0.5 ) ( a )",
                "[ 1 , 2 ]",
                "a :: Nullable ( Int64 )",
                "a ? 1 : 2",
                "toDate ( a ) == b",
            ],
        ),
        (
            "databricks",
            Dialect::Databricks,
            Box::new(theirs::DatabricksDialect {}),
            &[
                "tags :a.b",
                "f ( x -> x + 1 )",
                "a DIV 2",
                "a <=> b",
                "a RLIKE 'x'",
                "`Order Date`",
                "INTERVAL 1 DAY",
            ],
        ),
        (
            "csv",
            Dialect::DuckDb,
            Box::new(theirs::DuckDbDialect {}),
            &[
                "[ 1 , a ]",
                "{ 'a' : 1 }",
                "a :: int",
                "f ( x -> x + 1 )",
                "INTERVAL 1 DAY",
                "a // 2",
            ],
        ),
    ]
}

/// Tokens separated by single spaces, so that a mutation can distinguish them.
fn expression(own: &'static [&'static str]) -> impl Strategy<Value = String> {
    let common = &[
        "a",
        "orders.amount",
        "1",
        "1.5",
        "'it''s'",
        "NULL",
        "CURRENT_DATE",
        "COUNT ( * )",
        "\"Q\"",
        "date",
        "DATE '2024-01-01'",
        "( SELECT MAX ( a ) FROM t )",
        "EXISTS ( SELECT 1 FROM t WHERE t.id = a )",
        "CAST ( a AS int )",
        "EXTRACT ( YEAR FROM a )",
        "SUM ( a ) OVER ( PARTITION BY b ORDER BY c DESC )",
        "TRIM ( BOTH 'x' FROM a )",
    ];
    let leaf = (0..common.len() + 2 * own.len()).prop_map(move |index| {
        common
            .get(index)
            .copied()
            .unwrap_or_else(|| own[(index - common.len()) % own.len()])
            .to_owned()
    });
    leaf.prop_recursive(4, 24, 3, |inner| {
        let one = (inner.clone(), 0..8_usize).prop_map(|(x, form)| match form {
            0 => format!("( {x} )"),
            1 => format!("NOT ( {x} )"),
            2 => format!("- ( {x} )"),
            3 => format!("( {x} ) IS NOT NULL"),
            4 => format!("SUM ( DISTINCT {x} )"),
            5 => format!("CASE WHEN {x} THEN 1 ELSE b END"),
            6 => format!("CAST ( {x} AS varchar ( 20 ) )"),
            _ => format!("( {x} ) LIKE 'x%'"),
        });
        let two = (inner.clone(), inner.clone(), 0..8_usize).prop_map(|(x, y, form)| match form {
            0 => format!("( {x} ) + ( {y} )"),
            1 => format!("( {x} ) = ( {y} )"),
            2 => format!("( {x} ) AND ( {y} )"),
            3 => format!("( {x} ) NOT IN ( {y} , 1 )"),
            4 => format!("f ( {x} , {y} )"),
            5 => format!("CASE {x} WHEN {y} THEN 1 END"),
            6 => format!("( {x} ) BETWEEN 1 AND ( {y} )"),
            _ => format!("( {x} ) || ( {y} )"),
        });
        prop_oneof![one, two]
    })
}

/// No change, or one typing mistake.
fn mutated(sql: &str, form: usize, place: usize) -> String {
    let mut tokens: Vec<&str> = sql.split(' ').collect();
    let at = place % tokens.len();
    match form {
        0 => {
            tokens.remove(at);
        }
        1 => tokens.insert(at, tokens[at]),
        2 => tokens.insert(at, ")"),
        3 => tokens.insert(at, ","),
        4 => tokens.truncate(at),
        5 => tokens.push("b"),
        6 => tokens.insert(at, "("),
        _ => {}
    }
    tokens.join(" ")
}

fn they_accept(sql: &str, dialect: &dyn theirs::Dialect) -> bool {
    // As a whole, and in a position where only an expression is allowed.
    let wrapped = format!("CASE WHEN 1 = 1 THEN {sql} ELSE NULL END");
    [sql, &wrapped].into_iter().all(|sql| {
        let Ok(mut parser) = Parser::new(dialect).try_with_sql(sql) else {
            return false;
        };
        parser.parse_expr().is_ok() && parser.peek_token() == Token::EOF
    })
}

/// One line of the list: dialect, who accepts, a part of the expression, who is right and why.
struct Known {
    dialect: String,
    acceptor: String,
    part: String,
    used: u32,
}

impl Known {
    fn explains(&self, bare: &str) -> bool {
        let part = self.part.replace(' ', "");
        part.strip_prefix('=')
            .map_or_else(|| bare.contains(&part), |whole| bare == whole)
    }
}

#[test]
fn differences_are_explained() {
    let text = fs::read_to_string("tests/data/sql/differences.txt").unwrap_or_default();
    let mut list: Vec<Known> = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(
                fields.len(),
                5,
                "five fields with tabs between them: {line}"
            );
            assert!(
                ["us", "them", "neither"].contains(&fields[3]),
                "who is right: {line}"
            );
            Known {
                dialect: fields[0].into(),
                acceptor: fields[1].into(),
                part: fields[2].into(),
                used: 0,
            }
        })
        .collect();
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[42; 32]));
    let mut unexplained: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut cases, mut differences) = (0, 0);
    for (name, ours, dialect, own) in subjects() {
        let strategy = (expression(own), 0..14_usize, any::<usize>());
        for _ in 0..1_000 {
            let (sql, form, place) = strategy.new_tree(&mut runner).unwrap().current();
            let sql = mutated(&sql, form, place);
            cases += 1;
            let we = analyze(&sql, ours).is_valid();
            if sql.trim().is_empty() || we == they_accept(&sql, &*dialect) {
                continue;
            }
            differences += 1;
            let acceptor = if we { "us" } else { "them" };
            // Compared without spaces, because mutations move them.
            let bare = sql.replace(' ', "");
            let known = list.iter_mut().find(|known| {
                (known.dialect == "*" || known.dialect == name)
                    && known.acceptor == acceptor
                    && known.explains(&bare)
            });
            match known {
                Some(known) => known.used += 1,
                None => unexplained
                    .entry(format!("{name}\t{acceptor}"))
                    .or_default()
                    .push(sql),
            }
        }
    }
    println!("{cases} expressions, {differences} differences");
    let show = env::var_os("SQL_SHOW").is_some();
    for (kind, mut expressions) in unexplained.clone() {
        expressions.sort_by_key(String::len);
        println!("{kind}: {}", expressions.len());
        for sql in expressions.iter().take(if show { 40 } else { 5 }) {
            println!("    {sql}");
        }
    }
    assert!(
        unexplained.is_empty(),
        "differences that differences.txt does not explain"
    );
    let unneeded: Vec<String> = list
        .iter()
        .filter(|known| known.used == 0)
        .map(|known| format!("{} {} {}", known.dialect, known.acceptor, known.part))
        .collect();
    assert!(
        unneeded.is_empty(),
        "no longer needed:\n{}",
        unneeded.join("\n")
    );
}
