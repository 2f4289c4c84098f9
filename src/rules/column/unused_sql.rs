//! A plain column has SQL.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "unused-sql",
    severity: WARNING,
    subject: Columns,
    what: "A column has `sql` but is not a custom column.",
    why: "The expression is used only if `isCustomColumn` is true; most likely the flag was forgotten.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "net", "sql": "total - tax" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tax" }
] }] }"#,
    ),
    check: Some(check),
    messages: {
        unused(): "" => "`sql` is set, but not used, because `isCustomColumn` is not `true`",
        mark(): ".help" => "Set `isCustomColumn` to `true`, or remove `sql`.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for table in &cx.datamart.tables {
        for column in &table.columns {
            if let Some(sql) = column.sql.given().filter(|_| column.is_custom.is_unset()) {
                findings.add(
                    Finding::new(Code::UnusedSql, sql.node, messages::unused())
                        .help(messages::mark()),
                );
            }
        }
    }
}
