//! An end of a relationship names a column that its table does not list.

use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::resolve::ColumnMatch;
use crate::rules::{Context, naming, rule};
use crate::suggest::List;

rule! {
    code: "unknown-relationship-column",
    severity: WARNING,
    subject: Relationships,
    what: "A relationship names a column that the table does not list.",
    why: "A warning, because the column may exist in the datasource without being listed. The \
          option `catalog` decides: an error if the datasource lacks the column, nothing if it \
          has it.",
    wrong: Fields(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [{
    "parentTableName": "customers", "parentColumnName": "id",
    "childTableName": "orders", "childColumnName": "costumer_id", "relationshipName": "orders_to_customers"
  }]
}"#,
    ),
    right: Fields(super::JOINED),
    check: Some(check),
    messages: {
        unlisted(table, column): "" => "the table `{table}` lists no column `{column}`",
        add(): ".help" => "Add the column to the table (it can be hidden), or use another one.",
        other_end(suggestion): ".other-end.help" => "The table has `{suggestion}`, but that is the other end.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (number, (end, bound)) in cx.resolved.ends().enumerate() {
        let (Some(table), Some(column)) = (end.table.given(), end.column.given()) else {
            continue;
        };
        // A column need not be listed to be used in a join, but it must exist.
        let (is_known, help) = match bound.catalog {
            ColumnMatch::Field => continue,
            ColumnMatch::NoClaim => (false, None),
            ColumnMatch::Missing => (true, None),
            ColumnMatch::Column(known, quality) => {
                let help = naming::other_spelling(known.name(), quality);
                match help {
                    None => continue,
                    Some(help) => (true, Some((help, known.name()))),
                }
            }
        };
        let is_listed = bound.listed.is_some();
        // A problem with a listed name is reported where it is listed, unless only this one is
        // wrong.
        if is_listed && help.is_none() {
            continue;
        }
        let Some(group) = cx.resolved.group_of(end) else {
            continue;
        };
        if !is_listed && group.has_unknown_columns {
            continue;
        }
        if is_listed && !cx.resolved.is_listed_exactly(bound) {
            continue;
        }
        let message = messages::unlisted(trim(table.text), trim(column.text));
        let finding =
            Finding::new(Code::UnknownRelationshipColumn, column.node, message).certain(is_known);
        if let Some((help, known)) = help {
            let finding = finding.help(help);
            // A relationship of a column with itself would not be better.
            let is_fix = !cx.resolved.is_other_end(number, bound.table, known);
            findings.add(if is_fix {
                finding.suggest(Some(known)).certain_fix()
            } else {
                finding
            });
            continue;
        }
        let nearest = cx
            .resolved
            .column_like(group, bound, column.text)
            .or_else(|| {
                let listed = || cx.resolved.columns_of(group);
                let list = List::Columns(group.number);
                cx.suggester.nearest_in(list, column.text, listed)
            });
        findings.add(match nearest {
            Some(nearest) if cx.resolved.is_other_end(number, bound.table, nearest) => {
                finding.help(messages::other_end(nearest))
            }
            Some(nearest) => finding.did_you_mean(nearest),
            None => finding.help(messages::add()),
        });
    }
}
