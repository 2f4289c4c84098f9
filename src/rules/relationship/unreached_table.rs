//! No relationship reaches a table, although others are joined.

use super::graph::Graph;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "No relationship reaches a table, although others are joined.",
    why: "It can only be used alone; a query that combines it with another table has no way to join them.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] },
    { "name": "refunds", "columns": [{ "name": "order_id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" }
  ]
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" }
  ]
}"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, graph: &Graph, findings: &mut Findings<'_>) {
    // A relationship that cannot be read may be the one that reaches it.
    if graph.edges.is_empty() || !graph.is_whole || !cx.datamart.all_tables_named {
        return;
    }
    let mut reached = vec![false; cx.datamart.tables.len()];
    for edge in &graph.edges {
        for table in [edge.parent, edge.child] {
            if let Some(reached) = reached.get_mut(table) {
                *reached = true;
            }
        }
    }
    for (table, _) in cx
        .datamart
        .tables
        .iter()
        .zip(&reached)
        .filter(|(_, reached)| !**reached)
    {
        let Some(name) = table.name.given() else {
            continue;
        };
        let message = format!("no relationship reaches the table `{}`", name.text.trim());
        findings.add(
            Finding::new(Code::UnreachedTable, name.node, message)
                .help("Add a relationship, if it shall be combined with the others."),
        );
    }
}
