//! How names are compared: the one place that decides what whitespace, case and composition mean.
//!
//! A written name is compared with a known one; [`NameMatch`] lists the possible results, best
//! first. Every lookup of names goes through a [`Forest`], whose keys place names that differ only
//! in whitespace, case or composition next to each other.

mod folding;
mod matching;
mod sieve;
mod spelling;
mod table;
mod tree;

use crate::text::trimmed;
pub(crate) use matching::{CaseFolding, CaseRule, CaseSensitivity, NameMatch};
pub(crate) use sieve::{Sieve, hash};
pub(crate) use spelling::{Sameness, Spelling};
pub(crate) use table::Names;
pub(crate) use tree::{Forest, Root};

#[inline(never)]
pub(crate) fn trim(name: &str) -> &str {
    if has_outer_space(name) {
        without_space(name)
    } else {
        name
    }
}

#[inline]
pub(crate) fn has_outer_space(name: &str) -> bool {
    if let [first, .., last] | [first @ last] = name.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return false;
    }
    without_space(name).len() != name.len()
}

#[cold]
#[inline(never)]
fn without_space(name: &str) -> &str {
    trimmed(name)
}

/// Appends a name in a spelling that is the same for names which differ only in whitespace, case or
/// composition.
pub(crate) fn push_loose(name: &str, out: &mut String) {
    let start = out.len();
    out.push_str(&folding::folded(trim(name)));
    if let Some(added) = out.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}
