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

macro_rules! semantic_layer_path {
    () => {
        "`/api/v2/data-app/datamarts/semantic-layer`"
    };
}

/// Another document of the API.
#[derive(Debug)]
pub(crate) struct Foreign {
    /// Which document it is.
    pub message: &'static str,
    /// What to do with it.
    pub help: &'static str,
}

pub(crate) static UPDATE: Foreign = Foreign {
    message: "found the body of Update Datamart, expected a datamart",
    help: "A datamart has `name` in the place of `datamartName`, and a `datasourceName`.",
};

pub(crate) static DATAMARTS: Foreign = Foreign {
    message: "found the API's list of datamarts, expected one datamart",
    help: "Pass the list as the option `existingDatamarts`. The datamarts in it have other field names than one that is created.",
};

pub(crate) static DATAMART: Foreign = Foreign {
    message: "found a datamart as the API lists it, expected one as it is created",
    help: "Its fields have other names there: `datamartTables` is `tableList`, `tableName` and `columnName` are `name`, \
           `companyIntegration.name` is `datasourceName`, and `datamartOrganization` is `tenancySettings`.",
};

pub(crate) static DATASOURCES: Foreign = Foreign {
    message: "found the API's list of datasources, expected a datamart",
    help: "Pass the list as the option `datasources`.",
};

pub(crate) static SCHEMA: Foreign = Foreign {
    message: "found the schema of a datasource, expected a datamart",
    help: "Pass the schema as the option `catalog`.",
};

pub(crate) static SEMANTIC: Foreign = Foreign {
    message: "found the body of a semantic layer, expected a datamart",
    help: concat!(
        "Send it to ",
        semantic_layer_path!(),
        " after the datamart has been created."
    ),
};

/// What to do about a semantic-layer field in a datamart.
pub(crate) const SEMANTIC_FIELD_HELP: &str = concat!(
    "It belongs to the semantic layer, which is sent to ",
    semantic_layer_path!(),
    ". In a datamart it is sent unchanged."
);
