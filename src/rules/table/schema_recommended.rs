//! A table has no schema although the database has schemas.

use super::schemas;
use crate::catalog::CatalogMatch;
use crate::datasource::Schemas;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, rule};

rule! {
    code: "schema-recommended",
    severity: WARNING,
    subject: Tables,
    what: "A table of a Snowflake, Redshift or CockroachDB datasource, or one that the catalog has in a schema, has no `schemaName`.",
    why: "These databases have schemas, but the vendor's documentation does not say that they \
          require the name. Checked only with the option `datasourceType` or `catalog`; the \
          catalog decides.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "ORDERS", "columns": [{ "name": "ID" }] }] }"#,
        r#"{ "datasourceType": "snowflake" }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "ORDERS", "schemaName": "PUBLIC", "columns": [{ "name": "ID" }] }] }"#,
        r#"{ "datasourceType": "snowflake" }"#,
    ),
    check: Some(check),
    messages: {
        typed(typeName): "" => "`schemaName` is missing, and a datasource of type `{typeName}` has schemas",
        known(): ".catalog" => "`schemaName` is missing, and the datasource has schemas",
        name_schema(): ".help" => "Use the schema that contains the table.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for schema in schemas(cx).filter(|it| it.table.schema_name.is_absent()) {
        if schema.required().is_some() {
            return;
        }
        let is_in_several = matches!(schema.catalog, CatalogMatch::Table { other: Some(_), .. });
        let is_recommended = match schema.in_catalog() {
            // The catalog decides.
            Some("") => false,
            Some(_) => schema.usual.is_none() || schema.usual_is(Schemas::Recommended),
            None => schema.usual_is(Schemas::Recommended),
        };
        if !is_recommended && !is_in_several {
            continue;
        }
        let message = match schema.usual {
            Some((datasource, Schemas::Recommended)) => messages::typed(datasource.name()),
            _ => messages::known(),
        };
        let place = Place::field(schema.table.value, "schemaName");
        findings.add(
            Finding::new(Code::SchemaRecommended, place, message)
                .help(schema.help().unwrap_or_else(messages::name_schema))
                .suggest(schema.suggestion()),
        );
    }
}
