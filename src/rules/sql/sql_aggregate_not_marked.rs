//! A custom column aggregates but is not marked as an aggregate.

use crate::issue::{Code, Finding, Findings, NewValue, Place};
use crate::resolve::Expression;
use crate::rules::{Example, RuleDoc};
use crate::sql::FunctionKind;

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The SQL of a custom column aggregates, but `isAggregate` is not true.",
    why: "The flag tells the vendor to use the column in metrics as it is; without it, the column is treated as a value of each row.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "revenue", "isCustomColumn": true, "sql": "SUM(total)" }
] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "revenue", "isCustomColumn": true, "sql": "SUM(total)", "isAggregate": true }
] }] }"#,
    ),
};

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
    let message = format!("`{}` aggregates, but `isAggregate` is not true", call.name);
    findings.add(
        Finding::new(
            Code::SqlAggregateNotMarked,
            expression.place(call.span),
            message,
        )
        .help("Set `isAggregate` to true.")
        .fix_title("Set `isAggregate` to true")
        .also_set(flag, NewValue::Flag(true)),
    );
}
