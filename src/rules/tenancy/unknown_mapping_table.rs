//! The table that maps clients is not in the datasource.

use super::{ISOLATED, TENANTS};
use crate::issue::{Code, Finding, Findings};
use crate::model::Tenancy;
use crate::rules::physical::{self, Physical};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The table that `tenancySettings` names is not in the datasource, or not in the schema that is named.",
    why: "Clients are looked up in it. Known only with the option `catalog`.",
    wrong: Example::FieldsWith(
        r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenant",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
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
    let (Some(name), Some(schema)) = (settings.table_name.given(), settings.schema_name.given())
    else {
        return;
    };
    let written = name.text.trim();
    match physical {
        Physical::Missing => {
            let message = format!("the datasource has no table `{written}`");
            let finding = Finding::new(Code::UnknownMappingTable, name.node, message);
            findings.add(match physical::nearest_table(cx, written) {
                Some(nearest) => finding.did_you_mean(nearest),
                None => finding.help("Name the table of the datasource that lists the clients."),
            });
        }
        Physical::Misspelt(known) | Physical::Elsewhere { first: known, .. } => {
            let (place, written, right) = if known.name() == written {
                (schema.node, schema.text.trim(), known.schema())
            } else {
                (name.node, written, known.name())
            };
            let message = format!(
                "found `{written}`, but the table is `{}.{}`",
                known.schema(),
                known.name()
            );
            findings
                .add(Finding::new(Code::UnknownMappingTable, place, message).did_you_mean(right));
        }
        Physical::NoClaim | Physical::Table { .. } => {}
    }
}
