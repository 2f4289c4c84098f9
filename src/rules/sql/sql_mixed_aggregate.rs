//! A custom column mixes an aggregate with a column of single rows.

use super::Expression;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The SQL of a custom column uses a column outside its aggregates.",
    why: "An aggregate has one value for many rows, the column one for each; the database asks for a GROUP BY, which an expression cannot have.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "share", "isCustomColumn": true, "sql": "SUM(total) / tax", "isAggregate": true }
] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "share", "isCustomColumn": true, "sql": "SUM(total) / SUM(tax)", "isAggregate": true }
] }] }"#,
    ),
};

pub(super) fn check(expression: &Expression<'_, '_>, findings: &mut Findings<'_>) {
    // One mistake, however often the column is used.
    let Some(span) = expression.analysis.bare_columns_beside_aggregate.first() else {
        return;
    };
    let message = format!("`{}` stands outside the aggregate", expression.text(*span));
    findings.add(
        Finding::new(Code::SqlMixedAggregate, expression.place(*span), message)
            .help("Aggregate it too, such as with MAX or SUM, or leave it out."),
    );
}
