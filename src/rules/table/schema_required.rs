//! A table has no schema although the datasource needs one.

use super::schemas;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table of a PostgreSQL or SQL Server datasource has no `schemaName`.",
    why: "The vendor's documentation requires it for these two. Known only with the option `datasourceType`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "postgres" }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "postgres" }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for schema in schemas(cx).filter(|it| it.table.schema_name.is_absent()) {
        let Some((datasource, usual)) = schema.required() else {
            return;
        };
        // The catalog decides: a table without a schema needs none.
        if schema.in_catalog() == Some("") {
            continue;
        }
        let message = format!(
            "`schemaName` is missing, but required on a datasource of type `{}`",
            datasource.name()
        );
        let usual = format!("Name the schema that the table is in; most often it is `{usual}`.");
        let place = Place::field(schema.table.value, "schemaName");
        findings.add(
            Finding::new(Code::SchemaRequired, place, message)
                .help(schema.help(usual))
                .suggest(schema.suggestion()),
        );
    }
}
