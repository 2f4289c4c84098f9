//! Two relationships have the same name.

use rustc_hash::FxHashMap;

use super::endpoints;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

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
    let mut seen = FxHashMap::default();
    for relationship in &cx.datamart.relationships {
        let Some(name) = relationship.name.given() else {
            continue;
        };
        let mut ends = endpoints(relationship);
        if let Some(ends) = &mut ends {
            ends.sort_unstable();
        }
        let (first, first_ends) = *seen.entry(name.text).or_insert((name.node, ends));
        // The same relationship twice is one mistake, and another rule's.
        let is_same_relationship = ends.is_some() && ends == first_ends;
        if first != name.node && !is_same_relationship {
            let message = format!("another relationship is called `{}` too", name.text);
            findings.add(
                Finding::new(Code::DuplicateRelationshipName, name.node, message)
                    .help("Give each relationship a name of its own.")
                    .related(first, "the first one is here"),
            );
        }
    }
}
