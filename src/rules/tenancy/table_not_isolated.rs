//! A table without a client column at tenancy level TABLE: possibly a leak between tenants.

use super::level;
use crate::catalog::ColumnRef;
use crate::contract::LEVEL_TABLE;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::physical;
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
    let usual = client_columns(cx);
    for (table, physical) in physical::tables(cx) {
        if !table.client_column.is_absent() {
            continue;
        }
        let name = table.name.given().map_or("", |name| name.text.trim());
        let message =
            format!("the table `{name}` has no `clientColumn`, so every tenant sees all its rows");
        let column = physical.table().and_then(|known| {
            let mut columns = usual.iter().filter_map(|usual| known.column(usual));
            columns.next().map(ColumnRef::name)
        });
        let hidden = if table.is_hide.is_set() {
            " Hiding the table is not enough: joins still reach it."
        } else {
            ""
        };
        let help = match column {
            Some(column) => format!("It has a column `{column}`, which tells the tenants apart in other tables.{hidden}"),
            None if hidden.is_empty() => {
                "Name the column that tells the tenants apart. If the table belongs to no tenant, such as a list of countries, \
                 all is well."
                    .to_owned()
            }
            None => format!("Name the column that tells the tenants apart.{hidden}"),
        };
        let place = Place::field(table.value, "clientColumn");
        findings.add(
            Finding::new(Code::TableNotIsolated, place, message)
                .help(help)
                .suggest(column),
        );
    }
}

/// The client columns of the other tables, each once.
fn client_columns<'d>(cx: &Context<'_, 'd>) -> Vec<&'d str> {
    let mut names: Vec<&str> = Vec::new();
    let tables = cx.datamart.tables.iter();
    for name in tables.filter_map(|table| table.client_column.given()) {
        let name = name.text.trim();
        // There is one in most datamarts, or two.
        if names.len() < MAX_CLIENT_COLUMNS && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// So many different client columns are looked for in a table without one.
const MAX_CLIENT_COLUMNS: usize = 8;
