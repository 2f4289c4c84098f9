//! A map from names to numbers.

use super::tree::{Forest, Root};
use super::{CaseRule, NameMatch, Sameness, Spelling};

/// A map from names to numbers; of equal names, the first one counts.
#[derive(Debug, Clone)]
pub(crate) struct Names<'n> {
    forest: Forest,
    root: Root,
    entries: Vec<(&'n str, usize)>,
    /// How a name is turned into its key.
    spelling: fn(&str) -> Spelling<'_>,
}

impl<'n> Names<'n> {
    /// A table that finds names by every kind of [`Sameness`].
    pub(crate) fn loose() -> Self {
        Self {
            forest: Forest::default(),
            root: Root::EMPTY,
            entries: Vec::new(),
            spelling: |name| Spelling::new(name),
        }
    }

    /// A table that finds identical names only.
    pub(crate) fn exact() -> Self {
        Self {
            spelling: |name| Spelling::exact(name),
            ..Self::loose()
        }
    }

    /// Adds a number under a name. Returns the number stored there: that of the first such name.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer names than fit into 31 bits"
    )]
    #[inline(never)]
    pub(crate) fn insert(&mut self, name: &'n str, number: usize) -> usize {
        let next = self.entries.len() as u32;
        let Self {
            forest,
            root,
            entries,
            spelling,
        } = self;
        let at = forest.insert(root, spelling(name), next, &|at| {
            spelling(entries.get(at as usize).map_or("", |(name, _)| name))
        });
        if at == next {
            self.entries.push((name, number));
        }
        self.entries
            .get(at as usize)
            .map_or(number, |(_, first)| *first)
    }

    /// The number of a name that is the same in this sense.
    pub(crate) fn get(&self, name: &str, sameness: Sameness) -> Option<usize> {
        let spelling_of =
            |at: u32| (self.spelling)(self.entries.get(at as usize).map_or("", |(name, _)| name));
        let at = self.forest.get(
            self.root,
            &(self.spelling)(name).key(),
            sameness,
            &spelling_of,
        )?;
        Some(self.entries.get(at as usize)?.1)
    }

    /// The number of the best match for a written name, and the quality of the match.
    pub(crate) fn best(&self, written: &str, rule: CaseRule) -> Option<(usize, NameMatch)> {
        let name_of = |at: u32| self.entries.get(at as usize).map_or("", |(name, _)| *name);
        let (at, quality) = self.forest.best(self.root, written, rule, &name_of)?;
        Some((self.entries.get(at as usize)?.1, quality))
    }
}
