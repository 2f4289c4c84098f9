//! Adds the fields that the list reply omits to an imported datamart, from a datamart that has
//! them.

use std::fmt;

use crate::contract::listed::UNSEEN;
use crate::contract::{FieldKind, Object, Presence, column, datamart, table};
use crate::document::{
    Document, JsonError, Kind, Value, read_json, write_comma, write_key, write_value,
};
use crate::model::Filling;
use crate::pairs::{self, Key};

/// Why nothing can be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MergeError {
    /// A text is not JSON.
    Json(JsonError),
    /// The first argument is not an imported datamart.
    NotImported,
    /// The second argument is not a datamart.
    NotADatamart,
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the datamart is unusable: {error}"),
            Self::NotImported => {
                f.write_str("expected an imported datamart, an object with `datamart` and `unseen`")
            }
            Self::NotADatamart => {
                f.write_str("expected a datamart that has the unseen fields (an object)")
            }
        }
    }
}

impl std::error::Error for MergeError {}

/// Copies the unseen fields of an imported datamart from a datamart that has them. Both are JSON
/// text, and so is the result.
///
/// # Errors
///
/// If a text is not JSON or not what it must be.
pub fn merge_unseen_json(
    datamart: &str,
    unseen: &[&str],
    source: &str,
) -> Result<String, MergeError> {
    let (datamart, source) = (read_json(datamart, &[]), read_json(source, &[]));
    require(&datamart)?;
    require(&source)?;
    merge(
        datamart.root(),
        &|name| unseen.contains(&name),
        source.root(),
    )
}

pub(super) fn require(document: &Document<'_>) -> Result<(), MergeError> {
    match document.require_json() {
        Ok(()) | Err(JsonError::DuplicateKey { .. }) => Ok(()),
        Err(error) => Err(MergeError::Json(error)),
    }
}

pub(super) fn merge(
    datamart: Value<'_>,
    is_unseen: &dyn Fn(&str) -> bool,
    source: Value<'_>,
) -> Result<String, MergeError> {
    let is_object = |value: Value<'_>| matches!(value.kind(), Kind::Object(_));
    if !is_object(datamart) {
        return Err(MergeError::NotImported);
    }
    if !is_object(source) {
        return Err(MergeError::NotADatamart);
    }
    let mut fields: Vec<(&Object, usize)> = UNSEEN.to_vec();
    fields.push((&datamart::OBJECT, datamart::RELATIONSHIPS));
    fields.retain(|(object, field)| is_unseen(object.key(*field)));
    let mut merger = Merger {
        fields,
        out: String::new(),
    };
    merger.object(datamart, Some(source), &datamart::OBJECT);
    Ok(merger.out)
}

struct Merger {
    fields: Vec<(&'static Object, usize)>,
    out: String,
}

impl Merger {
    /// Writes an object in the contract's order, with its missing fields from the object it is
    /// paired with.
    fn object(&mut self, value: Value<'_>, source: Option<Value<'_>>, object: &'static Object) {
        let Kind::Object(members) = value.kind() else {
            return write_value(value, &mut self.out);
        };
        self.out.push('{');
        for (number, field) in object.fields.iter().enumerate() {
            let of_source = source.and_then(|source| source.member(field.name));
            let mut member = value.member(field.name);
            let is_given =
                |it: Value<'_>| Filling::of(it.kind(), Presence::Optional) == Filling::Given;
            let mut fields = self.fields.iter();
            let is_unseen = fields.any(|it| it.0.number == object.number && it.1 == number);
            if is_unseen && !member.is_some_and(is_given) {
                member = of_source.filter(|it| is_given(*it)).or(member);
            }
            let Some(member) = member else { continue };
            write_key(field.name, &mut self.out);
            match (field.kind, member.kind(), of_source) {
                (FieldKind::Nested(object), Kind::Object(_), _) => {
                    self.object(member, of_source, object);
                }
                (FieldKind::FilledList(object), Kind::Array(_), Some(of_source)) => {
                    self.list(member, of_source, object);
                }
                _ => write_value(member, &mut self.out),
            }
        }
        for (key, member) in members {
            let key = value.document().key(key);
            if object.position(key).is_none() {
                write_key(key, &mut self.out);
                write_value(member, &mut self.out);
            }
        }
        self.out.push('}');
    }

    fn list(&mut self, list: Value<'_>, source: Value<'_>, object: &'static Object) {
        let (Kind::Array(items), Kind::Array(others)) = (list.kind(), source.kind()) else {
            return write_value(list, &mut self.out);
        };
        let fields: &[usize] = if object.number == column::OBJECT.number {
            &[column::NAME]
        } else {
            &[table::SCHEMA_NAME, table::NAME]
        };
        let items: Vec<Value<'_>> = items.collect();
        let others: Vec<Value<'_>> = others.collect();
        let [keys, other_keys] = [&items, &others].map(|items| Key::of_all(items, object, fields));
        let pairs = pairs::pair(&keys, &other_keys);
        self.out.push('[');
        for (item, pair) in items.iter().zip(pairs) {
            write_comma(&mut self.out);
            let source = pair.and_then(|pair| others.get(pair)).copied();
            self.object(*item, source, object);
        }
        self.out.push(']');
    }
}
