//! How names are compared: the one place that decides what whitespace, case and composition mean.
//!
//! A written name is compared with a known one; [`NameMatch`] lists the possible results, best
//! first. Every lookup of names goes through a [`Forest`], whose keys place names that differ only
//! in whitespace, case or composition next to each other.

mod folding;
mod sieve;
mod table;
mod tree;

use std::borrow::Cow;

pub(crate) use sieve::Sieve;
pub(crate) use table::Names;
pub(crate) use tree::{Forest, Root};

/// How a database treats a name that differs from its own only in case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CaseSensitivity {
    /// Case never matters.
    Insensitive,
    /// Names that differ in case are different names.
    Sensitive,
    /// An unquoted name is folded to lower case; a quoted one is taken as it is.
    LowersUnquoted,
    /// An unquoted name is folded to upper case; a quoted one is taken as it is.
    RaisesUnquoted,
    /// Server settings decide, or the behaviour is unknown.
    Unknown,
}

/// Which letters a database folds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CaseFolding {
    /// A to Z.
    Ascii,
    /// Every letter that has two cases.
    Unicode,
    /// Unknown beyond A to Z.
    Unknown,
}

/// Both facts together, for table names or for column names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CaseRule {
    /// Whether case matters.
    pub sensitivity: CaseSensitivity,
    /// Which letters are folded.
    pub folding: CaseFolding,
}

/// How well a written name matches a known one, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameMatch {
    /// The names are identical.
    Exact,
    /// The names are identical apart from leading and trailing whitespace.
    Trimmed,
    /// The names differ in case, and the database finds the name, or may find it.
    OtherCase,
    /// The names differ in case, and the database does not find the name.
    CaseMismatch,
    /// The names look alike but are composed of different characters, so the database does not find
    /// the name.
    OtherComposition,
}

impl NameMatch {
    /// Compares two names; `None` if they are different names.
    pub(crate) fn between(written: &str, known: &str, rule: CaseRule) -> Option<Self> {
        if written == known {
            return Some(Self::Exact);
        }
        let (written, known) = (trim(written), trim(known));
        if written == known {
            return Some(Self::Trimmed);
        }
        if written.eq_ignore_ascii_case(known) {
            return Some(rule.of_other_case(known, true));
        }
        if written.is_ascii() || folding::folded(written) != folding::folded(known) {
            return None;
        }
        Some(
            if folding::decomposed(written) == folding::decomposed(known) {
                Self::OtherComposition
            } else {
                rule.of_other_case(known, false)
            },
        )
    }

    /// Whether the database finds the name, or may find it.
    pub(crate) fn is_found(self) -> bool {
        self <= Self::OtherCase
    }
}

impl CaseRule {
    /// Names match only if they are identical.
    pub(crate) const EXACT: Self = Self {
        sensitivity: CaseSensitivity::Sensitive,
        folding: CaseFolding::Ascii,
    };

    fn of_other_case(self, known: &str, in_ascii: bool) -> NameMatch {
        if !in_ascii && self.folding == CaseFolding::Ascii {
            return NameMatch::CaseMismatch;
        }
        let is_found = match self.sensitivity {
            CaseSensitivity::Insensitive | CaseSensitivity::Unknown => true,
            CaseSensitivity::Sensitive => false,
            CaseSensitivity::LowersUnquoted => !known.bytes().any(|byte| byte.is_ascii_uppercase()),
            CaseSensitivity::RaisesUnquoted => !known.bytes().any(|byte| byte.is_ascii_lowercase()),
        };
        if is_found {
            NameMatch::OtherCase
        } else {
            NameMatch::CaseMismatch
        }
    }

    /// How the database reads an unquoted name, if that differs from what is written.
    pub(crate) fn as_read(self, written: &str) -> Option<String> {
        match self.sensitivity {
            CaseSensitivity::LowersUnquoted => Some(written.to_ascii_lowercase()),
            CaseSensitivity::RaisesUnquoted => Some(written.to_ascii_uppercase()),
            _ => None,
        }
    }
}

#[inline]
pub(crate) fn trim(name: &str) -> &str {
    if has_outer_space(name) {
        name.trim()
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
    name.trim().len() != name.len()
}

/// A name prepared for comparison and lookup.
/// Appends a name in a spelling that is the same for names which differ only in whitespace, case or composition.
pub(crate) fn push_loose(name: &str, out: &mut String) {
    let start = out.len();
    out.push_str(&Spelling::new(name).folded);
    if let Some(added) = out.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Spelling<'n> {
    /// Without whitespace, case and composition. The case of A to Z is left to [`Key::unit`].
    folded: Cow<'n, str>,
    trimmed: &'n str,
    /// The name itself, if it has leading or trailing whitespace.
    spaced: &'n str,
}

/// What counts as the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sameness {
    /// Identical names only.
    Exact,
    /// Also names that differ in leading or trailing whitespace.
    Trimmed,
    /// Also names that differ in case or composition.
    Loose,
}

impl<'n> Spelling<'n> {
    pub(crate) fn new(name: &'n str) -> Self {
        let trimmed = trim(name);
        Self {
            folded: if trimmed.is_ascii() {
                Cow::Borrowed(trimmed)
            } else {
                Cow::Owned(folding::folded(trimmed))
            },
            trimmed,
            spaced: if trimmed.len() == name.len() {
                ""
            } else {
                name
            },
        }
    }

    /// A name that only an identical one matches.
    pub(crate) fn exact(name: &'n str) -> Self {
        Self {
            folded: Cow::Borrowed(""),
            trimmed: name,
            spaced: "",
        }
    }

    /// Combines two names into one key.
    pub(crate) fn pair(name: &'n str, other: &'n str) -> Self {
        Self {
            folded: Cow::Borrowed(""),
            trimmed: name,
            spaced: other,
        }
    }

    pub(crate) fn key(&self) -> Key<'_> {
        Key {
            folded: self.folded.as_bytes(),
            trimmed: self.trimmed.as_bytes(),
            spaced: self.spaced.as_bytes(),
        }
    }
}

/// A name as a sequence of units: its folded bytes, an end mark, its trimmed bytes, an end mark,
/// its whitespace. Names that differ only in case share the first part; names that differ only in
/// whitespace share the first two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key<'s> {
    folded: &'s [u8],
    trimmed: &'s [u8],
    spaced: &'s [u8],
}

impl Key<'_> {
    /// The unit at a position: zero for an end mark, otherwise the byte plus one, which fits
    /// because UTF-8 never uses the byte 255.
    #[inline]
    fn unit(self, at: usize) -> u8 {
        match self.folded.get(at) {
            Some(byte) => byte.to_ascii_lowercase().wrapping_add(1),
            None => self.unit_after(at - self.folded.len()),
        }
    }

    fn unit_after(self, at: usize) -> u8 {
        let Some(at) = at.checked_sub(1) else {
            return 0;
        };
        let byte = self.trimmed.get(at).or_else(|| {
            let at = (at - self.trimmed.len()).checked_sub(1)?;
            self.spaced.get(at)
        });
        byte.map_or(0, |byte| byte.wrapping_add(1))
    }

    /// The length of the common prefix of two keys in units; `None` if the keys are equal.
    fn units_in_common(self, other: Self) -> Option<usize> {
        if self.is_same(other, Sameness::Exact) {
            return None;
        }
        let folded = |one: &u8, two: &u8| one.eq_ignore_ascii_case(two);
        let mut common = in_common(self.folded, other.folded, folded);
        if common == self.folded.len() && common == other.folded.len() {
            let trimmed = in_common(self.trimmed, other.trimmed, |one, two| one == two);
            common += 1 + trimmed;
            if trimmed == self.trimmed.len() && trimmed == other.trimmed.len() {
                common += 1 + in_common(self.spaced, other.spaced, |one, two| one == two);
            }
        }
        Some(common)
    }

    /// How many units names have in common if they are the same in this sense.
    pub(crate) fn units(self, sameness: Sameness) -> usize {
        match sameness {
            Sameness::Exact => usize::MAX,
            Sameness::Trimmed => self.folded.len() + 1 + self.trimmed.len() + 1,
            Sameness::Loose => self.folded.len() + 1,
        }
    }

    /// Whether two names are the same in this sense.
    pub(crate) fn is_same(self, other: Key<'_>, sameness: Sameness) -> bool {
        match sameness {
            Sameness::Exact => self.trimmed == other.trimmed && self.spaced == other.spaced,
            Sameness::Trimmed => self.trimmed == other.trimmed,
            Sameness::Loose => self.folded.eq_ignore_ascii_case(other.folded),
        }
    }
}

fn in_common(one: &[u8], other: &[u8], is_same: impl Fn(&u8, &u8) -> bool) -> usize {
    let pairs = one.iter().zip(other);
    pairs.take_while(|(one, other)| is_same(one, other)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn rule(sensitivity: CaseSensitivity, folding: CaseFolding) -> CaseRule {
        CaseRule {
            sensitivity,
            folding,
        }
    }

    #[test]
    fn the_quality_of_a_match() {
        use CaseFolding::{Ascii, Unicode};
        use CaseSensitivity::{Insensitive, LowersUnquoted, RaisesUnquoted, Sensitive, Unknown};
        use NameMatch::{CaseMismatch, Exact, OtherCase, OtherComposition, Trimmed};
        for (written, known, sensitivity, folding, expected) in [
            ("id", "id", Sensitive, Ascii, Some(Exact)),
            ("id ", "id ", Sensitive, Ascii, Some(Exact)),
            ("id", "\u{a0}id", Sensitive, Ascii, Some(Trimmed)),
            ("Id", "id", Sensitive, Ascii, Some(CaseMismatch)),
            ("Id", "id", Insensitive, Ascii, Some(OtherCase)),
            ("Id", "id", LowersUnquoted, Ascii, Some(OtherCase)),
            ("id", "Id", LowersUnquoted, Ascii, Some(CaseMismatch)),
            ("id", "ID", RaisesUnquoted, Ascii, Some(OtherCase)),
            ("ID", "id", RaisesUnquoted, Ascii, Some(CaseMismatch)),
            (" ID", "id", Unknown, Ascii, Some(OtherCase)),
            (
                "\u{dc}ber",
                "\u{fc}ber",
                Insensitive,
                Unicode,
                Some(OtherCase),
            ),
            (
                "\u{dc}ber",
                "\u{fc}ber",
                Insensitive,
                Ascii,
                Some(CaseMismatch),
            ),
            (
                "caf\u{e9}",
                "cafe\u{301}",
                Insensitive,
                Unicode,
                Some(OtherComposition),
            ),
            (
                "CAF\u{c9}",
                "cafe\u{301}",
                Insensitive,
                Unicode,
                Some(OtherCase),
            ),
            ("cafe", "caf\u{e9}", Insensitive, Unicode, None),
            ("caf\u{e8}", "cafe\u{301}", Insensitive, Unicode, None),
            ("ids", "id", Insensitive, Unicode, None),
        ] {
            assert_eq!(
                NameMatch::between(written, known, rule(sensitivity, folding)),
                expected,
                "{written} {known}"
            );
        }
    }
}
