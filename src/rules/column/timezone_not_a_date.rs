//! A time zone is asked for on something that is no date or time.

use super::without_time_zones;
use crate::catalog::ValueKind;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "`isApplyTimezone` is set on a column that is no date or time.",
    why: "There is nothing to convert. Known only with the option `catalog`; a type that is not known makes no claim.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "total", "isApplyTimezone": true }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "total", "dataType": "numeric(10,2)" }] }] } }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "placed_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "placed_at", "dataType": "timestamp" }] }] } }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    // Where it has no effect at all, that is said already.
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
            let Some(kind) = known.kind().filter(|kind| *kind != ValueKind::DateTime) else {
                continue;
            };
            let message = format!(
                "`isApplyTimezone` is set, but `{}` is {} (`{}`)",
                known.name(),
                kind.noun(),
                known.type_name()
            );
            findings.add(
                Finding::new(Code::TimezoneNotADate, flag.node, message)
                    .help("Remove the flag.")
                    .fix_by_removing("Remove `isApplyTimezone`"),
            );
        }
    }
}
