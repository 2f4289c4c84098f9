//! What is known about functions by name. Only the analysis uses it: no name makes an expression
//! valid or invalid.

use super::dialect::Dialect;
use super::keyword::{self, Names};

/// What a function is without `OVER`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Scalar,
    Aggregate,
    /// Needs `OVER`.
    Window,
}

/// Classifies the function `name`, which has no quotes.
pub(super) fn nature(name: &[u8], dialect: Dialect) -> Nature {
    let known = Names::get().find(name);
    // The name of a user-defined function is a hint, too.
    let is_called_so = ends_with(name, b"agg") && !starts_with(name, b"list_");
    if known.aggregates.holds(dialect)
        || is_called_so
        || dialect == Dialect::ClickHouse && is_clickhouse_aggregate(name)
    {
        Nature::Aggregate
    } else if known.traits & keyword::WINDOW != 0 {
        Nature::Window
    } else {
        Nature::Scalar
    }
}

/// What may follow the name of a ClickHouse aggregate.
const COMBINATORS: &str = "if array map state merge distinct ornull ordefault simplestate foreach resample argmax argmin tuple null";

fn is_clickhouse_aggregate(mut name: &[u8]) -> bool {
    // Only a few combinators ever follow each other: `sumArrayIf`.
    for _ in 0..4 {
        let known = Names::get().find(name);
        // There are about sixty of these, and none is a plain function.
        if known.aggregates.holds(Dialect::ClickHouse)
            || starts_with(name, b"quantile")
            || starts_with(name, b"median")
        {
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

/// Whether `name` ends with `end` (lower case) and has something before it.
pub(super) fn ends_with(name: &[u8], end: &[u8]) -> bool {
    let rest = name.len().checked_sub(end.len());
    rest.and_then(|from| name.get(from..))
        .is_some_and(|found| found.eq_ignore_ascii_case(end))
}

fn starts_with(name: &[u8], start: &[u8]) -> bool {
    name.get(..start.len())
        .is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// Whether `name` contains one of `pieces` (lower case).
#[inline(never)]
fn holds(name: &[u8], pieces: &str) -> bool {
    pieces.split(' ').any(|piece| {
        name.windows(piece.len())
            .any(|found| found.eq_ignore_ascii_case(piece.as_bytes()))
    })
}

/// `MATCH`, `MULTI_MATCH`, `QUERY_STRING` and so on.
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
        let nature = |name: &str, dialect| nature(name.as_bytes(), dialect);
        assert_eq!(nature("sumArrayIf", Dialect::ClickHouse), Nature::Aggregate);
        assert_eq!(nature("sumif", Dialect::MySql), Nature::Scalar);
        assert_eq!(nature("any", Dialect::Postgres), Nature::Scalar);
        assert_eq!(nature("any", Dialect::Databricks), Nature::Aggregate);
        assert_eq!(nature("BoolOr_Agg", Dialect::Snowflake), Nature::Aggregate);
    }
}
