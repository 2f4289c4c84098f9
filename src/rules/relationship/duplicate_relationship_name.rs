//! Two relationships have the same name.

use super::endpoints;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, Numbers, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "Two relationships have the same name.",
    why: "The name is how people tell them apart.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "invoices", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "to_customers" },
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "invoices",
      "childColumnName": "customer_id", "relationshipName": "to_customers" }
  ]
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "invoices", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" },
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "invoices",
      "childColumnName": "customer_id", "relationshipName": "invoices_to_customers" }
  ]
}"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let relationships = &cx.datamart.relationships;
    let sorted_ends = |relationship| {
        let mut ends = endpoints(relationship)?;
        ends.sort_unstable();
        Some(ends)
    };
    let mut seen = Numbers::default();
    for (number, relationship) in relationships.iter().enumerate() {
        let Some(name) = relationship.name.given() else {
            continue;
        };
        let first = *seen.entry(name.text).or_insert(number);
        let Some(first) = relationships.get(first).filter(|_| first != number) else {
            continue;
        };
        // The same relationship twice is one mistake, and another rule's.
        let ends = sorted_ends(relationship);
        let is_same_relationship = ends.is_some() && ends == sorted_ends(first);
        if let Some(first) = first.name.given().filter(|_| !is_same_relationship) {
            let message = format!("another relationship is called `{}` too", name.text);
            findings.add(
                Finding::new(Code::DuplicateRelationshipName, name.node, message)
                    .help("Give each relationship a name of its own.")
                    .related(first.node, "the first one is here"),
            );
        }
    }
}
