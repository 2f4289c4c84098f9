//! The columns of a datamart: which column of the catalog each one is, and which of them are the
//! same.

use std::cell::{Cell, OnceCell};

use super::{BoundTable, NONE, Resolved};
use crate::catalog::{ColumnRef, TableRef};
use crate::model::Table;
use crate::names::{CaseRule, NameMatch, Names, Sameness, Sieve, hash, trim};

/// What a column of the datamart is bound to.
#[derive(Debug)]
pub(crate) struct BoundColumn<'c, 'd> {
    /// Its name without whitespace.
    pub name: &'d str,
    /// The hash of that name, which is compared before it.
    hash: u32,
    /// Its number in the list of all columns.
    pub number: u32,
    /// The number of the first column of the table that is the same: its own, unless it is listed
    /// twice.
    pub first: u32,
    /// Its match in the catalog.
    pub catalog: ColumnMatch<'c>,
    /// For the first column of a name: whether a column of that name is not a custom column.
    pub is_plain: bool,
    /// For the first column of a name: whether the table's SQL uses it.
    pub is_used: bool,
    /// The first relationship end that names it, if any.
    pub(super) ends: u32,
}

/// The result of looking up a column name in the catalog.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ColumnMatch<'c> {
    /// Nothing can be claimed: the catalog has no such table, or the name is broken.
    NoClaim,
    /// The table has no column of this name.
    Missing,
    /// A field of an object column: catalogs list only the outermost name.
    Field,
    /// This column, and how well its name matches.
    Column(ColumnRef<'c>, NameMatch),
}

impl BoundColumn<'_, '_> {
    /// The position in the table of an earlier column that is the same.
    pub(crate) fn earlier(&self, table: &BoundTable<'_, '_>) -> Option<usize> {
        if self.first == self.number {
            return None;
        }
        (self.first as usize).checked_sub(table.first_column)
    }
}

impl<'c> ColumnMatch<'c> {
    pub(super) fn find(table: Option<TableRef<'c>>, name: &str, rule: CaseRule) -> Self {
        let Some(table) = table.filter(|_| !name.is_empty()) else {
            return Self::NoClaim;
        };
        if let Some((column, quality)) = table.column(name, rule)
            && (quality.is_found() || !table.is_partial())
        {
            return Self::Column(column, quality);
        }
        if table.is_partial() {
            return Self::NoClaim;
        }
        let outer = name.split('.').next().unwrap_or(name);
        if outer.len() < name.len() && table.column(outer, rule).is_some() {
            return Self::Field;
        }
        Self::Missing
    }

    /// The column, if the database finds one.
    pub(crate) fn column(self) -> Option<ColumnRef<'c>> {
        match self {
            Self::Column(column, quality) if quality.is_found() => Some(column),
            _ => None,
        }
    }
}

/// The columns of one table by name, or of all tables that share a name.
#[derive(Debug, Default)]
pub(super) struct ColumnIndex<'d> {
    /// Built when a linear search would cost more.
    names: OnceCell<Names<'d>>,
    lookups: Cell<u32>,
}

/// How often a list is searched linearly before it is indexed.
const LOOKUPS: u32 = 64;

impl<'c, 'd> Resolved<'c, 'd> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer columns than fit into 31 bits"
    )]
    pub(super) fn bind_columns(&mut self) {
        let tables = &self.datamart.tables;
        let count: usize = tables.iter().map(|table| table.columns.len() + 1).sum();
        self.columns.reserve_exact(count);
        let mut sieve = Sieve::default();
        for (table, bound) in tables.iter().zip(&mut self.tables) {
            let in_catalog = bound.catalog.table();
            bound.first_column = self.columns.len();
            bound.client_column = bound.first_column + table.columns.len();
            sieve.reset(table.columns.len());
            let mut has_same = false;
            let mut has_other_case = false;
            let names = table.columns.iter();
            let names = names.map(|column| (column.name, !column.is_custom.is_set()));
            for (name, is_plain) in names.chain([(table.client_column, false)]) {
                let written = super::text_of(name);
                let catalog = if in_catalog.is_some() {
                    ColumnMatch::find(in_catalog, written, self.case_of_columns)
                } else {
                    ColumnMatch::NoClaim
                };
                has_other_case |= matches!(catalog, ColumnMatch::Column(_, NameMatch::OtherCase));
                let number = self.columns.len();
                let name = trim(written);
                bound.has_spaced_column |= name.len() < written.len();
                let hash = hash(name);
                has_same |= number < bound.client_column && sieve.insert_hashed(name, hash);
                self.columns.push(BoundColumn {
                    name,
                    hash,
                    number: number as u32,
                    first: number as u32,
                    catalog,
                    is_plain,
                    is_used: false,
                    ends: NONE,
                });
            }
            let columns = self.columns.get_mut(bound.first_column..);
            let columns = columns.unwrap_or_default();
            for (column, bound_column) in table.columns.iter().zip(&*columns) {
                let alias = column.alias.given().map(|alias| alias.text);
                let alias = alias.filter(|alias| *alias != bound_column.name);
                bound.may_repeat_alias |= alias.is_some_and(|alias| sieve.insert(alias));
            }
            bound.may_repeat_alias |= has_same;
            if has_same {
                find_same(columns, bound.first_column);
            }
            if has_other_case {
                find_other_spellings(columns, table);
            }
            if !has_same && !has_other_case {
                continue;
            }
            for number in 0..columns.len() {
                let column = columns.get_mut(number).filter(|it| it.first != it.number);
                if let Some(column) = column
                    && std::mem::take(&mut column.is_plain)
                    && let first = (column.first as usize).wrapping_sub(bound.first_column)
                    && let Some(first) = columns.get_mut(first)
                {
                    first.is_plain = true;
                }
            }
        }
    }

    /// The listed column of this name, or the first of several.
    pub(super) fn listed(
        &self,
        index: &ColumnIndex<'d>,
        tables: &[usize],
        name: &str,
    ) -> Option<u32> {
        let name = trim(name);
        let lookups = index.lookups.get();
        if index.names.get().is_none() && lookups < LOOKUPS {
            index.lookups.set(lookups + 1);
            let hash = hash(name);
            let is_same = |column: &&BoundColumn<'_, '_>| {
                column.hash == hash && column.name == name && !name.is_empty()
            };
            let tables = tables.iter().filter_map(|it| self.tables.get(*it));
            for columns in tables.map(|table| self.bound_columns(table)) {
                if let Some(column) = columns.iter().find(is_same) {
                    return Some(column.number);
                }
            }
            return None;
        }
        let number = self.names(index, tables).get(name, Sameness::Exact)?;
        u32::try_from(number).ok()
    }

    /// The listed column that a written name refers to, and how well it matches.
    pub(super) fn listed_like(
        &self,
        index: &ColumnIndex<'d>,
        tables: &[usize],
        name: &str,
        rule: CaseRule,
    ) -> Option<(u32, NameMatch)> {
        if let Some(number) = self.listed(index, tables, name) {
            return Some((number, NameMatch::Exact));
        }
        let (number, quality) = self.names(index, tables).best(name, rule)?;
        Some((u32::try_from(number).ok()?, quality))
    }

    fn names<'s>(&self, index: &'s ColumnIndex<'d>, tables: &[usize]) -> &'s Names<'d> {
        index.names.get_or_init(|| {
            let mut names = Names::loose();
            for column in self.listed_columns(tables) {
                names.insert(column.name, column.number as usize);
            }
            names
        })
    }

    /// The named columns and client columns of some tables.
    pub(super) fn listed_columns(
        &self,
        tables: &[usize],
    ) -> impl Iterator<Item = &BoundColumn<'c, 'd>> {
        let tables = tables.iter().filter_map(|it| self.tables.get(*it));
        let columns = tables.flat_map(|table| self.bound_columns(table));
        columns.filter(|column| !column.name.is_empty())
    }

    /// The columns and the client column of a table.
    pub(super) fn bound_columns(&self, table: &BoundTable<'c, 'd>) -> &[BoundColumn<'c, 'd>] {
        let range = table.first_column..=table.client_column;
        self.columns.get(range).unwrap_or_default()
    }
}

/// Finds columns of a table that are listed twice.
#[cold]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a document has fewer columns than fit into 31 bits"
)]
fn find_same(columns: &mut [BoundColumn<'_, '_>], first_column: usize) {
    let mut names = Names::loose();
    for number in 0..columns.len() {
        let Some(column) = columns.get(number).filter(|column| !column.name.is_empty()) else {
            continue;
        };
        let (name, own) = (column.name, column.catalog.column());
        let first = names.insert(name, number);
        let other = columns.get(first).and_then(|first| first.catalog.column());
        // The catalog may have both, one with whitespace and one without.
        if matches!((own, other), (Some(own), Some(other)) if own.number() != other.number()) {
            continue;
        }
        if let Some(column) = columns.get_mut(number) {
            column.first = (first_column + first) as u32;
        }
    }
}

/// Finds columns of a table whose names differ in case but which the database takes as the same.
#[cold]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a document has fewer columns than fit into 31 bits"
)]
fn find_other_spellings(columns: &mut [BoundColumn<'_, '_>], table: &Table<'_>) {
    let mut known = Names::exact();
    for (column, bound) in table.columns.iter().zip(columns) {
        if let Some(catalog) = bound.catalog.column()
            && column.is_custom.is_unset()
        {
            bound.first = known.insert(catalog.name(), bound.first as usize) as u32;
        }
    }
}
