//! A column requests a time zone conversion that the datasource does not support.

use super::{time_zone_flags, without_time_zones};
use crate::issue::{Code, Finding, Findings, suggestion};
use crate::rules::{Context, rule};

rule! {
    code: "timezone-unsupported",
    severity: WARNING,
    subject: Columns,
    what: "A column has `isApplyTimezone` on a datasource that ignores it.",
    why: "The vendor converts time zones only on ClickHouse, Trino, Redshift, CockroachDB, \
          PostgreSQL and SQL Server; elsewhere times stay as stored. Checked only with the option \
          `datasourceType`.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "datasourceType": "clickhouse" }"#,
    ),
    check: Some(check),
    messages: {
        no_effect(typeName): "" => "`isApplyTimezone` has no effect on a datasource of type `{typeName}`",
        remove(): ".help" => "Remove it. To convert the time, use a custom column.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(datasource) = without_time_zones(cx) else {
        return;
    };
    for flag in time_zone_flags(cx) {
        let message = messages::no_effect(datasource.name());
        findings.add(
            Finding::new(Code::TimezoneUnsupported, flag.node, message)
                .help(messages::remove())
                .fix_by_removing(suggestion::remove("isApplyTimezone")),
        );
    }
}
