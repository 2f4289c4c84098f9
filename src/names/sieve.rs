//! Detects that a list of names has no repetition, without a tree.

/// How many places are tried for a name. Names that collide on purpose cost no more than that, and
/// then count as repeated.
const TRIED: usize = 16;

/// A small hash table of names.
#[derive(Debug, Default)]
pub(crate) struct Sieve<'n> {
    names: Vec<&'n str>,
    /// The number of a name plus one, at the place that its hash says or after it; zero if free.
    places: Vec<u32>,
}

impl<'n> Sieve<'n> {
    /// Forgets all names, and prepares for about so many.
    pub(crate) fn reset(&mut self, count: usize) {
        self.names.clear();
        self.places.clear();
        self.places.resize((count * 4).next_power_of_two(), 0);
    }

    /// Adds a name. Returns whether it may have been added before: certainly, unless many names
    /// collide.
    pub(crate) fn insert(&mut self, name: &'n str) -> bool {
        self.insert_hashed(name, hash(name))
    }

    /// The same for a name whose hash is known.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer names than fit into 31 bits"
    )]
    pub(crate) fn insert_hashed(&mut self, name: &'n str, hash: u32) -> bool {
        let last = self.places.len().wrapping_sub(1);
        // The upper bits of the hash depend on all of the name.
        let hash = hash.rotate_left(self.places.len().checked_ilog2().unwrap_or(0));
        for place in (hash as usize..).take(TRIED) {
            let Some(place) = self.places.get_mut(place & last) else {
                break;
            };
            let Some(number) = place.checked_sub(1) else {
                self.names.push(name);
                *place = self.names.len() as u32;
                return false;
            };
            if self.names.get(number as usize) == Some(&name) {
                return true;
            }
        }
        true
    }
}

/// A hash by multiplication, four bytes at a time.
#[inline(never)]
pub(crate) fn hash(name: &str) -> u32 {
    let add = |hash: u32, word: u32| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b1);
    let name = name.as_bytes();
    let Some(last) = name.last_chunk::<4>() else {
        return name
            .iter()
            .fold(0, |hash, byte| add(hash, u32::from(*byte)));
    };
    // The last word may overlap the one before it.
    let words = name.as_chunks::<4>().0.iter().chain([last]);
    words.fold(0, |hash, word| add(hash, u32::from_le_bytes(*word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_names_are_never_repeated_and_equal_ones_always() {
        let names = |count: usize| (0..count).map(|number| format!("column_{number}"));
        let mut sieve = Sieve::default();
        for count in [0, 1, 2, 50, 3000, 10] {
            let names: Vec<String> = names(count).collect();
            let mut sieve_of_these = Sieve::default();
            sieve_of_these.reset(count);
            assert!(names.iter().all(|name| !sieve_of_these.insert(name)));
            assert!(names.iter().all(|name| sieve_of_these.insert(name)));
        }
        for _ in 0..2 {
            sieve.reset(1);
            assert!(!sieve.insert("id") && sieve.insert("id"));
        }
    }

    /// Without a place for a name, nothing is claimed.
    #[test]
    fn a_sieve_that_is_full_takes_every_name_as_repeated() {
        let names: Vec<String> = (0..10).map(|number| format!("c{number}")).collect();
        let mut sieve = Sieve::default();
        assert!(names.iter().all(|name| sieve.insert(name)));
        sieve.reset(1);
        let kept = names.iter().filter(|name| !sieve.insert(name)).count();
        assert_eq!(kept, 4);
    }

    /// Whoever knows the hash can make all names collide; each costs a few comparisons at most.
    #[test]
    fn names_that_collide_on_purpose_cost_no_more_than_others() {
        let names = (0..50_000).map(|number| format!("c{number}"));
        let names: Vec<String> = names
            .filter(|name| hash(name) >> 24 == 0)
            .take(50)
            .collect();
        let mut sieve = Sieve::default();
        sieve.reset(names.len());
        let kept = names.iter().filter(|name| !sieve.insert(name)).count();
        assert_eq!((names.len(), kept), (50, TRIED));
    }
}
