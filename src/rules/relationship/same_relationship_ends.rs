//! A relationship connects a column with itself.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "same-relationship-ends",
    severity: ERROR,
    subject: Relationships,
    what: "Both ends of a relationship are the same column.",
    why: "Such a join has no meaning. A table may be joined with itself, but through two different columns.",
    wrong: Fields(
        r#"{
  "tableList": [{ "name": "staff", "columns": [{ "name": "id" }, { "name": "manager_id" }] }],
  "relationships": [{
    "parentTableName": "staff", "parentColumnName": "id",
    "childTableName": "staff", "childColumnName": "id", "relationshipName": "staff_to_managers"
  }]
}"#,
    ),
    right: Fields(
        r#"{
  "tableList": [{ "name": "staff", "columns": [{ "name": "id" }, { "name": "manager_id" }] }],
  "relationships": [{
    "parentTableName": "staff", "parentColumnName": "id",
    "childTableName": "staff", "childColumnName": "manager_id", "relationshipName": "staff_to_managers"
  }]
}"#,
    ),
    check: Some(check),
    messages: {
        same(column): "" => "both ends are `{column}`",
        other(): ".help" => "Use the column that refers to the other one.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (relationship, [parent, child]) in cx.resolved.relationships() {
        if parent.column.is_none() || parent.column != child.column {
            continue;
        }
        let Some(column) = relationship.child.column.given() else {
            continue;
        };
        let message = messages::same(&relationship.child.dotted());
        findings.add(
            Finding::new(Code::SameRelationshipEnds, column.node, message).help(messages::other()),
        );
    }
}
