//! A client column is not in the datasource's table.

use super::{ISOLATED, TENANTS};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc, naming};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The `clientColumn` of a table is not in the datasource's table.",
    why: "The API rejects it, or no row belongs to any tenant. A custom column is none of the datasource. Known only with the option \
          `catalog`.",
    wrong: Example::FieldsWith(
        r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenantid", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
        TENANTS,
    ),
    right: Example::FieldsWith(ISOLATED, TENANTS),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
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
                let table_name = known.name();
                let message =
                    format!("the datasource's table `{table_name}` has no column `{written}`");
                let finding = Finding::new(Code::UnknownClientColumn, name.node, message);
                let listed = cx.resolved.column_called(number, written);
                if listed.is_some_and(|column| column.is_custom.is_set()) {
                    finding.help("It is a custom column; the column that identifies the tenant has to be one of the datasource.")
                } else {
                    finding.help("Use the column of the datasource that identifies the tenant.")
                }
            },
            &|finding, _| finding,
        );
    }
}
