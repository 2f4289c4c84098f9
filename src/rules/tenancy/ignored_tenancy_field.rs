//! A tenancy setting that the level does not use.

use super::level;
use crate::contract::{LEVEL_TABLE, tenancy};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A tenancy setting has no effect at the chosen tenancy level.",
    why: "The mapping table is used at level TABLE only, `primaryDatabase` at the other two only. A setting without effect makes \
          people believe in an isolation that is not there.",
    wrong: Example::Fields(
        r#"{ "tenancySettings": { "tenancyLevel": "DATABASE", "tableName": "tenants" } }"#,
    ),
    right: Example::Fields(
        r#"{ "tenancySettings": { "tenancyLevel": "DATABASE", "primaryDatabase": "main" } }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
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
        let message = format!("`{key}` has no effect at tenancy level {level}");
        findings.add(
            Finding::new(Code::IgnoredTenancyField, value.node, message)
                .help("Remove it, or choose the level that uses it.")
                .fix_by_removing(format!("Remove `{key}`")),
        );
    }
}
