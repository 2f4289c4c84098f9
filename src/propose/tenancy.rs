//! The column that tells tenants apart, and the table that maps them.

use super::messages as say;
use super::scan::{Key, Made, Named, Scan};
use super::words::{canonical, ends_with, is_in, key_of, subject, words_of};
use super::{Confidence, TenancyProposal, is_column, is_table};
use crate::catalog::{Catalog, TableRef, ValueKind};
use crate::issue::{Message, Messages, Renderer};
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

/// Proposes settings at level TABLE.
#[inline(never)]
pub(super) fn propose(
    scan: &Scan<'_>,
    resolved: &Resolved<'_, '_>,
    catalog: Option<&Catalog>,
    messages: &Messages,
) -> Option<TenancyProposal> {
    let (key, count) = most_shared(scan)?;
    let rank = rank(&key.canonical);
    let mapping = catalog.and_then(|catalog| mapping(catalog, scan, key));
    // A column that is not called after tenants, and that nothing lists, means nothing.
    if mapping.is_none() && rank == 0 {
        return None;
    }
    let (count, total) = (count.to_string(), scan.tables.len().to_string());
    let named = [
        key.column.name,
        &count,
        &total,
        mapping.as_ref().map_or("", |it| it.table.name()),
    ];
    let message = match &mapping {
        Some(_) => Message::new(say::tenancy, &named),
        None => Message::new(say::unmapped, named.get(..3).unwrap_or_default()),
    };
    let (reason, params) = Renderer::new(messages).render(message);
    let of = |name: fn(&Mapping<'_>) -> String| mapping.as_ref().map(name);
    let mut proposal = TenancyProposal {
        client_column_type: match key.column.kind {
            Some(ValueKind::Number) => Some("NUMBER"),
            Some(ValueKind::Text | ValueKind::Uuid) => Some("STRING"),
            _ => None,
        },
        schema_name: of(|it| it.table.schema().to_owned()).filter(|it| !it.is_empty()),
        table_name: of(|it| it.table.name().to_owned()),
        table_client_name_column: of(|it| it.name.to_owned()),
        table_primary_key_column: of(|it| it.key.to_owned()),
        client_columns: Vec::new(),
        left_out: Vec::new(),
        reason,
        params,
        confidence: if mapping.is_some() && rank > 1 {
            Confidence::Confident
        } else {
            Confidence::Possible
        },
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
            _ => scanned.and_then(|table| {
                let mut keys = scan.keys_of(table).iter();
                Some(
                    keys.find(|it| is_same(it, key) && scan.is_found(it))?
                        .column
                        .name,
                )
            }),
        };
        match column {
            Some(column) => proposal.client_columns.push((number, column.to_owned())),
            None => proposal.left_out.push(number),
        }
    }
    Some(proposal)
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
