//! Which table of the catalog a table of the datamart is.

use super::Context;
use crate::catalog::{Catalog, ColumnRef, Found, Letters, TableRef};
use crate::issue::{Code, Finding, Findings, NewValue};
use crate::model::{Datamart, Table, Text};
use crate::options::Options;

/// What the catalog has for a name of a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum Physical<'c> {
    /// Nothing can be said: there is no catalog, the name is broken, or it is a pattern of names.
    NoClaim,
    /// No table has this name.
    Missing,
    /// A table has this name, but in other letters, so that the database does not find it.
    Misspelt(TableRef<'c>),
    /// Tables have this name, but none of them is in this schema.
    Elsewhere {
        first: TableRef<'c>,
        is_only_one: bool,
    },
    /// This one.
    Table {
        table: TableRef<'c>,
        /// Nothing tells in which schema, and there are several.
        other: Option<TableRef<'c>>,
    },
}

impl<'c> Physical<'c> {
    /// The table, if there is one.
    pub(super) fn table(self) -> Option<TableRef<'c>> {
        match self {
            Self::Table { table, .. } => Some(table),
            _ => None,
        }
    }
}

/// The tables of the datamart, each with what the catalog has for it.
pub(super) fn tables<'s, 'c, 'd>(
    cx: &'s Context<'c, 'd>,
) -> impl Iterator<Item = (&'c Table<'d>, Physical<'c>)> + use<'s, 'c, 'd> {
    cx.datamart.tables.iter().zip(cx.physical.iter().copied())
}

/// The tables of the datamart that the catalog has.
pub(super) fn known<'s, 'c, 'd>(
    cx: &'s Context<'c, 'd>,
) -> impl Iterator<Item = (&'c Table<'d>, TableRef<'c>)> + use<'s, 'c, 'd> {
    tables(cx).filter_map(|(table, physical)| Some((table, physical.table()?)))
}

/// Looks all tables of the datamart up.
pub(super) fn of_tables<'c>(datamart: &Datamart<'c>, options: &'c Options) -> Vec<Physical<'c>> {
    let Some(catalog) = &options.catalog else {
        return vec![Physical::NoClaim; datamart.tables.len()];
    };
    let letters = Letters::of_tables(options.datasource_type);
    let of_table = |table: &Table<'c>| {
        let Some(name) = table.name.given() else {
            return Physical::NoClaim;
        };
        // With a pattern the name is only a label, and a name with a star is a pattern itself.
        if !table.index_pattern.is_absent() || name.text.bytes().any(|byte| byte == b'*') {
            return Physical::NoClaim;
        }
        let schema = table.schema_name.given().map(|schema| schema.text.trim());
        if schema.is_none() && !table.schema_name.is_absent() {
            return Physical::NoClaim;
        }
        find(catalog, letters, name.text.trim(), schema)
    };
    datamart.tables.iter().map(of_table).collect()
}

/// Looks one table up: to the letter first, then without regard to the case of the letters.
pub(super) fn find<'c>(
    catalog: &'c Catalog,
    letters: Letters,
    name: &'c str,
    schema: Option<&str>,
) -> Physical<'c> {
    // The catalog gives them from the last to the first.
    let mut named: Vec<TableRef<'c>> = catalog.tables_named(name).collect();
    named.reverse();
    for quality in [Found::Exactly, Found::Perhaps, Found::Not] {
        let mut fitting = named.iter().copied().filter(|table| {
            let of_schema = match schema {
                // A catalog may tell no schemas at all.
                Some(schema) if !table.schema().is_empty() => {
                    if !table.schema().eq_ignore_ascii_case(schema) {
                        return false;
                    }
                    letters.find(schema, table.schema())
                }
                _ => Found::Exactly,
            };
            letters.find(name, table.name()).max(of_schema) == quality
        });
        let Some(table) = fitting.next() else {
            continue;
        };
        return match quality {
            Found::Not => Physical::Misspelt(table),
            _ => Physical::Table {
                table,
                other: fitting.next(),
            },
        };
    }
    match named.as_slice() {
        [] => Physical::Missing,
        [first, rest @ ..] => Physical::Elsewhere {
            first: *first,
            is_only_one: rest.is_empty(),
        },
    }
}

/// Checks that a table of the catalog has a column of this name.
///
/// `missing` makes the finding when there is none; `renamed` adds to a finding what else has to change with the name.
pub(super) fn check_column(
    cx: &Context<'_, '_>,
    table: TableRef<'_>,
    name: Text<'_>,
    findings: &mut Findings<'_>,
    missing: &dyn Fn(&str) -> Finding,
    renamed: &dyn Fn(Finding, &str) -> Finding,
) {
    let written = name.text.trim();
    let letters = Letters::of_columns(cx.options.datasource_type);
    let Some(column) = table.column(written) else {
        // A field of a column that is an object: catalogs list the outermost name.
        let outer = written.split('.').next().unwrap_or(written);
        let outermost = table.column(outer).filter(|_| outer != written);
        if outermost.is_none() {
            let finding = missing(written);
            let known = table.columns().map(ColumnRef::name);
            findings.add(match cx.suggester.nearest(written, known) {
                Some(nearest) => renamed(finding.did_you_mean(nearest), nearest),
                None => finding,
            });
        }
        return;
    };
    match letters.find(written, column.name()) {
        Found::Exactly => check_space(name, findings),
        Found::Perhaps => {
            let finding = other_case(name, column.name(), letters);
            findings.add(renamed(finding, column.name()));
        }
        Found::Not => {
            let known = column.name();
            let help = format!("It has `{known}`; capitals and small letters differ there.");
            let finding = missing(written).help(help).suggest(Some(known));
            findings.add(renamed(finding, known));
        }
    }
}

/// The table of the catalog whose name is nearest to one that it does not have.
pub(super) fn nearest_table<'c>(cx: &Context<'c, '_>, written: &str) -> Option<&'c str> {
    let catalog = cx.options.catalog.as_ref()?;
    cx.suggester
        .nearest(written, catalog.tables().map(TableRef::name))
}

/// A name that the database does not find, for the white space around it: that is certain now.
pub(super) fn check_space(name: Text<'_>, findings: &mut Findings<'_>) {
    if name.text.trim().len() != name.text.len() {
        findings.make_certain(Code::SurroundingSpace, name.node);
    }
}

/// A name that is found although its letters are others.
pub(super) fn other_case(name: Text<'_>, known: &str, letters: Letters) -> Finding {
    let message = format!("`{}` is `{known}` in the datasource", name.text.trim());
    let help = match letters {
        Letters::ReadSmall | Letters::ReadCapital => {
            "It is found only while nobody puts quotes around it; write it as the datasource does."
        }
        Letters::Unsure => {
            "Whether it is found depends on the server; write it as the datasource does."
        }
        Letters::Same | Letters::Differ => {
            "It is found all the same; write it as the datasource does."
        }
    };
    Finding::new(Code::NameCase, name.node, message)
        .help(help)
        .suggest(Some(known))
}

/// Makes a table's new name part of the fix wherever relationships name the table.
pub(super) fn rename_table(
    cx: &Context<'_, '_>,
    table: Text<'_>,
    name: &str,
    finding: Finding,
) -> Finding {
    let written = table.text.trim();
    let is_written = |other: &Text<'_>| other.text.trim() == written;
    let mut finding = finding;
    for end in cx
        .ends
        .iter()
        .filter_map(|end| end.table.given())
        .filter(is_written)
    {
        finding = finding.also_set(end.node, NewValue::Text(name.to_owned()));
    }
    let tables = cx.datamart.tables.iter();
    if tables
        .filter_map(|table| table.name.given())
        .filter(is_written)
        .count()
        > 1
    {
        // Which one do they name?
        return finding.no_fix();
    }
    finding
}

/// The same for a column.
pub(super) fn rename_column(
    cx: &Context<'_, '_>,
    table: &Table<'_>,
    column: Text<'_>,
    name: &str,
    finding: Finding,
) -> Finding {
    let written = column.text.trim();
    let mut sql = table.columns.iter().filter_map(|column| column.sql.given());
    if sql.any(|sql| holds(sql.text, written)) {
        return finding.no_fix();
    }
    let is_table = |other: Text<'_>| {
        table
            .name
            .given()
            .is_some_and(|name| name.text.trim() == other.text.trim())
    };
    let mut finding = finding;
    for end in &cx.ends {
        let column = end
            .column
            .given()
            .filter(|column| column.text.trim() == written);
        if let Some(column) = column.filter(|_| end.table.given().is_some_and(is_table)) {
            finding = finding.also_set(column.node, NewValue::Text(name.to_owned()));
        }
    }
    finding
}

/// `str::contains`, which would bring a search of its own with it.
fn holds(text: &str, word: &str) -> bool {
    let mut places = text.as_bytes().windows(word.len().max(1));
    places.any(|place| place == word.as_bytes())
}
