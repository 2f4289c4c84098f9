//! Two relationships connect the same columns.

use super::endpoints;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, OwnedNumbers, RuleDoc, are_same, joined};

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
    let mut seen = OwnedNumbers::default();
    for (number, relationship) in relationships.iter().enumerate() {
        let Some(mut ends) = endpoints(relationship) else {
            continue;
        };
        ends.sort_unstable();
        let [(one_table, one), (other_table, other)] = ends;
        let whole = joined(&[one_table, one, other_table, other]);
        let first = *seen.entry(whole).or_insert(number);
        if let Some(first) = relationships.get(first).filter(|_| first != number) {
            let message =
                format!("`{one_table}.{one}` and `{other_table}.{other}` are connected twice");
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
}
