//! An end of a relationship names a table that is listed in several schemas.

use super::TablesByName;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A relationship names a table that `tableList` has in more than one schema.",
    why: "A relationship holds no schema, so nobody can tell which table is joined.",
    wrong: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "schemaName": "shop", "columns": [{ "name": "id" }] },
    { "name": "orders", "schemaName": "archive", "columns": [{ "name": "id" }] },
    { "name": "items", "schemaName": "shop", "columns": [{ "name": "order_id" }] }
  ],
  "relationships": [{
    "parentTableName": "orders", "parentColumnName": "id",
    "childTableName": "items", "childColumnName": "order_id", "relationshipName": "items_to_orders"
  }]
}"#,
    ),
    right: Example::Fields(
        r#"{
  "tableList": [
    { "name": "orders", "schemaName": "shop", "columns": [{ "name": "id" }] },
    { "name": "items", "schemaName": "shop", "columns": [{ "name": "order_id" }] }
  ],
  "relationships": [{
    "parentTableName": "orders", "parentColumnName": "id",
    "childTableName": "items", "childColumnName": "order_id", "relationshipName": "items_to_orders"
  }]
}"#,
    ),
};

pub(super) fn check<'d>(
    cx: &Context<'_, 'd>,
    tables: &TablesByName<'_, 'd>,
    findings: &mut Findings<'_>,
) {
    for name in cx.ends.iter().filter_map(|end| end.table.given()) {
        let Some([Some(first), Some(other)]) = tables.get(name.text).map(|named| named.schemas)
        else {
            continue;
        };
        let message = format!(
            "`{}` is listed in the schemas `{}` and `{}`",
            name.text, first.text, other.text
        );
        findings.add(
            Finding::new(Code::AmbiguousRelationshipTable, name.node, message)
                .help("Keep only one of them in this datamart; a relationship cannot name the schema.")
                .related(first.node, "one is here")
                .related(other.node, "the other one is here"),
        );
    }
}
