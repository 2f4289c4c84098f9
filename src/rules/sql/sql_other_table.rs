//! The SQL of a custom column uses a column of another table.

use crate::issue::{Code, Finding, Findings};
use crate::resolve::{Expression, Reference};
use crate::rules::{Context, rule};

rule! {
    code: "sql-other-table",
    severity: ERROR,
    subject: Sql,
    what: "The SQL of a custom column refers to another table of the datamart.",
    why: "A custom column may use only columns of its own table; the other table is not in the query.",
    wrong: Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "total" }, { "name": "share", "isCustomColumn": true, "sql": "total / customers.budget" }] },
  { "name": "customers", "columns": [{ "name": "budget" }] }
] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "total" }, { "name": "budget" }, { "name": "share", "isCustomColumn": true, "sql": "total / orders.budget" }] },
  { "name": "customers", "columns": [{ "name": "budget" }] }
] }"#,
    ),
    check: None,
    messages: {
        other(column, table): "" => "`{column}` belongs to the table `{table}`",
        move_it(): ".help" => "A custom column can only use columns of its own table. Move it to the table of that column, or join the tables in a view.",
    },
}

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
        let message = messages::other(expression.text(reference.span), table);
        findings.add(
            Finding::new(
                Code::SqlOtherTable,
                expression.place(reference.span),
                message,
            )
            .help(messages::move_it()),
        );
    }
}
