//! A plain column has SQL.

use super::columns;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A column has `sql` but is no custom column.",
    why: "The expression is used only when `isCustomColumn` is true; most likely the flag was forgotten.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "net", "sql": "total - tax" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tax" }
] }] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for column in columns(cx) {
        if let Some(sql) = column.sql.given().filter(|_| column.is_custom.is_unset()) {
            let message = "`sql` is set, but `isCustomColumn` is not true, so it is not used";
            findings.add(
                Finding::new(Code::UnusedSql, sql.node, message)
                    .help("Set `isCustomColumn` to true, or remove the SQL."),
            );
        }
    }
}
