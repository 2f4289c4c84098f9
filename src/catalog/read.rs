//! Reads the API's schema reply, whether wrapped in `data` or not. A mistake in it is the
//! programmer's, so it becomes an error that names the position.

use std::sync::OnceLock;

use super::{Catalog, CatalogError, ColumnEntry, SchemaEntry, TableEntry, TypeEntry, kind};
use crate::contract::listed::PARTIAL_CATALOG;
use crate::document::{Kind, Segment, Span, Value, read_json};
use crate::names::{Forest, Names, Root, Sameness, Spelling};

impl Catalog {
    /// Reads the reply of the API's schema call, whether wrapped in `data` or not.
    ///
    /// ```
    /// use datamart_validator::{Catalog, CatalogError};
    ///
    /// let reply = r#"{ "data": { "tables": [
    ///     { "schema": "public", "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }
    /// ] } }"#;
    /// let catalog = Catalog::from_json(reply)?;
    /// # let _ = catalog;
    ///
    /// let error = Catalog::from_json(r#"{ "tables": [{ "name": "orders" }] }"#).unwrap_err();
    /// assert_eq!(error.to_string(), "`tables[0].columns`: expected a list, as the API's schema reply has it");
    /// # Ok::<(), CatalogError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not JSON, repeats a key, or is not a schema reply.
    pub fn from_json(reply: &str) -> Result<Self, CatalogError> {
        let document = read_json(reply, &[]);
        document.require_json().map_err(CatalogError::Json)?;
        Self::read(document.root())
    }

    /// Reads a reply whose JSON has been checked.
    pub(crate) fn read(reply: Value<'_>) -> Result<Self, CatalogError> {
        let schema = reply.member("data").unwrap_or(reply);
        let mut reader = Reader {
            catalog: Self::default(),
            types: Names::exact(),
            last_type: 0,
            reply,
        };
        for table in reader.list(schema, "tables")? {
            reader.table(table)?;
        }
        let is_partial = schema.member(PARTIAL_CATALOG).map(Value::kind);
        reader.catalog.is_partial = matches!(is_partial, Some(Kind::Bool(true)));
        if let Some(Kind::Text(name)) = schema.member("datasourceName").map(Value::kind) {
            name.clone_into(&mut reader.catalog.datasource_name);
        }
        reader.catalog.file_names();
        Ok(reader.catalog)
    }

    /// Indexes the table names. Schema names are indexed already, and column names on demand.
    fn file_names(&mut self) {
        let mut forest = std::mem::take(&mut self.forest);
        for number in 0..count(self.tables.len()) {
            self.file_table(number, &mut forest);
        }
        self.forest = forest;
    }

    fn file_table(&mut self, number: u32, forest: &mut Forest) -> Option<()> {
        let table = self.tables.get(number as usize)?;
        let spelling = Spelling::new(self.table_name(number));
        let spelling_of = |number| Spelling::new(self.table_name(number));
        let mut in_schema = self.schemas.get(table.schema as usize)?.tables_by_name;
        let mut all = self.tables_by_name;
        let is_first = forest.insert(&mut in_schema, spelling, number, &spelling_of) == number;
        let same = forest.insert(&mut all, spelling, number, &spelling_of);
        let schema = table.schema as usize;
        self.schemas.get_mut(schema)?.tables_by_name = in_schema;
        self.tables_by_name = all;
        if is_first && same != number {
            let first = self.tables.get_mut(same as usize)?;
            first.other = first.other.or(Some(number));
        }
        Some(())
    }
}

struct Reader<'d> {
    catalog: Catalog,
    /// The numbers of the types by name; there are only a few.
    types: Names<'d>,
    last_type: u32,
    reply: Value<'d>,
}

impl<'d> Reader<'d> {
    fn table(&mut self, table: Value<'d>) -> Result<(), CatalogError> {
        let name = self.text(table, "name")?;
        let name = name.ok_or_else(|| self.problem(table, Some("name"), "a name"))?;
        let schema = self.text(table, "schema")?.unwrap_or_default();
        let entry = TableEntry {
            name: self.keep(name),
            schema: self.schema(schema),
            first: count(self.catalog.columns.len()),
            end: 0,
            columns_by_name: OnceLock::new(),
            other: None,
        };
        for column in self.list(table, "columns")? {
            self.column(column)?;
        }
        let end = count(self.catalog.columns.len());
        self.catalog.tables.push(TableEntry { end, ..entry });
        Ok(())
    }

    fn column(&mut self, column: Value<'d>) -> Result<(), CatalogError> {
        let name = self.text(column, "name")?;
        let name = name.ok_or_else(|| self.problem(column, Some("name"), "a name"))?;
        let type_name = self.text(column, "dataType")?.unwrap_or_default();
        let entry = ColumnEntry {
            name: self.keep(name),
            type_number: self.type_number(type_name),
        };
        self.catalog.columns.push(entry);
        Ok(())
    }

    fn schema(&mut self, name: &str) -> u32 {
        let catalog = &mut self.catalog;
        let next = count(catalog.schemas.len());
        let mut forest = std::mem::take(&mut catalog.forest);
        let mut root = catalog.schemas_by_name;
        let spelling_of = |number| Spelling::new(catalog.schema_name(number));
        let number = forest.insert(&mut root, Spelling::new(name), next, &spelling_of);
        catalog.forest = forest;
        catalog.schemas_by_name = root;
        if number == next {
            let name = self.keep(name);
            self.catalog.schemas.push(SchemaEntry {
                name,
                tables_by_name: Root::EMPTY,
            });
        }
        number
    }

    fn type_number(&mut self, name: &'d str) -> u32 {
        // Most columns have the same type as the previous one.
        let last = self.catalog.types.get(self.last_type as usize);
        if last.is_some_and(|last| self.catalog.text(last.name) == name) {
            return self.last_type;
        }
        if let Some(number) = self.types.get(name, Sameness::Exact) {
            self.last_type = count(number);
            return self.last_type;
        }
        let number = self.catalog.types.len();
        let entry = TypeEntry {
            name: self.keep(name),
            kind: kind::of(name),
        };
        self.catalog.types.push(entry);
        self.types.insert(name, number);
        count(number)
    }

    /// Copies a text of the reply.
    fn keep(&mut self, text: &str) -> Span {
        let start = self.catalog.names.len();
        self.catalog.names.push_str(text);
        Span::from_bytes(start, self.catalog.names.len())
    }

    fn list(
        &self,
        object: Value<'d>,
        key: &'static str,
    ) -> Result<impl Iterator<Item = Value<'d>> + use<'d>, CatalogError> {
        match object.member(key).map(Value::kind) {
            Some(Kind::Array(items)) => Ok(items),
            _ if matches!(object.kind(), Kind::Object(_)) => {
                Err(self.problem(object, Some(key), "a list"))
            }
            _ => Err(self.problem(object, None, &format!("an object with a list `{key}`"))),
        }
    }

    /// A text that may be missing or null.
    fn text(&self, object: Value<'d>, key: &'static str) -> Result<Option<&'d str>, CatalogError> {
        if !matches!(object.kind(), Kind::Object(_)) {
            return Err(self.problem(object, None, &format!("an object with a `{key}`")));
        }
        match object.member(key).map(Value::kind) {
            None | Some(Kind::Null) => Ok(None),
            Some(Kind::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.problem(object, Some(key), "a text")),
        }
    }

    #[cold]
    fn problem(&self, value: Value<'d>, key: Option<&str>, expected: &str) -> CatalogError {
        let document = value.document();
        let outside = document.path(self.reply.id()).len();
        let steps = document.path(value.id());
        let key = key.map(|key| Segment::Key(key.to_owned()));
        CatalogError::Unexpected {
            path: steps.iter().skip(outside).cloned().chain(key).collect(),
            expected: expected.to_owned(),
        }
    }
}

/// A document has fewer values than fit into 32 bits.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
