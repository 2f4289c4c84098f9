//! The columns of a datamart: which column of the catalog each one is, and which of them are the same.

use super::{BoundTable, NONE, Resolved};
use crate::catalog::{ColumnRef, TableRef};
use crate::model::{Column, Table};
use crate::names::{CaseRule, Forest, NameMatch, Names, Root, Sameness, Spelling, trim};

/// What a column of the datamart is bound to.
#[derive(Debug)]
pub(crate) struct BoundColumn<'c, 'd> {
    /// Its name without whitespace.
    pub name: &'d str,
    /// Its own number in the list of all columns.
    pub number: u32,
    /// The number of the first column of the table that is the same one: its own, unless it is listed twice.
    pub first: u32,
    /// What the catalog has for it.
    pub catalog: ColumnMatch<'c>,
    /// Of the first column of a name: whether one of that name is no custom column.
    pub is_plain: bool,
    /// Of the first column of a name: whether the SQL of the table uses it.
    pub is_used: bool,
    /// The first end of a relationship that names it, if any.
    pub(super) ends: u32,
}

/// What the catalog has for the name of a column.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ColumnMatch<'c> {
    /// Nothing can be said: the catalog has no such table, or the name is broken.
    NoClaim,
    /// The table has no column of this name.
    Missing,
    /// A field of a column that is an object: catalogs list the outermost name.
    Field,
    /// This one, and how well its name fits.
    Column(ColumnRef<'c>, NameMatch),
}

impl BoundColumn<'_, '_> {
    /// The place in the table of an earlier column that is the same one.
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
        if let Some((column, quality)) = table.column(name, rule) {
            return Self::Column(column, quality);
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

impl<'c> Resolved<'c, '_> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer columns than fit into 31 bits"
    )]
    pub(super) fn bind_columns(&mut self) {
        let tables = &self.datamart.tables;
        let count: usize = tables.iter().map(|table| table.columns.len() + 1).sum();
        self.columns.reserve_exact(count);
        // Reused, because making it anew for each table would cost more than filling it.
        let mut known = Names::exact();
        let mut forest = Forest::default();
        for (number, table) in tables.iter().enumerate() {
            let Some(bound) = self.tables.get(number) else {
                continue;
            };
            let in_catalog = bound.catalog.table();
            let first_column = self.columns.len();
            let mut root = Root::EMPTY;
            let mut has_other_case = false;
            let names = table.columns.iter().map(|column| column.name);
            for name in names.chain([table.client_column]) {
                let name = super::text_of(name);
                let catalog = ColumnMatch::find(in_catalog, name, self.case_of_columns);
                has_other_case |= matches!(catalog, ColumnMatch::Column(_, NameMatch::OtherCase));
                let number = self.columns.len() as u32;
                self.columns.push(BoundColumn {
                    name: trim(name),
                    number,
                    first: number,
                    catalog,
                    is_plain: false,
                    is_used: false,
                    ends: NONE,
                });
                if !name.is_empty() {
                    self.file_column(&mut forest, &mut root, number);
                }
            }
            for (column, number) in table.columns.iter().zip(first_column..) {
                self.mark_plain(column, number);
            }
            if has_other_case {
                known.clear();
                self.find_other_spellings(first_column, table, &mut known);
            }
            if let Some(bound) = self.tables.get_mut(number) {
                bound.first_column = first_column;
                bound.client_column = first_column + table.columns.len();
                bound.by_name = root;
            }
        }
        self.merge_groups(&mut forest);
        self.forest = forest;
    }

    fn file_column(&mut self, forest: &mut Forest, root: &mut Root, number: u32) {
        let spelling = Spelling::new(self.listed_name(number));
        let first = forest.insert(root, &spelling, number, &self.spelling_of());
        let catalog = |number: u32| self.columns.get(number as usize).map(|it| it.catalog);
        // The catalog may have both, one with whitespace and one without.
        if let (Some(ColumnMatch::Column(one, _)), Some(ColumnMatch::Column(other, _))) =
            (catalog(first), catalog(number))
            && one.number() != other.number()
        {
            return;
        }
        if let Some(column) = self.columns.get_mut(number as usize) {
            column.first = first;
        }
    }

    fn mark_plain(&mut self, column: &Column<'_>, number: usize) {
        let first = self.columns.get(number).map_or(NONE, |bound| bound.first);
        if let Some(first) = self.columns.get_mut(first as usize) {
            first.is_plain |= !column.is_custom.is_set();
        }
    }

    /// Columns whose names differ in case, but which the database takes for the same.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer columns than fit into 31 bits"
    )]
    fn find_other_spellings(
        &mut self,
        first_column: usize,
        table: &Table<'_>,
        known: &mut Names<'c>,
    ) {
        let columns = self.columns.get_mut(first_column..).unwrap_or_default();
        for (column, bound) in table.columns.iter().zip(columns) {
            if let Some(catalog) = bound.catalog.column()
                && column.is_custom.is_unset()
            {
                bound.first = known.insert(catalog.name(), bound.first as usize) as u32;
            }
        }
    }

    /// Gives the tables of one name a tree with the columns of all of them.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer columns than fit into 31 bits"
    )]
    fn merge_groups(&mut self, forest: &mut Forest) {
        for number in 0..self.groups.len() {
            let Some(group) = self.groups.get(number) else {
                continue;
            };
            if group.tables.len() < 2 {
                continue;
            }
            let mut root = Root::EMPTY;
            for table in group.tables.iter().filter_map(|it| self.tables.get(*it)) {
                for number in table.first_column..=table.client_column {
                    let number = number as u32;
                    let name = self.listed_name(number);
                    if !name.is_empty() {
                        forest.insert(&mut root, &Spelling::new(name), number, &self.spelling_of());
                    }
                }
            }
            if let Some(group) = self.groups.get_mut(number) {
                group.by_name = root;
            }
        }
    }

    /// The listed column of this name in one of the trees, to the letter.
    pub(super) fn listed(&self, root: Root, name: &str) -> Option<u32> {
        let spelling = Spelling::new(name);
        self.forest
            .get(root, &spelling, Sameness::Trimmed, &self.spelling_of())
    }
}
