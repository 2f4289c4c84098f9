//! Tables name a client column, but there are no tenancy settings.

use crate::contract::Operation;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "client-column-without-tenancy",
    severity: WARNING,
    subject: Tenancy,
    what: "Tables have a `clientColumn`, but the datamart has no `tenancySettings`.",
    why: "Without settings the datamart does not isolate tenants, whatever its tables contain. \
          Reported once, at the first such table.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{
  "tableList": [{ "name": "orders", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
    ),
    check: Some(check),
    messages: {
        here(): "" => "`clientColumn` is set, but `tenancySettings` is missing, so tenants are not isolated",
        one(): ".one" => "`clientColumn` is set here and on one more table, but `tenancySettings` is missing, so tenants are not isolated",
        many(count): ".many" => "`clientColumn` is set here and on {count} more tables, but `tenancySettings` is missing, so tenants are not isolated",
        update(): ".update" => "`clientColumn` is set, but `tenancySettings` is missing, so tenants are isolated only if they already were",
        add(): ".help" => "Add `tenancySettings` with the level `TABLE`, or remove `clientColumn` if isolation is handled elsewhere.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if !cx.datamart.tenancy.is_absent() {
        return;
    }
    let mut columns = cx
        .datamart
        .tables
        .iter()
        .filter_map(|table| table.client_column.given());
    let Some(first) = columns.next() else { return };
    let message = match columns.count() {
        // An update keeps the settings that it omits.
        _ if cx.options.operation == Operation::Update => messages::update(),
        0 => messages::here(),
        1 => messages::one(),
        more => messages::many(&more.to_string()),
    };
    findings.add(
        Finding::new(Code::ClientColumnWithoutTenancy, first.node, message).help(messages::add()),
    );
}
