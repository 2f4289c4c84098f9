//! Pairs the items of two lists that are the same thing, by name: first an identical name,
//! otherwise one that differs only in case, whitespace or composition. If several items share a
//! name, the first is paired with the first.

use std::borrow::Cow;

use crate::contract::{Object, Presence};
use crate::document::{Kind, Value, write_value};
use crate::model::Filling;
use crate::names::{Names, Sameness, push_loose};

/// The name of an item: one name, or several that are combined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key<'d>(Cow<'d, str>);

/// Separates the names in a key. JSON text may contain it in a name, which may then match another
/// one: the pair will differ in its names.
const SEPARATOR: char = '\0';

/// What a value begins with that stands where a name belongs. It is only the same as itself.
const VALUE: char = '\u{1}';

impl<'d> Key<'d> {
    /// The key of an item, made from these fields. An item that is not an object is named by its
    /// value.
    fn of(item: Value<'d>, object: &Object, fields: &[usize]) -> Self {
        if !matches!(item.kind(), Kind::Object(_)) {
            return Self(value_name(item));
        }
        let name = |field: &usize| match item.member(object.key(*field)) {
            Some(value) => name_of(value),
            None => Cow::Borrowed(""),
        };
        if let [field] = fields {
            return Self(name(field));
        }
        let mut key = String::new();
        for field in fields {
            key.push_str(&name(field));
            key.push(SEPARATOR);
        }
        Self(key.into())
    }

    /// The keys of several items.
    pub(crate) fn of_all(items: &[Value<'d>], object: &Object, fields: &[usize]) -> Vec<Self> {
        let key = |item: &Value<'d>| Self::of(*item, object, fields);
        items.iter().map(key).collect()
    }

    fn loose(&self) -> String {
        if self.0.starts_with(VALUE) {
            return self.0.clone().into_owned();
        }
        let mut loose = String::new();
        for name in self.0.split(SEPARATOR) {
            push_loose(name, &mut loose);
            loose.push(SEPARATOR);
        }
        loose
    }
}

fn name_of(value: Value<'_>) -> Cow<'_, str> {
    match value.kind() {
        kind if Filling::of(kind, Presence::Optional) == Filling::Absent => Cow::Borrowed(""),
        Kind::Text(text) => Cow::Borrowed(text),
        _ => value_name(value),
    }
}

/// Not a name, but a value in the place of one.
fn value_name(value: Value<'_>) -> Cow<'_, str> {
    let mut name = String::from(VALUE);
    write_value(value, &mut name);
    name.into()
}

/// For each of `items`, its counterpart among `others`.
pub(crate) fn pair(items: &[Key<'_>], others: &[Key<'_>]) -> Vec<Option<usize>> {
    // Most lists start with the same items, and many are identical.
    let same = items
        .iter()
        .zip(others)
        .take_while(|(item, other)| item == other);
    let start = same.count();
    let mut pairs: Vec<Option<usize>> = (0..start).map(Some).collect();
    pairs.resize(items.len(), None);
    let mut is_taken = vec![false; others.len()];
    is_taken
        .iter_mut()
        .take(start)
        .for_each(|taken| *taken = true);
    if start == items.len() || start == others.len() {
        return pairs;
    }
    pair_by(
        &mut pairs,
        &mut is_taken,
        &|item| item.0.clone(),
        items,
        others,
    );
    pair_by(
        &mut pairs,
        &mut is_taken,
        &|item| item.loose().into(),
        items,
        others,
    );
    pairs
}

fn pair_by<'k>(
    pairs: &mut [Option<usize>],
    is_taken: &mut [bool],
    name_of: &dyn Fn(&Key<'k>) -> Cow<'k, str>,
    items: &[Key<'k>],
    others: &[Key<'k>],
) {
    let open = others.iter().zip(&*is_taken).enumerate();
    let open: Vec<(usize, Cow<'k, str>)> = open
        .filter(|(_, (_, taken))| !**taken)
        .map(|(number, (other, _))| (number, name_of(other)))
        .collect();
    let mut names = Names::exact();
    // For each open item, the next one of the same name; for the first item of a name, the first
    // one left.
    let mut next: Vec<Option<usize>> = vec![None; open.len()];
    let mut left: Vec<Option<usize>> = vec![None; open.len()];
    for (at, (_, name)) in open.iter().enumerate().rev() {
        // Inserted from the end, so `first` is the last of its name.
        let first = names.insert(name, at);
        if let (Some(left), Some(next)) = (left.get_mut(first), next.get_mut(at)) {
            *next = left.replace(at);
        }
    }
    for (item, pair) in items.iter().zip(pairs).filter(|(_, pair)| pair.is_none()) {
        let Some(first) = names.get(&name_of(item), Sameness::Exact) else {
            continue;
        };
        let Some(left) = left.get_mut(first) else {
            continue;
        };
        let Some(at) = *left else { continue };
        *left = next.get(at).copied().flatten();
        if let Some((number, _)) = open.get(at) {
            *pair = Some(*number);
            if let Some(taken) = is_taken.get_mut(*number) {
                *taken = true;
            }
        }
    }
}
