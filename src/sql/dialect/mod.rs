//! The SQL of each datasource. Dialects differ only in their sets, one per construct.
//!
//! The lexer and the parser ask `dialect.is_in(SET)`; they never compare dialects. A set lists
//! where a construct has a meaning. A new dialect is a new variant plus its name in the sets below.
//! A dialect in no set is plain SQL: `"x"` is a name, `'…'` is a string with `''` for a quote, `--`
//! and `/* */` are comments.

/// The engine whose SQL an expression is written in: one bit each, so that a set of dialects is a
/// number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Dialect {
    /// Unknown: accepts whatever any of the others accepts.
    Generic = 1,
    /// PostgreSQL.
    Postgres = 1 << 1,
    /// Amazon Redshift.
    Redshift = 1 << 2,
    /// CockroachDB.
    Cockroach = 1 << 3,
    /// MySQL and `MariaDB`.
    MySql = 1 << 4,
    /// SingleStore.
    SingleStore = 1 << 5,
    /// Microsoft SQL Server.
    SqlServer = 1 << 6,
    /// Snowflake.
    Snowflake = 1 << 7,
    /// BigQuery.
    BigQuery = 1 << 8,
    /// ClickHouse.
    ClickHouse = 1 << 9,
    /// Databricks (Spark SQL).
    Databricks = 1 << 10,
    /// Trino, and Amazon Athena, which is built on it.
    Trino = 1 << 11,
    /// Firebolt.
    Firebolt = 1 << 12,
    /// `DuckDB`, also used for files on S3 and CSV uploads.
    DuckDb = 1 << 13,
    /// OpenSearch SQL.
    OpenSearch = 1 << 14,
    /// Elasticsearch SQL.
    Elasticsearch = 1 << 15,
}

mod constructs;

pub(super) use constructs::Set;

use Dialect::{
    BigQuery, ClickHouse, Cockroach, Databricks, DuckDb, Elasticsearch, Firebolt, Generic, MySql,
    OpenSearch, Postgres, Redshift, SingleStore, Snowflake, SqlServer, Trino,
};

/// What `Generic` tries, in order, if its own reading fails.
pub(super) const ALL: &[Dialect] = &[
    Postgres,
    MySql,
    SqlServer,
    Snowflake,
    BigQuery,
    ClickHouse,
    Databricks,
    Trino,
    DuckDb,
    Redshift,
    Cockroach,
    SingleStore,
    Firebolt,
    OpenSearch,
    Elasticsearch,
];

impl Dialect {
    /// The engine's name as people write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Generic => "SQL",
            Postgres => "PostgreSQL",
            Redshift => "Redshift",
            Cockroach => "CockroachDB",
            MySql => "MySQL",
            SingleStore => "SingleStore",
            SqlServer => "SQL Server",
            Snowflake => "Snowflake",
            BigQuery => "BigQuery",
            ClickHouse => "ClickHouse",
            Databricks => "Databricks",
            Trino => "Trino",
            Firebolt => "Firebolt",
            DuckDb => "DuckDB",
            OpenSearch => "OpenSearch",
            Elasticsearch => "Elasticsearch",
        }
    }

    pub(super) fn is_in(self, set: Set) -> bool {
        set.holds(self)
    }
}
