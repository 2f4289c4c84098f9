//! Shared reports about names that are not found or found only approximately, and what must change
//! along with a name.

use super::Context;
use super::table::name_case::messages;
use crate::catalog::{ColumnRef, TableRef};
use crate::issue::{Code, Finding, Findings, Message, NewValue, suggestion};
use crate::model::Text;
use crate::names::{CaseFolding, CaseRule, CaseSensitivity, NameMatch, has_outer_space, trim};
use crate::resolve::{BoundColumn, BoundTable, ColumnMatch, EndTable};
use crate::suggest::List;

/// Reports a name that a table of the catalog does not have, or has with a different spelling.
///
/// `missing` makes the finding if it is not found; `renamed` adds what else must change with the
/// name.
pub(super) fn check_column<'c>(
    cx: &Context<'c, '_>,
    table: TableRef<'c>,
    name: Text<'_>,
    bound: ColumnMatch<'_>,
    findings: &mut Findings<'_>,
    missing: &dyn Fn(&str) -> Finding,
    renamed: &dyn Fn(Finding, &str) -> Finding,
) {
    let written = trim(name.text);
    let (column, quality) = match bound {
        ColumnMatch::NoClaim | ColumnMatch::Field => return,
        ColumnMatch::Column(column, quality) => (column.name(), quality),
        ColumnMatch::Missing => {
            let finding = missing(written);
            let known = || table.columns().map(ColumnRef::name);
            let list = List::CatalogColumns(table.column_numbers());
            findings.add(match cx.suggester.nearest_in(list, written, known) {
                Some(nearest) => renamed(finding.did_you_mean(nearest), nearest),
                None => finding,
            });
            return;
        }
    };
    let finding = if quality == NameMatch::OtherCase {
        other_case(name, column, cx.resolved.case_of_columns)
    } else if let Some(help) = other_spelling(column, quality) {
        missing(written).help(help).suggest(Some(column))
    } else {
        return;
    };
    let finding = finding.certain_fix_if(table.has_one_spelling(column));
    findings.add(renamed(finding, column));
}

/// How a known name differs from a written one that does not match it. `None` if it matches, or if
/// only surrounding whitespace prevents a match, which another rule reports.
pub(super) fn other_spelling(known: &str, quality: NameMatch) -> Option<Message> {
    match quality {
        NameMatch::Exact | NameMatch::OtherCase => None,
        NameMatch::Trimmed if !has_outer_space(known) => None,
        NameMatch::Trimmed => Some(suggestion::whitespace(known)),
        NameMatch::CaseMismatch => Some(suggestion::case(known)),
        NameMatch::OtherComposition => Some(suggestion::composition(known)),
    }
}

/// Suggests the closest name, and explains the difference if it is hard to see.
pub(super) fn did_you_mean(finding: Finding, written: &str, nearest: &str) -> Finding {
    let quality = NameMatch::between(written, nearest, CaseRule::EXACT);
    match quality.and_then(|quality| other_spelling(nearest, quality)) {
        Some(help) => finding.help(help).suggest(Some(nearest)),
        None => finding.did_you_mean(nearest),
    }
}

/// A name that is found although its case differs.
pub(super) fn other_case(name: Text<'_>, known: &str, rule: CaseRule) -> Finding {
    let message = messages::other(trim(name.text), known);
    let help = match rule.sensitivity {
        CaseSensitivity::LowersUnquoted | CaseSensitivity::RaisesUnquoted => messages::unquoted(),
        CaseSensitivity::Insensitive
            if rule.folding == CaseFolding::Unicode
                || trim(name.text).eq_ignore_ascii_case(known) =>
        {
            messages::found()
        }
        _ => messages::unclear(),
    };
    Finding::new(Code::NameCase, name.node, message)
        .help(help)
        .suggest(Some(known))
}

/// The table of the catalog whose name is closest to a missing one.
pub(super) fn nearest_table<'c>(cx: &Context<'c, '_>, written: &str) -> Option<&'c str> {
    let catalog = cx.options.catalog.as_ref()?;
    let known = || catalog.tables().map(TableRef::name);
    cx.suggester
        .nearest_in(List::CatalogTables, trim(written), known)
}

/// Adds the table's new name to the fix wherever relationships refer to the table.
pub(super) fn rename_table(
    cx: &Context<'_, '_>,
    table: usize,
    name: Text<'_>,
    new: &str,
    finding: Finding,
) -> Finding {
    let written = trim(name.text);
    // It is unclear which one the relationships refer to, and two tables of the same name would not
    // be better.
    let named = cx.resolved.end_table(new);
    let is_taken = !matches!(named, EndTable::Unknown) && named != EndTable::One(table);
    if is_taken || !cx.resolved.is_only_of_its_name(written) {
        return finding.no_fix();
    }
    let mut finding = finding;
    for end in cx.resolved.ends_of_table(table) {
        if trim(end.text) == written {
            finding = finding.also_set(end.node, NewValue::Text(new.to_owned()));
        }
    }
    finding
}

/// The same for a column. SQL that uses the old name would lose the column.
pub(super) fn rename_column(
    cx: &Context<'_, '_>,
    table: &BoundTable<'_, '_>,
    column: &BoundColumn<'_, '_>,
    new: &str,
    finding: Finding,
) -> Finding {
    // Two columns of the same name would not be better.
    let is_taken = cx.resolved.lists_beside(table.number, column.number, new);
    // It is unclear whether a relationship with that table name refers to this column.
    let is_unclear =
        !cx.datamart.relationships.is_empty() && !cx.resolved.is_only_of_its_name(table.name);
    if table.has_unclear_sql || column.is_used || is_taken || is_unclear {
        return finding.no_fix();
    }
    rename_in_relationships(cx, column, new, finding)
}

/// The same if SQL already finds the column by its new name.
pub(super) fn rename_in_relationships(
    cx: &Context<'_, '_>,
    column: &BoundColumn<'_, '_>,
    new: &str,
    finding: Finding,
) -> Finding {
    let mut finding = finding;
    for end in cx.resolved.ends_of_column(column.number) {
        finding = finding.also_set(end.node, NewValue::Text(new.to_owned()));
    }
    finding
}
