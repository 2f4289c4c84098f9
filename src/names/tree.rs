//! A map of names as crit-bit trees: a tree branches at the first bit in which two names differ.
//!
//! Whoever writes the names could degrade a hash map: thousands of names with the same hash turn it
//! into a list. Here a lookup takes at most as many steps as the name has bits, whatever the other
//! names are, so the work is bounded by the length of the input, without a seed, a clock or global
//! state.

use super::spelling::Key;
use super::{CaseRule, NameMatch, Sameness, Spelling, trim};

/// Any number of trees with their branches in one list, so that a small tree costs no allocation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Forest {
    branches: Vec<Branch>,
}

/// One tree of a [`Forest`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Root(u32);

impl Default for Root {
    fn default() -> Self {
        Self::EMPTY
    }
}

#[derive(Debug, Clone, Copy)]
struct Branch {
    /// The first bit in which the names below this branch differ, as [`Key::unit`] counts.
    bit: u32,
    /// Where names with a zero in that bit are, and where names with a one are.
    zero: u32,
    one: u32,
}

impl Branch {
    fn below(&self, bit: bool) -> u32 {
        if bit { self.one } else { self.zero }
    }
}

/// Marks the number of a name, as opposed to that of a branch.
const LEAF: u32 = 1 << 31;

/// The number of bits in a unit of a key.
const UNIT: u32 = u8::BITS;

impl Root {
    pub(crate) const EMPTY: Self = Self(u32::MAX);
}

impl Forest {
    /// The only name that can share the first `units` units with `key`.
    fn candidate(&self, root: Root, key: &Key<'_>, units: usize) -> Option<u32> {
        if root.0 == Root::EMPTY.0 {
            return None;
        }
        let mut at = root.0;
        while at & LEAF == 0 {
            let branch = self.branches.get(at as usize)?;
            let is_inside = ((branch.bit / UNIT) as usize) < units;
            at = branch.below(is_inside && key.bit(branch.bit));
        }
        Some(at & !LEAF)
    }

    /// Adds a number under a name. Returns the number stored there: this one, or that of the first
    /// such name.
    #[inline(never)]
    pub(crate) fn insert<'k>(
        &mut self,
        root: &mut Root,
        spelling: Spelling<'_>,
        number: u32,
        spelling_of: &dyn Fn(u32) -> Spelling<'k>,
    ) -> u32 {
        let key = spelling.key();
        let Some(other) = self.candidate(*root, &key, usize::MAX) else {
            root.0 = number | LEAF;
            return number;
        };
        let Some(bit) = key.first_difference(spelling_of(other)) else {
            return other;
        };
        self.branch(root, &key, bit, number);
        number
    }

    /// The number of a name that is the same in this sense.
    #[inline(never)]
    pub(crate) fn get<'k>(
        &self,
        root: Root,
        key: &Key<'_>,
        sameness: Sameness,
        spelling_of: &dyn Fn(u32) -> Spelling<'k>,
    ) -> Option<u32> {
        let number = self.candidate(root, key, key.units(sameness))?;
        key.is_same(spelling_of(number), sameness).then_some(number)
    }

    /// Whether a tree contains no other name that differs from a known one only in whitespace, case
    /// or composition.
    pub(crate) fn has_one_spelling(&self, root: Root, name: &str) -> bool {
        let key = Spelling::new(name).key();
        let units = key.units(Sameness::Loose);
        let mut at = root.0;
        while at & LEAF == 0 {
            let Some(branch) = self.branches.get(at as usize) else {
                return true;
            };
            if (branch.bit / UNIT) as usize >= units {
                return false;
            }
            at = branch.below(key.bit(branch.bit));
        }
        true
    }

    /// The best match for a written name, and its quality: an identical name if there is one,
    /// otherwise a name that differs only in whitespace, otherwise one that differs in case or
    /// composition.
    #[inline(never)]
    pub(crate) fn best<'k>(
        &self,
        root: Root,
        written: &str,
        rule: CaseRule,
        name_of: &dyn Fn(u32) -> &'k str,
    ) -> Option<(u32, NameMatch)> {
        let key = Spelling::new(written).key();
        let spelling_of = |number| Spelling::new(name_of(number));
        let get = |key: &Key<'_>, sameness| self.get(root, key, sameness, &spelling_of);
        let exact = self.candidate(root, &key, usize::MAX)?;
        if name_of(exact) == written {
            return Some((exact, NameMatch::Exact));
        }
        let loose = get(&key, Sameness::Loose)?;
        let number = get(&key, Sameness::Trimmed)
            .or_else(|| {
                let as_read = rule.as_read(trim(written))?;
                get(&Spelling::new(&as_read).key(), Sameness::Trimmed)
            })
            .unwrap_or(loose);
        Some((number, NameMatch::between(written, name_of(number), rule)?))
    }

    /// Inserts a branch where a new name first differs from the names of a tree.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer names than fit into 31 bits"
    )]
    fn branch(&mut self, root: &mut Root, key: &Key<'_>, bit: u32, number: u32) {
        let new = self.branches.len() as u32;
        let mut at = root.0;
        let mut above = None;
        while at & LEAF == 0
            && let Some(branch) = self.branches.get(at as usize)
            && branch.bit < bit
        {
            let side = key.bit(branch.bit);
            above = Some((at, side));
            at = branch.below(side);
        }
        let (zero, one) = if key.bit(bit) {
            (at, number | LEAF)
        } else {
            (number | LEAF, at)
        };
        self.branches.push(Branch { bit, zero, one });
        let Some((above, side)) = above else {
            root.0 = new;
            return;
        };
        if let Some(branch) = self.branches.get_mut(above as usize) {
            *(if side {
                &mut branch.one
            } else {
                &mut branch.zero
            }) = new;
        }
    }
}

impl Key<'_> {
    #[inline]
    fn bit(&self, bit: u32) -> bool {
        self.unit((bit / UNIT) as usize) & (0x80 >> (bit % UNIT)) != 0
    }

    /// The first bit in which the key differs from that of another name; `None` if they are equal.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document is smaller than what 32 bits count"
    )]
    fn first_difference(&self, other: Spelling<'_>) -> Option<u32> {
        let (at, unit) = self.first_other_unit(other)?;
        let bit = (self.unit(at) ^ unit).leading_zeros();
        Some(at as u32 * UNIT + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::folding::tests::READ;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::test_runner::RngSeed;

    /// Names that are often equal, or nearly so.
    fn name() -> impl Strategy<Value = String> {
        let piece = select(vec![
            "a", "A", "b", "ab", "aB", " ", "\t", "\u{a0}", "é", "e\u{301}", "É", "\0", "z", "ß",
        ]);
        vec(piece, 0..6).prop_map(|pieces| pieces.concat())
    }

    fn is_same(one: &str, other: &str, sameness: Sameness) -> bool {
        match sameness {
            Sameness::Exact => one == other,
            Sameness::Trimmed => one.trim() == other.trim(),
            Sameness::Loose => {
                let quality = NameMatch::between(one, other, CaseRule::EXACT);
                quality.is_some()
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        /// A tree finds the same names as a linear search.
        #[test]
        fn finds_what_is_there_and_nothing_else(names in vec(name(), 0..24), asked in vec(name(), 8)) {
            let mut forest = Forest::default();
            let mut root = Root::EMPTY;
            let name_of = |number: u32| names[number as usize].as_str();
            let spelling_of = |number: u32| Spelling::new(name_of(number));
            for (number, name) in (0..).zip(&names) {
                let first = names.iter().position(|other| other == name).unwrap();
                let filed = forest.insert(&mut root, Spelling::new(name), number, &spelling_of);
                prop_assert_eq!(filed as usize, first);
            }
            for asked in names.iter().chain(&asked) {
                let key = Spelling::new(asked).key();
                for sameness in [Sameness::Exact, Sameness::Trimmed, Sameness::Loose] {
                    let found = forest.get(root, &key, sameness, &spelling_of);
                    let is_there = names.iter().any(|name| is_same(name, asked, sameness));
                    prop_assert_eq!(found.is_some(), is_there, "{:?} {:?}", asked, sameness);
                    if let Some(found) = found {
                        prop_assert!(is_same(name_of(found), asked, sameness));
                    }
                }
                let best = forest.best(root, asked, CaseRule::EXACT, &name_of);
                let qualities = names.iter().filter_map(|name| NameMatch::between(asked, name, CaseRule::EXACT));
                let closest = qualities.filter(|it| *it <= NameMatch::Trimmed).min();
                if closest.is_some() {
                    prop_assert_eq!(best.map(|(_, quality)| quality), closest);
                }
                let mut spellings: Vec<&String> = names.iter().filter(|name| is_same(name, asked, Sameness::Loose)).collect();
                spellings.sort_unstable();
                spellings.dedup();
                if !spellings.is_empty() {
                    prop_assert_eq!(forest.has_one_spelling(root, asked), spellings.len() == 1);
                }
            }
        }
    }

    /// A lookup takes no more steps than the name has bits, however many names share a prefix or
    /// differ only in case.
    #[test]
    fn a_walk_is_bounded_by_the_length_of_the_name() {
        for name_of in [
            |number: u32| format!("{}{}", "a".repeat(number as usize), "b"),
            |number: u32| {
                let case = |bit: u32| if number >> bit & 1 == 1 { 'A' } else { 'a' };
                (0..9).map(case).collect::<String>()
            },
        ] {
            let names: Vec<String> = (0..500).map(name_of).collect();
            let mut forest = Forest::default();
            let mut root = Root::EMPTY;
            let spelling_of = |number: u32| Spelling::new(&names[number as usize]);
            for (number, name) in (0..).zip(&names) {
                forest.insert(&mut root, Spelling::new(name), number, &spelling_of);
            }
            for name in &names {
                let key = Spelling::new(name).key();
                let steps = forest.steps(root, &key);
                assert!(steps <= 8 * key.units(Sameness::Trimmed), "{name}: {steps}");
            }
        }
    }

    /// A long name costs a lookup no more than the name that is asked for, in every script: it is
    /// read as far as the first difference.
    #[test]
    fn a_lookup_reads_no_more_of_a_long_name_than_the_requested_one_has() {
        for letter in ["é", "е\u{308}", "Я", "ば", "한", "ệ", "売"] {
            for short in ["é", "заказы", "orders", "とば"] {
                let long = format!("{short}{}", letter.repeat(10_000));
                let (more, spaced) = (format!("{short}Щ"), format!(" {short} "));
                let names = [&long, "other", short, &more, &spaced];
                let mut forest = Forest::default();
                let mut root = Root::EMPTY;
                let name_of = |number: u32| names[number as usize];
                let spelling_of = |number: u32| Spelling::new(name_of(number));
                for number in 0..2 {
                    let stored = spelling_of(number);
                    forest.insert(&mut root, stored, number, &spelling_of);
                }
                let before = READ.get();
                for number in 2..5 {
                    let asked = name_of(number);
                    let best = forest.best(root, asked, CaseRule::EXACT, &name_of);
                    assert_eq!(best, None);
                    for (one, other) in [(asked, names[0]), (names[0], asked)] {
                        assert_eq!(NameMatch::between(one, other, CaseRule::EXACT), None);
                    }
                }
                for number in 2..5 {
                    let stored = spelling_of(number);
                    forest.insert(&mut root, stored, number, &spelling_of);
                }
                let read = READ.get() - before;
                assert!(read < 200, "{letter} {short}: {read}");
            }
        }
    }

    impl Forest {
        fn steps(&self, root: Root, key: &Key<'_>) -> usize {
            let mut at = root.0;
            let mut steps = 0;
            while let Some(branch) = self.branches.get(at as usize).filter(|_| at & LEAF == 0) {
                at = branch.below(key.bit(branch.bit));
                steps += 1;
            }
            steps
        }
    }
}
