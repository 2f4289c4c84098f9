//! The wire contract of the vendor's Create Datamart and Update Datamart calls: their objects, their
//! fields, the kind of each field and when it is required. The only place with wire names.
//!
//! Sources: the vendor's page "Create Datamart" and the bodies that the vendor's own client sends.
//! Two names are our best reading of that page, because no source shows them: `indexPattern` and
//! `isAggregate`. This is why a key that is not listed here is only a warning and is sent
//! unchanged.
//!
//! The comment above an object or a field is also its documentation in the TypeScript declarations
//! and in the JSON Schema, which are both generated from here. The WebAssembly module needs neither
//! and does not contain these texts.

pub(crate) mod foreign;
#[cfg(not(target_arch = "wasm32"))]
mod json_schema;
pub(crate) mod listed;
mod object;
#[cfg(not(target_arch = "wasm32"))]
mod typescript;

#[cfg(not(target_arch = "wasm32"))]
pub use json_schema::{Audience, JsonSchema, json_schema};
#[cfg(not(target_arch = "wasm32"))]
pub use typescript::typescript_types;

pub use object::Operation;
pub(crate) use object::{
    Condition, Field, FieldKind, InUpdate, MAX_FIELDS, OBJECTS, Object, Presence,
};
use object::{condition, required};

macro_rules! objects {
    ($(#[doc = $object_doc:literal] $module:ident($number:literal, $type_name:literal, $title:literal) {
        $(#[doc = $doc:literal] $field:ident = $name:literal, $kind:expr, $presence:expr
            $(, update $in_update:expr)? $(, listed $listed:literal)?;)+
    })+) => {
        $(#[doc = $object_doc]
        pub(crate) mod $module {
            #[allow(clippy::wildcard_imports, clippy::allow_attributes, unused_imports, reason = "not every object uses every kind")]
            use super::{*, Condition::*, FieldKind::*, InUpdate::*, Presence::*};

            objects!(@numbers 0, $($doc $field $name)+);

            const FIELDS: &[Field] = &[$(Field {
                name: $name,
                kind: $kind,
                presence: $presence,
                in_update: objects!(@in_update $($in_update)?),
                listed_as: objects!(@listed $name $($listed)?),
                #[cfg(not(target_arch = "wasm32"))]
                documentation: $doc.trim_ascii(),
            },)+];

            /// The object.
            pub(crate) static OBJECT: Object = Object {
                number: $number,
                #[cfg(not(target_arch = "wasm32"))]
                title: $title,
                #[cfg(not(target_arch = "wasm32"))]
                type_name: $type_name,
                #[cfg(not(target_arch = "wasm32"))]
                documentation: $object_doc.trim_ascii(),
                fields: FIELDS,
                required: [
                    required(FIELDS, Operation::Create),
                    required(FIELDS, Operation::Update),
                ],
                condition: condition(FIELDS),
            };
        })+
    };
    (@in_update) => { InUpdate::Same };
    (@in_update $in_update:expr) => { $in_update };
    (@listed $name:literal) => { $name };
    (@listed $name:literal $listed:literal) => { $listed };
    (@numbers $number:expr, $doc:literal $field:ident $name:literal $($rest:tt)*) => {
        #[doc = concat!("The number of `", $name, "` among the fields.")]
        #[allow(dead_code, clippy::allow_attributes, reason = "no rule asks for it yet")]
        pub(crate) const $field: usize = $number;
        objects!(@numbers $number + 1, $($rest)*);
    };
    (@numbers $number:expr,) => {};
}

objects! {
    /// A datamart, from which the bodies of Create Datamart and Update Datamart are made.
    datamart(0, "Datamart", "a datamart") {
        /// Unique in the organisation; letters, digits and hyphens recommended. Cannot be changed later.
        NAME = "name", Name, Required, update Named(foreign::DATAMART_NAME);
        /// The name of an existing datasource, case-sensitive. An update neither requires nor sends it.
        DATASOURCE_NAME = "datasourceName", Name, Required, update Nothing, listed "companyIntegration";
        /// At least one table.
        TABLE_LIST = "tableList", FilledList(&table::OBJECT), Required, listed "datamartTables";
        /// How tenants are isolated. Omit if isolation is handled elsewhere.
        TENANCY_SETTINGS = "tenancySettings", Nested(&tenancy::OBJECT), Optional, listed "datamartOrganization";
        /// How tables are joined.
        RELATIONSHIPS = "relationships", List(&relationship::OBJECT), Optional, update Always, listed "datamartRelationships";
        /// The JSON Schema of this file, for editors. It is not sent.
        SCHEMA = "$schema", Text, Unsent;
    }
    /// A table of the datamart.
    table(1, "Table", "a table") {
        /// The table's name in the datasource.
        NAME = "name", Name, Required, listed "tableName";
        // Which datasource it is, only an option can say; see rules::table.
        /// Required on schema-based datasources: PostgreSQL and SQL Server.
        SCHEMA_NAME = "schemaName", Name, Optional;
        /// The column that identifies the tenant. It must exist in the datasource's table but need not be in `columns`.
        CLIENT_COLUMN = "clientColumn", Name, Optional;
        /// Hides the table from the datamart's interface. Joins still reach it.
        IS_HIDE = "isHide", Flag, Optional;
        /// A display name.
        LABEL = "label", Text, Optional;
        /// OpenSearch: a wildcard used as the table's name in queries.
        INDEX_PATTERN = "indexPattern", Name, Optional;
        /// At least one column.
        COLUMNS = "columns", FilledList(&column::OBJECT), Required, listed "datamartTableColumns";
    }
    /// A column of a table.
    column(2, "Column", "a column") {
        /// The column's name in the datasource, or the name of the custom column.
        NAME = "name", Name, Required, listed "columnName";
        /// An alternative name to display.
        ALIAS = "alias", Text, Optional;
        /// A display name.
        LABEL = "label", Text, Optional;
        /// Hides the column from the datamart's interface.
        IS_HIDE = "isHide", Flag, Optional;
        /// Makes the column a custom column, computed by `sql`.
        IS_CUSTOM_COLUMN = "isCustomColumn", Flag, Optional;
        /// One SQL expression over columns of the same table. Required for a custom column.
        SQL = "sql", Text, RequiredWhen(IsTrue(IS_CUSTOM_COLUMN));
        /// Marks the column as an aggregate for metric calculations.
        IS_AGGREGATE = "isAggregate", Flag, Optional;
        /// Converts date-times to `params.timezone` of the guest token; has no effect unless that is set.
        IS_APPLY_TIMEZONE = "isApplyTimezone", Flag, Optional;
    }
    /// How tenants are isolated.
    tenancy(3, "TenancySettings", "the tenancy settings") {
        /// By a column in each table, by one database per tenant, or over several databases (SQL Server only).
        TENANCY_LEVEL = "tenancyLevel", Choice(&[LEVEL_TABLE, "DATABASE", LEVEL_MULTI_DATABASE]), Required;
        /// The type of the client identifier. Required at level TABLE.
        CLIENT_COLUMN_TYPE = "clientColumnType", Choice(&["NUMBER", "STRING"]), RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        /// Used at the levels DATABASE and MULTI_DATABASE; null for no default.
        PRIMARY_DATABASE = "primaryDatabase", Name, Nullable;
        /// The schema of the table that maps clients. Required at level TABLE.
        SCHEMA_NAME = "schemaName", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        /// The table that maps clients. Required at level TABLE.
        TABLE_NAME = "tableName", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        /// The column of that table with the client identifier. Required at level TABLE.
        TABLE_CLIENT_NAME_COLUMN = "tableClientNameColumn", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
        /// The primary key of that table. Required at level TABLE.
        TABLE_PRIMARY_KEY_COLUMN = "tablePrimaryKeyColumn", Name, RequiredWhen(Is(TENANCY_LEVEL, LEVEL_TABLE));
    }
    /// How two tables are joined.
    relationship(4, "Relationship", "a relationship") {
        /// The name of a table in `tableList`.
        PARENT_TABLE_NAME = "parentTableName", Name, Required;
        /// The parent's column in the join condition.
        PARENT_COLUMN_NAME = "parentColumnName", Name, Required;
        /// The name of a table in `tableList`; the parent's own name for a self-join.
        CHILD_TABLE_NAME = "childTableName", Name, Required;
        /// The child's column in the join condition.
        CHILD_COLUMN_NAME = "childColumnName", Name, Required;
        /// A descriptive name, such as `orders_to_customers`.
        RELATIONSHIP_NAME = "relationshipName", Text, Required;
        /// How many rows of one table match how many of the other; null if not specified.
        CARDINALITY = "cardinality", Choice(&["ManyToMany", "ManyToOne", "OneToMany", "OneToOne"]), Nullable;
        /// The kind of join; null if not specified.
        JOIN = "join", Choice(&["INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"]), Nullable;
    }
}

/// The tenancy level at which a column in each table identifies the tenant.
pub(crate) const LEVEL_TABLE: &str = "TABLE";

/// The tenancy level that spans several databases.
pub(crate) const LEVEL_MULTI_DATABASE: &str = "MULTI_DATABASE";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_fit_the_tables_made_for_them() {
        let all = [
            &datamart::OBJECT,
            &table::OBJECT,
            &column::OBJECT,
            &tenancy::OBJECT,
            &relationship::OBJECT,
        ];
        assert_eq!(all.len(), OBJECTS);
        for (number, object) in all.iter().enumerate() {
            assert_eq!(object.number, number, "{}", object.title);
            assert!(object.fields.len() <= MAX_FIELDS, "{}", object.title);
            for field in object.fields {
                if let Presence::RequiredWhen(condition) = field.presence {
                    assert_eq!(Some(condition), object.condition, "{}", field.name);
                }
            }
        }
    }
}
