//! A list of names that another one is compared with.

use std::cell::Cell;

use super::distance::{self, MAX_COMPARED, Pattern};
use crate::names::{Forest, Root, Sameness, Spelling};
use crate::text::{count_characters, trimmed};

/// Candidates, prepared once.
#[derive(Debug, Default)]
pub(super) struct Choices<'n> {
    pub(super) names: Vec<Choice<'n>>,
    /// The compared letters of all names, concatenated.
    pub(super) letters: Vec<char>,
    pub(super) answers: Answers<'n>,
}

#[derive(Debug)]
pub(super) struct Choice<'n> {
    name: &'n str,
    /// Where its letters end; they begin where the previous name's end.
    end: usize,
    /// The length of the whole name.
    whole: usize,
    /// The set of its letters.
    kinds: u64,
}

impl<'n> Choices<'n> {
    #[inline(never)]
    pub(super) fn read(next: &mut dyn FnMut() -> Option<&'n str>) -> Self {
        let mut choices = Self::default();
        while let Some(name) = next() {
            let start = choices.letters.len();
            let trimmed = trimmed(name);
            choices.letters.extend(distance::letters(trimmed));
            let kinds = distance::kinds(choices.letters.get(start..).unwrap_or_default());
            let end = choices.letters.len();
            let whole = count_characters(trimmed);
            choices.names.push(Choice {
                name,
                end,
                whole,
                kinds,
            });
        }
        choices
    }

    #[inline(never)]
    pub(super) fn nearest(
        &self,
        wanted: &Pattern,
        name: &str,
        other_than: &str,
        left: &Cell<usize>,
    ) -> Option<&'n str> {
        let first = name.trim_start().bytes().next();
        let mut best: Option<(usize, bool, &str)> = None;
        spend(left, self.names.len())?;
        let mut start = 0;
        for choice in &self.names {
            let Choice {
                name: known,
                end,
                whole,
                kinds,
            } = *choice;
            let length = end - std::mem::replace(&mut start, end);
            if !wanted.may_be_near(whole, kinds) {
                continue;
            }
            let letters = self.letters.get(end - length..end).unwrap_or_default();
            let (distance, compared) = wanted.distance(letters);
            spend(left, compared)?;
            let Some(distance) = distance else { continue };
            let rank = (distance, known.bytes().next() != first, known);
            if let Some((best, _, name)) = best
                && best == distance
            {
                // Names may have long common prefixes.
                spend(left, name.len().min(known.len()) / MAX_COMPARED)?;
            }
            if best.is_none_or(|best| rank < best) && known != name && known != other_than {
                best = Some(rank);
            }
        }
        best.map(|(.., known)| known)
    }
}

/// The results so far, by the name that was looked up.
#[derive(Debug, Default)]
pub(super) struct Answers<'n> {
    forest: Forest,
    root: Root,
    pub(super) given: Vec<(String, Option<&'n str>)>,
}

impl<'n> Answers<'n> {
    /// The number of the answer for a name that was looked up before.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let given = self.given.as_slice();
        let name_of = |at| Spelling::exact(written(given, at));
        let sameness = Sameness::Exact;
        self.forest
            .get(self.root, &Spelling::exact(name).key(), sameness, &name_of)
            .map(|at| at as usize)
    }

    pub(super) fn insert(&mut self, name: &str, answer: Option<&'n str>) {
        let Self {
            forest,
            root,
            given,
        } = self;
        let name_of = |at| Spelling::exact(written(given, at));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a document has fewer names than fit into 31 bits"
        )]
        let next = given.len() as u32;
        forest.insert(root, Spelling::exact(name), next, &name_of);
        given.push((name.to_owned(), answer));
    }
}

fn written<'a>(given: &'a [(String, Option<&str>)], at: u32) -> &'a str {
    given.get(at as usize).map_or("", |(name, _)| name.as_str())
}

/// Takes work from the budget; `None` if it is used up.
pub(super) fn spend(left: &Cell<usize>, work: usize) -> Option<()> {
    left.set(left.get().checked_sub(work)?);
    Some(())
}
