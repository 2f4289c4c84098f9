//! Recognises another body or reply of the API where a datamart was expected: one issue says so,
//! instead of one from every rule about shape.
//!
//! Someone who is typing a datamart must never see it, so it requires a field that only the other
//! document has, and the absence of those that make a datamart.

use crate::contract::datamart::{DATASOURCE_NAME, NAME, OBJECT, TABLE_LIST};
use crate::contract::foreign::{
    DATA, DATAMART_NAME, Foreign, LISTED_DATAMART, LISTED_DATASOURCE, SCHEMA_OF_TABLE,
    SCHEMA_REPLY, SEMANTIC_LAYER, TABLES, TYPE_OF_COLUMN,
};
use crate::contract::{Presence, table};
use crate::document::{Document, Items, Kind, Value};
use crate::issue::Finding;
use crate::rules::shape;

use super::Filling;

/// How many items of a list are examined: the first ones may be empty.
const SAMPLE: u32 = 20;

/// The issue that the input is a different document.
pub(crate) fn wrong_document(document: &Document<'_>) -> Option<Finding> {
    let root = document.root();
    let found = recognise(root).or_else(|| {
        let is_reply = is_object(root) && ![NAME, TABLE_LIST].iter().any(|field| has(root, *field));
        recognise(root.member(DATA).filter(|_| is_reply)?)
    })?;
    Some(shape::wrong_document::finding(root, found))
}

fn recognise(value: Value<'_>) -> Option<Foreign> {
    // What is missing may not have been typed yet.
    if value.document().is_incomplete(value.id()) {
        return None;
    }
    if !is_object(value) {
        return value.items().first(SAMPLE).find_map(recognise_item);
    }
    if is_given(value, DATAMART_NAME) && !has(value, NAME) && !has(value, DATASOURCE_NAME) {
        let is_update = has(value, TABLE_LIST) || !is_list(value, TABLES);
        return Some(if is_update {
            Foreign::Update
        } else {
            Foreign::Semantic
        });
    }
    if has(value, TABLE_LIST) {
        return None;
    }
    if is_list(value, TABLES) && !has(value, NAME) {
        let tables = value.items_of(TABLES).first(SAMPLE);
        return if is_any_given(value, &SCHEMA_REPLY) || { tables }.any(is_of_schema) {
            Some(Foreign::Schema)
        } else if { tables }.any(is_semantic) {
            Some(Foreign::Semantic)
        } else {
            None
        };
    }
    if has(value, DATASOURCE_NAME) {
        None
    } else if is_listed_datamart(value) {
        Some(Foreign::Datamart)
    } else if is_any_given(value, &LISTED_DATASOURCE) {
        Some(Foreign::Datasources)
    } else {
        None
    }
}

/// Which document a list is, judging by one of its items.
fn recognise_item(item: Value<'_>) -> Option<Foreign> {
    if has(item, TABLE_LIST) || has(item, DATASOURCE_NAME) {
        None
    } else if is_listed_datamart(item) {
        Some(Foreign::Datamarts)
    } else if is_any_given(item, &LISTED_DATASOURCE) {
        Some(Foreign::Datasources)
    } else if columns(item).any(|column| is_given(column, TYPE_OF_COLUMN)) {
        Some(Foreign::Schema)
    } else {
        None
    }
}

fn is_of_schema(table: Value<'_>) -> bool {
    is_given(table, SCHEMA_OF_TABLE)
        || columns(table).any(|column| is_given(column, TYPE_OF_COLUMN))
}

fn is_semantic(table: Value<'_>) -> bool {
    let is_semantic = |value| is_any_given(value, &SEMANTIC_LAYER);
    is_semantic(table) || columns(table).any(is_semantic)
}

fn columns(table: Value<'_>) -> Items<'_> {
    let columns = table::OBJECT.key(table::COLUMNS);
    table.items_of(columns).first(SAMPLE)
}

/// Whether a datamart has been started with this field, which may be blank, as in an empty form.
fn has(value: Value<'_>, field: usize) -> bool {
    let member = value.member(OBJECT.key(field));
    member.is_some_and(|member| !matches!(member.kind(), Kind::Null))
}

fn is_given(value: Value<'_>, key: &str) -> bool {
    let member = value.member(key).map(Value::kind);
    member.is_some_and(|kind| {
        Filling::of(kind, Presence::Optional) == Filling::Given
            && !matches!(kind, Kind::Unusable(..))
    })
}

fn is_any_given(value: Value<'_>, keys: &[&str]) -> bool {
    keys.iter().any(|key| is_given(value, key))
}

fn is_listed_datamart(value: Value<'_>) -> bool {
    let fields = LISTED_DATAMART.iter();
    let mut keys = fields.filter_map(|field| Some(OBJECT.fields.get(*field)?.listed_as));
    keys.any(|key| is_given(value, key))
}

fn is_object(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Object(_))
}

fn is_list(value: Value<'_>, key: &str) -> bool {
    let member = value.member(key).map(Value::kind);
    matches!(member, Some(Kind::Array(_)))
}
