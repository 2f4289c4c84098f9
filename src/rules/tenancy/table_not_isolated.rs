//! A table without a client column at tenancy level TABLE: possibly a leak between tenants.

use super::level;
use crate::contract::LEVEL_TABLE;
use crate::issue::{Code, Finding, Findings, Place};
use crate::names::trim;
use crate::rules::{Context, rule};

rule! {
    code: "table-not-isolated",
    severity: WARNING,
    subject: Tenancy,
    what: "At tenancy level TABLE, a table has no `clientColumn`.",
    why: "The datamart does not restrict the rows of that table: every tenant sees the rows of all others, unless the embed sets a \
          client column for it (`accessSettings.tableList`). That is right only for tables that are not tenant-specific, such as a \
          list of countries. Hiding the table does not help, because joins still reach it.",
    wrong: Fields(
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
    right: Fields(
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
    check: Some(check),
    messages: {
        unrestricted(table): "" => "the table `{table}` has no `clientColumn`, so the datamart does not restrict its rows to the tenant",
        name(): ".help" => "Set it to the column that identifies the tenant; otherwise every tenant sees all rows unless the embed sets a client column for this table. If the table is not tenant-specific (a list of countries, for example), ignore this warning.",
        name_hidden(): ".hidden.help" => "Set it to the column that identifies the tenant; otherwise every tenant sees all rows unless the embed sets a client column for this table. Hiding the table is not enough, because joins still reach it.",
        column(suggestion): ".column.help" => "It has the column `{suggestion}`, which identifies the tenant in other tables. Every tenant sees all rows unless the embed sets a client column for this table.",
        column_hidden(suggestion): ".column.hidden.help" => "It has the column `{suggestion}`, which identifies the tenant in other tables. Hiding the table is not enough, because joins still reach it: every tenant sees all rows unless the embed sets a client column for this table.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if level(cx) != Some(LEVEL_TABLE) {
        return;
    }
    let usual = client_columns(cx);
    for (table, bound) in cx.resolved.tables() {
        if !table.client_column.is_absent() {
            continue;
        }
        let message = messages::unrestricted(bound.name);
        let rule = cx.resolved.case_of_columns;
        let column = bound.catalog.table().and_then(|known| {
            let found = |usual: &&str| known.column(usual, rule);
            let found = usual.iter().filter_map(found);
            let mut found = found.filter(|(_, quality)| quality.is_found());
            found.next().map(|(column, _)| column.name())
        });
        let help = match (column, table.is_hide.is_set()) {
            (Some(column), true) => messages::column_hidden(column),
            (Some(column), false) => messages::column(column),
            (None, true) => messages::name_hidden(),
            (None, false) => messages::name(),
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
        let name = trim(name.text);
        // Most datamarts have one or two.
        if names.len() < MAX_CLIENT_COLUMNS && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// How many different client columns are looked up in a table without one.
const MAX_CLIENT_COLUMNS: usize = 8;
