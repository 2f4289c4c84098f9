//! An end of a relationship names no table of the datamart.

use super::TablesByName;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A relationship names a table that is not in `tableList`.",
    why: "There is nothing to join. Capitals count.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [{
    "parentTableName": "customer", "parentColumnName": "id",
    "childTableName": "orders", "childColumnName": "customer_id", "relationshipName": "orders_to_customers"
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
    // A table whose own name is broken may be the one that is meant.
    if !cx.datamart.all_tables_named {
        return;
    }
    for name in cx.ends.iter().filter_map(|end| end.table.given()) {
        if tables.get(name.text).is_some() {
            continue;
        }
        let message = format!("the table `{}` is not in `tableList`", name.text);
        let finding = Finding::new(Code::UnknownRelationshipTable, name.node, message);
        let known = cx
            .datamart
            .tables
            .iter()
            .filter_map(|table| table.name.given())
            .map(|name| name.text);
        findings.add(match cx.suggester.nearest(name.text, known) {
            Some(nearest) => finding.did_you_mean(nearest),
            None => finding.help("Add the table to `tableList`, or remove the relationship."),
        });
    }
}
