//! A table is listed twice.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "duplicate-table",
    severity: WARNING,
    subject: Tables,
    what: "The same table of the same schema is listed twice.",
    why: "Which of the two counts is not documented; the columns configured in the other one are lost.",
    wrong: Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "id" }] },
  { "name": "orders", "columns": [{ "name": "total" }] }
] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
    ),
    check: Some(check),
    messages: {
        twice(table): "" => "the table `{table}` is listed twice",
        merge(): ".help" => "Put the columns of both into one table and remove the other.",
        first(): ".related" => "the first one is here",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let tables = &cx.datamart.tables;
    for (number, (table, bound)) in cx.resolved.tables().enumerate() {
        let Some(first) = tables.get(bound.first).filter(|_| bound.first != number) else {
            continue;
        };
        let (Some(name), Some(other)) = (table.name.given(), first.name.given()) else {
            continue;
        };
        findings.add(
            Finding::new(Code::DuplicateTable, name.node, messages::twice(name.text))
                .help(messages::merge())
                .related(other.node, messages::first()),
        );
    }
}
