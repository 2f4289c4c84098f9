//! The column that tells tenants apart, and the table that maps them.

use super::messages as say;
use super::scan::{Key, Made, Named, Scan, Table};
use super::words::{canonical, ends_with, is_in, key_of, subject, words_of};
use super::{is_column, is_table};
use crate::catalog::{Catalog, TableRef, ValueKind};
use crate::contract::LEVEL_TABLE;
use crate::document::write_number;
use crate::issue::Message;
use crate::resolve::Resolved;

/// What tenants are called, as one word without its ending.
const TENANTS: &str = "client organization organisation org workspac company merchant";

/// What tenants may be called, but also the customers of one.
const PERHAPS: &str = "account customer";

/// A column that several tables have.
struct Shared {
    /// Its first occurrence.
    key: usize,
    count: usize,
    /// The table of its last occurrence, so that none is counted twice.
    last_table: usize,
}

/// How certainly a name is that of tenants: at 2, if most tables have it; at 3 in any case.
fn rank(canonical: &str) -> usize {
    match canonical {
        "tenant" => 3,
        _ if is_in(TENANTS, canonical) => 2,
        _ => usize::from(is_in(PERHAPS, canonical)),
    }
}

/// Settings that are proposed.
pub(super) struct Settings<'n> {
    /// The fields in the contract's order.
    pub fields: [Option<&'n str>; 7],
    /// The tables that get a client column, by their numbers.
    pub client_columns: Vec<(usize, &'n str)>,
    pub left_out: Vec<usize>,
    pub message: Message,
    pub is_certain: bool,
}

impl Settings<'_> {
    /// Whether every setting that the level requires is known.
    pub(super) fn is_complete(&self) -> bool {
        let [_, client_type, _, schema, table, ..] = self.fields;
        client_type.is_some() && schema.is_some() && table.is_some()
    }
}

/// Proposes settings at level TABLE.
#[inline(never)]
pub(super) fn propose<'s, 'n: 's>(
    scan: &Scan<'s>,
    resolved: &Resolved<'n, 'n>,
    catalog: Option<&'s Catalog>,
) -> Option<Settings<'s>> {
    let (key, count) = most_shared(scan)?;
    let rank = rank(&key.canonical);
    let mapping = catalog.and_then(|catalog| mapping(catalog, scan, key));
    // A column that is not called after tenants, and that nothing lists, means nothing.
    if mapping.is_none() && rank == 0 {
        return None;
    }
    let mut numbers = [String::new(), String::new()];
    for (text, number) in numbers.iter_mut().zip([count, scan.tables.len()]) {
        write_number(number, text);
    }
    let [count, total] = &numbers;
    let table = mapping.as_ref().map(|it| it.table);
    let values = [
        key.column.name,
        count,
        total,
        table.map_or("", TableRef::name),
    ];
    let (template, values) = match table {
        Some(_) => (say::tenancy, &values[..]),
        None => (say::unmapped, values.get(..3).unwrap_or_default()),
    };
    let mut settings = Settings {
        fields: [
            Some(LEVEL_TABLE),
            match key.column.kind {
                Some(ValueKind::Number) => Some("NUMBER"),
                Some(ValueKind::Text | ValueKind::Uuid) => Some("STRING"),
                _ => None,
            },
            None,
            table.map(TableRef::schema).filter(|it| !it.is_empty()),
            table.map(TableRef::name),
            mapping.as_ref().map(|it| it.name),
            mapping.as_ref().map(|it| it.key),
        ],
        client_columns: Vec::new(),
        left_out: Vec::new(),
        message: Message::new(template, values),
        is_certain: table.is_some() && rank > 1,
    };
    let mut scanned = scan.tables.iter().peekable();
    for (number, (table, bound)) in resolved.tables().enumerate() {
        let scanned = scanned.next_if(|table| table.number == number);
        if !table.client_column.is_absent() || table.name.given().is_none() {
            continue;
        }
        let known = bound.catalog.table().map(TableRef::column_numbers);
        let column = match &mapping {
            Some(mapping) if known == Some(mapping.table.column_numbers()) => Some(mapping.key),
            _ => scanned.and_then(|table| client_column(scan, table, key)),
        };
        match column {
            Some(column) => settings.client_columns.push((number, column)),
            None => settings.left_out.push(number),
        }
    }
    Some(settings)
}

/// The column of a table that contains the same as this one.
fn client_column<'n>(scan: &Scan<'n>, table: &Table<'n>, like: &Key<'_>) -> Option<&'n str> {
    let mut keys = scan.keys_of(table).iter();
    let key = keys.find(|key| is_same(key, like) && scan.is_found(key))?;
    Some(key.column.name)
}

/// Whether two columns contain the same, as far as their names and types tell.
fn is_same(one: &Key<'_>, other: &Key<'_>) -> bool {
    one.canonical == other.canonical && one.kind == other.kind && one.column.fits(other.column)
}

/// The column that most likely tells tenants apart, and how many tables have it.
#[inline(never)]
fn most_shared<'s, 'n>(scan: &'s Scan<'n>) -> Option<(&'s Key<'n>, usize)> {
    let (mut names, mut tables) = (Made::default(), Made::default());
    for table in &scan.tables {
        tables.insert(table.canonical.clone());
    }
    let mut all: Vec<Shared> = Vec::new();
    for (number, key) in scan.keys.iter().enumerate() {
        let own = scan
            .tables
            .get(key.table)
            .map_or("", |table| &table.canonical);
        if key.canonical.is_empty() || key.kind.is_empty() || key.canonical == own {
            continue;
        }
        let (at, is_new) = names.insert([&key.canonical, ".", key.kind].concat());
        if is_new {
            all.push(Shared {
                key: number,
                count: 1,
                last_table: key.table,
            });
        } else if let Some(shared) = all.get_mut(at)
            && shared.last_table != key.table
            && scan.keys.get(shared.key).is_some_and(|it| is_same(it, key))
        {
            shared.count += 1;
            shared.last_table = key.table;
        }
    }
    let mut best = None;
    let mut best_weight = 0;
    for Shared { key, count, .. } in all {
        let key = scan.keys.get(key)?;
        let rank = rank(&key.canonical);
        // The table that maps tenants need not have the column.
        let others = scan.tables.len() - usize::from(tables.get(&key.canonical).is_some());
        let is_usual = match rank {
            3 => true,
            0 => count >= 3 && count * 3 >= others * 2,
            _ => count * 2 >= others,
        };
        let weight = usize::from(rank == 3) << 29 | usize::from(rank > 0) << 28 | count << 2 | rank;
        if is_usual && weight > best_weight {
            best = Some((key, count));
            best_weight = weight;
        }
    }
    best
}

/// The table that maps tenants.
struct Mapping<'c> {
    table: TableRef<'c>,
    key: &'c str,
    name: &'c str,
}

#[inline(never)]
fn mapping<'c>(catalog: &'c Catalog, scan: &Scan<'_>, key: &Key<'_>) -> Option<Mapping<'c>> {
    let holder = scan.tables.get(key.table).and_then(|table| table.known);
    let mut best = None;
    let mut best_weight = 0;
    for table in catalog.tables() {
        let words = words_of(table.name());
        let subject = subject(&words);
        let is_exact = canonical(subject) == key.canonical;
        if !is_exact && !ends_with(subject, &key.canonical) {
            continue;
        }
        let is_near = holder.is_some_and(|it| it.schema() == table.schema());
        let weight = 1 + usize::from(is_near) + 2 * usize::from(is_exact);
        if weight > best_weight
            && let Some(mapping) = mapping_in(catalog, table, key)
        {
            best = Some(mapping);
            best_weight = weight;
        }
    }
    best
}

/// The columns of the table that maps tenants.
fn mapping_in<'c>(catalog: &'c Catalog, table: TableRef<'c>, key: &Key<'_>) -> Option<Mapping<'c>> {
    let (mut own, mut name) = (None, None);
    for column in table.columns().filter(|column| is_column(table, *column)) {
        let words = words_of(column.name());
        let (named, kind) = key_of(&words);
        let is_own = named.is_empty() || canonical(named) == key.canonical && kind == key.kind;
        if own.is_none() && is_own && Named::of(column).fits(key.column) {
            own = Some(column.name());
        }
        if name.is_none() && (words.ends_with("name") || words == "title") {
            name = Some(column.name());
        }
    }
    let key = own?;
    is_table(catalog, table).then_some(Mapping {
        table,
        key,
        name: name.unwrap_or(key),
    })
}
