//! "Did you mean": the known name that is closest to an unknown one, or none rather than an absurd
//! one.

use std::cell::Cell;

/// How many characters are examined for one datamart: those of each candidate once, plus the steps
/// of comparing it. A hundred names that are missing in a catalog of 2,000 tables take a fifth of
/// it. Without a limit, hostile input would cost quadratic time, and nobody reads so many
/// suggestions.
const BUDGET: usize = 16_000_000;

/// Finds similar names, with a limit on the work for one datamart.
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
    /// The closest of `known`: a name that differs only in case or in surrounding whitespace,
    /// otherwise the one with the fewest edits (a letter replaced, missing, added, or swapped with
    /// the next), if these are at most a third of the name. Of several equally close names, one
    /// that begins with the same letter, then the first in alphabetical order, so that their order
    /// does not matter.
    pub(crate) fn nearest<'n>(
        &self,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let mut known = known.into_iter();
        self.nearest_of(name, &mut || known.next())
    }

    /// Takes work from the budget; `None` if it is used up.
    fn spend(&self, work: usize) -> Option<()> {
        self.left.set(self.left.get().checked_sub(work)?);
        Some(())
    }

    /// One copy for all kinds of lists. A `dyn Iterator` would add all iterator methods for each
    /// kind.
    #[cold]
    #[inline(never)]
    fn nearest_of<'n>(
        &self,
        name: &str,
        next: &mut dyn FnMut() -> Option<&'n str>,
    ) -> Option<&'n str> {
        let wanted = fold(name);
        let letters = letters(&wanted);
        let limit = (wanted.len() / 3).min(3);
        let first = name.trim_start().bytes().next();
        let mut best: Option<(usize, bool, &str)> = None;
        let mut folded = Vec::new();
        while let Some(candidate) = next() {
            self.spend(1 + candidate.len().min(MAX_COMPARED))?;
            // Cheap bounds first: the distance is at least the difference in length, and one edit
            // changes the set of letters by at most two. A character takes up to four bytes.
            let (least, most) = (wanted.len().saturating_sub(limit), wanted.len() + limit);
            let is_too_long = most < MAX_COMPARED && candidate.trim().len() > 4 * most;
            if candidate == name || candidate.len() < least || is_too_long {
                continue;
            }
            fold_into(candidate, &mut folded);
            let other_letters = (letters ^ self::letters(&folded)).count_ones() as usize;
            if folded.len().abs_diff(wanted.len()) > limit || other_letters > 2 * limit {
                continue;
            }
            self.spend(wanted.len() * (2 * limit + 1))?;
            let Some(distance) = distance(&wanted, &folded, limit) else {
                continue;
            };
            let rank = (distance, candidate.bytes().next() != first, candidate);
            if best.is_none_or(|best| rank < best) {
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

/// Of longer names only the beginnings are compared, which bounds the work.
const MAX_COMPARED: usize = 64;

fn fold(name: &str) -> Vec<char> {
    let mut folded = Vec::new();
    fold_into(name, &mut folded);
    folded
}

fn fold_into(name: &str, folded: &mut Vec<char>) {
    folded.clear();
    let letters = name.trim().chars().take(MAX_COMPARED);
    folded.extend(letters.map(|c| c.to_ascii_lowercase()));
}

/// A set of letters as bits; rare letters share a bit.
fn letters(name: &[char]) -> u64 {
    name.iter().fold(0, |bits, c| bits | 1 << (*c as u32 % 64))
}

/// Edit distance in which swapping adjacent letters is one edit ("optimal string alignment");
/// `None` if it exceeds the limit. Cells further from the diagonal than the limit exceed it too, so
/// only a band is computed.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    let over = limit + 1;
    let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(over);
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    let mut current = vec![over; b.len() + 1];
    let mut last_a = None;
    for (row, char_a) in a.iter().enumerate() {
        current.fill(over);
        if let Some(first) = current.first_mut() {
            *first = row + 1;
        }
        let start = row.saturating_sub(limit);
        let mut last_b = start.checked_sub(1).and_then(|at| b.get(at));
        let mut nearest = over;
        for (column, char_b) in b.iter().enumerate().skip(start).take(2 * limit + 1) {
            let replaced = cell(&previous, column) + usize::from(char_a != char_b);
            let mut least = replaced
                .min(cell(&previous, column + 1) + 1)
                .min(cell(&current, column) + 1);
            if last_a == Some(char_b) && last_b == Some(char_a) {
                least = least.min(cell(&before, column.wrapping_sub(1)) + 1);
            }
            if let Some(cell) = current.get_mut(column + 1) {
                *cell = least;
            }
            nearest = nearest.min(least);
            last_b = Some(char_b);
        }
        // A swap may still come from the row before.
        if nearest > over {
            return None;
        }
        last_a = Some(char_a);
        std::mem::swap(&mut before, &mut previous);
        std::mem::swap(&mut previous, &mut current);
        current.resize(b.len() + 1, over);
    }
    let distance = cell(&previous, b.len());
    (distance <= limit).then_some(distance)
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
        let distance = |a: &str, b: &str| distance(&fold(a), &fold(b), 3);
        assert_eq!(distance("abcd", "abdc"), Some(1));
        assert_eq!(distance("kitten", "sitting"), Some(3));
        assert_eq!(distance("", "abc"), Some(3));
        assert_eq!(distance("abcdef", "badcfe"), Some(3));
        assert_eq!(distance("abcdefgh", "hgfedcba"), None);
    }

    /// The full table, without bands and limits.
    fn plain_distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for row in 0..=a.len() {
            for column in 0..=b.len() {
                table[row][column] = if row == 0 || column == 0 {
                    row + column
                } else {
                    let differs = usize::from(a[row - 1] != b[column - 1]);
                    let mut least = (table[row - 1][column - 1] + differs)
                        .min(table[row - 1][column] + 1)
                        .min(table[row][column - 1] + 1);
                    if row > 1
                        && column > 1
                        && a[row - 1] == b[column - 2]
                        && a[row - 2] == b[column - 1]
                    {
                        least = least.min(table[row - 2][column - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            rng_seed: proptest::test_runner::RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
        })]

        /// Despite the shortcuts, distances up to the limit are those of the full table.
        #[test]
        fn a_band_is_enough(a in "[abc]{0,9}", b in "[abc]{0,9}", limit in 0_usize..4) {
            let (a, b) = (fold(&a), fold(&b));
            let plain = plain_distance(&a, &b);
            let expected = (plain <= limit).then_some(plain);
            proptest::prop_assert_eq!(distance(&a, &b, limit), expected);
            let other_letters = (letters(&a) ^ letters(&b)).count_ones() as usize;
            proptest::prop_assert!(other_letters <= 2 * plain);
        }
    }

    #[test]
    fn work_is_bounded_and_honest_input_is_far_from_the_bound() {
        let suggester = Suggester::default();
        let known: Vec<String> = (0..2_000)
            .map(|n| format!("customer_order_{n}_items"))
            .collect();
        for n in 0..100 {
            let name = format!("warehouse_{n}_shipments");
            assert_eq!(
                suggester.nearest(&name, known.iter().map(String::as_str)),
                None
            );
        }
        assert!(suggester.left.get() > BUDGET / 2);
        let hostile: Vec<String> = (0..1_000)
            .map(|n| format!("{}{n}", "x".repeat(60)))
            .collect();
        for n in 0..1_000 {
            let name = format!("{}{}", "x".repeat(58), n + 1_000);
            suggester.nearest(&name, hostile.iter().map(String::as_str));
        }
        assert!(suggester.left.get() < 1_000);
    }
}
