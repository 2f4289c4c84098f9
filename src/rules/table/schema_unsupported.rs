//! A table has a schema although the datasource has none.

use super::on;
use crate::datasource::Schemas;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table has a `schemaName` on a datasource without schemas.",
    why: "MongoDB, Elasticsearch, OpenSearch, CSV files and Amazon S3 have nothing like a schema. Known only with the option \
          `datasourceType`.",
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
    let Some((datasource, tables)) = on(cx, Schemas::Unsupported) else {
        return;
    };
    for schema in tables.iter().filter_map(|table| table.schema_name.given()) {
        let message = format!(
            "`schemaName` is set, but a datasource of type `{}` has none",
            datasource.name()
        );
        findings
            .add(Finding::new(Code::SchemaUnsupported, schema.node, message).help("Remove it."));
    }
}
