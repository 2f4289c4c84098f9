//! A time zone conversion is requested for something that is not a date or time.

use super::without_time_zones;
use crate::catalog::ValueKind;
use crate::issue::{Code, Finding, Findings, suggestion};
use crate::rules::{Context, rule};

rule! {
    code: "timezone-not-a-date",
    severity: WARNING,
    subject: Columns,
    what: "`isApplyTimezone` is set on a column that is not a date or time.",
    why: "There is nothing to convert. Checked only with the option `catalog`; unknown types are not reported.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "total", "isApplyTimezone": true }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "total", "dataType": "numeric(10,2)" }] }] } }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "placed_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "placed_at", "dataType": "timestamp" }] }] } }"#,
    ),
    check: Some(check),
    messages: {
        other(column, typeName): "" => "`isApplyTimezone` is set, but `{column}` has the type `{typeName}`",
        remove(): ".help" => "Remove the flag: only dates and times are converted.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    // If the conversion has no effect at all, that has been reported.
    if without_time_zones(cx).is_some() {
        return;
    }
    for (table, bound, _) in cx.resolved.known_tables() {
        for (column, bound_column) in cx.resolved.columns(table, bound) {
            let flag = column.is_apply_timezone.given().filter(|flag| flag.is_set);
            let (Some(flag), Some(known)) = (flag, bound_column.catalog.column()) else {
                continue;
            };
            if column.is_custom.is_set() {
                continue;
            }
            if matches!(known.kind(), None | Some(ValueKind::DateTime)) {
                continue;
            }
            let message = messages::other(known.name(), known.type_name());
            findings.add(
                Finding::new(Code::TimezoneNotADate, flag.node, message)
                    .help(messages::remove())
                    .fix_by_removing(suggestion::remove("isApplyTimezone")),
            );
        }
    }
}
