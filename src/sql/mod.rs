//! SQL expressions of custom columns: whether a text is one expression in the datasource's dialect,
//! where it is not, and what it refers to.
//!
//! The parser is our own because existing parsers are made for whole statements. They refuse valid
//! expressions (2 % of a labelled sample, 5 % for ClickHouse, everything nested fifty deep) and are
//! ten times the size of this module, which every browser downloads. This one is made for a single
//! expression and is tolerant by design: words are names unless the grammar needs them, function
//! and type names are open, subqueries stay closed, and what is unknown but balanced is at most a
//! warning. The worst mistake here is to refuse what the engine accepts.
//!
//! The stages, each of which depends only on the one before:
//!
//! 1. `lexer`: text to tokens. Handles quoting, comments, numbers and operators, and matches
//!    brackets.
//! 2. `parser`: tokens to problems. Holds the grammar of expressions.
//! 3. `analysis`: collects what the parser meets: columns, functions, aggregates.
//!
//! Dialects differ only in the sets of `dialect`.

mod analysis;
mod dialect;
mod functions;
mod keyword;
mod lexer;
mod meter;
mod parser;
mod problem;
mod references;
mod token;

pub use dialect::Dialect;
pub use problem::{Problem, ProblemKind, Severity};
pub(crate) use references::FunctionCall;
use references::Subquery;
pub use references::{ColumnRef, FunctionKind};
pub use token::Span;

use crate::rules::sql::sql_syntax::templates as syntax;
use analysis::OpenCall;
use dialect::Set;
use parser::Parser;
use problem::Problems;
use token::Token;

/// Longer texts are refused unread. ClickHouse stops reading a whole query at 256 KiB by default,
/// and nobody types more than that into a form.
pub(crate) const MAX_LENGTH: usize = 256 * 1024;

/// If the dialect is unknown, longer texts are read once instead of once per dialect. At this size
/// the result would not be worth a second or two.
const MAX_LENGTH_TO_RETRY: usize = 16 * 1024;

/// Everything found in one expression.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Analysis<'s> {
    /// Errors and warnings, by position.
    pub problems: Vec<Problem>,
    /// References to columns in text order. Lambda parameters, fields, argument names, functions,
    /// types and bare date parts are not included.
    pub columns: Vec<ColumnRef<'s>>,
    /// Calls in text order.
    pub functions: Vec<FunctionCall<'s>>,
    /// Has an aggregate without `OVER` outside subqueries.
    pub is_aggregate: bool,
    /// Has a call with `OVER`.
    pub has_window: bool,
    /// Subqueries, and functions that run one.
    pub subqueries: Vec<Subquery>,
}

impl<'s> Analysis<'s> {
    /// If `is_aggregate`: the columns outside aggregates, windows and subqueries.
    pub fn columns_beside_aggregate(&self) -> impl Iterator<Item = &ColumnRef<'s>> {
        self.columns
            .iter()
            .filter(|column| self.is_aggregate && !column.aggregated)
    }

    /// Whether the datasource would accept the text, as far as is known.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        !problem::has_errors(&self.problems)
    }
}

/// Reads one expression.
#[must_use]
pub fn analyze(sql: &str, dialect: Dialect) -> Analysis<'_> {
    Reader::default().analyze(sql, dialect)
}

/// How a text is read: if the first reading finds a mistake, others are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    First,
    /// A backslash escapes where it otherwise does not, and the other way round.
    Flipped,
    /// Keywords that stand where a value fits are names.
    Names,
}

/// Reads any number of expressions, and uses the memory for one again for the next.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    calls: Vec<OpenCall>,
}

impl Reader {
    /// Reads one expression.
    pub(crate) fn analyze<'s>(&mut self, sql: &'s str, dialect: Dialect) -> Analysis<'s> {
        if sql.len() > MAX_LENGTH {
            let span = Span::from_bytes(0, sql.len());
            let mut problems = Problems::new(sql, dialect);
            let message = syntax::TOO_LONG;
            let limit = (MAX_LENGTH / 1024).to_string();
            problems
                .add(Severity::Error, span, message, None, &limit)
                .of_kind(ProblemKind::TooLong);
            return Analysis {
                problems: problems.list,
                ..Analysis::default()
            };
        }
        let first = self.read(sql, dialect, Reading::First);
        if first.is_valid() {
            return first;
        }
        if dialect.is_in(Set::BACKSLASH_DOUBTFUL) && sql.as_bytes().contains(&b'\\') {
            let other = self.read(sql, dialect, Reading::Flipped);
            if other.is_valid() {
                return other;
            }
        }
        if dialect.is_in(Set::KEYWORDS_AS_COLUMNS) {
            let other = self.read(sql, dialect, Reading::Names);
            if other.is_valid() {
                return other;
            }
        }
        if dialect == Dialect::Generic {
            // A specific dialect may accept what the common reading refuses, unless no dialect could.
            let hopeless = |problem: &Problem| {
                !matches!(
                    problem.kind,
                    ProblemKind::Syntax | ProblemKind::NotAnExpression
                )
            };
            let once = sql.len() > MAX_LENGTH_TO_RETRY || first.problems.iter().any(hopeless);
            let others = if once { &[] } else { dialect::ALL };
            if let Some(valid) = others
                .iter()
                .map(|other| self.read(sql, *other, Reading::First))
                .find(Analysis::is_valid)
            {
                return valid;
            }
        }
        first
    }

    fn read<'s>(&mut self, sql: &'s str, dialect: Dialect, reading: Reading) -> Analysis<'s> {
        let tokens = std::mem::take(&mut self.tokens);
        let mut lexed = lexer::lex(sql, dialect, reading == Reading::Flipped, tokens);
        if reading == Reading::Names {
            parser::keywords_to_names(&mut lexed.tokens, dialect);
        }
        let mut parser = Parser::new(sql, dialect, &lexed.tokens);
        parser.out.open = std::mem::take(&mut self.calls);
        parser.run();
        let broken = lexed.problems.has_errors();
        let mut problems = lexed.problems.list;
        if !broken {
            problems.append(&mut parser.problems.list);
        }
        let found = &mut parser.out;
        if !problem::has_errors(&problems) {
            problems.append(&mut found.problems.list);
        }
        if !problems.is_empty() {
            in_order(&mut problems);
        }
        self.tokens = lexed.tokens;
        self.calls = std::mem::take(&mut found.open);
        self.calls.clear();
        Analysis {
            problems,
            columns: std::mem::take(&mut found.columns),
            functions: std::mem::take(&mut found.functions),
            is_aggregate: found.is_aggregate,
            has_window: found.has_window,
            subqueries: std::mem::take(&mut found.subqueries),
        }
    }
}

/// Removes warnings about a spot that has an error, which add nothing, and sorts the rest.
#[cold]
fn in_order(problems: &mut Vec<Problem>) {
    let mut at = 0;
    while let Some(one) = problems.get(at) {
        let is_error_there =
            |other: &Problem| other.severity == Severity::Error && other.span == one.span;
        if one.severity == Severity::Warning && problems.iter().any(is_error_there) {
            problems.remove(at);
        } else {
            at += 1;
        }
    }
    by_place(problems);
}

/// Sorts a few items that are nearly sorted; the standard library's sort would be the largest
/// function of all.
fn by_place(problems: &mut [Problem]) {
    let place = |problems: &[Problem], at: usize| problems.get(at).map(|problem| problem.span);
    for end in 1..problems.len() {
        let mut at = end;
        while at > 0 && place(problems, at) < place(problems, at - 1) {
            problems.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod growth;

#[cfg(test)]
mod tests {
    use super::*;

    fn names(sql: &str, dialect: Dialect) -> Vec<String> {
        analyze(sql, dialect)
            .columns
            .iter()
            .map(|column| column.name.to_string())
            .collect()
    }

    /// What one expression leaves in a reader changes nothing about the next, however broken.
    #[test]
    fn a_reader_that_is_used_again_finds_the_same() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sql");
        let mut texts = String::new();
        for dialect in std::fs::read_dir(folder).unwrap() {
            for kind in ["ok", "err"] {
                let files = std::fs::read_dir(dialect.as_ref().unwrap().path().join(kind));
                for file in files.into_iter().flatten() {
                    texts += &std::fs::read_to_string(file.unwrap().path()).unwrap();
                }
            }
        }
        let mut reader = Reader::default();
        let dialects = dialect::ALL.iter().cycle();
        let mut count = 0;
        for (line, &dialect) in texts.lines().zip(dialects) {
            // Halves of lines have brackets without partners.
            let half = line.get(..line.len() / 2).unwrap_or_default();
            for sql in [line, half] {
                let found = reader.analyze(sql, dialect);
                assert_eq!(found, analyze(sql, dialect), "{sql}");
                count += usize::from(!found.columns.is_empty());
            }
        }
        assert!(count > 2000, "{count}");
        let room = reader.tokens.capacity();
        assert!(reader.analyze("SUM(a) + b", Dialect::Generic).is_aggregate);
        assert_eq!(reader.tokens.capacity(), room);
    }

    #[test]
    fn problems_are_in_the_order_of_their_places() {
        let mut count = 0;
        for sql in ["a b × 2 == 'x", "(a + ‘b’ c", "f(a b, “c”) d && '"] {
            for &dialect in dialect::ALL {
                let problems = analyze(sql, dialect).problems;
                assert!(
                    problems.is_sorted_by_key(|problem| problem.span),
                    "{problems:?}"
                );
                count += usize::from(problems.len() > 1);
            }
        }
        assert!(count > 20);
    }

    #[test]
    fn which_tokens_are_columns() {
        assert_eq!(
            names("f(orders.a, \"B\"\"c\", x -> x + d)", Dialect::Snowflake),
            ["a", "B\"c", "d"]
        );
        assert_eq!(names("DATEADD(day, 1, day)", Dialect::SqlServer), ["day"]);
        assert_eq!(
            names(
                "DATE_DIFF(day, d, DAY) + LAST_DAY(month, MONTH) + TIMESTAMP_TRUNC(hour, HOUR, zone)",
                Dialect::BigQuery
            ),
            ["day", "d", "month", "hour", "zone"]
        );
        assert_eq!(
            names("LAST_DAY(month, month)", Dialect::Snowflake),
            ["month"]
        );
        assert_eq!(names("DATE_DIFF(day, x, DAY)", Dialect::Generic), ["x"]);
        assert_eq!(
            names("DATE_TRUNC('month', month)", Dialect::Postgres),
            ["month"]
        );
        assert_eq!(names("EXTRACT(year FROM year)", Dialect::MySql), ["year"]);
        assert_eq!(
            names("CONVERT(nvarchar(max), a)", Dialect::SqlServer),
            ["a"]
        );
        assert_eq!(
            names("tags:a.b[i] + f(opt => c)", Dialect::Snowflake),
            ["tags", "i", "c"]
        );
        assert_eq!(
            names(
                "CASE WHEN NULL IS NULL THEN CURRENT_DATE END",
                Dialect::Generic
            ),
            [""; 0]
        );
    }

    #[test]
    fn parts_of_a_dotted_name() {
        let sql = "1 + `my db`.orders.`a``b`";
        let found = analyze(sql, Dialect::MySql);
        let parts = found.columns[0].parts(sql, Dialect::MySql);
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["my db", "orders", "a`b"]);
        assert_eq!(parts[2].1.text(sql), "`a``b`");
        assert_eq!(found.columns[0].qualifier.as_deref(), Some("orders"));
        let sql = "dbo.[my orders].[a]";
        let found = analyze(sql, Dialect::Generic);
        let parts = found.columns[0].parts(sql, Dialect::Generic);
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["dbo", "my orders", "a"]);
    }

    #[test]
    fn aggregates_and_columns_outside_them() {
        let of = |sql| analyze(sql, Dialect::Postgres);
        let bare = |sql: &'static str| -> Vec<&str> {
            of(sql)
                .columns_beside_aggregate()
                .map(|column| column.span.text(sql))
                .collect()
        };
        assert_eq!(bare("a + SUM(b) + SUM(c) OVER (PARTITION BY d)"), ["a"]);
        assert_eq!(bare("a + ABS(b)"), [""; 0]);
        assert!(!of("SUM(a) OVER ()").is_aggregate);
        assert!(
            of("SUM(SUM(a)) OVER ()").is_aggregate && of("SUM(SUM(a)) OVER ()").problems.is_empty()
        );
        assert!(!of("(SELECT MAX(a) FROM t)").is_aggregate);
        assert_eq!(
            of("SUM(f(MAX(a)))").problems[0].kind,
            ProblemKind::NestedAggregate
        );
    }

    #[test]
    fn one_mistake_is_one_problem() {
        for sql in [
            "a b",
            "f(a,,b)",
            "SUM(a",
            "'a",
            "a +",
            "{{ x }} *",
            "CASE WHEN a THEN",
            "a AS b",
            "(a]",
        ] {
            assert_eq!(analyze(sql, Dialect::Postgres).problems.len(), 1, "{sql}");
        }
        assert_eq!(
            analyze("f(a b) + g(,)", Dialect::Postgres).problems.len(),
            2
        );
    }
}
