//! Values that are no calls, and words that are values or names.

use super::super::Dialect::{
    BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Elasticsearch, Firebolt, Generic, MySql,
    OpenSearch, Postgres, Redshift, SingleStore, Snowflake, SqlServer, Trino,
};
use super::{Set, all_but, of};

impl Set {
    /// Any word before a string makes a typed literal.
    pub(in crate::sql) const OPEN_TYPED_TEXT: Self =
        of(&[Generic, Postgres, Redshift, Cockroach, DuckDb, Trino]);
    /// So does a type with a length: `numeric(5, 2) '1.5'`.
    pub(in crate::sql) const LONG_TYPED_TEXT: Self = of(&[Postgres, Redshift, Cockroach, DuckDb]);
    /// `[1, 2]` is a list.
    pub(in crate::sql) const LIST: Self =
        of(&[Generic, Snowflake, BigQuery, ClickHouse, DuckDb, Firebolt]);
    /// `[1, 2]` is a list in an argument.
    pub(in crate::sql) const LIST_ARGUMENT: Self = of(&[OpenSearch, Elasticsearch]);
    /// `{'a': 1}` is an object.
    pub(in crate::sql) const OBJECT: Self = of(&[Generic, Snowflake, ClickHouse, DuckDb]);
    /// `{d '2024-01-01'}`, `{fn f(x)}`.
    pub(in crate::sql) const ODBC: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        SqlServer,
        OpenSearch,
        Elasticsearch,
        Snowflake,
    ]);
    /// `$"name"` is a parameter.
    pub(in crate::sql) const QUOTED_PARAMETERS: Self = of(&[DuckDb]);
    /// `{name:Type}` is a parameter.
    pub(in crate::sql) const TYPED_PARAMETER: Self = of(&[Generic, ClickHouse]);
    /// `ARRAY<INT64>[1]`, `STRUCT<a INT64>(1)`.
    pub(in crate::sql) const TYPED_CONSTRUCTOR: Self = of(&[Generic, BigQuery, Databricks]);
    /// `x::ARRAY<INT>`: types with angle brackets.
    pub(in crate::sql) const ANGLE_TYPES: Self = of(&[Generic, BigQuery, Databricks]);
    pub(in crate::sql) const INTERVAL_TEXT: Self = all_but(&[MySql, SingleStore]);
    /// `INTERVAL 3`.
    pub(in crate::sql) const INTERVAL_WITHOUT_UNIT: Self = of(&[DuckDb]);
    /// `TRY_CAST(x)` and `SAFE_CAST(x)` lack a type.
    pub(in crate::sql) const TRY_CAST_RESERVED: Self = of(&[SqlServer, Snowflake, BigQuery, Trino]);
    pub(in crate::sql) const EMPTY_ROW: Self = of(&[Generic, ClickHouse, DuckDb, Cockroach]);
    pub(in crate::sql) const EMPTY_IN: Self = of(&[Generic, ClickHouse, DuckDb]);
    /// `(1, 2,)`, `IN (1, 2,)`.
    pub(in crate::sql) const TRAILING_COMMA: Self = of(&[Generic, ClickHouse, Cockroach, DuckDb]);
    /// `[1, 2,]`.
    pub(in crate::sql) const TRAILING_LIST_COMMA: Self = of(&[Generic, Cockroach, DuckDb]);
    /// `a BETWEEN NOT b AND c` is refused.
    pub(in crate::sql) const NO_NEGATED_BOUND: Self = of(&[Postgres, ClickHouse, DuckDb]);
    /// `INTERVAL '1'` is refused.
    pub(in crate::sql) const INTERVAL_NEEDS_UNIT: Self = of(&[ClickHouse, Databricks]);
    /// `x IN y` needs no parentheses.
    pub(in crate::sql) const IN_VALUE: Self = of(&[
        Generic, ClickHouse, DuckDb, BigQuery, Snowflake, SqlServer, Redshift, Firebolt,
    ]);
    /// `(1 AS a, 2 AS b)` is a row with named values.
    pub(in crate::sql) const NAMED_ROW: Self = of(&[Databricks, Cockroach]);
    /// `x AS name` anywhere in an expression.
    pub(in crate::sql) const ALIAS_INSIDE: Self = of(&[ClickHouse]);
    /// `x.1`, `x.^y`, `x.:Type`.
    pub(in crate::sql) const TUPLE_INDEX: Self = of(&[Generic, ClickHouse]);
    /// `x.1`.
    pub(in crate::sql) const NUMBERED_FIELD: Self =
        of(&[Generic, ClickHouse, MySql, SingleStore, BigQuery]);
    /// `db..t.a`: the schema is the default one.
    pub(in crate::sql) const DEFAULT_SCHEMA: Self = of(&[Generic, SqlServer, Snowflake]);
    /// `t.$1`, `t.$node_id`.
    pub(in crate::sql) const DOLLAR_FIELD: Self =
        of(&[Generic, Snowflake, SqlServer, MySql, ClickHouse]);
    /// `(a, b).@1`, and field names after a row: `((a, b) AS x, y)`.
    pub(in crate::sql) const AT_FIELD: Self = of(&[Cockroach]);
    /// `nan` and `inf` are numbers.
    pub(in crate::sql) const NAN_IS_A_VALUE: Self = of(&[ClickHouse]);
    /// `ANY(x)` has a meaning only after a comparison.
    pub(in crate::sql) const ANY_NEEDS_COMPARISON: Self =
        of(&[Postgres, Redshift, Cockroach, DuckDb]);
    /// `ANY`, `ALL` and `SOME` are not names.
    pub(in crate::sql) const QUANTIFIERS_RESERVED: Self = of(&[
        Postgres, Redshift, Cockroach, SqlServer, Snowflake, BigQuery, DuckDb,
    ]);
    /// `EXISTS` is not a name.
    pub(in crate::sql) const EXISTS_RESERVED: Self = of(&[
        MySql,
        SingleStore,
        SqlServer,
        BigQuery,
        Trino,
        OpenSearch,
        Elasticsearch,
    ]);
    /// `INTERVAL` is not a name.
    pub(in crate::sql) const INTERVAL_RESERVED: Self =
        of(&[MySql, SingleStore, BigQuery, OpenSearch]);
    /// `CASE x END`.
    pub(in crate::sql) const EMPTY_CASE: Self = of(&[Generic, ClickHouse]);
    /// `end` can be a column.
    pub(in crate::sql) const END_IS_A_NAME: Self = of(&[
        Generic,
        MySql,
        SingleStore,
        ClickHouse,
        Databricks,
        OpenSearch,
        Elasticsearch,
        Snowflake,
        SqlServer,
        BigQuery,
    ]);
    /// `NOT`, `EXISTS()` and `CAST(x)` are names and calls like any other.
    pub(in crate::sql) const EVERYTHING_IS_A_NAME: Self = of(&[Generic, Databricks]);
    /// `USER` is a value, not a column.
    pub(in crate::sql) const USER_IS_A_VALUE: Self =
        of(&[Postgres, Redshift, Cockroach, SqlServer]);
    /// `(1 a, 2 b)` and `STRUCT(1 a)` name fields.
    pub(in crate::sql) const BARE_FIELD_NAMES: Self = of(&[Databricks]);
}
