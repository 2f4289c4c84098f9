//! A table is listed twice.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The same table of the same schema is listed twice.",
    why: "Which of the two counts is not documented; columns set up in the other one are lost.",
    wrong: Example::Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "id" }] },
  { "name": "orders", "columns": [{ "name": "total" }] }
] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let tables = &cx.datamart.tables;
    for (number, (table, bound)) in cx.resolved.tables().enumerate() {
        let Some(first) = tables.get(bound.first).filter(|_| bound.first != number) else {
            continue;
        };
        let (Some(name), Some(first)) = (table.name.given(), first.name.given()) else {
            continue;
        };
        let message = format!("the table `{}` is listed twice", name.text);
        findings.add(
            Finding::new(Code::DuplicateTable, name.node, message)
                .help("Put the columns of both into one table and remove the other.")
                .related(first.node, "the first one is here"),
        );
    }
}
