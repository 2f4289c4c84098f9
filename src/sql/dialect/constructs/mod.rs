//! Which dialects have which construct, as one set per construct. Dialects differ in nothing else.

mod calls;
mod operators;
mod queries;
mod tokens;
mod values;

use super::Dialect::{self, ClickHouse, Databricks, DuckDb, Generic};

/// A set of dialects, one bit each.
#[derive(Debug, Clone, Copy)]
pub(in crate::sql) struct Set(u32);

const fn of(dialects: &[Dialect]) -> Set {
    let mut bits = 0;
    let mut rest = dialects;
    while let [first, others @ ..] = rest {
        bits |= *first as u32;
        rest = others;
    }
    Set(bits)
}

const fn all_but(dialects: &[Dialect]) -> Set {
    Set(!of(dialects).0)
}

impl Set {
    pub(in crate::sql) const fn holds(self, dialect: Dialect) -> bool {
        self.0 & dialect as u32 != 0
    }

    pub(in crate::sql) const fn is_some(self) -> bool {
        self.0 != 0
    }

    /// From hexadecimal digits.
    pub(in crate::sql) fn parse(digits: &str) -> Self {
        let add = |bits, digit: char| bits << 4 | digit.to_digit(16).unwrap_or(0);
        Self(digits.chars().fold(0, add))
    }

    pub(in crate::sql) const NONE: Self = of(&[]);
    pub(in crate::sql) const EVERY: Self = all_but(&[]);

    // What the analysis needs.

    pub(in crate::sql) const CLICKHOUSE: Self = of(&[Generic, ClickHouse]);
    /// `x NOT NULL`, `5!`.
    pub(in crate::sql) const DUCKDB: Self = of(&[Generic, DuckDb]);
    pub(in crate::sql) const SPARK: Self = of(&[Generic, Databricks, DuckDb]);
}
