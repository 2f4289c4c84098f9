//! An end of a relationship names a table that is listed in several schemas.

use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::resolve::EndTable;
use crate::rules::{Context, rule};

rule! {
    code: "ambiguous-relationship-table",
    severity: WARNING,
    subject: Relationships,
    what: "A relationship names a table that `tableList` has in several schemas.",
    why: "A relationship has no schema, so it is unclear which table is joined.",
    wrong: Fields(
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
    right: Fields(
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
    check: Some(check),
    messages: {
        several(table, schema, other): "" => "`{table}` is listed in the schemas `{schema}` and `{other}`",
        keep_one(): ".help" => "Keep only one of them in this datamart: a relationship cannot name the schema.",
        first(): ".related" => "one is here",
        second(): ".other.related" => "the other one is here",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (end, bound) in cx.resolved.ends() {
        let (EndTable::Several(_), Some(name)) = (bound.table, end.table.given()) else {
            continue;
        };
        let schemas = cx.resolved.group_of(end).map(|group| group.schemas);
        let Some([Some(first), Some(other)]) = schemas else {
            continue;
        };
        let message = messages::several(trim(name.text), trim(first.text), trim(other.text));
        findings.add(
            Finding::new(Code::AmbiguousRelationshipTable, name.node, message)
                .help(messages::keep_one())
                .related(first.node, messages::first())
                .related(other.node, messages::second()),
        );
    }
}
