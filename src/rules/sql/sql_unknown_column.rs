//! The SQL of a custom column uses a column that its table does not list.

use super::Expression;
use super::names::{Meaning, OtherTables, TableNames};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};
use crate::sql::ColumnRef;

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The SQL of a custom column uses a name that the table does not list as a column.",
    why: "Only a warning, because the column may exist in the datasource without being listed. Inside a sub-select nothing is claimed.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tex" }
] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tax" }
] }] }"#,
    ),
};

pub(super) fn check(
    cx: &Context<'_, '_>,
    expression: &Expression<'_, '_>,
    names: &TableNames<'_, '_>,
    others: &mut OtherTables<'_, '_>,
    findings: &mut Findings<'_>,
) {
    // A column whose own name is broken may be the one that is meant.
    if !names.table.all_columns_named {
        return;
    }
    for reference in &expression.analysis.columns {
        let (name, message) = match names.meaning(reference, expression.sql.text) {
            Meaning::Unknown(name) => {
                let message = format!("the table lists no column `{name}`");
                (name, message)
            }
            Meaning::Foreign { qualifier } if others.find(&qualifier).is_none() => {
                let message =
                    format!("`{qualifier}` is neither this table nor a column that it lists");
                (qualifier, message)
            }
            Meaning::Foreign { .. } | Meaning::Column(_) | Meaning::NoClaim => continue,
        };
        let finding = Finding::new(
            Code::SqlUnknownColumn,
            expression.place(reference.span),
            message,
        );
        findings.add(mend(cx, finding, &name, reference, names));
    }
}

fn mend(
    cx: &Context<'_, '_>,
    finding: Finding,
    name: &str,
    reference: &ColumnRef<'_>,
    names: &TableNames<'_, '_>,
) -> Finding {
    if let Some(column) = names.of_alias(name) {
        return finding
            .help(format!(
                "It is the alias of `{}`; an expression uses the column's own name.",
                column
            ))
            .suggest(Some(column).filter(|_| reference.part_count == 1));
    }
    match cx.suggester.nearest(name, names.all()) {
        Some(nearest) => finding
            .help(format!("Did you mean `{nearest}`?"))
            .suggest(Some(nearest).filter(|_| reference.part_count == 1 && !reference.quoted)),
        None if reference.quoted => {
            finding.help("Here double quotes are put around names; put a text in single quotes, or list the column.")
        }
        None => finding.help("Add the column to the table, hidden if nobody shall see it, or use one that is listed."),
    }
}
