//! A client column is not in the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-client-column",
    severity: ERROR,
    subject: Tenancy,
    what: "The `clientColumn` of a table does not exist in the datasource's table.",
    why: "The API rejects it, or no row belongs to any tenant. Custom columns are not in the \
          datasource. Checked only with the option `catalog`.",
    wrong: FieldsWith(
        r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenantid", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
        super::TENANTS,
    ),
    right: FieldsWith(super::ISOLATED, super::TENANTS),
    check: Some(check),
    messages: {
        missing(table, column): "" => "the datasource's table `{table}` has no column `{column}`",
        choose(): ".help" => "Use the column of the datasource that identifies the tenant.",
        custom(): ".custom.help" => "It is a custom column, but the column that identifies the tenant must be in the datasource.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (number, (table, bound)) in cx.resolved.tables().enumerate() {
        let Some(known) = bound.catalog.table() else {
            continue;
        };
        let Some(name) = table.client_column.given() else {
            continue;
        };
        naming::check_column(
            cx,
            known,
            name,
            cx.resolved.client_column(bound),
            findings,
            &|written| {
                let message = messages::missing(known.name(), written);
                let finding = Finding::new(Code::UnknownClientColumn, name.node, message);
                let listed = cx.resolved.column_called(number, written);
                if listed.is_some_and(|column| column.is_custom.is_set()) {
                    finding.help(messages::custom())
                } else {
                    finding.help(messages::choose())
                }
            },
            &|finding, _| finding,
        );
    }
}
