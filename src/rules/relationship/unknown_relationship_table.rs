//! An end of a relationship does not name a table of the datamart.

use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::resolve::EndTable;
use crate::rules::{Context, naming, rule};
use crate::suggest::List;

rule! {
    code: "unknown-relationship-table",
    severity: ERROR,
    subject: Relationships,
    what: "A relationship names a table that is not in `tableList`.",
    why: "There is nothing to join. Names are case-sensitive.",
    wrong: Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [{
    "parentTableName": "customer", "parentColumnName": "id",
    "childTableName": "orders", "childColumnName": "customer_id", "relationshipName": "orders_to_customers"
  }]
}"#,
    ),
    right: Fields(super::JOINED),
    check: Some(check),
    messages: {
        unlisted(table): "" => "the table `{table}` is not in `tableList`",
        add(): ".help" => "Add the table to `tableList`, or remove the relationship.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    // A table whose own name is broken may be the one that was meant.
    if !cx.datamart.all_tables_named {
        return;
    }
    for (number, (end, bound)) in cx.resolved.ends().enumerate() {
        let Some(name) = end
            .table
            .given()
            .filter(|_| bound.table == EndTable::Unknown)
        else {
            continue;
        };
        let message = messages::unlisted(trim(name.text));
        let finding = Finding::new(Code::UnknownRelationshipTable, name.node, message);
        // A relationship of a column with itself would not be better.
        let without_damage = |finding: Finding, known: &str| {
            let table = cx.resolved.end_table(known);
            let column = end.column.given().map_or("", |column| column.text);
            if cx.resolved.is_other_end(number, table, column) {
                finding.no_fix()
            } else {
                finding
            }
        };
        // Relationships name tables exactly as the datamart lists them, whether or not the database
        // is case-sensitive.
        if let Some(known) = cx.resolved.group_like(name.text) {
            let finding = naming::did_you_mean(finding, name.text, known).certain_fix();
            findings.add(without_damage(finding, known));
            continue;
        }
        let tables = cx.datamart.tables.iter();
        let known = || tables.filter_map(|table| Some(trim(table.name.given()?.text)));
        let nearest = cx.suggester.nearest_in(List::Tables, name.text, known);
        findings.add(match nearest {
            Some(nearest) => without_damage(finding.did_you_mean(nearest), nearest),
            None => finding.help(messages::add()),
        });
    }
}
