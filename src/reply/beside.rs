//! Relationships next to the list of a reply: which datamart each of them belongs to.

use super::list::{is_empty, items_of, listed_as, relationships_of, text_of};
use crate::contract::{datamart, relationship, table};
use crate::document::{Kind, Value};
use crate::names::{Names, Sameness};

/// The relationships next to the list, assigned to their datamarts.
#[derive(Default)]
pub(super) struct Beside<'d> {
    /// By the number of the datamart.
    owned: Vec<Vec<Value<'d>>>,
    /// Whether some of them may belong to several datamarts.
    pub(super) has_strays: bool,
}

impl<'d> Beside<'d> {
    pub(super) fn sort(records: &[Value<'d>], relationships: Value<'d>) -> Self {
        let mut sorted = Self {
            owned: vec![Vec::new(); records.len()],
            has_strays: false,
        };
        let Kind::Array(relationships) = relationships.kind() else {
            return sorted;
        };
        // For each table name, the first datamart with such a table, and whether another one has it
        // too.
        let mut names = Names::exact();
        let mut owners: Vec<Option<usize>> = Vec::new();
        let is_open = |record: &Value<'d>| relationships_of(*record).is_none();
        for (number, record) in records
            .iter()
            .enumerate()
            .filter(|(_, record)| is_open(record))
        {
            for table in items_of(*record, &datamart::OBJECT, datamart::TABLE_LIST) {
                let name = text_of(table, listed_as(&table::OBJECT, table::NAME));
                let at = names.insert(name, owners.len());
                match owners.get_mut(at) {
                    Some(owner) if *owner != Some(number) => *owner = None,
                    Some(_) => {}
                    None => owners.push(Some(number)),
                }
            }
        }
        let only = match records {
            [_] => Some(0),
            _ => None,
        };
        for relationship in relationships.filter(|it| !is_empty(*it)) {
            let owner = |field| {
                let name = text_of(relationship, listed_as(&relationship::OBJECT, field));
                *owners.get(names.get(name, Sameness::Exact)?)?
            };
            let owner = only.or_else(|| {
                let parent = owner(relationship::PARENT_TABLE_NAME)?;
                (owner(relationship::CHILD_TABLE_NAME) == Some(parent)).then_some(parent)
            });
            match owner.and_then(|owner| sorted.owned.get_mut(owner)) {
                Some(own) => own.push(relationship),
                None => sorted.has_strays = true,
            }
        }
        sorted
    }

    pub(super) fn of(&self, record: usize) -> &[Value<'d>] {
        self.owned.get(record).map_or(&[], Vec::as_slice)
    }
}
