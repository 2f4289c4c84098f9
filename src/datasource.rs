//! The datasource types that the vendor supports and everything that differs between them: one row
//! of facts for each.
//!
//! Sources: the vendor's pages for schemas, time zones, index patterns and tenancy over several
//! databases; the databases' documentation of identifiers for case. No other code compares types or
//! their names.

use crate::names::{CaseFolding, CaseRule, CaseSensitivity};
use crate::sql::Dialect;
use crate::suggest;

/// Whether the tables of a datasource need a schema name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Schemas {
    /// Yes: the vendor documents the datasource as schema-based. Contains the schema of a new
    /// database.
    Required(&'static str),
    /// The database has schemas, but the vendor's documentation does not list it.
    Recommended,
    /// The database has nothing like schemas.
    Unsupported,
    /// It may mean a database or a dataset, or nothing: no claim is made.
    Unclear,
}

/// Which values a database converts in comparisons with other types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    /// None, or unknown.
    None,
    /// Numbers, texts, dates and flags, but not UUIDs.
    Basic,
    /// Everything; the database has no UUID type.
    Everything,
}

/// The facts about one type.
#[derive(Debug)]
struct Facts {
    name: &'static str,
    schemas: Schemas,
    converts_time_zones: bool,
    /// Case sensitivity of table and schema names.
    tables: CaseSensitivity,
    /// Case sensitivity of column names.
    columns: CaseSensitivity,
    folding: CaseFolding,
    dialect: Option<Dialect>,
    has_index_patterns: bool,
    has_multi_database: bool,
    conversion: Conversion,
}

impl Facts {
    /// The defaults for a type, which claim nothing.
    const fn new(name: &'static str, dialect: Option<Dialect>) -> Self {
        Self {
            name,
            schemas: Schemas::Unclear,
            converts_time_zones: false,
            tables: CaseSensitivity::Unknown,
            columns: CaseSensitivity::Unknown,
            folding: CaseFolding::Unknown,
            dialect,
            has_index_patterns: false,
            has_multi_database: false,
            conversion: Conversion::None,
        }
    }

    const fn schemas(mut self, schemas: Schemas) -> Self {
        self.schemas = schemas;
        self
    }

    /// Sets the case rule of table and column names alike.
    const fn case(mut self, sensitivity: CaseSensitivity, folding: CaseFolding) -> Self {
        self.tables = sensitivity;
        self.columns = sensitivity;
        self.folding = folding;
        self
    }

    const fn tables(mut self, sensitivity: CaseSensitivity) -> Self {
        self.tables = sensitivity;
        self
    }

    const fn time_zones(mut self) -> Self {
        self.converts_time_zones = true;
        self
    }

    const fn conversion(mut self, conversion: Conversion) -> Self {
        self.conversion = conversion;
        self
    }

    const fn index_patterns(mut self) -> Self {
        self.has_index_patterns = true;
        self
    }

    const fn multi_database(mut self) -> Self {
        self.has_multi_database = true;
        self
    }
}

macro_rules! datasource_types {
    ($($(#[$doc:meta])* $variant:ident => $facts:expr,)+) => {
        /// A type of datasource.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum DatasourceType { $($(#[$doc])* $variant,)+ }

        impl DatasourceType {
            /// Every type, in the vendor's order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            const fn facts(self) -> &'static Facts {
                use CaseFolding::{Ascii, Unicode};
                use CaseSensitivity::{Insensitive, LowersUnquoted, RaisesUnquoted, Sensitive, Unknown};
                use Schemas::{Recommended, Required, Unsupported};
                match self { $(Self::$variant => const { &$facts },)+ }
            }
        }
    };
}

datasource_types! {
    /// Snowflake.
    Snowflake => Facts::new("snowflake", Some(Dialect::Snowflake))
        .schemas(Recommended).case(RaisesUnquoted, CaseFolding::Unknown).conversion(Conversion::Everything),
    /// PostgreSQL.
    Postgres => Facts::new("postgres", Some(Dialect::Postgres))
        .schemas(Required("public")).case(LowersUnquoted, Ascii).time_zones(),
    /// Amazon Redshift.
    Redshift => Facts::new("redshift", Some(Dialect::Redshift))
        .schemas(Recommended).case(Insensitive, CaseFolding::Unknown).time_zones(),
    /// CockroachDB.
    CockroachDb => Facts::new("cockroachdb", Some(Dialect::Cockroach))
        .schemas(Recommended).case(LowersUnquoted, CaseFolding::Unknown).time_zones(),
    /// MySQL and `MariaDB`. Whether case matters in table names depends on
    /// `lower_case_table_names`, and so on the platform.
    MySql => Facts::new("mysql", Some(Dialect::MySql))
        .case(Insensitive, Unicode).tables(Unknown).conversion(Conversion::Everything),
    /// MongoDB.
    MongoDb => Facts::new("mongodb", None)
        .schemas(Unsupported).case(Sensitive, CaseFolding::Unknown).conversion(Conversion::Everything),
    /// ClickHouse.
    ClickHouse => Facts::new("clickhouse", Some(Dialect::ClickHouse))
        .case(Sensitive, CaseFolding::Unknown).time_zones(),
    /// SingleStore.
    SingleStore => Facts::new("singlestore", Some(Dialect::SingleStore))
        .case(Insensitive, Unicode).tables(Unknown).conversion(Conversion::Everything),
    /// BigQuery.
    BigQuery => Facts::new("bigquery", Some(Dialect::BigQuery))
        .case(Insensitive, CaseFolding::Unknown).tables(Sensitive),
    /// Databricks.
    Databricks => Facts::new("databricks", Some(Dialect::Databricks))
        .case(Insensitive, Unicode).conversion(Conversion::Everything),
    /// Elasticsearch.
    Elasticsearch => Facts::new("elasticsearch", Some(Dialect::Elasticsearch))
        .schemas(Unsupported).case(Sensitive, CaseFolding::Unknown).index_patterns(),
    /// OpenSearch.
    OpenSearch => Facts::new("opensearch", Some(Dialect::OpenSearch))
        .schemas(Unsupported).case(Sensitive, CaseFolding::Unknown).index_patterns(),
    /// Microsoft SQL Server. Case depends on the collation.
    SqlServer => Facts::new("mssql", Some(Dialect::SqlServer))
        .schemas(Required("dbo")).case(Unknown, Unicode).time_zones().multi_database().conversion(Conversion::Basic),
    /// Files on Amazon S3, read by DuckDB.
    AwsS3 => Facts::new("awss3", Some(Dialect::DuckDb))
        .schemas(Unsupported).case(Insensitive, Ascii),
    /// CSV files, read by DuckDB.
    Csv => Facts::new("csv", Some(Dialect::DuckDb))
        .schemas(Unsupported).case(Insensitive, Ascii),
    /// Firebolt.
    Firebolt => Facts::new("firebolt", Some(Dialect::Firebolt))
        .case(LowersUnquoted, CaseFolding::Unknown),
    /// Amazon Athena.
    Athena => Facts::new("athena", Some(Dialect::Trino))
        .case(Insensitive, CaseFolding::Unknown),
    /// Trino.
    Trino => Facts::new("trino", Some(Dialect::Trino))
        .case(Insensitive, CaseFolding::Unknown).time_zones(),
}

/// What people call a datasource, in lower case and without spaces, if that is not close to the
/// vendor's name.
const OTHER_NAMES: &[(&str, DatasourceType)] = &[
    ("pg", DatasourceType::Postgres),
    ("postgresql", DatasourceType::Postgres),
    ("sqlserver", DatasourceType::SqlServer),
    ("azuresql", DatasourceType::SqlServer),
    ("mariadb", DatasourceType::MySql),
    ("memsql", DatasourceType::SingleStore),
    ("mongo", DatasourceType::MongoDb),
    ("cockroach", DatasourceType::CockroachDb),
    ("crdb", DatasourceType::CockroachDb),
    ("s3", DatasourceType::AwsS3),
    ("amazons3", DatasourceType::AwsS3),
    ("elastic", DatasourceType::Elasticsearch),
    ("spark", DatasourceType::Databricks),
    ("presto", DatasourceType::Trino),
    ("googlebigquery", DatasourceType::BigQuery),
    ("amazonathena", DatasourceType::Athena),
    ("awsathena", DatasourceType::Athena),
    ("amazonredshift", DatasourceType::Redshift),
];

impl DatasourceType {
    /// The type with this name of the vendor's, case-sensitive.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }

    /// The type that was probably meant by a name that is not one of the vendor's.
    pub(crate) fn nearest(name: &str) -> Option<Self> {
        let is_letter = |c: &char| c.is_ascii_alphanumeric();
        let plain: String = name.chars().filter(is_letter).collect();
        let is_plain = |known: &str| known.eq_ignore_ascii_case(&plain);
        if let Some((_, meant)) = OTHER_NAMES.iter().find(|(known, _)| is_plain(known)) {
            return Some(*meant);
        }
        let by_letters = Self::ALL.iter().copied().find(|it| is_plain(it.name()));
        by_letters.or_else(|| Self::from_name(suggest::nearest(name, Self::names())?))
    }

    /// The vendor's names, in the vendor's order.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        Self::ALL.iter().map(|it| it.name())
    }

    /// The vendor's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// Whether its tables need schema names.
    #[must_use]
    pub(crate) fn schemas(self) -> Schemas {
        self.facts().schemas
    }

    /// Whether the vendor converts its date-times to the guest token's time zone.
    #[must_use]
    pub(crate) fn converts_time_zones(self) -> bool {
        self.facts().converts_time_zones
    }

    /// The SQL dialect of custom columns; `None` if they are not written in SQL.
    #[doc(hidden)]
    #[must_use]
    pub fn dialect(self) -> Option<Dialect> {
        self.facts().dialect
    }

    /// Whether a table may be a pattern of several indexes.
    #[must_use]
    pub(crate) fn has_index_patterns(self) -> bool {
        self.facts().has_index_patterns
    }

    /// Whether tenants may be spread over several databases.
    #[must_use]
    pub(crate) fn has_multi_database(self) -> bool {
        self.facts().has_multi_database
    }

    /// Which values it converts to compare different types.
    #[must_use]
    pub(crate) fn conversion(self) -> Conversion {
        self.facts().conversion
    }

    /// How case matters in the names of tables and schemas; an unknown type makes no claim.
    #[must_use]
    pub(crate) fn case_of_tables(datasource: Option<Self>) -> CaseRule {
        Self::case_rule(datasource, |facts| facts.tables)
    }

    /// How case matters in the names of columns.
    #[must_use]
    pub(crate) fn case_of_columns(datasource: Option<Self>) -> CaseRule {
        Self::case_rule(datasource, |facts| facts.columns)
    }

    fn case_rule(datasource: Option<Self>, of: impl Fn(&Facts) -> CaseSensitivity) -> CaseRule {
        let facts = datasource.map(Self::facts);
        CaseRule {
            sensitivity: facts.map_or(CaseSensitivity::Unknown, of),
            folding: facts.map_or(CaseFolding::Unknown, |facts| facts.folding),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_vendor_and_of_others() {
        for it in DatasourceType::ALL {
            assert_eq!(DatasourceType::from_name(it.name()), Some(*it));
        }
        assert_eq!(DatasourceType::from_name("Postgres"), None);
        assert_eq!(DatasourceType::Athena.dialect(), Some(Dialect::Trino));
        assert_eq!(DatasourceType::MongoDb.dialect(), None);
        for (name, meant) in [
            ("postgresql", "postgres"),
            ("POSTGRES", "postgres"),
            ("PostgreSQL", "postgres"),
            ("sqlserver", "mssql"),
            ("SQL Server", "mssql"),
            ("MS-SQL", "mssql"),
            ("mariadb", "mysql"),
            ("S3", "awss3"),
            ("aws_s3", "awss3"),
            ("Amazon Redshift", "redshift"),
            ("elastic search", "elasticsearch"),
            ("postgress", "postgres"),
            ("big-query", "bigquery"),
        ] {
            let found = DatasourceType::nearest(name).map(DatasourceType::name);
            assert_eq!(found, Some(meant), "{name}");
        }
        assert_eq!(DatasourceType::nearest("oracle"), None);
    }
}
