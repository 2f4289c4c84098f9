//! The SQL of a custom column uses a column of another table.

use crate::issue::{Code, Finding, Findings};
use crate::resolve::{Expression, Reference};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The SQL of a custom column refers to another table of the datamart.",
    why: "A custom column may use the columns of its own table only; the other table is not in the query.",
    wrong: Example::Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "total" }, { "name": "share", "isCustomColumn": true, "sql": "total / customers.budget" }] },
  { "name": "customers", "columns": [{ "name": "budget" }] }
] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "total" }, { "name": "budget" }, { "name": "share", "isCustomColumn": true, "sql": "total / orders.budget" }] },
  { "name": "customers", "columns": [{ "name": "budget" }] }
] }"#,
    ),
};

pub(super) fn check(
    cx: &Context<'_, '_>,
    expression: &Expression<'_, '_>,
    findings: &mut Findings<'_>,
) {
    for (reference, meaning) in expression.references() {
        let Reference::Foreign(_, _, Some(table)) = meaning else {
            continue;
        };
        let table = cx.resolved.table(*table).map_or("", |table| table.name);
        let message = format!(
            "`{}` belongs to the table `{table}`",
            expression.text(reference.span)
        );
        findings.add(
            Finding::new(Code::SqlOtherTable, expression.place(reference.span), message)
                .help("A custom column can use columns of its own table only; put it where the column is, or join in a view."),
        );
    }
}
