//! Two tables are joined in more than one way.

use super::graph::{self, Graph};
use crate::issue::{Code, Finding, Findings};
use crate::model::Relationship;
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A relationship joins two tables that other relationships join already.",
    why: "A query over both tables can take either way, with different results. A table that refers to itself is no such case.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "billing_id" }, { "name": "shipping_id" }] },
    { "name": "addresses", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "addresses", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "billing_id", "relationshipName": "billing" },
    { "parentTableName": "addresses", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "shipping_id", "relationshipName": "shipping" }
  ]
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "billing_id" }, { "name": "shipping_id" }] },
    { "name": "addresses", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "addresses", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "billing_id", "relationshipName": "billing" }
  ]
}"#,
    ),
};

/// So many are reported: a datamart with more of them has every table joined with every other.
const MAX_REPORTED: usize = 20;

/// So many relationships of the other way are named.
const MAX_NAMED: usize = 5;

pub(super) fn check(cx: &Context<'_, '_>, graph: &Graph, findings: &mut Findings<'_>) {
    let mut forest = graph::Forest::new(cx.datamart.tables.len());
    let mut reported = 0;
    for edge in &graph.edges {
        let Some(relationship) = cx.datamart.relationships.get(edge.relationship) else {
            continue;
        };
        if edge.parent == edge.child || forest.join(*edge) {
            continue;
        }
        let way = forest.way(edge.parent, edge.child);
        // The same two columns again are another rule's matter.
        let other = |way: &[usize]| match way {
            [only] => cx.datamart.relationships.get(*only),
            _ => None,
        };
        if other(&way).is_some_and(|other| joins_the_same(relationship, other)) {
            continue;
        }
        reported += 1;
        if reported > MAX_REPORTED {
            return;
        }
        let name = |table: usize| {
            let table = cx.datamart.tables.get(table);
            let name = table.and_then(|table| table.name.given());
            name.map_or("", |name| name.text.trim())
        };
        let message = format!(
            "`{}` and `{}` are joined in another way already",
            name(edge.child),
            name(edge.parent)
        );
        let place = relationship
            .name
            .given()
            .map_or(relationship.value.id(), |name| name.node);
        let mut finding = Finding::new(Code::SeveralJoinPaths, place, message)
            .help("A query over both can take either way, with different results. Remove the one that is not meant; if both are, as for a billing and a shipping address, leave them.");
        for other in way.iter().take(MAX_NAMED) {
            if let Some(other) = cx.datamart.relationships.get(*other) {
                finding = finding.related(other.value, "by this relationship");
            }
        }
        findings.add(finding);
    }
}

fn joins_the_same(one: &Relationship<'_>, other: &Relationship<'_>) -> bool {
    let [Some([parent, child]), Some(other)] = [one, other].map(super::endpoints) else {
        return false;
    };
    other == [parent, child] || other == [child, parent]
}
