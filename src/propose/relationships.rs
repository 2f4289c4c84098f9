//! Joins that the names and types of columns suggest.
//!
//! Every key is filed under what it identifies and its kind: `customers.id` and
//! `customers.customer_id` under `customer.id`. What another column names is then one lookup,
//! `billing_customer_id` two: its first words say in which role.

use super::messages as say;
use super::scan::{Key, Made, Scan, Table};
use super::words::{canonical, cut, ends_with, is_in, is_short_for, without_first};
use crate::catalog::ColumnRef;
use crate::document::{write_number, write_raw};
use crate::issue::{Message, Template};
use crate::model::End;
use crate::names::trim;
use crate::resolve::{BoundEnd, EndTable, Resolved};

/// How well a key fits what it is filed under, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the first column of a table with another name.
    First,
    /// It is the first column of the table with this name.
    OfTable,
    /// Its table's name is abbreviated: `custkey` in `customer`.
    Short,
    /// Its table's name ends with this name: `TerritoryID` in `SalesTerritory`.
    Ending,
    /// Its table has this name.
    Exact,
}

/// The key that is filed under a name, or that a column refers to.
#[derive(Clone, Copy)]
struct Found {
    key: usize,
    fit: Fit,
    is_certain: bool,
    /// Whether a key of another table fits as well.
    is_tied: bool,
    reason: Template,
}

/// The keys of all tables by what they identify.
#[derive(Default)]
struct Index {
    names: Made,
    owners: Vec<Found>,
}

impl Index {
    #[inline(never)]
    fn new(scan: &Scan<'_>) -> Self {
        let mut index = Self::default();
        for (number, key) in scan.keys.iter().enumerate() {
            let Some(table) = scan.tables.get(key.table) else {
                continue;
            };
            let own = key.canonical.as_str();
            // A table that only connects others does not own the first of them.
            let is_main = key.is_first && !table.has_second_key;
            let mut file =
                |name: &str, fit, is_certain| index.file(scan, number, name, fit, is_certain);
            if key.kind.is_empty() {
            } else if own.is_empty() {
                file(&table.canonical, Fit::Exact, true);
                let mut ending = without_first(&table.words);
                while !ending.is_empty() {
                    file(&canonical(ending), Fit::Ending, false);
                    ending = without_first(ending);
                }
            } else if own == table.canonical {
                file(own, Fit::Exact, true);
            } else if key.is_first {
                if is_main && ends_with(&table.words, own) {
                    file(own, Fit::Ending, true);
                } else if !table.words.contains('_') && is_short_for(own, &table.canonical) {
                    file(own, Fit::Short, true);
                } else if is_main {
                    file(own, Fit::First, false);
                }
                file(&table.canonical, Fit::OfTable, false);
            }
        }
        index
    }

    #[inline(never)]
    fn file(&mut self, scan: &Scan<'_>, number: usize, name: &str, fit: Fit, is_certain: bool) {
        let Some(key) = scan.keys.get(number) else {
            return;
        };
        let owner = Found {
            key: number,
            fit,
            is_certain,
            is_tied: false,
            reason: match fit {
                Fit::Exact | Fit::Ending => say::named,
                Fit::OfTable => say::table,
                Fit::Short | Fit::First => say::same,
            },
        };
        let (at, is_new) = self.names.insert(filed(name, key.kind));
        if is_new {
            self.owners.push(owner);
        } else if let Some(known) = self.owners.get_mut(at)
            && owner.fit >= known.fit
        {
            let is_better = owner.fit > known.fit;
            let is_other = scan
                .keys
                .get(known.key)
                .is_some_and(|it| it.table != key.table);
            // A table with `id` and `customer_id` of its own, or another table.
            known.is_certain = false;
            known.is_tied |= is_other;
            if is_better {
                *known = owner;
            }
        }
    }

    #[inline(never)]
    fn get(&self, name: &str, kind: &str) -> Option<Found> {
        self.owners
            .get(self.names.get(&filed(name, kind))?)
            .copied()
    }
}

/// What the keys of a kind that identify something are filed under.
fn filed(name: &str, kind: &str) -> String {
    [name, ".", kind].concat()
}

/// Words before those of a table that say which other row of the same table is meant.
const RELATIVES: &str = "parent manager supervisor root previous next original";

/// Words before those of a table that say that its key is another system's.
const FOREIGN: &str = "external ext legacy stripe shopify salesforce";

/// What columns are called that refer to another person, and tables of people, as one word without
/// their ending.
pub(super) const MANAGERS: &str = "manager supervisor reports_to";
const PEOPLE: &str = "user employ staff person member";

#[inline(never)]
fn find(scan: &Scan<'_>, index: &Index, key: &Key<'_>) -> Option<Found> {
    let mut words = key.named.as_str();
    let (first, _) = cut(words, b'_');
    let mut is_role = false;
    while !key.kind.is_empty() && !words.is_empty() {
        let owner = index.get(&canonical(words), key.kind);
        let is_itself = |it: &Found| {
            scan.keys
                .get(it.key)
                .is_some_and(|it| std::ptr::eq(it, key))
        };
        let fits = |it: &Found| match it.fit {
            // The first column of a table may still refer to another one.
            Fit::First => !is_role && !is_itself(it),
            fit => !is_role || fit >= Fit::Ending,
        };
        if let Some(mut found) = owner.filter(fits) {
            let is_own = scan.keys.get(found.key)?.table == key.table;
            // Several tables, or the table's own key.
            if found.is_tied || is_own && !is_role {
                return None;
            }
            if is_role {
                found.reason = say::role;
                found.is_certain &= !is_own || is_in(RELATIVES, first);
            }
            return Some(found);
        }
        is_role = true;
        words = if is_in(FOREIGN, first) {
            ""
        } else {
            without_first(words)
        };
    }
    let words = key.named.as_str();
    let own = scan.tables.get(key.table)?;
    let is_manager = is_in(MANAGERS, words) && is_in(PEOPLE, &own.canonical);
    if words != "parent" && !is_manager {
        return None;
    }
    Some(Found {
        key: own_key(scan, own)?,
        fit: Fit::Exact,
        is_certain: is_manager || !key.kind.is_empty(),
        is_tied: false,
        reason: say::parent,
    })
}

/// The key that most likely is the one of its table: named like the table, or just `id`, or the
/// first column.
fn own_key(scan: &Scan<'_>, table: &Table<'_>) -> Option<usize> {
    let mut found = None;
    for number in (table.first_key..table.end).rev() {
        let key = scan.keys.get(number)?;
        let is_own = key.canonical.is_empty() || key.canonical == table.canonical;
        if !key.kind.is_empty() && (is_own || key.is_first && found.is_none()) {
            found = Some(number);
        }
    }
    found
}

/// A join that is proposed.
pub(super) struct Join<'n> {
    /// The fields of the relationship in the contract's order: the table and column of the parent,
    /// those of the child, and a name.
    pub fields: [&'n str; 5],
    pub reason: Template,
    pub is_certain: bool,
}

impl Join<'_> {
    pub(super) fn message(&self) -> Message {
        let [table, key, _, column, _] = self.fields;
        Message::new(self.reason, &[column, table, key])
    }
}

/// Proposes joins, in the order of the tables and columns that refer to others.
#[inline(never)]
pub(super) fn propose(
    scan: &Scan<'_>,
    resolved: &Resolved<'_, '_>,
    take: &mut dyn FnMut(&Join<'_>),
) {
    let index = Index::new(scan);
    let (mut joined, mut names) = existing(resolved);
    let mut all: Vec<Option<Found>> = Vec::with_capacity(scan.keys.len());
    // Tables for special cases share a key with a general one: `persons` and `companies` may both
    // begin with `partner_id`, the key of `partners`. A column of that name may refer to any of
    // them. That they are tables of their own shows where others refer to them by name.
    let mut is_shared = vec![false; scan.keys.len()];
    for key in &scan.keys {
        let found = find(scan, &index, key);
        if let Some(found) = found.filter(|it| it.fit == Fit::OfTable)
            && let Some(of) = scan.keys.get(found.key)
            && let Some(general) = index.get(&of.canonical, of.kind)
            && let Some(is_shared) = is_shared.get_mut(general.key)
        {
            *is_shared = general.key != found.key;
        }
        all.push(found);
    }
    for (key, found) in scan.keys.iter().zip(all) {
        let Some(found) = found else { continue };
        let (Some(of), Some(is_shared)) = (scan.keys.get(found.key), is_shared.get(found.key))
        else {
            continue;
        };
        let tables = (scan.tables.get(of.table), scan.tables.get(key.table));
        let (Some(parent), Some(child)) = tables else {
            continue;
        };
        if std::ptr::eq(of, key)
            || !key.column.fits(of.column)
            || !scan.is_found(of)
            || !scan.is_found(key)
            || !joined
                .insert(joined_key(child.number, key.column.name, parent.number))
                .1
        {
            continue;
        }
        // So that it is not proposed the other way round.
        joined.insert(joined_key(parent.number, of.column.name, child.number));
        let name = name(child.name, parent.name, key.column.name, &mut names);
        take(&Join {
            fields: [
                parent.name,
                of.column.name,
                child.name,
                key.column.name,
                &name,
            ],
            reason: found.reason,
            is_certain: found.is_certain && !is_shared && key.column.has_type_of(of.column),
        });
    }
}

/// The joins that exist, in both directions, as [`joined_key`] has them, and their names.
#[inline(never)]
fn existing(resolved: &Resolved<'_, '_>) -> (Made, Made) {
    let (mut joined, mut names) = (Made::default(), Made::default());
    for (relationship, [parent, child]) in resolved.relationships() {
        if let Some(name) = relationship.name.given() {
            names.insert(name.text.to_owned());
        }
        let (EndTable::One(one), EndTable::One(other)) = (parent.table, child.table) else {
            continue;
        };
        join_end(one, relationship.parent, parent, other, &mut joined);
        join_end(other, relationship.child, child, one, &mut joined);
    }
    (joined, names)
}

#[inline(never)]
fn join_end(table: usize, end: End<'_>, bound: &BoundEnd<'_>, other: usize, joined: &mut Made) {
    if let Some(column) = end.column.given() {
        let known = bound.catalog.column().map(ColumnRef::name);
        joined.insert(joined_key(table, known.unwrap_or(trim(column.text)), other));
    }
}

/// A column of a table that is joined to another table.
#[inline(never)]
fn joined_key(table: usize, column: &str, other: usize) -> String {
    let mut key = String::new();
    for number in [table, other] {
        write_number(number, &mut key);
        key.push(' ');
    }
    write_raw(column, &mut key);
    key
}

/// A name that no relationship has yet.
#[inline(never)]
fn name(child: &str, parent: &str, column: &str, names: &mut Made) -> String {
    let mut name = String::new();
    write_raw(trim(child), &mut name);
    write_raw("_to_", &mut name);
    write_raw(trim(parent), &mut name);
    let mut end = "_by_";
    while !names.insert(name.clone()).1 {
        write_raw(end, &mut name);
        if end.len() > 1 {
            write_raw(trim(column), &mut name);
        }
        end = "_";
    }
    name
}
