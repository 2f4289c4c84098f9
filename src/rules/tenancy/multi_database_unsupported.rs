//! Tenancy over several databases on a datasource that cannot do it.

use crate::contract::LEVEL_MULTI_DATABASE;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The tenancy level is MULTI_DATABASE on something other than SQL Server.",
    why: "The vendor has it for SQL Server only. Known only with the option `datasourceType`.",
    wrong: Example::FieldsWith(
        r#"{ "tenancySettings": { "tenancyLevel": "MULTI_DATABASE" } }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tenancySettings": { "tenancyLevel": "DATABASE" } }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
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
        let message = format!(
            "the level {LEVEL_MULTI_DATABASE} is for SQL Server only, and the datasource is of type `{}`",
            datasource.name()
        );
        findings.add(
            Finding::new(Code::MultiDatabaseUnsupported, level.node, message)
                .help("Choose DATABASE for one database a tenant, or TABLE for a column that tells the tenants apart."),
        );
    }
}
