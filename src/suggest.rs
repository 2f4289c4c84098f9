//! "Did you mean": the known name that is nearest to an unknown one, or none rather than a silly one.

use std::cell::Cell;

/// How many candidates are looked at for one datamart. A thousand unknown names among a thousand known ones fit in;
/// beyond that a hostile input would cost quadratic time, and nobody reads so many suggestions.
const BUDGET: usize = 1_000_000;

/// Looks for near names, up to a bound on the work for one datamart.
#[derive(Debug)]
pub(crate) struct Suggester {
    left: Cell<usize>,
}

impl Default for Suggester {
    fn default() -> Self {
        Self {
            left: Cell::new(BUDGET),
        }
    }
}

impl Suggester {
    /// The nearest of `known`: one that differs only in case or in the spaces around it, else the one with the fewest
    /// slips (a letter wrong, missing, too many, or two swapped), as long as those are at most a third of
    /// the name. Of several that are equally near, one that begins with the very same letter, then the first in the alphabet,
    /// so that their order does not matter.
    pub(crate) fn nearest<'n>(
        &self,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let mut known = known.into_iter();
        self.nearest_of(name, &mut || known.next())
    }

    /// One copy for all sorts of lists. A `dyn Iterator` would bring all methods of an iterator for each sort.
    #[cold]
    #[inline(never)]
    fn nearest_of<'n>(
        &self,
        name: &str,
        next: &mut dyn FnMut() -> Option<&'n str>,
    ) -> Option<&'n str> {
        let wanted = fold(name);
        let limit = (wanted.len() / 3).min(3);
        let first = name.trim_start().bytes().next();
        let mut best: Option<(usize, bool, &str)> = None;
        while let Some(candidate) = next() {
            self.left.set(self.left.get().checked_sub(1)?);
            // The cheap bound first: a distance is never smaller than the difference in length.
            let len = candidate.trim().chars().take(MAX_COMPARED).count();
            if candidate == name || len.abs_diff(wanted.len()) > limit {
                continue;
            }
            let distance = distance(&wanted, &fold(candidate));
            let rank = (distance, candidate.bytes().next() != first, candidate);
            if distance <= limit && best.is_none_or(|best| rank < best) {
                best = Some(rank);
            }
        }
        best.map(|(.., candidate)| candidate)
    }
}

/// [`Suggester::nearest`] for a short list that does not come from the datamart.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Suggester::default().nearest(name, known)
}

/// Longer names are compared by their beginning, which bounds the work.
const MAX_COMPARED: usize = 64;

fn fold(name: &str) -> Vec<char> {
    name.trim()
        .chars()
        .take(MAX_COMPARED)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Edit distance with neighbouring letters swapped counting as one slip ("optimal string alignment").
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (row, char_a) in a.iter().enumerate() {
        let mut current = Vec::with_capacity(b.len() + 1);
        current.push(row + 1);
        let mut last_b = None;
        for (column, char_b) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let replaced = cell(&previous, column) + usize::from(char_a != char_b);
            let mut least = replaced
                .min(cell(&previous, column + 1) + 1)
                .min(cell(&current, column) + 1);
            if last_a == Some(char_b) && last_b == Some(char_a) {
                least = least.min(cell(&before, column.wrapping_sub(1)) + 1);
            }
            current.push(least);
            last_b = Some(char_b);
        }
        last_a = Some(char_a);
        before = std::mem::replace(&mut previous, current);
    }
    previous.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_near_names_and_no_silly_ones() {
        let known = ["orders", "order_items", "customers", "id"];
        assert_eq!(nearest("Orders", known), Some("orders"));
        assert_eq!(nearest(" orders ", known), Some("orders"));
        assert_eq!(nearest("oredrs", known), Some("orders"));
        assert_eq!(nearest("costumers", known), Some("customers"));
        assert_eq!(nearest("totl", ["Total", "total"]), Some("total"));
        assert_eq!(nearest("Totl", ["Total", "total"]), Some("Total"));
        assert_eq!(nearest("xy", known), None);
        assert_eq!(nearest("products", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn counts_slips() {
        let distance = |a: &str, b: &str| distance(&fold(a), &fold(b));
        assert_eq!(distance("abcd", "abdc"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
