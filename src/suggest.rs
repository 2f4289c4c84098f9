//! "Did you mean": the known name that is closest to an unknown one, or none rather than an absurd
//! one.

mod choices;
mod distance;

use std::cell::{Cell, RefCell};

use choices::{Choices, spend};
use distance::Pattern;

/// How many characters may be compared for one input: a constant, plus a multiple of the bytes of
/// the input and of the names it is compared with. Without a limit, hostile input would cost
/// quadratic time, and nobody reads so many suggestions. Ordinary input uses a few percent of it:
/// the length and the letters rule out most candidates at a cost of one.
const BASE: usize = 1_000_000;
const FOR_EACH_BYTE: usize = 16;

/// How many lists are kept: rules go through the datamart table by table, and a relationship has
/// two ends.
const KEPT_LISTS: usize = 4;

/// Finds similar names, with a limit on the work for one datamart.
#[derive(Debug)]
pub(crate) struct Suggester<'n> {
    left: Cell<usize>,
    lists: RefCell<Vec<(List, Choices<'n>)>>,
}

/// Lists that are searched more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// The tables of the datamart.
    Tables,
    /// The tables of the catalog.
    CatalogTables,
    /// The columns of a table of the catalog, by the number of the first one and the number after
    /// the last one.
    CatalogColumns([u32; 2]),
    /// The columns of the tables that an end of a relationship may refer to, by the number of their
    /// group.
    Columns(usize),
    /// The names that an expression may use, by the number of its table.
    Expression(usize),
    /// The same, plus the name of the table.
    Qualifiers(usize),
}

impl<'n> Suggester<'n> {
    /// For an input of this many bytes.
    pub(crate) fn new(bytes: usize) -> Self {
        Self {
            left: Cell::new(BASE.saturating_add(bytes.saturating_mul(FOR_EACH_BYTE))),
            lists: RefCell::default(),
        }
    }

    /// The closest of `known`: a name that differs only in case or in surrounding whitespace,
    /// otherwise the one with the fewest edits (a letter replaced, missing, added, or swapped with
    /// the next), if these are at most a third of the name. Of several equally close names, one
    /// that begins with the same letter, then the first in alphabetical order, so that their order
    /// does not matter.
    pub(crate) fn nearest(
        &self,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let mut known = known.into_iter();
        let choices = Choices::read(&mut || known.next());
        choices.nearest(&Pattern::new(name), name, "", &self.left)
    }

    /// The closest name of a list that is searched more than once. `known` returns its names.
    pub(crate) fn nearest_in<'m: 'n, I: IntoIterator<Item = &'m str>>(
        &self,
        list: List,
        name: &str,
        known: impl FnOnce() -> I,
    ) -> Option<&'n str> {
        self.nearest_but(list, name, "", known)
    }

    /// The same, excluding one name.
    pub(crate) fn nearest_but<'m: 'n, I: IntoIterator<Item = &'m str>>(
        &self,
        list: List,
        name: &str,
        other_than: &str,
        known: impl FnOnce() -> I,
    ) -> Option<&'n str> {
        if !self.lists.borrow().iter().any(|(kept, _)| *kept == list) {
            let mut known = known().into_iter();
            self.keep(list, &mut || known.next())?;
        }
        self.answer(list, name, other_than)
    }

    // One copy of the following is enough for all kinds of lists. A `dyn Iterator` would add all
    // iterator methods for each kind.

    /// Prepares a list; `None` if the budget is used up.
    #[cold]
    #[inline(never)]
    fn keep(&self, list: List, next: &mut dyn FnMut() -> Option<&'n str>) -> Option<()> {
        spend(&self.left, 1)?;
        let choices = Choices::read(next);
        let mut lists = self.lists.borrow_mut();
        if lists.len() == KEPT_LISTS {
            lists.remove(0);
        }
        // Several steps per letter: preparing a list again and again is work.
        let read = 4 * (choices.letters.len() + choices.names.len());
        self.left.set(self.left.get().saturating_sub(read));
        lists.push((list, choices));
        Some(())
    }

    #[cold]
    #[inline(never)]
    fn answer(&self, list: List, name: &str, other_than: &str) -> Option<&'n str> {
        let mut lists = self.lists.borrow_mut();
        let (_, choices) = lists.iter_mut().find(|(kept, _)| *kept == list)?;
        let given = choices.answers.number(name);
        let known = given.and_then(|at| choices.answers.given.get(at));
        let answer = if let Some((_, answer)) = known {
            *answer
        } else {
            let answer = choices.nearest(&Pattern::new(name), name, "", &self.left);
            choices.answers.insert(name, answer);
            answer
        };
        if answer == Some(other_than) {
            return choices.nearest(&Pattern::new(name), name, other_than, &self.left);
        }
        answer
    }
}

/// [`Suggester::nearest`] for a short list that does not come from the datamart.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Suggester::new(0).nearest(name, known)
}

#[cfg(test)]
mod tests;
