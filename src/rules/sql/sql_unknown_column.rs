//! The SQL of a custom column uses a column that its table does not list.

use super::Expression;
use super::names::{Meaning, OtherTables, TableNames};
use crate::document::Span;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The SQL of a custom column uses a name that the table does not list as a column.",
    why: "A warning, because the column may exist in the datasource without being listed; with the option `catalog` it is known: an error \
          if the datasource lacks it, nothing if it has it. Inside a sub-select nothing is claimed.",
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
    for meaning in &expression.meanings {
        let finding = match meaning {
            Meaning::Unknown(name, span) => {
                let message = if names.are_certain() {
                    format!("the table has no column `{name}`")
                } else {
                    format!("the table lists no column `{name}`")
                };
                let finding =
                    Finding::new(Code::SqlUnknownColumn, expression.place(*span), message)
                        .certain(names.are_certain() && !is_of_the_system(name));
                mend(cx, finding, name, expression, *span, names)
            }
            Meaning::Foreign(name, span) if others.find(name).is_none() => {
                let message = format!("`{name}` is neither this table nor a column that it lists");
                let finding =
                    Finding::new(Code::SqlUnknownColumn, expression.place(*span), message);
                let own = names.table.name.given().map(|name| name.text);
                match cx.suggester.nearest(name, own.into_iter().chain(names.all())) {
                    Some(nearest) => finding.did_you_mean(nearest),
                    None => finding.help("A column needs no table in front; in a custom column it is always one of the same table."),
                }
            }
            Meaning::Foreign(..) | Meaning::Column(_) | Meaning::NoClaim => continue,
        };
        findings.add(finding);
    }
}

/// Columns that databases add by themselves and catalogs do not list: `_PARTITIONTIME`, `METADATA$FILENAME`, `ctid`.
fn is_of_the_system(name: &str) -> bool {
    name.starts_with('_')
        || name.bytes().any(|byte| byte == b'$')
        || [
            "rowid", "rownum", "ctid", "xmin", "oid", "tableoid", "level",
        ]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

/// Says what was probably meant by a name that stands at `span`.
fn mend(
    cx: &Context<'_, '_>,
    finding: Finding,
    name: &str,
    expression: &Expression<'_, '_>,
    span: Span,
    names: &TableNames<'_, '_>,
) -> Finding {
    let written = expression.text(span);
    let is_quoted = written != name;
    if let Some(column) = names.of_alias(name) {
        let help =
            format!("It is the alias of `{column}`; an expression uses the column's own name.");
        return finding
            .help(help)
            .suggest(Some(column).filter(|_| !is_quoted));
    }
    // A column that refers to itself is no better.
    let others = names
        .all()
        .filter(|other| Some(*other) != expression.name());
    match cx.suggester.nearest(name, others) {
        Some(nearest) => {
            let fits = !is_quoted && nearest.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
            finding
                .did_you_mean(nearest)
                .suggest(Some(nearest).filter(|_| fits))
        }
        None if written.starts_with('"') => finding
            .help("Here double quotes are put around names; put a text in single quotes, or list the column.")
            .suggest(Some(&format!("'{}'", name.replace('\'', "''")))),
        None if names.are_certain() => finding.help("Use a column of the datasource's table, or a custom column."),
        None => finding.help("Add the column to the table, hidden if nobody shall see it, or use one that is listed."),
    }
}
