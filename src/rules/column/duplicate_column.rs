//! A table lists a column twice.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, are_same, rule};

rule! {
    code: "duplicate-column",
    severity: WARNING,
    subject: Columns,
    what: "A table lists the same column name twice.",
    why: "Which of the two counts is not documented, and a query cannot distinguish them.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }, { "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
    ),
    check: Some(check),
    messages: {
        twice(column): "" => "the column `{column}` is listed twice",
        remove(): ".help" => "Remove one of the two, or rename it.",
        first(): ".related" => "the first one is here",
        remove_this(): ".fix" => "Remove this one",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, bound) in cx.resolved.tables() {
        for (column, bound_column) in cx.resolved.columns(table, bound) {
            let earlier = bound_column.earlier(bound);
            let Some(first) = earlier.and_then(|earlier| table.columns.get(earlier)) else {
                continue;
            };
            let (Some(name), Some(first)) = (column.name.given(), first.name.given()) else {
                continue;
            };
            let message = messages::twice(name.text);
            let finding = Finding::new(Code::DuplicateColumn, name.node, message)
                .help(messages::remove())
                .related(first.node, messages::first());
            let [one, other] = [first, name].map(|name| findings.document().parent(name.node));
            findings.add(if are_same(one, other) {
                finding
                    .fix_title(messages::remove_this())
                    .also_remove(other)
                    .certain_fix()
            } else {
                finding
            });
        }
    }
}
