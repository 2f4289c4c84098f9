//! Operators.

use super::super::Dialect::{
    BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Elasticsearch, Firebolt, Generic, MySql,
    OpenSearch, Postgres, Redshift, SingleStore, Snowflake, SqlServer, Trino,
};
use super::{Set, all_but, of};

impl Set {
    /// Any run of operator characters is an operator, before or between values.
    pub(in crate::sql) const OPEN_OPERATORS: Self =
        of(&[Generic, Postgres, Redshift, Cockroach, DuckDb]);
    /// A stray `` ` `` and `?` belong to that run.
    pub(in crate::sql) const ODD_OPERATORS: Self = of(&[Postgres, Redshift, Cockroach]);
    /// `||` is OR and does not join strings, unless the server is configured otherwise.
    pub(in crate::sql) const PIPES_ARE_OR: Self = of(&[MySql, SingleStore]);
    pub(in crate::sql) const MYSQL: Self = of(&[Generic, MySql, SingleStore]);
    pub(in crate::sql) const CAST: Self = all_but(&[MySql, Trino, OpenSearch]);
    pub(in crate::sql) const CAST_DOUBTFUL: Self = of(&[SqlServer, BigQuery]);
    /// `x :> type` and `x::key`, SingleStore's casts and JSON paths.
    pub(in crate::sql) const COLON_PATHS: Self = of(&[SingleStore]);
    pub(in crate::sql) const TERNARY: Self = of(&[Generic, ClickHouse]);
    /// A bare `?` is a value.
    pub(in crate::sql) const PLACEHOLDER: Self = of(&[
        Generic,
        Redshift,
        Cockroach,
        MySql,
        SingleStore,
        SqlServer,
        Snowflake,
        BigQuery,
        Databricks,
        Trino,
        DuckDb,
        Elasticsearch,
        Firebolt,
    ]);
    /// `:name` is a value.
    pub(in crate::sql) const COLON_PARAMETER: Self = of(&[
        Generic, Redshift, Snowflake, Databricks, SqlServer, BigQuery, Firebolt,
    ]);
    /// `value:key.key[0]` reads into a document.
    pub(in crate::sql) const PATHS: Self = of(&[Generic, Snowflake, Databricks]);
    pub(in crate::sql) const BITWISE: Self =
        of(&[Generic, MySql, SingleStore, SqlServer, BigQuery, Databricks]);
    /// `^`, which OpenSearch uses between a field and its weight.
    pub(in crate::sql) const CARET: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        BigQuery,
        Databricks,
        OpenSearch,
        Elasticsearch,
    ]);
    pub(in crate::sql) const BITWISE_DOUBTFUL: Self = of(&[Snowflake, Firebolt]);
    pub(in crate::sql) const DOUBLE_EQUALS: Self = of(&[Generic, ClickHouse, Databricks]);
    /// Neither documented nor refused by the parsers that were available.
    pub(in crate::sql) const UNDOCUMENTED: Self = of(&[SqlServer, Snowflake, BigQuery, Firebolt]);
    pub(in crate::sql) const NULL_SAFE_EQUALS: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        ClickHouse,
        Databricks,
        Elasticsearch,
    ]);
    /// `> =` and `! <` are one operator each.
    pub(in crate::sql) const SPACED_OPERATORS: Self = of(&[SqlServer]);
    pub(in crate::sql) const NOT_LESS: Self = of(&[Generic, SqlServer, Databricks]);
    pub(in crate::sql) const BANG: Self = of(&[Generic, MySql, SingleStore, Databricks]);
    pub(in crate::sql) const TILDE: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        Snowflake,
        BigQuery,
        Databricks,
        Firebolt,
        ClickHouse,
    ]);
    pub(in crate::sql) const JSON_ARROW: Self = of(&[Generic, MySql, SingleStore]);
    pub(in crate::sql) const DIV: Self = of(&[Generic, MySql, SingleStore, ClickHouse, Databricks]);
    pub(in crate::sql) const MOD: Self = of(&[Generic, MySql, SingleStore, ClickHouse]);
    /// The result of a comparison cannot be compared again: `a = b = c`.
    pub(in crate::sql) const COMPARE_ONCE: Self = of(&[Postgres, Trino]);
    pub(in crate::sql) const ISNULL: Self = of(&[Generic, Postgres, Redshift, Cockroach, DuckDb]);
    /// `~*`, `!~`, `!~*` although operators are not open.
    pub(in crate::sql) const REGEXP_SIGNS: Self = of(&[ClickHouse]);
    pub(in crate::sql) const REGEXP: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        Snowflake,
        ClickHouse,
        Databricks,
        OpenSearch,
        Elasticsearch,
        SqlServer,
        BigQuery,
        Firebolt,
    ]);
    /// `ILIKE` is a name: `(SELECT a ilike)`.
    pub(in crate::sql) const NO_ILIKE: Self = of(&[SqlServer, BigQuery, MySql, Trino]);
    /// `IS` takes any value.
    pub(in crate::sql) const IS_ANY: Self = of(&[Generic]);
}
