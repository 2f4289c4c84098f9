//! Two relationships have the same name.

use crate::issue::{Code, Finding, Findings};
use crate::names::{Names, Sieve};
use crate::rules::{Context, rule};

rule! {
    code: "duplicate-relationship-name",
    severity: WARNING,
    subject: Relationships,
    what: "Two relationships have the same name.",
    why: "The name is how people distinguish them.",
    wrong: Fields(
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
    right: Fields(
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
    check: Some(check),
    messages: {
        taken(name): "" => "another relationship is also named `{name}`",
        rename(): ".help" => "Choose a different name for each relationship.",
        first(): ".related" => "the first one is here",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let relationships = &cx.datamart.relationships;
    let mut names = relationships.iter().filter_map(|it| it.name.given());
    let mut sieve = Sieve::default();
    sieve.reset(relationships.len());
    if !names.any(|name| sieve.insert(name.text)) {
        return;
    }
    let mut seen = Names::exact();
    for (number, relationship) in relationships.iter().enumerate() {
        let Some(name) = relationship.name.given() else {
            continue;
        };
        let first = seen.insert(name.text, number);
        let Some(other) = relationships.get(first).filter(|_| first != number) else {
            continue;
        };
        // Another rule reports the same relationship listed twice.
        let one = cx.resolved.first_relationship(number);
        let is_same_relationship = one == cx.resolved.first_relationship(first);
        if let Some(other) = other.name.given().filter(|_| !is_same_relationship) {
            let message = messages::taken(name.text);
            findings.add(
                Finding::new(Code::DuplicateRelationshipName, name.node, message)
                    .help(messages::rename())
                    .related(other.node, messages::first()),
            );
        }
    }
}
