//! A table has no schema although the database has schemas.

use super::on;
use crate::datasource::Schemas;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table of a Snowflake, Redshift or CockroachDB datasource has no `schemaName`.",
    why: "These databases have schemas, but the vendor's documentation does not say that the name is required for them. Known \
          only with the option `datasourceType`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "ORDERS", "columns": [{ "name": "ID" }] }] }"#,
        r#"{ "datasourceType": "snowflake" }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "ORDERS", "schemaName": "PUBLIC", "columns": [{ "name": "ID" }] }] }"#,
        r#"{ "datasourceType": "snowflake" }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some((datasource, tables)) = on(cx, Schemas::Recommended) else {
        return;
    };
    for table in tables.iter().filter(|table| table.schema_name.is_absent()) {
        let message = format!(
            "`schemaName` is missing, and a datasource of type `{}` has schemas",
            datasource.name()
        );
        findings.add(
            Finding::new(
                Code::SchemaRecommended,
                Place::field(table.value, "schemaName"),
                message,
            )
            .help("Name the schema that the table is in."),
        );
    }
}
