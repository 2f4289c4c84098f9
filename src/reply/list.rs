//! Reads the list reply, which may be untidy: the published example has an empty object among the
//! columns, and relationships next to the list.

use std::fmt;

use super::beside::Beside;
use crate::contract::foreign::{
    DATA, LISTED_DATASOURCE, SCHEMA_OF_TABLE, TABLES, TYPE_OF_COLUMN as DATA_TYPE,
};
use crate::contract::listed::{DATASOURCE, PARTIAL_CATALOG, TYPE_OF_COLUMN, UNSEEN};
use crate::contract::{Field, FieldKind, Object, Presence, column, datamart, relationship, table};
use crate::document::{
    Document, Items, JsonError, Kind, Value, read_json, write_comma, write_key, write_raw,
    write_text, write_value,
};
use crate::model::Filling;
use crate::names::trim;

/// A datamart of the list reply, in the form that can be edited and sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportedDatamart {
    /// The datamart, as JSON.
    pub datamart: String,
    /// The fields that the reply does not contain. An update without them erases their values in
    /// the API.
    pub unseen: Vec<&'static str>,
    /// The columns with their types, as JSON for [`Catalog::from_json`](crate::Catalog::from_json):
    /// only a part of the datasource. `None` if the reply contains no types.
    pub catalog: Option<String>,
}

/// Why a text is not a list reply. Quotes only keys.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportError {
    /// It is not JSON.
    Json(JsonError),
    /// There is no list.
    NotAList,
    /// An item of the list is not a datamart as listed by the API.
    NotADatamart {
        /// Its index.
        item: usize,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the list reply is unusable: {error}"),
            Self::NotAList => {
                f.write_str("expected the API's list reply, which has a list of datamarts")
            }
            Self::NotADatamart { item } => write!(
                f,
                "expected the API's list reply, but item {item} is not a datamart as the API lists them"
            ),
        }
    }
}

impl std::error::Error for ImportError {}

/// Reads the API's list reply, given as JSON text, and returns datamarts that can be edited.
///
/// ```
/// use datamart_validator::import_datamarts_json;
///
/// let reply = r#"{ "data": [{
///     "name": "sales",
///     "companyIntegration": { "name": "warehouse" },
///     "datamartTables": [{
///         "tableName": "orders",
///         "datamartTableColumns": [{ "columnName": "id", "datatype": "integer", "sql": "" }, {}]
///     }]
/// }] }"#;
/// let [imported] = &import_datamarts_json(reply)?[..] else { unreachable!() };
/// assert_eq!(
///     imported.datamart,
///     r#"{"name":"sales","datasourceName":"warehouse","tableList":[{"name":"orders","columns":[{"name":"id"}]}]}"#
/// );
/// assert_eq!(imported.unseen, ["isAggregate", "indexPattern", "primaryDatabase"]);
/// # Ok::<(), datamart_validator::ImportError>(())
/// ```
///
/// # Errors
///
/// If the text is not JSON, or not a list reply.
pub fn import_datamarts_json(reply: &str) -> Result<Vec<ImportedDatamart>, ImportError> {
    import_datamarts(&read_json(reply, &[]))
}

/// The same for a document.
pub(super) fn import_datamarts(reply: &Document<'_>) -> Result<Vec<ImportedDatamart>, ImportError> {
    match reply.require_json() {
        // If a key is repeated, the last one counts, as in `JSON.parse`.
        Ok(()) | Err(JsonError::DuplicateKey { .. }) => {}
        Err(error) => return Err(ImportError::Json(error)),
    }
    let (list, beside) = find_list(reply.root()).ok_or(ImportError::NotAList)?;
    let mut records = Vec::new();
    for (item, record) in list.items().enumerate() {
        if is_datamart(record) {
            records.push(record);
        } else if !is_empty(record) {
            return Err(ImportError::NotADatamart { item });
        }
    }
    let beside = beside.map_or_else(Beside::default, |beside| Beside::sort(&records, beside));
    let import = |(number, record): (usize, &Value<'_>)| {
        let mut importer = Importer::default();
        if relationships_of(*record).is_none() {
            importer.beside = beside.of(number);
            importer.lacks_relationships = beside.has_strays;
        }
        importer.import(*record)
    };
    Ok(records.iter().enumerate().map(import).collect())
}

/// How often a list may be wrapped.
const MAX_WRAPPED: usize = 4;

/// The list, and the relationships next to it.
fn find_list(reply: Value<'_>) -> Option<(Value<'_>, Option<Value<'_>>)> {
    let mut value = reply;
    let mut beside = None;
    for _ in 0..MAX_WRAPPED {
        if matches!(value.kind(), Kind::Array(_)) {
            return Some((value, beside));
        }
        beside = relationships_of(value).or(beside);
        value = value.member(DATA)?;
    }
    None
}

/// The relationships of a record, or those next to the list: at least one.
pub(super) fn relationships_of(value: Value<'_>) -> Option<Value<'_>> {
    let list = value.member(listed_as(&datamart::OBJECT, datamart::RELATIONSHIPS))?;
    match list.kind() {
        Kind::Array(items) if items.into_iter().any(|item| !is_empty(item)) => Some(list),
        _ => None,
    }
}

pub(super) fn listed_as(object: &Object, field: usize) -> &'static str {
    object.fields.get(field).map_or("", |field| field.listed_as)
}

/// Null, or an object without contents.
pub(super) fn is_empty(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Null => true,
        Kind::Object(members) => members.into_iter().all(|(_, member)| is_empty(member)),
        _ => false,
    }
}

fn is_datamart(record: Value<'_>) -> bool {
    let has = |key: &str| record.member(key).is_some();
    let name = record.member(datamart::OBJECT.key(datamart::NAME));
    matches!(name.map(Value::kind), Some(Kind::Text(_)))
        && !LISTED_DATASOURCE.iter().any(|key| has(key))
        // A datamart for the create call, not one from the list.
        && !has(datamart::OBJECT.key(datamart::TABLE_LIST))
}

pub(super) fn items_of<'d>(value: Value<'d>, object: &Object, field: usize) -> Items<'d> {
    value.items_of(listed_as(object, field))
}

pub(super) fn text_of<'d>(value: Value<'d>, key: &str) -> &'d str {
    match value.member(key).map(Value::kind) {
        Some(Kind::Text(text)) => text,
        _ => "",
    }
}

/// Writes one record as a datamart.
#[derive(Default)]
struct Importer<'b, 'd> {
    out: String,
    /// Which of [`UNSEEN`] the record contains.
    seen: [bool; UNSEEN.len()],
    /// The datamart's relationships from elsewhere in the reply.
    beside: &'b [Value<'d>],
    lacks_relationships: bool,
}

impl<'d> Importer<'_, 'd> {
    fn import(mut self, record: Value<'d>) -> ImportedDatamart {
        self.object(record, &datamart::OBJECT);
        let seen = UNSEEN.iter().zip(self.seen).filter(|(_, is_seen)| !is_seen);
        let mut unseen: Vec<&'static str> = seen
            .map(|((object, field), _)| object.key(*field))
            .collect();
        if self.lacks_relationships {
            unseen.push(datamart::OBJECT.key(datamart::RELATIONSHIPS));
        }
        ImportedDatamart {
            datamart: self.out,
            unseen,
            catalog: catalog(record),
        }
    }

    /// Writes an object of the contract, and returns whether it has any contents.
    fn object(&mut self, value: Value<'d>, object: &'static Object) -> bool {
        write_raw("{", &mut self.out);
        let mut is_filled = false;
        for (number, field) in object.fields.iter().enumerate() {
            let member = value.member(field.listed_as);
            for (seen, unseen) in self.seen.iter_mut().zip(UNSEEN) {
                *seen |= unseen.0.number == object.number && unseen.1 == number && member.is_some();
            }
            let start = self.out.len();
            write_key(field.name, &mut self.out);
            let says_something = self.member(member, field);
            is_filled |= says_something;
            // A datamart always has the lists of tables and columns.
            let is_list = matches!(field.kind, FieldKind::FilledList(_));
            if !says_something && !is_list {
                self.out.truncate(start);
            }
        }
        write_raw("}", &mut self.out);
        is_filled
    }

    /// Writes the value of a field, and returns whether there is one.
    fn member(&mut self, member: Option<Value<'d>>, field: &'static Field) -> bool {
        let kind = member.map_or(Kind::Null, Value::kind);
        match (field.kind, kind) {
            (FieldKind::Nested(object), Kind::Object(_)) => {
                member.is_some_and(|member| self.object(member, object))
            }
            (FieldKind::List(object) | FieldKind::FilledList(object), _) => {
                let items = match kind {
                    Kind::Array(items) => Some(items),
                    _ => None,
                };
                let beside: &[Value<'d>] = if object.number == relationship::OBJECT.number {
                    self.beside
                } else {
                    &[]
                };
                let beside = beside.iter().copied();
                self.list(items.into_iter().flatten().chain(beside), object)
            }
            // In the list reply, the datasource is an object with a name.
            (FieldKind::Name, Kind::Object(_)) => {
                let name = member.and_then(|member| member.member(DATASOURCE));
                name.is_some_and(|name| self.plain(name))
            }
            _ => member.is_some_and(|member| self.plain(member)),
        }
    }

    fn list(&mut self, items: impl Iterator<Item = Value<'d>>, object: &'static Object) -> bool {
        write_raw("[", &mut self.out);
        let mut is_filled = false;
        for item in items {
            let start = self.out.len();
            write_comma(&mut self.out);
            if self.object(item, object) {
                is_filled = true;
            } else {
                self.out.truncate(start);
            }
        }
        write_raw("]", &mut self.out);
        is_filled
    }

    /// Writes any value that has contents.
    fn plain(&mut self, value: Value<'_>) -> bool {
        let says_nothing = matches!(value.kind(), Kind::Unusable(..))
            || Filling::of(value.kind(), Presence::Optional) == Filling::Absent
            || is_empty(value);
        if !says_nothing {
            write_value(value, &mut self.out);
        }
        !says_nothing
    }
}

/// The types in a record, as a schema reply.
fn catalog(record: Value<'_>) -> Option<String> {
    let mut out = format!("{{\"{PARTIAL_CATALOG}\":true,\"{TABLES}\":[");
    let mut has_types = false;
    for table in items_of(record, &datamart::OBJECT, datamart::TABLE_LIST) {
        let name = text_of(table, listed_as(&table::OBJECT, table::NAME));
        if trim(name).is_empty() {
            continue;
        }
        write_comma(&mut out);
        push_member(&mut out, "{\"name\":", name);
        let schema = text_of(table, listed_as(&table::OBJECT, table::SCHEMA_NAME));
        write_raw(",\"", &mut out);
        write_raw(SCHEMA_OF_TABLE, &mut out);
        push_member(&mut out, "\":", trim(schema));
        write_raw(",\"columns\":[", &mut out);
        for column in items_of(table, &table::OBJECT, table::COLUMNS) {
            let name = text_of(column, listed_as(&column::OBJECT, column::NAME));
            let is_custom = column
                .member(listed_as(&column::OBJECT, column::IS_CUSTOM_COLUMN))
                .is_some_and(|flag| matches!(flag.kind(), Kind::Bool(true)));
            if is_custom || trim(name).is_empty() {
                continue;
            }
            write_comma(&mut out);
            push_member(&mut out, "{\"name\":", name);
            let type_name = text_of(column, TYPE_OF_COLUMN);
            if !trim(type_name).is_empty() {
                has_types = true;
                write_raw(",\"", &mut out);
                write_raw(DATA_TYPE, &mut out);
                push_member(&mut out, "\":", type_name);
            }
            write_raw("}", &mut out);
        }
        write_raw("]}", &mut out);
    }
    write_raw("]}", &mut out);
    has_types.then_some(out)
}

fn push_member(out: &mut String, key: &str, text: &str) {
    write_raw(key, out);
    write_text(text, out);
}
