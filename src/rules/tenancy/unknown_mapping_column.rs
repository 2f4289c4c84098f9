//! A column of the table that maps clients is not in the datasource.

use super::{ISOLATED, TENANTS};
use crate::issue::{Code, Finding, Findings};
use crate::model::Field;
use crate::rules::{Context, Example, RuleDoc, naming};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The table that maps clients has no such column.",
    why: "Clients are looked up by it. Known only with the option `catalog`.",
    wrong: Example::FieldsWith(
        r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenants",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "key"
  }
}"#,
        TENANTS,
    ),
    right: Example::FieldsWith(ISOLATED, TENANTS),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
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
                let message = format!(
                    "the datasource's table `{}` has no column `{written}`",
                    table.name()
                );
                Finding::new(Code::UnknownMappingColumn, name.node, message)
                    .help("Use a column of the table that lists the clients.")
            },
            &|finding, _| finding,
        );
    }
}
