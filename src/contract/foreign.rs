//! Names in the vendor's other bodies and replies, used to recognise them where a datamart was
//! expected.

use super::datamart;

/// The field that may wrap any reply.
pub(crate) const DATA: &str = "data";

/// The field that Update Datamart and the semantic layer use instead of `name`.
pub(crate) const DATAMART_NAME: &str = "datamartName";

/// Fields that only a datamart in the list reply has, under its own names for them.
pub(crate) const LISTED_DATAMART: [usize; 3] = [
    datamart::TABLE_LIST,
    datamart::TENANCY_SETTINGS,
    datamart::DATASOURCE_NAME,
];

/// Fields that only a datasource in the list reply has.
pub(crate) const LISTED_DATASOURCE: [&str; 2] = ["isAuthenticated", "isDisabled"];

/// The tables of the schema reply and of the semantic layer.
pub(crate) const TABLES: &str = "tables";

/// Fields that only the schema reply has: in the reply, in a table, and in a column.
pub(crate) const SCHEMA_REPLY: [&str; 3] = ["datasourceId", "tableCount", "columnCount"];
pub(crate) const SCHEMA_OF_TABLE: &str = "schema";
pub(crate) const TYPE_OF_COLUMN: &str = "dataType";

/// Fields that only tables and columns of the semantic layer have.
pub(crate) const SEMANTIC_LAYER: [&str; 6] = [
    "description",
    "synonyms",
    "columnType",
    "columnTypeConfig",
    "isIdentifier",
    "miscellaneousInfo",
];

/// Where the semantic layer is sent.
pub(crate) const SEMANTIC_LAYER_PATH: &str = "/api/v2/data-app/datamarts/semantic-layer";

/// Another document of the API.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Foreign {
    /// The body of Update Datamart.
    Update,
    /// The reply that lists datamarts.
    Datamarts,
    /// One datamart of that list.
    Datamart,
    /// The reply that lists datasources.
    Datasources,
    /// The schema of a datasource.
    Schema,
    /// The body of a semantic layer.
    Semantic,
}
