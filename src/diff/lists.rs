//! The lists of a datamart, with their items paired.

use super::ChangeSubject;
use super::messages as say;
use super::values::said;
use crate::contract::{Object, column, relationship, table};
use crate::document::{Kind, Value};
use crate::issue::Message;
use crate::pairs::{Key, pair};

/// Two lists of the same kind, with their items paired.
pub(super) struct Lists<'d> {
    pub(super) kind: &'static Kinds,
    pub(super) before: Vec<Value<'d>>,
    pub(super) after: Vec<Value<'d>>,
    /// For each item of `before`, its counterpart in `after`.
    pub(super) pairs: Vec<Option<usize>>,
}

/// A kind of list items, with their messages.
pub(super) struct Kinds {
    pub(super) subject: ChangeSubject,
    pub(super) object: &'static Object,
    /// The fields that identify an item.
    pub(super) names: &'static [usize],
    pub(super) added: fn(&str) -> Message,
    pub(super) removed: fn(&str) -> Message,
    pub(super) moved: fn(&str, &str, &str) -> Message,
}

pub(super) static TABLES: Kinds = Kinds {
    subject: ChangeSubject::Table,
    object: &table::OBJECT,
    names: &[table::SCHEMA_NAME, table::NAME],
    added: say::table_added,
    removed: say::table_removed,
    moved: say::table_moved,
};

pub(super) static COLUMNS: Kinds = Kinds {
    subject: ChangeSubject::Column,
    object: &column::OBJECT,
    names: &[column::NAME],
    added: say::column_added,
    removed: say::column_removed,
    moved: say::column_moved,
};

pub(super) static RELATIONSHIPS: Kinds = Kinds {
    subject: ChangeSubject::Relationship,
    object: &relationship::OBJECT,
    names: &[
        relationship::PARENT_TABLE_NAME,
        relationship::PARENT_COLUMN_NAME,
        relationship::CHILD_TABLE_NAME,
        relationship::CHILD_COLUMN_NAME,
    ],
    added: say::relationship_added,
    removed: say::relationship_removed,
    moved: say::relationship_moved,
};

impl<'d> Lists<'d> {
    /// Pairs the items; `None` if one of the values is not a list, so that they are compared as
    /// values.
    pub(super) fn pair(
        kind: &'static Kinds,
        before: Option<Value<'d>>,
        after: Option<Value<'d>>,
    ) -> Option<Self> {
        let items = |list: Option<Value<'d>>| match list.map(Value::kind) {
            Some(Kind::Array(items)) => Some(items.collect()),
            _ => said(list).is_none().then(Vec::new),
        };
        let (before, after): (Vec<_>, Vec<_>) = (items(before)?, items(after)?);
        let keys = |items: &[Value<'d>]| Key::of_all(items, kind.object, kind.names);
        let pairs = pair(&keys(&before), &keys(&after));
        Some(Self {
            kind,
            before,
            after,
            pairs,
        })
    }

    /// For each item of `after`, its old index.
    pub(super) fn former(&self) -> Vec<Option<usize>> {
        let mut former = vec![None; self.after.len()];
        for (index, pair) in self.pairs.iter().enumerate() {
            if let Some(slot) = pair.and_then(|pair| former.get_mut(pair)) {
                *slot = Some(index);
            }
        }
        former
    }
}
