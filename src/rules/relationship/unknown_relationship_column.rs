//! An end of a relationship names a column that its table does not list.

use super::TablesByName;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A relationship names a column that the table does not list.",
    why: "A warning, because the column may exist in the datasource without being listed; with the option `catalog` it is known: an error \
          if the datasource lacks it, nothing if it has it.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [{
    "parentTableName": "customers", "parentColumnName": "id",
    "childTableName": "orders", "childColumnName": "costumer_id", "relationshipName": "orders_to_customers"
  }]
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [{
    "parentTableName": "customers", "parentColumnName": "id",
    "childTableName": "orders", "childColumnName": "customer_id", "relationshipName": "orders_to_customers"
  }]
}"#,
    ),
};

pub(super) fn check<'d>(
    cx: &Context<'_, 'd>,
    tables: &TablesByName<'_, 'd>,
    findings: &mut Findings<'_>,
) {
    for end in &cx.ends {
        let (Some(table), Some(column)) = (end.table.given(), end.column.given()) else {
            continue;
        };
        let Some(named) = tables.get(table.text) else {
            continue;
        };
        if named.has_column(column.text) || named.has_unknown_columns {
            continue;
        }
        // A column need not be listed to be joined by, but it has to be there.
        let physical = named.physical(cx);
        if physical.is_some_and(|table| table.column(column.text.trim()).is_some()) {
            continue;
        }
        let message = format!(
            "the table `{}` lists no column `{}`",
            table.text, column.text
        );
        let finding = Finding::new(Code::UnknownRelationshipColumn, column.node, message)
            .certain(physical.is_some());
        findings.add(match cx.suggester.nearest(column.text, named.columns().iter().copied()) {
            Some(nearest) => finding.did_you_mean(nearest),
            None => finding.help(
                "Add the column to the table, hidden if nobody shall see it, or name another one.",
            ),
        });
    }
}
