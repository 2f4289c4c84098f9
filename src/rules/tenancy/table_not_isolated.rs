//! A table without a client column at tenancy level TABLE: possibly a leak between tenants.

use super::level;
use crate::contract::LEVEL_TABLE;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "At tenancy level TABLE, a table has no `clientColumn`.",
    why: "Nothing keeps the tenants apart in that table: every tenant sees the rows of all others. That is right only for tables \
          that belong to nobody, such as a list of countries. Hiding the table does not help, because joins still reach it.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] },
    { "name": "invoices", "columns": [{ "name": "id" }] }
  ],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] },
    { "name": "invoices", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }
  ],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if level(cx) != Some(LEVEL_TABLE) {
        return;
    }
    for table in cx
        .datamart
        .tables
        .iter()
        .filter(|table| table.client_column.is_absent())
    {
        let name = table.name.given().map_or("", |name| name.text.trim());
        let message =
            format!("the table `{name}` has no `clientColumn`, so every tenant sees all its rows");
        let help = if table.is_hide.is_set() {
            "Name the column that tells the tenants apart. Hiding the table is not enough: joins still reach it."
        } else {
            "Name the column that tells the tenants apart. If the table belongs to no tenant, such as a list of countries, \
             all is well."
        };
        let place = Place::field(table.value, "clientColumn");
        findings.add(Finding::new(Code::TableNotIsolated, place, message).help(help));
    }
}
