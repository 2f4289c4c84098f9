//! How names are compared: the one place that decides what whitespace, letters and marks mean.
//!
//! A name that somebody wrote is compared with one that is known. The better the match, the earlier it comes in [`NameMatch`].
//! Everything that looks names up files them in a [`Forest`], under keys that put names together which differ only in this.

mod letters;
mod sieve;
mod table;
mod tree;

use std::borrow::Cow;

pub(crate) use sieve::Sieve;
pub(crate) use table::Names;
pub(crate) use tree::{Forest, Root};

/// What a database makes of a name that differs from its own in the case of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseSensitivity {
    /// The case of letters never matters.
    Insensitive,
    /// A name in another case is another name.
    Sensitive,
    /// An unquoted name is read in lower case, a quoted one as it is.
    LowersUnquoted,
    /// An unquoted name is read in upper case, a quoted one as it is.
    RaisesUnquoted,
    /// Settings of the server decide, or nothing is known.
    Unknown,
}

/// For which letters a database knows the other case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseFolding {
    /// A to Z.
    Ascii,
    /// Every letter that has two cases.
    Unicode,
    /// Not known beyond A to Z.
    Unknown,
}

/// The two facts together, of the names of tables or of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseRule {
    /// Whether case matters.
    pub sensitivity: CaseSensitivity,
    /// For which letters.
    pub folding: CaseFolding,
}

/// How well a written name fits a known one; the better come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameMatch {
    /// It is the same name.
    Exact,
    /// It is the same without leading and trailing whitespace.
    Trimmed,
    /// It differs in case, and the database finds it, or may find it.
    OtherCase,
    /// It differs in case, and the database does not find it.
    CaseMismatch,
    /// It looks the same, but is composed of other characters, so that the database does not find it.
    OtherComposition,
}

impl NameMatch {
    /// Compares two names; `None` when they are different names.
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
        if written.is_ascii() || letters::folded(written) != letters::folded(known) {
            return None;
        }
        Some(
            if letters::decomposed(written) == letters::decomposed(known) {
                Self::OtherComposition
            } else {
                rule.of_other_case(known, false)
            },
        )
    }

    /// Whether the database has the name, or may have it.
    pub(crate) fn is_found(self) -> bool {
        self <= Self::OtherCase
    }
}

impl CaseRule {
    /// Names that are the same only if they are the same to the letter.
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

    /// The spelling in which the database reads an unquoted name, where that differs from what is written.
    pub(crate) fn as_read(self, written: &str) -> Option<String> {
        match self.sensitivity {
            CaseSensitivity::LowersUnquoted => Some(written.to_ascii_lowercase()),
            CaseSensitivity::RaisesUnquoted => Some(written.to_ascii_uppercase()),
            _ => None,
        }
    }
}

/// A name without leading and trailing whitespace.
#[inline]
pub(crate) fn trim(name: &str) -> &str {
    if has_outer_space(name) {
        name.trim()
    } else {
        name
    }
}

/// Whether a name has leading or trailing whitespace.
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

/// A name as it is filed.
#[derive(Debug, Clone)]
pub(crate) struct Spelling<'n> {
    /// Without whitespace, case and composition. The case of A to Z is left to [`Key::unit`].
    folded: Cow<'n, str>,
    trimmed: &'n str,
    /// The name itself, where it has leading or trailing whitespace.
    spaced: &'n str,
}

/// Which names count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sameness {
    /// To the letter.
    Exact,
    /// Whatever the whitespace around them.
    Trimmed,
    /// Whatever their case and composition, too.
    Loose,
}

impl<'n> Spelling<'n> {
    pub(crate) fn new(name: &'n str) -> Self {
        let trimmed = trim(name);
        Self {
            folded: if trimmed.is_ascii() {
                Cow::Borrowed(trimmed)
            } else {
                Cow::Owned(letters::folded(trimmed))
            },
            trimmed,
            spaced: if trimmed.len() == name.len() {
                ""
            } else {
                name
            },
        }
    }

    /// A name that nothing but itself is the same as.
    pub(crate) fn exact(name: &'n str) -> Self {
        Self {
            folded: Cow::Borrowed(""),
            trimmed: name,
            spaced: "",
        }
    }

    /// Two names as one, to be found by both.
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

/// A name as a row of units: its folded bytes, an end, its trimmed bytes, an end, its whitespace. So names that are the same but
/// for case have the first part in common, and those that are the same but for whitespace the first two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key<'s> {
    folded: &'s [u8],
    trimmed: &'s [u8],
    spaced: &'s [u8],
}

impl Key<'_> {
    /// The unit at a place: zero for an end, else the byte and one more, which fits because UTF-8 has no byte of 255.
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

    /// How many units two keys have in common; `None` when they are the same.
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

    /// How many units two names have in common that are the same in this way.
    pub(crate) fn units(self, sameness: Sameness) -> usize {
        match sameness {
            Sameness::Exact => usize::MAX,
            Sameness::Trimmed => self.folded.len() + 1 + self.trimmed.len() + 1,
            Sameness::Loose => self.folded.len() + 1,
        }
    }

    /// Whether two names are the same in this way.
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
