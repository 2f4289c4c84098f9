//! Two relationships connect the same columns.

use crate::issue::{Code, Finding, Findings};
use crate::model::End;
use crate::rules::{Context, Example, RuleDoc, are_same};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "Two relationships connect the same two columns, in whichever direction.",
    why: "There is one way to join them; the second relationship adds nothing or contradicts the first.",
    wrong: Example::Fields(
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

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let relationships = &cx.datamart.relationships;
    for (number, relationship) in relationships.iter().enumerate() {
        let first = cx.resolved.first_relationship(number);
        let Some(first) = relationships.get(first).filter(|_| first != number) else {
            continue;
        };
        let [one, other] = [relationship.parent, relationship.child].map(End::dotted);
        let message = format!("`{one}` and `{other}` are connected twice");
        let finding = Finding::new(Code::DuplicateRelationship, relationship.value, message)
            .help("Remove one of the two relationships.")
            .related(first.value, "the first one is here");
        findings.add(if are_same(first.value, relationship.value) {
            finding.fix_by_removing("Remove this one").certain_fix()
        } else {
            finding
        });
    }
}
