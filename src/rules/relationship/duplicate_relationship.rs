//! Two relationships connect the same columns.

use crate::issue::{Code, Finding, Findings};
use crate::model::End;
use crate::rules::{Context, are_same, rule};

rule! {
    code: "duplicate-relationship",
    severity: WARNING,
    subject: Relationships,
    what: "Two relationships connect the same two columns, in either direction.",
    why: "The second relationship adds nothing or contradicts the first.",
    wrong: Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" },
    { "parentTableName": "orders", "parentColumnName": "customer_id", "childTableName": "customers",
      "childColumnName": "id", "relationshipName": "customers_to_orders" }
  ]
}"#,
    ),
    right: Fields(super::JOINED),
    check: Some(check),
    messages: {
        twice(child, parent): "" => "`{child}` and `{parent}` are joined by two relationships",
        remove(): ".help" => "Remove one of them.",
        first(): ".related" => "the first one is here",
        remove_this(): ".fix" => "Remove this one",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let relationships = &cx.datamart.relationships;
    for (number, relationship) in relationships.iter().enumerate() {
        let first = cx.resolved.first_relationship(number);
        let Some(first) = relationships.get(first).filter(|_| first != number) else {
            continue;
        };
        let [parent, child] = [relationship.parent, relationship.child].map(End::dotted);
        let message = messages::twice(&child, &parent);
        let finding = Finding::new(Code::DuplicateRelationship, relationship.value, message)
            .help(messages::remove())
            .related(first.value, messages::first());
        findings.add(if are_same(first.value, relationship.value) {
            finding
                .fix_by_removing(messages::remove_this())
                .certain_fix()
        } else {
            finding
        });
    }
}
