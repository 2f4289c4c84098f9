//! The kinds of datasources that the vendor connects to, and what is known of each.

use crate::sql::Dialect;

/// Whether tables of a datasource have a schema name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schemas {
    /// They must: the vendor's documentation names the datasource as schema-based.
    Required,
    /// The database has schemas, but the documentation does not name it.
    Recommended,
    /// The datasource has nothing like it.
    Unsupported,
    /// It may be a database or a dataset, or nothing: no claim is made.
    Unclear,
}

/// One type, with the vendor's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatasourceType(&'static Entry);

#[derive(Debug, PartialEq, Eq)]
struct Entry {
    name: &'static str,
    schemas: Schemas,
    converts_time_zones: bool,
}

const fn entry(name: &'static str, schemas: Schemas, converts_time_zones: bool) -> Entry {
    Entry {
        name,
        schemas,
        converts_time_zones,
    }
}

static TYPES: [Entry; 18] = [
    entry("snowflake", Schemas::Recommended, false),
    entry("postgres", Schemas::Required, true),
    entry("redshift", Schemas::Recommended, true),
    entry("cockroachdb", Schemas::Recommended, true),
    entry("mysql", Schemas::Unclear, false),
    entry("mongodb", Schemas::Unsupported, false),
    entry("clickhouse", Schemas::Unclear, true),
    entry("singlestore", Schemas::Unclear, false),
    entry("bigquery", Schemas::Unclear, false),
    entry("databricks", Schemas::Unclear, false),
    entry("elasticsearch", Schemas::Unsupported, false),
    entry("opensearch", Schemas::Unsupported, false),
    entry("mssql", Schemas::Required, true),
    entry("awss3", Schemas::Unsupported, false),
    entry("csv", Schemas::Unsupported, false),
    entry("firebolt", Schemas::Unclear, false),
    entry("athena", Schemas::Unclear, false),
    entry("trino", Schemas::Unclear, true),
];

impl DatasourceType {
    /// The type with the vendor's name, to the letter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        TYPES.iter().find(|entry| entry.name == name).map(Self)
    }

    /// The vendor's names, in the vendor's order.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        TYPES.iter().map(|entry| entry.name)
    }

    /// The vendor's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Whether its tables have schema names.
    #[must_use]
    pub fn schemas(self) -> Schemas {
        self.0.schemas
    }

    /// Whether the vendor converts its date-times to the guest token's time zone.
    #[must_use]
    pub fn converts_time_zones(self) -> bool {
        self.0.converts_time_zones
    }

    /// The SQL in which custom columns are written; `None` where they are written in none.
    #[must_use]
    pub fn dialect(self) -> Option<Dialect> {
        Dialect::for_datasource(self.0.name)
    }

    /// Whether a table may be a pattern of several indexes.
    #[must_use]
    pub fn has_index_patterns(self) -> bool {
        matches!(self.0.name, "opensearch" | "elasticsearch")
    }

    /// Whether tenants may be spread over several databases.
    #[must_use]
    pub fn has_multi_database(self) -> bool {
        self.0.name == "mssql"
    }
}
