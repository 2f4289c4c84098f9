//! Calls and their arguments, and lambdas.

use super::super::Dialect::{
    BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Elasticsearch, Firebolt, Generic, MySql,
    OpenSearch, Postgres, Redshift, SingleStore, Snowflake, SqlServer, Trino,
};
use super::{Set, all_but, of};

impl Set {
    /// `CUME_DIST(ORDER BY a)`.
    pub(in crate::sql) const ORDER_ALONE: Self = of(&[Generic, BigQuery, DuckDb]);
    /// `COUNT(*) FILTER (WHERE …)` is refused.
    pub(in crate::sql) const NO_FILTER: Self = of(&[MySql, SingleStore, SqlServer]);
    /// `MAX()` is refused by the grammar.
    pub(in crate::sql) const AGGREGATES_NEED_ARGUMENTS: Self = of(&[MySql]);
    /// `x INT -> x + 1`.
    pub(in crate::sql) const TYPED_LAMBDA: Self = of(&[Generic, Snowflake]);
    pub(in crate::sql) const LAMBDA: Self = of(&[
        Generic, Snowflake, BigQuery, ClickHouse, Databricks, Trino, DuckDb, Firebolt,
    ]);
    /// `->` also reads JSON: a lambda has one name or a list of names before it and no string after
    /// it.
    pub(in crate::sql) const ARROW_READS_JSON: Self = of(&[Generic, DuckDb]);
    /// `model!predict(a)` calls a method.
    pub(in crate::sql) const BANG_METHOD: Self = of(&[Snowflake]);
    /// `INTERVAL(x)` without a unit is a call.
    pub(in crate::sql) const INTERVAL_CALL: Self =
        of(&[Generic, ClickHouse, Databricks, DuckDb, OpenSearch]);
    /// `f(a,)` is refused, although lists may end with a comma.
    pub(in crate::sql) const NO_COMMA_IN_CALL: Self = of(&[ClickHouse, BigQuery]);
    pub(in crate::sql) const TRAILING_ARGUMENT_COMMA: Self = of(&[Generic, DuckDb]);
    /// `x.method(…)` may call a method of a column.
    pub(in crate::sql) const METHODS: Self = of(&[SqlServer, DuckDb]);
    /// `f(p)(x)`.
    pub(in crate::sql) const PARAMETRIC_CALL: Self = of(&[Generic, ClickHouse]);
    /// `IDENTIFIER('f')(x)`.
    pub(in crate::sql) const IDENTIFIER_CALL: Self = of(&[Snowflake, Databricks]);
    /// `f(SELECT 1)`.
    pub(in crate::sql) const BARE_SUBQUERY_ARGUMENT: Self = of(&[Generic, Snowflake]);
    /// `f(x AS name)` for any function.
    pub(in crate::sql) const NAMED_ARGUMENT: Self = of(&[Generic, BigQuery]);
    /// `AND(a, b)` and the like are functions, and so is `any(x)`.
    pub(in crate::sql) const OPERATOR_FUNCTIONS: Self = of(&[Generic, ClickHouse, Databricks]);
    /// A call cannot be indexed: `(f(x))[1]` is needed.
    pub(in crate::sql) const NO_INDEX_ON_CALL: Self = of(&[Postgres]);
    /// `FILTER (x > 1)` without `WHERE`.
    pub(in crate::sql) const BARE_FILTER: Self = of(&[Generic, DuckDb]);
    /// `EXTRACT(YEAR x)`.
    pub(in crate::sql) const EXTRACT_BARE: Self = of(&[Generic, ClickHouse]);
    /// `DATEADD(day, 1, x)`: a date part is a bare word.
    pub(in crate::sql) const BARE_DATE_PARTS: Self = all_but(&[Postgres, Cockroach, DuckDb]);
    /// Date parts come after the value: `DATE_DIFF(day, other, DAY)`, where `day` is a column.
    pub(in crate::sql) const DATE_PART_BEHIND: Self = of(&[BigQuery]);
    /// Date parts come before or after the value: a word that could be one is not a column.
    pub(in crate::sql) const DATE_PART_ANYWHERE: Self = of(&[Generic]);
    /// `CONVERT(type, x)`.
    pub(in crate::sql) const CONVERT_TYPE_FIRST: Self = of(&[Generic, SqlServer, Redshift]);
    /// `CONVERT(x, type)`.
    pub(in crate::sql) const CONVERT_TYPE_LAST: Self = of(&[MySql, SingleStore]);
    /// `MATCH(field, 'text', operator='AND')`: names before `=` are not columns.
    pub(in crate::sql) const RELEVANCE_FUNCTIONS: Self = of(&[OpenSearch, Elasticsearch]);
}
