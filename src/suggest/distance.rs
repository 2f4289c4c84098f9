//! The edit distance between two names.

use crate::text::{count_characters, trimmed};

/// Of longer names only the beginnings are compared, which bounds the work. A word has as many
/// bits.
pub(super) const MAX_COMPARED: usize = u64::BITS as usize;

/// The compared letters of a name without surrounding whitespace.
pub(super) fn letters(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().take(MAX_COMPARED);
    letters.map(|c| c.to_ascii_lowercase())
}

/// A set of letters as bits; rare letters share a bit.
pub(super) fn kinds(letters: &[char]) -> u64 {
    letters
        .iter()
        .fold(0, |bits, c| bits | 1 << (*c as u32 % 64))
}

/// A name that others are compared with: for each of its letters, its positions as bits.
pub(super) struct Pattern {
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    length: usize,
    /// The length of the whole name.
    whole: usize,
    kinds: u64,
    /// The number of edits that make it a different name.
    limit: usize,
}

impl Pattern {
    pub(super) fn new(name: &str) -> Self {
        let name = trimmed(name);
        let letters: Vec<char> = letters(name).collect();
        let mut pattern = Self {
            ascii: [0; 128],
            others: Vec::new(),
            length: letters.len(),
            whole: count_characters(name),
            kinds: kinds(&letters),
            limit: (letters.len() / 3).min(3),
        };
        for (place, letter) in letters.into_iter().enumerate() {
            let place = 1 << place;
            if let Some(places) = pattern.ascii.get_mut(letter as usize) {
                *places |= place;
            } else if let Some((_, places)) =
                pattern.others.iter_mut().find(|(it, _)| *it == letter)
            {
                *places |= place;
            } else {
                pattern.others.push((letter, place));
            }
        }
        pattern
    }

    fn places_of(&self, letter: char) -> u64 {
        self.ascii.get(letter as usize).copied().unwrap_or_else(|| {
            let mut others = self.others.iter();
            others
                .find(|(other, _)| *other == letter)
                .map_or(0, |(_, places)| *places)
        })
    }

    /// Cheap bounds: the distance is at least the difference in length, and one edit changes the
    /// set of letters by at most two.
    pub(super) fn may_be_near(&self, whole: usize, kinds: u64) -> bool {
        whole.abs_diff(self.whole) <= self.limit
            && (self.kinds ^ kinds).count_ones() as usize <= 2 * self.limit
    }

    /// Edit distance in which swapping adjacent letters is one edit ("optimal string alignment"),
    /// and the number of letters examined; `None` if it exceeds the limit.
    ///
    /// A column of the table of distances is stored as the differences between its cells, one bit
    /// each, so that one letter takes a dozen operations (Hyyrö, "A bit-vector algorithm for
    /// computing Levenshtein and Damerau edit distances", 2003).
    pub(super) fn distance(&self, letters: &[char]) -> (Option<usize>, usize) {
        let mut last = self.length;
        if self.length == 0 {
            last = letters.len();
            return ((last <= self.limit).then_some(last), 1);
        }
        let bottom = 1_u64 << (self.length - 1);
        let (mut rises, mut falls, mut diagonal, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        for (number, letter) in letters.iter().enumerate() {
            let places = self.places_of(*letter);
            let swapped = ((!diagonal & places) << 1) & before;
            diagonal = ((places & rises).wrapping_add(rises) ^ rises) | places | falls | swapped;
            let rises_aside = falls | !(diagonal | rises);
            let falls_aside = diagonal & rises;
            if rises_aside & bottom != 0 {
                last += 1;
            } else if falls_aside & bottom != 0 {
                last -= 1;
            }
            // Each remaining letter reduces it by at most one.
            if last > self.limit + (letters.len() - 1 - number) {
                return (None, number + 1);
            }
            let rises_aside = rises_aside << 1 | 1;
            rises = falls_aside << 1 | !(diagonal | rises_aside);
            falls = rises_aside & diagonal;
            before = places;
        }
        ((last <= self.limit).then_some(last), letters.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_letters(name: &str) -> Vec<char> {
        letters(name).collect()
    }

    fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
        let pattern = Pattern {
            limit,
            ..Pattern::new(a)
        };
        pattern.distance(&all_letters(b)).0
    }

    #[test]
    fn counts_slips() {
        assert_eq!(distance("abcd", "abdc", 3), Some(1));
        assert_eq!(distance("kitten", "sitting", 3), Some(3));
        assert_eq!(distance("", "abc", 3), Some(3));
        assert_eq!(distance("abc", "", 3), Some(3));
        assert_eq!(distance("abcdef", "badcfe", 3), Some(3));
        assert_eq!(distance("abcdefgh", "hgfedcba", 3), None);
        assert_eq!(distance("größe", "grösse", 3), Some(2));
        let long = "x".repeat(63);
        assert_eq!(
            distance(&format!("{long}ab"), &format!("{long}ba"), 3),
            Some(1)
        );
        assert_eq!(
            distance(&format!("{long}y"), &format!("y{long}"), 3),
            Some(2)
        );
    }

    /// The full table, cell by cell.
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
        fn bits_are_enough(a in "[abcé]{0,9}", b in "[abcé]{0,9}", limit in 0_usize..4) {
            let plain = plain_distance(&all_letters(&a), &all_letters(&b));
            let expected = (plain <= limit).then_some(plain);
            proptest::prop_assert_eq!(distance(&a, &b, limit), expected);
            let kinds = [&a, &b].map(|name| kinds(&all_letters(name)));
            proptest::prop_assert!((kinds[0] ^ kinds[1]).count_ones() as usize <= 2 * plain);
        }

        /// Names as long as the compared part.
        #[test]
        fn long_names_too(a in "[ab]{58,70}", b in "[ab]{58,70}") {
            let plain = plain_distance(&all_letters(&a), &all_letters(&b));
            let expected = (plain <= 3).then_some(plain);
            proptest::prop_assert_eq!(distance(&a, &b, 3), expected);
        }
    }
}
