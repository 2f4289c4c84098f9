//! Rules of the relationships between tables.

pub(super) mod ambiguous_relationship_table;
pub(super) mod duplicate_relationship;
pub(super) mod duplicate_relationship_name;
pub(crate) mod graph;
pub(super) mod incompatible_relationship_types;
pub(super) mod same_relationship_ends;
pub(super) mod several_join_paths;
pub(super) mod unknown_relationship_column;
pub(super) mod unknown_relationship_table;
pub(super) mod unreached_table;

use std::cell::{Cell, OnceCell};

use super::{Context, Numbers};
use crate::catalog::{ColumnRef, TableRef};
use crate::issue::Findings;
use crate::model::{Datamart, End, Relationship, Table, Text};
use graph::Graph;

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if cx.datamart.relationships.is_empty() {
        return;
    }
    let tables = TablesByName::new(cx.datamart);
    unknown_relationship_table::check(cx, &tables, findings);
    ambiguous_relationship_table::check(cx, &tables, findings);
    unknown_relationship_column::check(cx, &tables, findings);
    same_relationship_ends::check(cx, findings);
    duplicate_relationship::check(cx, findings);
    duplicate_relationship_name::check(cx, findings);
    incompatible_relationship_types::check(cx, &tables, findings);
    let graph = Graph::new(cx.datamart, &tables);
    several_join_paths::check(cx, &graph, findings);
    unreached_table::check(cx, &graph, findings);
}

/// What joins what, for those who draw it.
pub(crate) fn graph(datamart: &Datamart<'_>) -> Graph {
    Graph::new(datamart, &TablesByName::new(datamart))
}

/// The tables as relationships refer to them: by name alone, or by the index pattern that stands for it in queries.
///
/// White space around a name is another rule's matter, so all of them are compared without it.
///
/// Everything that a rule asks is gathered once for each name, so that many relationships to many tables of the same
/// name cost no more than their sum.
struct TablesByName<'c, 'd> {
    numbers: Numbers<'d>,
    named: Vec<Named<'c, 'd>>,
}

/// All tables of one name.
#[derive(Default)]
struct Named<'c, 'd> {
    tables: Vec<&'c Table<'d>>,
    /// The number of the last one in `tableList`.
    last: usize,
    /// The first schema, and the first one that differs from it.
    schemas: [Option<Text<'d>>; 2],
    columns: OnceCell<Vec<&'d str>>,
    /// The same, to be looked up.
    numbers: OnceCell<Numbers<'d>>,
    lookups: Cell<u32>,
    /// Whether some column may be missing from `columns`, because it is broken.
    has_unknown_columns: bool,
}

impl<'c, 'd> TablesByName<'c, 'd> {
    fn new(datamart: &'c Datamart<'d>) -> Self {
        let mut tables = Self {
            numbers: Numbers::default(),
            named: Vec::new(),
        };
        for (number, table) in datamart.tables.iter().enumerate() {
            let name = table.name.given().map(|name| name.text.trim());
            let pattern = table
                .index_pattern
                .given()
                .map(|pattern| pattern.text.trim());
            for name in name
                .into_iter()
                .chain(pattern.filter(|pattern| Some(*pattern) != name))
            {
                tables.add(name, number, table);
            }
        }
        tables
    }

    fn add(&mut self, name: &'d str, in_list: usize, table: &'c Table<'d>) {
        let number = *self.numbers.entry(name).or_insert(self.named.len());
        if number == self.named.len() {
            self.named.push(Named::default());
        }
        if let Some(named) = self.named.get_mut(number) {
            named.add(in_list, table);
        }
    }

    fn get(&self, name: &str) -> Option<&Named<'c, 'd>> {
        self.named.get(*self.numbers.get(name.trim())?)
    }
}

impl<'c, 'd> Named<'c, 'd> {
    fn add(&mut self, number: usize, table: &'c Table<'d>) {
        self.tables.push(table);
        self.last = number;
        self.has_unknown_columns |= !table.all_columns_named;
        if let Some(schema) = table.schema_name.given() {
            match &mut self.schemas {
                [first @ None, _] => *first = Some(schema),
                [Some(first), other @ None] if first.text != schema.text => *other = Some(schema),
                _ => {}
            }
        }
    }

    /// The number of the table in `tableList`, when only one has this name.
    fn only(&self) -> Option<usize> {
        (self.tables.len() == 1).then_some(self.last)
    }

    /// The table of the catalog, when only one table has this name.
    fn physical<'p>(&self, cx: &Context<'p, '_>) -> Option<TableRef<'p>> {
        cx.physical.get(self.only()?)?.table()
    }

    /// Every name that is certainly a column of one of the tables.
    fn columns(&self) -> &[&'d str] {
        self.columns.get_or_init(|| {
            let mut names = Vec::new();
            for table in &self.tables {
                let columns = table.columns.iter().map(|column| column.name);
                for name in columns.chain([table.client_column]) {
                    names.extend(name.given().map(|name| name.text.trim()));
                }
            }
            names
        })
    }

    fn has_column(&self, name: &str) -> bool {
        let name = name.trim();
        // Looking along the list a few times costs less than making a set of it.
        if self.lookups.replace(self.lookups.get().saturating_add(1)) < 8 {
            return self.columns().contains(&name);
        }
        self.numbers
            .get_or_init(|| self.columns().iter().copied().zip(0..).collect())
            .contains_key(name)
    }
}

/// What a relationship connects, as four names: parent table and column, child table and column.
fn endpoints<'d>(relationship: &Relationship<'d>) -> Option<[(&'d str, &'d str); 2]> {
    let end = |end: End<'d>| Some((end.table.given()?.text, end.column.given()?.text));
    Some([end(relationship.parent)?, end(relationship.child)?])
}

/// The column of the datasource that is meant; `None` for a custom column.
fn physical_column<'c>(
    cx: &Context<'c, '_>,
    tables: &TablesByName<'_, '_>,
    end: End<'_>,
) -> Option<ColumnRef<'c>> {
    let name = end.column.given()?.text.trim();
    let named = tables.get(end.table.given()?.text)?;
    let is_custom = named.tables.iter().any(|table| {
        let mut custom = table
            .columns
            .iter()
            .filter(|column| !column.is_custom.is_absent());
        custom.any(|column| column.name.given().is_some_and(|it| it.text.trim() == name))
    });
    named.physical(cx).filter(|_| !is_custom)?.column(name)
}
