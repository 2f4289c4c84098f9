//! A table has a schema although the datasource has none.

use super::schemas;
use crate::datasource::Schemas;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table has a `schemaName` on a datasource without schemas.",
    why: "MongoDB, Elasticsearch, OpenSearch, CSV files and Amazon S3 have nothing like a schema. Known only with the option \
          `datasourceType` or `catalog`; the catalog decides.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "mongodb" }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "mongodb" }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for schema in schemas(cx) {
        let Some(name) = schema.table.schema_name.given() else {
            continue;
        };
        let message = match (schema.in_catalog(), schema.usual) {
            // The catalog decides; but where schemas are usual, it may have left them out.
            (Some(""), None | Some((_, Schemas::Unclear | Schemas::Unsupported))) => {
                "`schemaName` is set, but the datasource's table is in no schema".to_owned()
            }
            (None, Some((datasource, Schemas::Unsupported))) => format!(
                "`schemaName` is set, but a datasource of type `{}` has none",
                datasource.name()
            ),
            _ => continue,
        };
        findings.add(
            Finding::new(Code::SchemaUnsupported, name.node, message)
                .help("Remove it.")
                .fix_by_removing("Remove `schemaName`"),
        );
    }
}
