//! Subqueries.

use super::super::Dialect::{
    BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Generic, MySql, Postgres, Redshift,
    SingleStore, Snowflake, SqlServer, Trino,
};
use super::{Set, of};

impl Set {
    /// `ASC` and `DESC` can be columns.
    pub(in crate::sql) const DIRECTION_IS_A_NAME: Self =
        of(&[Generic, ClickHouse, Databricks, Trino]);
    /// Words that open a clause are never names.
    pub(in crate::sql) const CLAUSES_RESERVED: Self = of(&[
        Postgres,
        Redshift,
        Cockroach,
        MySql,
        SingleStore,
        Snowflake,
        BigQuery,
        Trino,
        DuckDb,
    ]);
    /// `project-1.dataset.table` is the name of a table.
    pub(in crate::sql) const DASHED_NAMES: Self = of(&[BigQuery]);
    /// `FROM t |> LIMIT 1`.
    pub(in crate::sql) const PIPES: Self = of(&[BigQuery, ClickHouse, Databricks]);
    /// A select list may end with a comma.
    pub(in crate::sql) const TRAILING_SELECT_COMMA: Self =
        of(&[Generic, ClickHouse, Cockroach, DuckDb, BigQuery]);
    /// `SELECT a, FROM t` is refused.
    pub(in crate::sql) const NO_COMMA_BEFORE_FROM: Self =
        of(&[Postgres, Redshift, MySql, SingleStore, Trino]);
    /// `SELECT FROM t`.
    pub(in crate::sql) const EMPTY_SELECT: Self = of(&[Postgres, Redshift, Cockroach]);
    /// `VALUES` takes rows in parentheses, none of them empty.
    pub(in crate::sql) const VALUES_ARE_ROWS: Self = of(&[Postgres, DuckDb]);
    /// `a..b` is refused: no schema can be left out.
    pub(in crate::sql) const NO_EMPTY_SCHEMA: Self = of(&[
        Postgres,
        ClickHouse,
        Databricks,
        Cockroach,
        MySql,
        SingleStore,
        BigQuery,
        Trino,
        DuckDb,
    ]);
    /// The expressions in a subquery are read: the engine's own parser has confirmed on thousands
    /// of valid ones that this refuses none.
    pub(in crate::sql) const READABLE_QUERIES: Self = of(&[
        Postgres, MySql, SqlServer, BigQuery, ClickHouse, Databricks, Trino, DuckDb,
    ]);
    /// `SELECT a AS 'b'` is refused.
    pub(in crate::sql) const NO_TEXT_ALIAS: Self =
        of(&[Postgres, BigQuery, Trino, ClickHouse, Databricks]);
    /// `EXISTS (a)` is refused: a subquery belongs into its parentheses.
    pub(in crate::sql) const EXISTS_NEEDS_QUERY: Self =
        of(&[Postgres, MySql, SqlServer, BigQuery, DuckDb, Trino]);
    /// `FROM t SELECT a` is refused: `FROM t |> SELECT a`.
    pub(in crate::sql) const FROM_NEEDS_PIPE: Self = of(&[BigQuery]);
    /// `UNION SELECT a` is refused.
    pub(in crate::sql) const UNION_NEEDS_ALL: Self = of(&[BigQuery]);
    /// Keywords may be aliases without `AS`: `SELECT a FROM FROM t`, `SELECT a AND FROM t`.
    pub(in crate::sql) const KEYWORDS_AS_ALIASES: Self = of(&[Databricks, Postgres, ClickHouse]);
    /// Some keywords may be columns: `max(from)`, PostgreSQL's `between > 1`.
    pub(in crate::sql) const KEYWORDS_AS_COLUMNS: Self = of(&[
        Generic, ClickHouse, Databricks, Postgres, Redshift, Cockroach, DuckDb,
    ]);
    /// `= .b` is refused, although words of clauses can be names and a schema can be left out.
    pub(in crate::sql) const NO_LEADING_DOT: Self = of(&[SqlServer, Databricks]);
    /// `a JOIN b` needs `ON` or `USING`.
    pub(in crate::sql) const JOIN_NEEDS_CONDITION: Self =
        of(&[Postgres, DuckDb, SqlServer, Trino, ClickHouse]);
    /// A subquery may begin with `FROM`.
    pub(in crate::sql) const FROM_FIRST: Self =
        of(&[Generic, ClickHouse, DuckDb, BigQuery, Databricks]);
    /// `FROM table` is a value, as `(SELECT * FROM table)` is.
    pub(in crate::sql) const BARE_FROM: Self = of(&[ClickHouse]);
    /// `WITH value AS name SELECT …`.
    pub(in crate::sql) const WITH_VALUE: Self = of(&[Generic, ClickHouse]);
    /// `VALUES(x)` is a call.
    pub(in crate::sql) const VALUES_IS_A_FUNCTION: Self =
        of(&[Generic, MySql, SingleStore, ClickHouse, Databricks]);
}
