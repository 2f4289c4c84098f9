//! Reads the API's schema reply, wrapped in `data` or not. What is wrong in it is the programmer's mistake, told with its
//! place.

use rustc_hash::FxHashMap;

use super::{Catalog, ColumnEntry, Index, TableEntry, TypeEntry, hash, kind};
use crate::document::{Kind, Segment, Span, Value};

impl Catalog {
    /// Reads the reply of the API's schema call.
    ///
    /// # Errors
    ///
    /// A text that names the place in the reply and what was expected there.
    pub fn read(reply: Value<'_>) -> Result<Self, String> {
        let schema = reply.member("data").unwrap_or(reply);
        let mut reader = Reader {
            catalog: Self::default(),
            types: FxHashMap::default(),
            reply,
        };
        for table in reader.list(schema, "tables")? {
            reader.table(table)?;
        }
        reader.catalog.fill_index();
        Ok(reader.catalog)
    }

    fn fill_index(&mut self) {
        self.table_index = Index::new(self.tables.len());
        self.column_index = Index::new(self.columns.len());
        for (number, table) in (0..).zip(&mut self.tables) {
            let name = table.name.text(&self.names);
            table.before = self.table_index.insert(hash(None, name), number);
            let columns = self
                .columns
                .get_mut(table.first as usize..table.end as usize);
            for (at, column) in (table.first..).zip(columns.into_iter().flatten()) {
                let name = column.name.text(&self.names);
                column.before = self.column_index.insert(hash(Some(number), name), at);
            }
        }
    }
}

struct Reader<'d> {
    catalog: Catalog,
    /// The numbers of the types by their names: there are few of them.
    types: FxHashMap<&'d str, usize>,
    reply: Value<'d>,
}

impl<'d> Reader<'d> {
    fn table(&mut self, table: Value<'d>) -> Result<(), String> {
        let name = self.text(table, "name")?;
        let name = name.ok_or_else(|| self.problem(table, Some("name"), "a name"))?;
        let schema = self.text(table, "schema")?.unwrap_or_default();
        let entry = TableEntry {
            name: self.keep(name),
            schema: self.keep(schema),
            first: count(self.catalog.columns.len()),
            end: 0,
            before: None,
        };
        for column in self.list(table, "columns")? {
            self.column(column)?;
        }
        let end = count(self.catalog.columns.len());
        self.catalog.tables.push(TableEntry { end, ..entry });
        Ok(())
    }

    fn column(&mut self, column: Value<'d>) -> Result<(), String> {
        let name = self.text(column, "name")?;
        let name = name.ok_or_else(|| self.problem(column, Some("name"), "a name"))?;
        let type_name = self.text(column, "dataType")?.unwrap_or_default();
        let entry = ColumnEntry {
            name: self.keep(name),
            type_number: self.type_number(type_name),
            before: None,
        };
        self.catalog.columns.push(entry);
        Ok(())
    }

    fn type_number(&mut self, name: &'d str) -> u32 {
        if let Some(number) = self.types.get(name) {
            return count(*number);
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

    /// Keeps a text of the reply.
    fn keep(&mut self, text: &str) -> Span {
        let start = self.catalog.names.len();
        self.catalog.names.push_str(text);
        Span::from_bytes(start, self.catalog.names.len())
    }

    fn list(
        &self,
        object: Value<'d>,
        key: &'static str,
    ) -> Result<impl Iterator<Item = Value<'d>> + use<'d>, String> {
        match object.member(key).map(Value::kind) {
            Some(Kind::Array(items)) => Ok(items),
            _ if matches!(object.kind(), Kind::Object(_)) => {
                Err(self.problem(object, Some(key), "a list"))
            }
            _ => Err(self.problem(object, None, &format!("an object with a list `{key}`"))),
        }
    }

    /// A text that may be missing or null.
    fn text(&self, object: Value<'d>, key: &'static str) -> Result<Option<&'d str>, String> {
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
    fn problem(&self, value: Value<'d>, key: Option<&str>, expected: &str) -> String {
        let document = value.document();
        let outside = document.path(self.reply.id()).len();
        let mut place = String::new();
        for step in document.path(value.id()).iter().skip(outside) {
            match step {
                Segment::Index(index) => place.extend(["[", &index.to_string(), "]"]),
                Segment::Key(key) => push_key(&mut place, key),
            }
        }
        if let Some(key) = key {
            push_key(&mut place, key);
        }
        if place.is_empty() {
            return format!("expected {expected}, as the API's schema reply has it");
        }
        format!("`{place}`: expected {expected}, as the API's schema reply has it")
    }
}

fn push_key(place: &mut String, key: &str) {
    if !place.is_empty() {
        place.push('.');
    }
    place.push_str(key);
}

/// A document has fewer values than fit into 32 bits.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
