//! A custom column aggregates but is not marked as an aggregate.

use crate::issue::{Code, Finding, Findings, NewValue, Place};
use crate::resolve::Expression;
use crate::rules::rule;
use crate::sql::FunctionKind;

rule! {
    code: "sql-aggregate-not-marked",
    severity: WARNING,
    subject: Sql,
    what: "The SQL of a custom column aggregates, but `isAggregate` is not true.",
    why: "The flag makes the vendor use the column in metrics unchanged; without it, the column \
          is treated as a value of each row.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "revenue", "isCustomColumn": true, "sql": "SUM(total)" }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "revenue", "isCustomColumn": true, "sql": "SUM(total)", "isAggregate": true }
] }] }"#,
    ),
    check: None,
    messages: {
        unmarked(function): "" => "`{function}` aggregates, but `isAggregate` is not `true`",
        mark(): ".help" => "Set `isAggregate` to `true`.",
        mark_fix(): ".fix" => "Set `isAggregate` to `true`",
    },
}

pub(super) fn check(expression: &Expression<'_, '_>, findings: &mut Findings<'_>) {
    if !expression.analysis.is_aggregate || !expression.column.is_aggregate.is_unset() {
        return;
    }
    let aggregate = expression
        .analysis
        .functions
        .iter()
        .find(|call| call.kind == FunctionKind::Aggregate);
    let Some(call) = aggregate else { return };
    let flag = Place::beside(findings.document(), expression.sql.node, "isAggregate");
    let message = messages::unmarked(&call.name);
    findings.add(
        Finding::new(
            Code::SqlAggregateNotMarked,
            expression.place(call.span),
            message,
        )
        .help(messages::mark())
        .fix_title(messages::mark_fix())
        .also_set(flag, NewValue::Flag(true)),
    );
}
