//! A table has no schema although the datasource needs one.

use super::schemas;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, rule};

rule! {
    code: "schema-required",
    severity: ERROR,
    subject: Tables,
    what: "A table of a PostgreSQL or SQL Server datasource has no `schemaName`.",
    why: "The vendor's documentation requires it for these two. Checked only with the option `datasourceType`.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "postgres" }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "postgres" }"#,
    ),
    check: Some(check),
    messages: {
        missing(typeName): "" => "`schemaName` is required on a datasource of type `{typeName}`, but missing",
        usual(usual): ".help" => "Use the schema that contains the table, usually `{usual}`.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for schema in schemas(cx).filter(|it| it.table.schema_name.is_absent()) {
        let Some((datasource, usual)) = schema.required() else {
            return;
        };
        // The catalog decides: a table without a schema needs none.
        if schema.in_catalog() == Some("") {
            continue;
        }
        let message = messages::missing(datasource.name());
        let help = schema.help().unwrap_or_else(|| messages::usual(usual));
        let place = Place::field(schema.table.value, "schemaName");
        findings.add(
            Finding::new(Code::SchemaRequired, place, message)
                .help(help)
                .suggest(schema.suggestion()),
        );
    }
}
