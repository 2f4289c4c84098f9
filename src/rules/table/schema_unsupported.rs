//! A table has a schema although the datasource has none.

use super::schemas;
use crate::datasource::Schemas;
use crate::issue::{Code, Finding, Findings, suggestion};
use crate::rules::{Context, rule};

rule! {
    code: "schema-unsupported",
    severity: WARNING,
    subject: Tables,
    what: "A table has a `schemaName` on a datasource without schemas.",
    why: "MongoDB, Elasticsearch, OpenSearch, CSV files and Amazon S3 have nothing like schemas. \
          Checked only with the option `datasourceType` or `catalog`; the catalog decides.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "mongodb" }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "mongodb" }"#,
    ),
    check: Some(check),
    messages: {
        typed(typeName): "" => "`schemaName` is set, but a datasource of type `{typeName}` has no schemas",
        known(): ".catalog" => "`schemaName` is set, but the table in the datasource has no schema",
        remove(): ".help" => "Remove it.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for schema in schemas(cx) {
        let Some(name) = schema.table.schema_name.given() else {
            continue;
        };
        let message = match (schema.in_catalog(), schema.usual) {
            // The catalog decides, but it may omit schemas where they are usual.
            (Some(""), None | Some((_, Schemas::Unclear | Schemas::Unsupported))) => {
                messages::known()
            }
            (None, Some((datasource, Schemas::Unsupported))) => messages::typed(datasource.name()),
            _ => continue,
        };
        findings.add(
            Finding::new(Code::SchemaUnsupported, name.node, message)
                .help(messages::remove())
                .fix_by_removing(suggestion::remove("schemaName")),
        );
    }
}
