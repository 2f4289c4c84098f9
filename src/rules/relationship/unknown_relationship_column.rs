//! An end of a relationship names a column that its table does not list.

use super::{TablesByName, ends};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A relationship names a column that the table does not list.",
    why: "Only a warning, because the column may exist in the datasource without being listed.",
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
    for end in ends(cx) {
        let (Some(table), Some(column)) = (end.table.given(), end.column.given()) else {
            continue;
        };
        let Some(named) = tables.get(table.text) else {
            continue;
        };
        // The space around a name is another rule's, which suggests the name without it.
        let is_listed = named.has_column(column.text) || named.has_column(column.text.trim());
        if is_listed || named.has_unknown_columns {
            continue;
        }
        let message = format!(
            "the table `{}` lists no column `{}`",
            table.text, column.text
        );
        let finding = Finding::new(Code::UnknownRelationshipColumn, column.value, message);
        findings.add(match cx.suggester.nearest(column.text, named.columns()) {
            Some(nearest) => finding
                .help(format!("Did you mean `{nearest}`?"))
                .suggest(Some(nearest)),
            None => finding.help(
                "Add the column to the table, hidden if nobody shall see it, or name another one.",
            ),
        });
    }
}
