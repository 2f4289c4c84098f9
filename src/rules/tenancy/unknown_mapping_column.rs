//! A column of the table that maps clients is not in the datasource.

use super::{ISOLATED, TENANTS};
use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Tenancy};
use crate::rules::physical::{self, Physical};
use crate::rules::{Context, Example, RuleDoc};

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

pub(super) fn check(
    cx: &Context<'_, '_>,
    settings: &Tenancy<'_>,
    physical: Physical<'_>,
    findings: &mut Findings<'_>,
) {
    let Some(table) = physical.table() else {
        return;
    };
    let columns = [
        settings.table_client_name_column,
        settings.table_primary_key_column,
    ];
    for name in columns.into_iter().filter_map(Field::given) {
        physical::check_column(
            cx,
            table,
            name,
            findings,
            &|written| {
                let message = format!(
                    "the datasource's table `{}` has no column `{written}`",
                    table.name()
                );
                Finding::new(Code::UnknownMappingColumn, name.node, message)
                    .help("Name a column of the table that lists the clients.")
            },
            &|finding, _| finding,
        );
    }
}
