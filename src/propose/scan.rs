//! The tables of a datamart and their keys, with their names taken apart.

use super::relationships::MANAGERS;
use super::words::{canonical, cut, is_in, key_of, subject, words_of};
use crate::catalog::{ColumnRef, TableRef, ValueKind};
use crate::names::{Forest, Root, Sameness, Spelling};
use crate::resolve::{EndTable, Resolved};

/// A table that relationships can name.
pub(super) struct Table<'n> {
    /// Its number in `tableList`.
    pub number: usize,
    /// Its name as the datamart has it.
    pub name: &'n str,
    /// The table in the catalog.
    pub known: Option<TableRef<'n>>,
    /// The words of its name, without those for the kind of table.
    pub words: String,
    /// The same as one word.
    pub canonical: String,
    /// Where its keys begin among all keys.
    pub first_key: usize,
    /// The last of its keys is before this one.
    pub end: usize,
    /// Whether its second column is a key too, as in a table that only connects others.
    pub has_second_key: bool,
}

/// A column.
#[derive(Clone, Copy)]
pub(super) struct Named<'n> {
    pub name: &'n str,
    /// In the catalog, if that has the table.
    pub known: Option<ColumnRef<'n>>,
    pub type_name: &'n str,
    pub kind: Option<ValueKind>,
}

/// A column that may be a key, or refer to one.
pub(super) struct Key<'n> {
    /// The number of its table among all tables here.
    pub table: usize,
    pub column: Named<'n>,
    /// Whether it is the first column.
    pub is_first: bool,
    /// The words of what it names, without a prefix that all columns of the table have.
    pub named: String,
    /// The same as one word.
    pub canonical: String,
    /// The kind of key; empty if it is named like no key, and refers to something all the same.
    pub kind: &'static str,
}

impl<'n> Named<'n> {
    pub(super) fn of(column: ColumnRef<'n>) -> Self {
        Self {
            name: column.name(),
            known: Some(column),
            type_name: column.type_name(),
            kind: column.kind(),
        }
    }

    /// Whether values of the two columns can be equal, and are what keys are made of.
    pub(super) fn fits(self, other: Self) -> bool {
        use ValueKind::{Boolean, DateTime, Number, Other, Text, Uuid};
        match (self.kind, other.kind) {
            (Some(Boolean | DateTime), _) | (_, Some(Boolean | DateTime)) => false,
            (Some(Other), Some(Other)) | (None, None) => {
                let [one, other] = [self.type_name, other.type_name];
                one.is_empty() || other.is_empty() || one.eq_ignore_ascii_case(other)
            }
            (Some(Number), Some(Number)) | (Some(Text | Uuid), Some(Text | Uuid)) => true,
            (one, other) => one.is_none() || other.is_none(),
        }
    }

    /// Whether the types alone show that they fit.
    pub(super) fn has_type_of(self, other: Self) -> bool {
        self.kind == other.kind && !self.type_name.is_empty()
    }
}

pub(super) struct Scan<'n> {
    pub tables: Vec<Table<'n>>,
    pub keys: Vec<Key<'n>>,
}

impl<'n> Scan<'n> {
    #[inline(never)]
    pub(super) fn new(resolved: &Resolved<'n, 'n>) -> Self {
        let mut scan = Self {
            tables: Vec::new(),
            keys: Vec::new(),
        };
        let names: Vec<String> = resolved.tables().map(|(_, it)| words_of(it.name)).collect();
        let prefix = prefix_of(&names, "");
        let mut columns: Vec<Named<'n>> = Vec::new();
        for (table, bound) in resolved.tables() {
            let Some(name) = table.name.given() else {
                continue;
            };
            if resolved.end_table(name.text) != EndTable::One(bound.number) {
                continue;
            }
            let known = bound.catalog.table();
            columns.clear();
            if let Some(known) = known {
                columns.extend(known.columns().map(Named::of));
            } else {
                for column in &table.columns {
                    if let Some(name) = column.name.given()
                        && column.is_custom.is_unset()
                    {
                        columns.push(Named {
                            name: name.text,
                            known: None,
                            type_name: "",
                            kind: None,
                        });
                    }
                }
            }
            let words = names
                .get(bound.number)
                .and_then(|words| words.get(prefix..));
            scan.add(
                bound.number,
                name.text,
                words.unwrap_or_default(),
                known,
                &columns,
            );
        }
        scan
    }

    /// Adds a table with its keys.
    #[inline(never)]
    fn add(
        &mut self,
        number: usize,
        name: &'n str,
        words: &str,
        known: Option<TableRef<'n>>,
        columns: &[Named<'n>],
    ) {
        let words = subject(words).to_owned();
        let canonical_name = canonical(&words);
        let spelt: Vec<String> = columns.iter().map(|column| words_of(column.name)).collect();
        let prefix = prefix_of(&spelt, &canonical_name);
        let first_key = self.keys.len();
        let mut has_second_key = false;
        for (at, (column, words)) in columns.iter().zip(&spelt).enumerate() {
            let (named, kind) = key_of(words.get(prefix..).unwrap_or_default());
            has_second_key |= at == 1 && !kind.is_empty();
            if !kind.is_empty() || named == "parent" || is_in(MANAGERS, named) {
                self.keys.push(Key {
                    table: self.tables.len(),
                    column: *column,
                    is_first: at == 0,
                    named: named.to_owned(),
                    canonical: canonical(named),
                    kind,
                });
            }
        }
        self.tables.push(Table {
            number,
            name,
            known,
            words,
            canonical: canonical_name,
            first_key,
            end: self.keys.len(),
            has_second_key,
        });
    }

    /// The keys of a table.
    pub(super) fn keys_of(&self, table: &Table<'n>) -> &[Key<'n>] {
        self.keys
            .get(table.first_key..table.end)
            .unwrap_or_default()
    }
}

/// The length of a short prefix that all tables, or all columns of a table, have: `wp_`, `l_`. That
/// of columns may also be the name of the table.
#[inline(never)]
fn prefix_of(names: &[String], table: &str) -> usize {
    let first = names.first().map_or("", |it| it);
    let (prefix, _) = cut(first, b'_');
    let length = prefix.len() + 1;
    let is_own = prefix.len() <= 3 && key_of(prefix).1.is_empty() || canonical(prefix) == table;
    let has_it =
        |words: &String| words.len() > length && words.get(..length) == first.get(..length);
    if names.len() > 2 && is_own && names.iter().all(has_it) {
        length
    } else {
        0
    }
}

/// Names that are put together here, each with a number.
#[derive(Default)]
pub(super) struct Made {
    forest: Forest,
    root: Root,
    names: Vec<String>,
}

impl Made {
    /// The number of a name, and whether it is new.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a catalog has fewer names than fit into 31 bits"
    )]
    #[inline(never)]
    pub(super) fn insert(&mut self, name: String) -> (usize, bool) {
        super::count(name.len());
        let next = self.names.len();
        let names = &self.names;
        let spelling_of = |at: u32| Spelling::exact(names.get(at as usize).map_or("", |it| it));
        let name_spelling = Spelling::exact(&name);
        let root = &mut self.root;
        let at = self
            .forest
            .insert(root, name_spelling, next as u32, &spelling_of) as usize;
        if at == next {
            self.names.push(name);
        }
        (at, at == next)
    }

    /// The number of a name.
    #[inline(never)]
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        super::count(name.len());
        let names = &self.names;
        let spelling_of = |at: u32| Spelling::exact(names.get(at as usize).map_or("", |it| it));
        let key = Spelling::exact(name).key();
        let at = self
            .forest
            .get(self.root, &key, Sameness::Exact, &spelling_of)?;
        Some(at as usize)
    }
}
