//! A table has no schema although the datasource needs one.

use super::on;
use crate::datasource::Schemas;
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
    let Some((datasource, tables)) = on(cx, Schemas::Required) else {
        return;
    };
    for table in tables.iter().filter(|table| table.schema_name.is_absent()) {
        let message = format!(
            "`schemaName` is missing, but required on a datasource of type `{}`",
            datasource.name()
        );
        let usual = if datasource.name() == "mssql" {
            "dbo"
        } else {
            "public"
        };
        findings.add(
            Finding::new(
                Code::SchemaRequired,
                Place::field(table.value, "schemaName"),
                message,
            )
            .help(format!(
                "Name the schema that the table is in; most often it is `{usual}`."
            )),
        );
    }
}
