//! A column asks for a time zone conversion that the datasource does not have.

use super::{time_zone_flags, without_time_zones};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A column has `isApplyTimezone` on a datasource that ignores it.",
    why: "The vendor converts time zones on ClickHouse, Trino, Redshift, CockroachDB, PostgreSQL and SQL Server only; elsewhere \
          the times stay as they are stored. Known only with the option `datasourceType`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "datasourceType": "clickhouse" }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(datasource) = without_time_zones(cx) else {
        return;
    };
    for flag in time_zone_flags(cx) {
        let message = format!(
            "`isApplyTimezone` has no effect on a datasource of type `{}`",
            datasource.name()
        );
        findings.add(
            Finding::new(Code::TimezoneUnsupported, flag.node, message)
                .help("Remove it; convert the time in a custom column if you need to.")
                .fix_by_removing("Remove `isApplyTimezone`"),
        );
    }
}
