//! "Did you mean": the known name that is closest to an unknown one, or none rather than an absurd
//! one.

mod distance;

use std::cell::{Cell, RefCell};

use crate::names::{Forest, Root, Sameness, Spelling};
use crate::text::{count_characters, trimmed};
use distance::{MAX_COMPARED, Pattern};

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

/// Takes work from the budget; `None` if it is used up.
fn spend(left: &Cell<usize>, work: usize) -> Option<()> {
    left.set(left.get().checked_sub(work)?);
    Some(())
}

/// [`Suggester::nearest`] for a short list that does not come from the datamart.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Suggester::new(0).nearest(name, known)
}

/// Candidates, prepared once.
#[derive(Debug, Default)]
struct Choices<'n> {
    names: Vec<Choice<'n>>,
    /// The compared letters of all names, concatenated.
    letters: Vec<char>,
    answers: Answers<'n>,
}

#[derive(Debug)]
struct Choice<'n> {
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
    fn read(next: &mut dyn FnMut() -> Option<&'n str>) -> Self {
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
    fn nearest(
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
struct Answers<'n> {
    forest: Forest,
    root: Root,
    given: Vec<(String, Option<&'n str>)>,
}

impl<'n> Answers<'n> {
    /// The number of the answer for a name that was looked up before.
    fn number(&self, name: &str) -> Option<usize> {
        let given = self.given.as_slice();
        let name_of = |at| Spelling::exact(written(given, at));
        let sameness = Sameness::Exact;
        self.forest
            .get(self.root, &Spelling::exact(name).key(), sameness, &name_of)
            .map(|at| at as usize)
    }

    fn insert(&mut self, name: &str, answer: Option<&'n str>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_similar_names_and_no_others() {
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

    const SOME: List = List::CatalogTables;

    #[test]
    fn a_list_is_read_once_and_a_name_looked_up_once() {
        let suggester = Suggester::new(0);
        let known = ["orders", "order", "customers"];
        for _ in 0..3 {
            let nearest = suggester.nearest_in(SOME, "ordes", || known);
            assert_eq!(nearest, Some("order"));
        }
        let left = suggester.left.get();
        let unread = || -> [&'static str; 0] { panic!("it is kept") };
        assert_eq!(suggester.nearest_in(SOME, "ordes", unread), Some("order"));
        assert_eq!(suggester.left.get(), left);
        let other = suggester.nearest_but(SOME, "ordes", "order", unread);
        assert_eq!(other, Some("orders"));
        for number in 0..10 {
            suggester.nearest_in(List::Expression(number), "ordes", || known);
        }
        assert_eq!(suggester.lists.borrow().len(), KEPT_LISTS);
    }

    /// Names made of words like those that people use.
    fn names(words: [&[&str]; 3], number: usize) -> Vec<String> {
        let name = |n: usize| {
            let [first, second, third] = words.map(|words| (words, words.len()));
            let (one, rest) = (first.0[n % first.1], n / first.1);
            let (two, rest) = (second.0[rest % second.1], rest / second.1);
            let (three, rest) = (third.0[rest % third.1], rest / third.1);
            format!(
                "{one}_{two}_{three}{}",
                if rest > 0 {
                    rest.to_string()
                } else {
                    String::new()
                }
            )
        };
        (0..number).map(name).collect()
    }

    const SHOP: [&[&str]; 3] = [
        &[
            "customer", "order", "invoice", "product", "supplier", "shipment", "payment",
        ],
        &[
            "billing", "first", "last", "home", "delivery", "tax", "net", "gross",
        ],
        &[
            "name", "date", "total", "street", "id", "city", "country", "code", "state",
        ],
    ];
    const WAREHOUSE: [&[&str]; 3] = [
        &["dim", "fact", "stage", "raw", "mart", "report"],
        &[
            "session",
            "event",
            "campaign",
            "visitor",
            "channel",
            "device",
            "experiment",
        ],
        &[
            "daily",
            "weekly",
            "monthly",
            "key",
            "hash",
            "loaded_at",
            "rank",
            "share",
        ],
    ];

    /// The rest of the budget after looking up each of `unknown`, in tables of this many columns.
    fn left_after(unknown: &[String], known: &[String], by: usize) -> (usize, usize) {
        let bytes = unknown.iter().map(|name| name.len() + 20).sum();
        let suggester = Suggester::new(bytes);
        let all = suggester.left.get();
        for (table, names) in unknown.chunks(by).enumerate() {
            let columns = || known.iter().skip(table * by % known.len()).take(by);
            for name in names {
                let list = List::Expression(table);
                suggester.nearest_in(list, name, || columns().map(String::as_str));
            }
        }
        (suggester.left.get(), all)
    }

    #[test]
    fn honest_input_never_exhausts_the_budget() {
        // A hundred tables, and the catalog of another datasource with 2,000.
        let suggester = Suggester::new(100 * 40);
        let catalog = names(WAREHOUSE, 2_000);
        for name in names(SHOP, 100) {
            suggester.nearest_in(SOME, &name, || catalog.iter().map(String::as_str));
        }
        assert!(suggester.left.get() > BASE / 2, "{}", suggester.left.get());
        // 5,000 columns that were renamed in the datasource, partly or completely, in a hundred
        // tables.
        let columns = names(SHOP, 5_000);
        let little: Vec<String> = columns.iter().map(|name| name.replace('_', "")).collect();
        for known in [little, names(WAREHOUSE, 5_000)] {
            let (left, all) = left_after(&columns, &known, 50);
            assert!(left > all / 2, "{left} of {all}");
            // And in one very wide table.
            let (left, all) = left_after(&columns[..1_000], &known[..1_000], 1_000);
            assert!(left > 0, "{left} of {all}");
        }
    }

    #[test]
    fn work_is_proportional_to_the_input() {
        let hostile = |letter: &str, size: usize| -> Vec<String> {
            let name = |n| format!("{}{n}", letter.repeat(60));
            (0..size).map(name).collect()
        };
        for size in [1_000, 4_000] {
            let known = hostile("x", size);
            let bytes = 2 * size * 64;
            let suggester = Suggester::new(bytes);
            let all = suggester.left.get();
            for name in hostile("x", 2 * size) {
                suggester.nearest_in(SOME, &format!("{name}y"), || {
                    known.iter().map(String::as_str)
                });
            }
            assert!(all < BASE + 20 * bytes && suggester.left.get() < size);
        }
    }
}
