//! The table that maps clients is not in the datasource.

use crate::catalog::CatalogMatch;
use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-mapping-table",
    severity: ERROR,
    subject: Tenancy,
    what: "The mapping table in `tenancySettings` does not exist in the datasource, or not in the given schema.",
    why: "Clients are looked up in it. Checked only with the option `catalog`.",
    wrong: FieldsWith(
        r#"{
  "tableList": [{ "name": "orders", "schemaName": "public", "clientColumn": "tenant_id", "columns": [{ "name": "id" }] }],
  "tenancySettings": {
    "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "tenant",
    "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id"
  }
}"#,
        super::TENANTS,
    ),
    right: FieldsWith(super::ISOLATED, super::TENANTS),
    check: Some(check),
    messages: {
        missing(table): "" => "the datasource has no table `{table}`",
        choose(): ".help" => "Use the table in the datasource that lists the clients.",
        other(found, schema, table): ".elsewhere" => "found `{found}`, but the table is `{schema}.{table}`",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some((settings, found)) = cx.resolved.mapping() else {
        return;
    };
    let (Some(name), Some(schema)) = (settings.table_name.given(), settings.schema_name.given())
    else {
        return;
    };
    // Another rule reports a name that repeats its schema.
    if cx.resolved.repeated_schema_of_mapping().is_some() {
        return;
    }
    match found {
        CatalogMatch::NoClaim => {}
        CatalogMatch::Missing => {
            let message = messages::missing(trim(name.text));
            let finding = Finding::new(Code::UnknownMappingTable, name.node, message);
            findings.add(match naming::nearest_table(cx, name.text) {
                Some(nearest) => finding.did_you_mean(nearest),
                None => finding.help(messages::choose()),
            });
        }
        CatalogMatch::Elsewhere { first: known, .. } => {
            let message = messages::other(trim(schema.text), known.schema(), known.name());
            findings.add(
                Finding::new(Code::UnknownMappingTable, schema.node, message)
                    .did_you_mean(known.schema()),
            );
        }
        CatalogMatch::Table {
            table: known,
            name: of_name,
            schema: of_schema,
            ..
        } => {
            for (written, right, quality, has_one_spelling) in [
                (
                    name,
                    known.name(),
                    of_name,
                    known.has_one_spelling_in_schema(),
                ),
                (
                    schema,
                    known.schema(),
                    of_schema,
                    known.schema_has_one_spelling(),
                ),
            ] {
                let help = naming::other_spelling(right, quality);
                let Some(help) = help.filter(|_| !right.is_empty()) else {
                    continue;
                };
                let message = messages::other(trim(written.text), known.schema(), known.name());
                findings.add(
                    Finding::new(Code::UnknownMappingTable, written.node, message)
                        .help(help)
                        .suggest(Some(right))
                        .certain_fix_if(has_one_spelling),
                );
            }
        }
    }
}
