//! What the datasource has: its tables, their columns and types, as the API's schema reply tells.
//!
//! Read and indexed once, then looked up any number of times: a lookup costs the same whatever the size of the catalog.
//! It owns its texts, because it outlives the reply: one text holds all names, and everything else is numbers.

mod kind;
mod letters;
mod read;

pub use kind::ValueKind;
pub use letters::{Found, Letters};

use rustc_hash::FxHasher;
use std::hash::Hasher;

use crate::document::Span;

/// The tables of one datasource.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// The names of tables, schemas, columns and types, one behind the other.
    names: String,
    tables: Vec<TableEntry>,
    columns: Vec<ColumnEntry>,
    types: Vec<TypeEntry>,
    /// The last table and the last column for each [`hash`]; the others are found by `before`.
    table_index: Index,
    column_index: Index,
}

/// The last number for each hash. Several hashes share a place, so that names have to be compared. A map would be the only one of
/// its sort, and so cost two kilobytes of code.
#[derive(Debug, Clone, Default)]
struct Index {
    last: Vec<Option<u32>>,
}

impl Index {
    fn new(count: usize) -> Self {
        Self {
            last: vec![None; count.next_power_of_two()],
        }
    }

    fn place(&self, hash: usize) -> usize {
        hash & (self.last.len().wrapping_sub(1))
    }

    fn get(&self, hash: usize) -> Option<u32> {
        self.last.get(self.place(hash)).copied().flatten()
    }

    /// Adds a number. The one that has been the last.
    fn insert(&mut self, hash: usize, number: u32) -> Option<u32> {
        let place = self.place(hash);
        self.last.get_mut(place)?.replace(number)
    }
}

#[derive(Debug, Clone)]
struct TableEntry {
    name: Span,
    schema: Span,
    /// The number of the first column.
    first: u32,
    /// The number after the last column.
    end: u32,
    /// The table before this one with the same hash.
    before: Option<u32>,
}

#[derive(Debug, Clone)]
struct ColumnEntry {
    name: Span,
    type_number: u32,
    /// The column before this one with the same hash.
    before: Option<u32>,
}

#[derive(Debug, Clone)]
struct TypeEntry {
    name: Span,
    kind: Option<ValueKind>,
}

/// A table of the catalog.
#[derive(Debug, Clone, Copy)]
pub struct TableRef<'c> {
    catalog: &'c Catalog,
    entry: &'c TableEntry,
    number: u32,
}

/// A column of the catalog.
#[derive(Debug, Clone, Copy)]
pub struct ColumnRef<'c> {
    catalog: &'c Catalog,
    entry: &'c ColumnEntry,
}

impl Catalog {
    /// Every table.
    pub fn tables(&self) -> impl Iterator<Item = TableRef<'_>> {
        (0..).zip(&self.tables).map(|(number, entry)| TableRef {
            catalog: self,
            entry,
            number,
        })
    }

    /// The tables with this name, whatever their schemas and whatever the case of its letters.
    pub fn tables_named<'c>(&'c self, name: &'c str) -> impl Iterator<Item = TableRef<'c>> {
        let mut next = self.table_index.get(hash(None, name));
        let chain = std::iter::from_fn(move || {
            let number = next?;
            let entry = self.tables.get(number as usize)?;
            next = entry.before;
            Some(TableRef {
                catalog: self,
                entry,
                number,
            })
        });
        chain.filter(move |table| table.name().eq_ignore_ascii_case(name))
    }

    fn text(&self, span: Span) -> &str {
        span.text(&self.names)
    }
}

impl<'c> TableRef<'c> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'c str {
        self.catalog.text(self.entry.name)
    }

    /// The name of its schema, empty when it has none.
    #[must_use]
    pub fn schema(self) -> &'c str {
        self.catalog.text(self.entry.schema)
    }

    /// Its columns.
    pub fn columns(self) -> impl Iterator<Item = ColumnRef<'c>> {
        let range = self.entry.first as usize..self.entry.end as usize;
        let entries = self.catalog.columns.get(range).unwrap_or_default();
        entries.iter().map(move |entry| ColumnRef {
            catalog: self.catalog,
            entry,
        })
    }

    /// The column with this name: to the letter if there is one, else one that differs only in the case of its letters.
    #[must_use]
    pub fn column(self, name: &str) -> Option<ColumnRef<'c>> {
        let index = &self.catalog.column_index;
        let mut next = index.get(hash(Some(self.number), name));
        let mut other_case = None;
        while let Some(number) = next
            && let Some(entry) = self.catalog.columns.get(number as usize)
        {
            next = entry.before;
            if !(self.entry.first..self.entry.end).contains(&number) {
                continue;
            }
            let column = ColumnRef {
                catalog: self.catalog,
                entry,
            };
            if column.name() == name {
                return Some(column);
            }
            if column.name().eq_ignore_ascii_case(name) {
                other_case = Some(column);
            }
        }
        other_case
    }
}

impl<'c> ColumnRef<'c> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'c str {
        self.catalog.text(self.entry.name)
    }

    /// The database's own name of its type, empty when the reply tells none.
    #[must_use]
    pub fn type_name(self) -> &'c str {
        self.type_entry()
            .map_or("", |entry| self.catalog.text(entry.name))
    }

    /// What its values are, as far as the type's name tells.
    #[must_use]
    pub fn kind(self) -> Option<ValueKind> {
        self.type_entry()?.kind
    }

    fn type_entry(self) -> Option<&'c TypeEntry> {
        self.catalog.types.get(self.entry.type_number as usize)
    }
}

/// The hash of a table's name, or of a column's name in the table with this number, without regard to the case of its
/// letters.
#[expect(clippy::cast_possible_truncation, reason = "any bits of the hash do")]
fn hash(table: Option<u32>, name: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write_u32(table.map_or(0, |number| number + 1));
    for byte in name.bytes() {
        hasher.write_u8(byte.to_ascii_lowercase());
    }
    hasher.finish() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read_json;

    fn catalog(json: &str) -> Catalog {
        Catalog::read(read_json(json, &[]).root()).unwrap()
    }

    #[test]
    fn finds_tables_and_columns_whatever_their_case() {
        let catalog = catalog(
            r#"{"data": {"datasourceName": "w", "tables": [
                {"name": "orders", "schema": "shop", "columns": [{"name": "id", "dataType": "integer"}, {"name": "ID", "dataType": "text"}]},
                {"name": "Orders", "schema": null, "columns": []},
                {"name": "orders", "schema": "archive", "columns": [{"name": "total"}]}
            ]}}"#,
        );
        let schemas: Vec<_> = catalog
            .tables_named("ORDERS")
            .map(TableRef::schema)
            .collect();
        assert_eq!(schemas, ["archive", "", "shop"]);
        let orders = catalog.tables().next().unwrap();
        let kind = |name| orders.column(name).and_then(ColumnRef::kind);
        assert_eq!(kind("id"), Some(ValueKind::Number));
        assert_eq!(kind("ID"), Some(ValueKind::Text));
        assert!(kind("Id").is_some() && orders.column("total").is_none());
        let total = catalog.tables().nth(2).and_then(|it| it.column("total"));
        assert_eq!(total.map(ColumnRef::type_name), Some(""));
        assert_eq!(total.and_then(ColumnRef::kind), None);
    }

    #[test]
    fn names_the_place_of_what_is_wrong() {
        for (json, expected) in [
            ("[]", "`tables`"),
            (r#"{"tables": {}}"#, "`tables`"),
            (r#"{"tables": [5]}"#, "`tables[0]`"),
            (r#"{"tables": [{"columns": []}]}"#, "`tables[0].name`"),
            (r#"{"tables": [{"name": "a"}]}"#, "`tables[0].columns`"),
            (
                r#"{"data": {"tables": [{"name": "a", "columns": [{"name": "b"}, {"name": 5}]}]}}"#,
                "`data.tables[0].columns[1].name`",
            ),
            (
                r#"{"tables": [{"name": "a", "schema": 5, "columns": []}]}"#,
                "`tables[0].schema`",
            ),
            (
                r#"{"tables": [{"name": "a", "columns": [{"name": "b", "dataType": []}]}]}"#,
                "`tables[0].columns[0].dataType`",
            ),
        ] {
            let error = Catalog::read(read_json(json, &[]).root()).unwrap_err();
            assert!(error.contains(expected), "{json}: {error}");
        }
    }
}
