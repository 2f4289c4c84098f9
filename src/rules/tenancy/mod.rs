//! Rules that isolate tenants.

pub(super) mod client_column_without_tenancy;
pub(super) mod client_type_mismatch;
pub(super) mod ignored_tenancy_field;
pub(super) mod multi_database_unsupported;
pub(super) mod table_not_isolated;
pub(super) mod unknown_client_column;
pub(super) mod unknown_mapping_column;
pub(super) mod unknown_mapping_table;

use super::Context;

/// A datamart with isolated tenants, for the examples of rules that need a catalog.
#[cfg(not(target_arch = "wasm32"))]
const ISOLATED: &str = r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#;

/// The option with a catalog that contains all its names.
#[cfg(not(target_arch = "wasm32"))]
const TENANTS: &str = r#"{ "catalog": { "tables": [
  { "name": "orders", "schema": "public", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "tenant_id", "dataType": "integer" }] },
  { "name": "tenants", "schema": "public", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "name", "dataType": "text" }] }
] } }"#;

/// The tenancy level, if it is valid.
fn level<'d>(cx: &Context<'_, 'd>) -> Option<&'d str> {
    Some(cx.datamart.tenancy.given()?.level.given()?.text)
}
