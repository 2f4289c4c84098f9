//! A table lists a column twice.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc, are_same};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table lists the same column name twice.",
    why: "Which of the two counts is not documented, and nobody can tell them apart in a query.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }, { "name": "id" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, bound) in cx.resolved.tables() {
        for (column, bound_column) in cx.resolved.columns(table, bound) {
            let earlier = bound_column.earlier(bound);
            let Some(first) = earlier.and_then(|earlier| table.columns.get(earlier)) else {
                continue;
            };
            let (Some(name), Some(first)) = (column.name.given(), first.name.given()) else {
                continue;
            };
            let message = format!("the column `{}` is listed twice", name.text);
            let finding = Finding::new(Code::DuplicateColumn, name.node, message)
                .help("Remove one of the two, or give it another name.")
                .related(first.node, "the first one is here");
            let [one, other] = [first, name].map(|name| findings.document().parent(name.node));
            findings.add(if are_same(one, other) {
                finding
                    .fix_title("Remove this one")
                    .also_remove(other)
                    .certain_fix()
            } else {
                finding
            });
        }
    }
}
