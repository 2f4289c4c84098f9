//! A table has no relationship although others are joined.

use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::rules::{Context, rule};

rule! {
    code: "unreached-table",
    severity: OFF,
    subject: Relationships,
    what: "A table has no relationship, although others are joined.",
    why: "It can only be used alone; a query cannot join it to another table. Off unless the \
          option `rules` switches it on: many datamarts contain independent tables.",
    wrong: FieldsWith(
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
        r#"{ "rules": { "unreached-table": "warning" } }"#,
    ),
    right: FieldsWith(
        super::JOINED,
        r#"{ "rules": { "unreached-table": "warning" } }"#,
    ),
    check: Some(check),
    messages: {
        unreached(table): "" => "no relationship reaches the table `{table}`",
        add(): ".help" => "Add a relationship if queries should join it to the others.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let joins = || cx.resolved.joins();
    // A relationship that cannot be read may be the one that connects it.
    let is_whole = !cx.datamart.relationships.is_empty()
        && cx.datamart.all_relationships
        && cx.datamart.all_tables_named
        && joins().count() == cx.datamart.relationships.len();
    if findings.is_off(Code::UnreachedTable) || !is_whole {
        return;
    }
    let mut reached = vec![false; cx.datamart.tables.len()];
    for join in joins() {
        for table in [join.parent, join.child] {
            if let Some(reached) = reached.get_mut(table) {
                *reached = true;
            }
        }
    }
    for (table, is_reached) in cx.datamart.tables.iter().zip(&reached) {
        let Some(name) = table.name.given().filter(|_| !is_reached) else {
            continue;
        };
        let message = messages::unreached(trim(name.text));
        findings.add(Finding::new(Code::UnreachedTable, name.node, message).help(messages::add()));
    }
}
