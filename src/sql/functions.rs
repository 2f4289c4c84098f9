//! What is known about functions by name. Only the analysis asks; no name makes an expression valid or invalid.

use super::dialect::{Dialect, Set};
use super::keyword::{self, Names, Traits};

/// What a function does without `OVER`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Scalar,
    Aggregate,
    /// Needs `OVER`.
    Window,
}

/// Of the function `name`, which has these traits.
pub(super) fn nature(name: &[u8], traits: Traits, dialect: Dialect) -> Nature {
    // `HISTOGRAM`, `FIRST` and their like aggregate in some dialects only, and this may be another one.
    if dialect == Dialect::Generic && traits & (keyword::SPARK | keyword::TRINO) != 0 {
        return Nature::Scalar;
    }
    let aggregates = keyword::AGGREGATE
        | if dialect.is_in(Set::SPARK) {
            keyword::SPARK
        } else {
            0
        }
        | if dialect.is_in(Set::TRINO) {
            keyword::TRINO
        } else {
            0
        };
    if traits & aggregates != 0
        || ends_with(name, b"agg")
        || dialect.is_in(Set::CLICKHOUSE) && is_clickhouse_aggregate(name)
    {
        Nature::Aggregate
    } else if traits & keyword::WINDOW != 0 {
        Nature::Window
    } else {
        Nature::Scalar
    }
}

/// What may follow an aggregate of ClickHouse.
const COMBINATORS: &str =
    "if array map state merge distinct ornull ordefault simplestate foreach resample argmax argmin";

fn is_clickhouse_aggregate(mut name: &[u8]) -> bool {
    // At most a few combinators follow each other: `sumArrayIf`.
    for _ in 0..4 {
        if Names::get().find(name).traits & keyword::CLICKHOUSE != 0 {
            return true;
        }
        let combinator = COMBINATORS
            .split(' ')
            .find(|combinator| ends_with(name, combinator.as_bytes()));
        let Some(combinator) = combinator else {
            return false;
        };
        name = name
            .get(..name.len() - combinator.len())
            .unwrap_or_default();
    }
    false
}

/// Whether `name` ends with `end`, which is in lower case, after something else.
pub(super) fn ends_with(name: &[u8], end: &[u8]) -> bool {
    let rest = name.len().checked_sub(end.len());
    rest.and_then(|from| name.get(from..))
        .is_some_and(|found| found.eq_ignore_ascii_case(end))
}

/// Whether one of `pieces`, which are in lower case, is somewhere in `name`.
#[inline(never)]
fn holds(name: &[u8], pieces: &str) -> bool {
    pieces.split(' ').any(|piece| {
        name.windows(piece.len())
            .any(|found| found.eq_ignore_ascii_case(piece.as_bytes()))
    })
}

/// `MATCH`, `MULTI_MATCH`, `QUERY_STRING` and their like.
pub(super) fn is_relevance(name: &[u8]) -> bool {
    holds(name, "match query")
        || name.eq_ignore_ascii_case(b"score")
        || name.eq_ignore_ascii_case(b"nested")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn combinators() {
        let nature = |name: &str, dialect| {
            let traits = Names::get().find(name.as_bytes()).traits;
            nature(name.as_bytes(), traits, dialect)
        };
        assert_eq!(nature("sumArrayIf", Dialect::ClickHouse), Nature::Aggregate);
        assert_eq!(nature("sumif", Dialect::MySql), Nature::Scalar);
        assert_eq!(nature("any", Dialect::Postgres), Nature::Scalar);
        assert_eq!(nature("any", Dialect::Databricks), Nature::Aggregate);
        assert_eq!(nature("BoolOr_Agg", Dialect::Snowflake), Nature::Aggregate);
    }
}
