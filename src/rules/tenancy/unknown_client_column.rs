//! A client column is not in the datasource's table.

use super::{ISOLATED, TENANTS};
use crate::issue::{Code, Finding, Findings};
use crate::rules::physical;
use crate::rules::{Context, Example, RuleDoc};

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
    for (table, known) in physical::known(cx) {
        let Some(name) = table.client_column.given() else {
            continue;
        };
        physical::check_column(
            cx,
            known,
            name,
            findings,
            &|written| {
                let is_custom = table.columns.iter().any(|column| {
                    column.is_custom.is_set()
                        && column
                            .name
                            .given()
                            .is_some_and(|name| name.text.trim() == written)
                });
                let table = known.name();
                let message = format!("the datasource's table `{table}` has no column `{written}`");
                let finding = Finding::new(Code::UnknownClientColumn, name.node, message);
                if is_custom {
                    finding.help("It is a custom column; the column that tells tenants apart has to be one of the datasource.")
                } else {
                    finding.help("Name the column of the datasource that tells the tenants apart.")
                }
            },
            &|finding, _| finding,
        );
    }
}
