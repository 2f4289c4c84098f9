//! Tenancy over several databases on a datasource that does not support it.

use crate::contract::LEVEL_MULTI_DATABASE;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "multi-database-unsupported",
    severity: WARNING,
    subject: Tenancy,
    what: "The tenancy level is MULTI_DATABASE on something other than SQL Server.",
    why: "The vendor supports it only for SQL Server. Checked only with the option `datasourceType`.",
    wrong: FieldsWith(
        r#"{ "tenancySettings": { "tenancyLevel": "MULTI_DATABASE" } }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: FieldsWith(
        r#"{ "tenancySettings": { "tenancyLevel": "DATABASE" } }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    check: Some(check),
    messages: {
        unsupported(typeName): "" => "the level `MULTI_DATABASE` requires SQL Server, but the datasource is of type `{typeName}`",
        choose(): ".help" => "Choose `DATABASE` for one database per tenant, or `TABLE` for a column that identifies the tenant.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(datasource) = cx
        .options
        .datasource_type
        .filter(|it| !it.has_multi_database())
    else {
        return;
    };
    let Some(level) = cx
        .datamart
        .tenancy
        .given()
        .and_then(|settings| settings.level.given())
    else {
        return;
    };
    if level.text == LEVEL_MULTI_DATABASE {
        let message = messages::unsupported(datasource.name());
        findings.add(
            Finding::new(Code::MultiDatabaseUnsupported, level.node, message)
                .help(messages::choose()),
        );
    }
}
