//! A column of the table that maps clients is not in the datasource.

use crate::issue::{Code, Finding, Findings};
use crate::model::Field;
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-mapping-column",
    severity: ERROR,
    subject: Tenancy,
    what: "The table that maps clients does not have this column.",
    why: "Clients are looked up by it. Checked only with the option `catalog`.",
    wrong: FieldsWith(
        r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "key"
  }
}"#,
        super::TENANTS,
    ),
    right: FieldsWith(super::ISOLATED, super::TENANTS),
    check: Some(check),
    messages: {
        missing(table, column): "" => "the datasource's table `{table}` has no column `{column}`",
        choose(): ".help" => "Use a column of the table that lists the clients.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some((settings, found)) = cx.resolved.mapping() else {
        return;
    };
    let Some(table) = found.table() else {
        return;
    };
    let columns = [
        settings.table_client_name_column,
        settings.table_primary_key_column,
    ];
    for name in columns.into_iter().filter_map(Field::given) {
        naming::check_column(
            cx,
            table,
            name,
            cx.resolved.column_of(table, name),
            findings,
            &|written| {
                let message = messages::missing(table.name(), written);
                Finding::new(Code::UnknownMappingColumn, name.node, message)
                    .help(messages::choose())
            },
            &|finding, _| finding,
        );
    }
}
