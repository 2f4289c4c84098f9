//! What the datasource contains: its tables with their columns and types, as listed by the API's
//! schema reply.
//!
//! The reply is read and indexed once; a lookup then costs the same whatever the size of the
//! catalog. The catalog owns its texts because it outlives the reply: one string contains all
//! names, and everything else is a number.

mod error;
mod find;
mod kind;
mod read;

pub use error::CatalogError;
pub(crate) use find::CatalogMatch;
pub(crate) use kind::ValueKind;

use std::sync::OnceLock;

use crate::document::Span;
use crate::names::{CaseRule, Forest, NameMatch, Root, Spelling};

/// The tables of one datasource, as the API's schema reply lists them.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// The names of tables, schemas, columns and types, concatenated.
    names: String,
    schemas: Vec<SchemaEntry>,
    tables: Vec<TableEntry>,
    columns: Vec<ColumnEntry>,
    types: Vec<TypeEntry>,
    forest: Forest,
    schemas_by_name: Root,
    /// All tables, whatever their schemas.
    tables_by_name: Root,
    /// Whether the datasource may have tables and columns besides these, so that nothing is claimed of those.
    is_partial: bool,
    /// The name of the datasource; empty if the reply has none.
    datasource_name: String,
}

#[derive(Debug, Clone)]
struct SchemaEntry {
    name: Span,
    tables_by_name: Root,
}

#[derive(Debug, Clone)]
struct TableEntry {
    name: Span,
    /// The number of the schema.
    schema: u32,
    /// The number of the first column.
    first: u32,
    /// The number after the last column.
    end: u32,
    columns_by_name: OnceLock<ColumnTree>,
    /// Another table of the same name in another schema. Set for the first of them only.
    other: Option<u32>,
}

/// The columns of a table by name. Built on demand: a datamart uses few tables of a datasource.
#[derive(Debug, Clone, Default)]
struct ColumnTree {
    forest: Forest,
    root: Root,
}

#[derive(Debug, Clone)]
struct ColumnEntry {
    name: Span,
    type_number: u32,
}

#[derive(Debug, Clone)]
struct TypeEntry {
    name: Span,
    kind: Option<ValueKind>,
}

/// A table of the catalog.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableRef<'c> {
    catalog: &'c Catalog,
    entry: &'c TableEntry,
}

/// A column of the catalog.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ColumnRef<'c> {
    catalog: &'c Catalog,
    number: u32,
}

impl Catalog {
    /// The name of the datasource; empty if the reply does not tell it.
    pub(crate) fn datasource_name(&self) -> &str {
        &self.datasource_name
    }

    /// All tables.
    pub(crate) fn tables(&self) -> impl Iterator<Item = TableRef<'_>> {
        self.tables.iter().map(|entry| TableRef {
            catalog: self,
            entry,
        })
    }

    fn table(&self, number: u32) -> Option<TableRef<'_>> {
        Some(TableRef {
            catalog: self,
            entry: self.tables.get(number as usize)?,
        })
    }

    fn text(&self, span: Span) -> &str {
        span.text(&self.names)
    }

    fn schema_name(&self, number: u32) -> &str {
        let schema = self.schemas.get(number as usize);
        schema.map_or("", |schema| self.text(schema.name))
    }

    fn table_name(&self, number: u32) -> &str {
        let table = self.tables.get(number as usize);
        table.map_or("", |table| self.text(table.name))
    }

    fn column_name(&self, number: u32) -> &str {
        let column = self.columns.get(number as usize);
        column.map_or("", |column| self.text(column.name))
    }
}

impl<'c> TableRef<'c> {
    /// Its name.
    #[must_use]
    pub(crate) fn name(self) -> &'c str {
        self.catalog.text(self.entry.name)
    }

    /// The name of its schema; empty if it has none.
    #[must_use]
    pub(crate) fn schema(self) -> &'c str {
        self.catalog.schema_name(self.entry.schema)
    }

    /// Whether the datasource's table may have other columns, and may be in another schema where none is told.
    pub(crate) fn is_partial(self) -> bool {
        self.catalog.is_partial
    }

    /// Its columns.
    pub(crate) fn columns(self) -> impl Iterator<Item = ColumnRef<'c>> {
        let catalog = self.catalog;
        (self.entry.first..self.entry.end).map(move |number| ColumnRef { catalog, number })
    }

    /// The numbers of its columns, which no other table has.
    pub(crate) fn column_numbers(self) -> [u32; 2] {
        [self.entry.first, self.entry.end]
    }

    /// The column that a written name refers to, and how well it matches.
    #[must_use]
    pub(crate) fn column(
        self,
        written: &str,
        rule: CaseRule,
    ) -> Option<(ColumnRef<'c>, NameMatch)> {
        let catalog = self.catalog;
        let tree = self.tree();
        let name_of = |number| catalog.column_name(number);
        let (number, quality) = tree.forest.best(tree.root, written, rule, &name_of)?;
        Some((ColumnRef { catalog, number }, quality))
    }
}

impl<'c> TableRef<'c> {
    fn tree(self) -> &'c ColumnTree {
        let catalog = self.catalog;
        self.entry.columns_by_name.get_or_init(|| {
            let mut tree = ColumnTree::default();
            let spelling_of = |number| Spelling::new(catalog.column_name(number));
            for number in self.entry.first..self.entry.end {
                let spelling = spelling_of(number);
                let root = &mut tree.root;
                tree.forest.insert(root, spelling, number, &spelling_of);
            }
            tree
        })
    }

    /// Whether no other column of the table differs from this one only in whitespace, case or
    /// composition.
    pub(crate) fn has_one_spelling(self, column: &str) -> bool {
        let tree = self.tree();
        tree.forest.has_one_spelling(tree.root, column)
    }

    /// The same for the table among those of its schema.
    pub(crate) fn has_one_spelling_in_schema(self) -> bool {
        let schema = self.catalog.schemas.get(self.entry.schema as usize);
        schema.is_none_or(|schema| {
            let root = schema.tables_by_name;
            self.catalog.forest.has_one_spelling(root, self.name())
        })
    }

    /// The same for its schema among all schemas.
    pub(crate) fn schema_has_one_spelling(self) -> bool {
        let root = self.catalog.schemas_by_name;
        self.catalog.forest.has_one_spelling(root, self.schema())
    }
}

impl<'c> ColumnRef<'c> {
    /// Its name.
    #[must_use]
    pub(crate) fn name(self) -> &'c str {
        self.catalog.column_name(self.number)
    }

    /// Its number in the catalog.
    #[must_use]
    pub(crate) fn number(self) -> u32 {
        self.number
    }

    /// The database's own name for its type; empty if the reply has none.
    #[must_use]
    pub(crate) fn type_name(self) -> &'c str {
        self.type_entry()
            .map_or("", |entry| self.catalog.text(entry.name))
    }

    /// The kind of its values, as far as the type name shows.
    #[must_use]
    pub(crate) fn kind(self) -> Option<ValueKind> {
        self.type_entry()?.kind
    }

    fn type_entry(self) -> Option<&'c TypeEntry> {
        let entry = self.catalog.columns.get(self.number as usize)?;
        self.catalog.types.get(entry.type_number as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameMatch::{Exact, OtherCase, Trimmed};

    fn catalog(json: &str) -> Catalog {
        Catalog::from_json(json).unwrap()
    }

    #[test]
    fn finds_columns_with_the_quality_of_the_match() {
        let catalog = catalog(
            r#"{"data": {"datasourceName": "w", "tables": [
                {"name": "orders", "schema": "shop", "columns": [{"name": "id", "dataType": "integer"}, {"name": "ID", "dataType": "text"}, {"name": "note "}]}
            ]}}"#,
        );
        let orders = catalog.tables().next().unwrap();
        let rule = crate::DatasourceType::case_of_columns(None);
        let column = |name: &str| {
            let (column, quality) = orders.column(name, rule)?;
            Some((column.name(), column.type_name(), column.kind(), quality))
        };
        let (number, text) = (Some(ValueKind::Number), Some(ValueKind::Text));
        assert_eq!(column("id"), Some(("id", "integer", number, Exact)));
        assert_eq!(column("ID"), Some(("ID", "text", text, Exact)));
        assert_eq!(column("ID "), Some(("ID", "text", text, Trimmed)));
        assert_eq!(column("Id"), Some(("ID", "text", text, OtherCase)));
        assert_eq!(column("note "), Some(("note ", "", None, Exact)));
        assert_eq!(column("note"), Some(("note ", "", None, Trimmed)));
        assert_eq!(column("total"), None);
    }

    #[test]
    fn names_the_position_of_a_mistake() {
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
            let error = Catalog::from_json(json).unwrap_err().to_string();
            assert!(error.contains(expected), "{json}: {error}");
        }
    }

    #[test]
    fn a_truncated_text_or_a_repeated_key_is_not_a_catalog() {
        let whole = r#"{"tables": [{"name": "a", "columns": [{"name": "b", "dataType": "int"}]}]}"#;
        assert!(Catalog::from_json(whole).is_ok());
        for len in 0..whole.len() {
            assert!(
                Catalog::from_json(whole.get(..len).unwrap()).is_err(),
                "{len}"
            );
        }
        let repeated = whole.replace("\"int\"", "\"int\", \"dataType\": \"int\"");
        let error = Catalog::from_json(&repeated).unwrap_err().to_string();
        assert!(
            error.contains("`tables[0].columns[0].dataType` is repeated"),
            "{error}"
        );
    }
}
