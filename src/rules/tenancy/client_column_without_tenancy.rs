//! Tables name a client column, but there are no tenancy settings.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc, here_and_on};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "Tables have a `clientColumn`, but the datamart has no `tenancySettings`.",
    why: "Without settings the datamart isolates nobody, whatever the tables say. Reported once, at the first such table.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [{ "name": "orders", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if !cx.datamart.tenancy.is_absent() {
        return;
    }
    let mut columns = cx
        .datamart
        .tables
        .iter()
        .filter_map(|table| table.client_column.given());
    let Some(first) = columns.next() else { return };
    let others = here_and_on(columns.count(), "table");
    let message = format!(
        "`clientColumn` is set{others}, but there are no `tenancySettings`, so tenants are not kept apart"
    );
    findings.add(
        Finding::new(Code::ClientColumnWithoutTenancy, first.node, message)
            .help("Add `tenancySettings` with the level TABLE, or remove `clientColumn` if isolation is handled elsewhere."),
    );
}
