//! A relationship connects a column with itself.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "Both ends of a relationship are the same column.",
    why: "Such a join says nothing. A table may be joined with itself, but over two different columns.",
    wrong: Example::Fields(
        r#"{
  "tableList": [{ "name": "staff", "columns": [{ "name": "id" }, { "name": "manager_id" }] }],
  "relationships": [{
    "parentTableName": "staff", "parentColumnName": "id",
    "childTableName": "staff", "childColumnName": "id", "relationshipName": "staff_to_managers"
  }]
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [{ "name": "staff", "columns": [{ "name": "id" }, { "name": "manager_id" }] }],
  "relationships": [{
    "parentTableName": "staff", "parentColumnName": "id",
    "childTableName": "staff", "childColumnName": "manager_id", "relationshipName": "staff_to_managers"
  }]
}"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (relationship, [parent, child]) in cx.resolved.relationships() {
        if parent.column.is_none() || parent.column != child.column {
            continue;
        }
        let Some(column) = relationship.child.column.given() else {
            continue;
        };
        let message = format!("both ends are `{}`", relationship.child.dotted());
        findings.add(
            Finding::new(Code::SameRelationshipEnds, column.node, message)
                .help("Name the column that refers to the other one."),
        );
    }
}
