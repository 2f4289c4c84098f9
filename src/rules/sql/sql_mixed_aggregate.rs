//! A custom column mixes an aggregate with a column of single rows.

use crate::issue::{Code, Finding, Findings};
use crate::resolve::{Expression, Reference};
use crate::rules::{Context, rule};
use crate::sql::ColumnRef;

rule! {
    code: "sql-mixed-aggregate",
    severity: WARNING,
    subject: Sql,
    what: "The SQL of a custom column uses a column outside its aggregates.",
    why: "An aggregate has one value for many rows, a column one for each row; the database \
          requires a GROUP BY, which an expression cannot have.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "share", "isCustomColumn": true, "sql": "SUM(total) / tax", "isAggregate": true }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "share", "isCustomColumn": true, "sql": "SUM(total) / SUM(tax)", "isAggregate": true }
] }] }"#,
    ),
    check: None,
    messages: {
        outside(column): "" => "`{column}` is outside the aggregate",
        aggregate(): ".help" => "Aggregate it as well, with MAX or SUM for example, or remove it.",
    },
}

pub(super) fn check(
    cx: &Context<'_, '_>,
    expressions: &[&Expression<'_, '_>],
    findings: &mut Findings<'_>,
) {
    // Another custom column may itself be an aggregate.
    let aggregates: Vec<u32> = expressions
        .iter()
        .filter(|expression| expression.is_aggregate())
        .map(|expression| cx.resolved.first_column(expression.number))
        .collect();
    for expression in expressions {
        if !expression.analysis.is_aggregate {
            continue;
        }
        let is_of_one_row = |(reference, meaning): &(&ColumnRef<'_>, &Reference)| {
            !reference.aggregated
                && !matches!(meaning, Reference::Listed(column) if aggregates.binary_search(column).is_ok())
        };
        // One mistake, however often columns are used.
        let Some((reference, _)) = expression.references().find(is_of_one_row) else {
            continue;
        };
        let place = expression.place(reference.span);
        let message = messages::outside(expression.text(reference.span));
        findings
            .add(Finding::new(Code::SqlMixedAggregate, place, message).help(messages::aggregate()));
    }
}
