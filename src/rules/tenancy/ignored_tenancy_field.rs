//! A tenancy setting that the level does not use.

use super::level;
use crate::contract::{LEVEL_TABLE, tenancy};
use crate::issue::{Code, Finding, Findings, suggestion};
use crate::rules::{Context, rule};

rule! {
    code: "ignored-tenancy-field",
    severity: WARNING,
    subject: Tenancy,
    what: "A tenancy setting has no effect at the chosen tenancy level.",
    why: "The mapping table is used only at level TABLE, `primaryDatabase` only at the other two. \
          A setting without effect suggests an isolation that does not exist.",
    wrong: Fields(
        r#"{ "tenancySettings": { "tenancyLevel": "DATABASE", "tableName": "tenants" } }"#,
    ),
    right: Fields(
        r#"{ "tenancySettings": { "tenancyLevel": "DATABASE", "primaryDatabase": "main" } }"#,
    ),
    check: Some(check),
    messages: {
        ignored(field, level): "" => "`{field}` has no effect at tenancy level `{level}`",
        remove(): ".help" => "Remove it, or choose a level that uses it.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let (Some(level), Some(settings)) = (level(cx), cx.datamart.tenancy.given()) else {
        return;
    };
    let ignored = if level == LEVEL_TABLE {
        &[(tenancy::PRIMARY_DATABASE, settings.primary_database)][..]
    } else {
        &[
            (tenancy::CLIENT_COLUMN_TYPE, settings.client_column_type),
            (tenancy::SCHEMA_NAME, settings.schema_name),
            (tenancy::TABLE_NAME, settings.table_name),
            (
                tenancy::TABLE_CLIENT_NAME_COLUMN,
                settings.table_client_name_column,
            ),
            (
                tenancy::TABLE_PRIMARY_KEY_COLUMN,
                settings.table_primary_key_column,
            ),
        ]
    };
    for (field, value) in ignored {
        let Some(value) = value.given() else { continue };
        let key = tenancy::OBJECT.key(*field);
        let message = messages::ignored(key, level);
        findings.add(
            Finding::new(Code::IgnoredTenancyField, value.node, message)
                .help(messages::remove())
                .fix_by_removing(suggestion::remove(key)),
        );
    }
}
