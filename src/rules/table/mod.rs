//! Rules of the tables: their names, schemas and visibility.

pub(super) mod duplicate_table;
pub(super) mod everything_hidden;
pub(super) mod index_pattern_unsupported;
pub(super) mod name_case;
pub(super) mod repeated_schema;
pub(super) mod schema_recommended;
pub(super) mod schema_required;
pub(super) mod schema_unsupported;
pub(super) mod unknown_table;

use super::Context;
use crate::catalog::CatalogMatch;
use crate::datasource::{DatasourceType, Schemas};
use crate::issue::Message;
use crate::model::Table;

/// Messages about a table's schema that several rules share.
pub(super) mod messages {
    use crate::issue::messages;

    messages! {
        "schema"
        known(schema): ".help" => "The table is in the schema `{schema}`.",
        several(schema, other): ".several.help" => "The table is in the schemas `{schema}` and `{other}`. Use the one that is meant.",
    }
}

/// What is known about a table's schema.
struct TableSchema<'c, 'd> {
    table: &'c Table<'d>,
    /// What the datasource's type implies, if it is known.
    usual: Option<(DatasourceType, Schemas)>,
    /// The table's match in the catalog.
    catalog: CatalogMatch<'c>,
}

impl<'c> TableSchema<'c, '_> {
    fn usual_is(&self, schemas: Schemas) -> bool {
        self.usual.is_some_and(|(_, usual)| usual == schemas)
    }

    /// The datasource and the schema of its new databases, if a schema is required.
    fn required(&self) -> Option<(DatasourceType, &'static str)> {
        match self.usual? {
            (datasource, Schemas::Required(schema)) => Some((datasource, schema)),
            _ => None,
        }
    }

    /// The table's schema in the catalog; `Some("")` if it has none.
    fn in_catalog(&self) -> Option<&'c str> {
        let table = self.catalog.table()?;
        let schema = table.schema();
        (!schema.is_empty() || !table.is_partial()).then_some(schema)
    }

    /// The only schema that contains the table.
    fn suggestion(&self) -> Option<&'c str> {
        match self.catalog {
            CatalogMatch::Table {
                table, other: None, ..
            } => Some(table.schema()).filter(|it| !it.is_empty()),
            _ => None,
        }
    }

    /// The help text that names the schema to use, if the catalog has the table.
    fn help(&self) -> Option<Message> {
        match self.catalog {
            CatalogMatch::Table {
                table,
                other: Some(other),
                ..
            } => Some(messages::several(table.schema(), other.schema())),
            _ => self.suggestion().map(messages::known),
        }
    }
}

fn schemas<'s, 'c, 'd>(
    cx: &'s Context<'c, 'd>,
) -> impl Iterator<Item = TableSchema<'c, 'd>> + use<'s, 'c, 'd> {
    let datasource = cx.options.datasource_type;
    let usual = datasource.map(|datasource| (datasource, datasource.schemas()));
    cx.resolved.tables().map(move |(table, bound)| TableSchema {
        table,
        usual,
        catalog: bound.catalog,
    })
}
