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

use crate::text::trimmed;
use folding::Letters;
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
        if !Letters::folded(written).are(Letters::folded(known)) {
            return None;
        }
        Some(
            if Letters::decomposed(written).are(Letters::decomposed(known)) {
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

/// A name as it is stored, which is read only as far as a comparison needs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spelling<'n> {
    trimmed: &'n str,
    /// The name itself, if it has leading or trailing whitespace.
    spaced: &'n str,
    /// Whether names match that differ in case or composition.
    is_loose: bool,
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
    #[inline(never)]
    pub(crate) fn new(name: &'n str) -> Self {
        let trimmed = trim(name);
        Self {
            trimmed,
            spaced: if trimmed.len() == name.len() {
                ""
            } else {
                name
            },
            is_loose: true,
        }
    }

    /// A name that only an identical one matches.
    pub(crate) fn exact(name: &'n str) -> Self {
        Self::pair(name, "")
    }

    /// Combines two names into one key.
    pub(crate) fn pair(name: &'n str, other: &'n str) -> Self {
        Self {
            trimmed: name,
            spaced: other,
            is_loose: false,
        }
    }

    /// What is folded. It never gets shorter.
    fn loose(self) -> &'n str {
        if self.is_loose { self.trimmed } else { "" }
    }

    #[inline(never)]
    pub(crate) fn key(self) -> Key<'n> {
        let loose = self.loose();
        Key {
            folded: if loose.is_ascii() {
                Cow::Borrowed(loose)
            } else {
                Cow::Owned(folding::folded(loose))
            },
            spelling: self,
        }
    }

    /// The unit at a position behind the folded name and its end mark.
    fn unit(self, at: usize) -> u8 {
        let byte = self.trimmed.as_bytes().get(at).or_else(|| {
            let at = (at - self.trimmed.len()).checked_sub(1)?;
            self.spaced.as_bytes().get(at)
        });
        byte.map_or(0, |byte| byte.wrapping_add(1))
    }
}

/// A name prepared for lookup, as a sequence of units: its folded bytes, an end mark, its trimmed
/// bytes, an end mark, its whitespace. Names that differ only in case share the first part; names
/// that differ only in whitespace share the first two.
#[derive(Debug, Clone)]
pub(crate) struct Key<'n> {
    /// Without whitespace, case and composition. The case of A to Z is left to [`Key::unit`].
    folded: Cow<'n, str>,
    spelling: Spelling<'n>,
}

impl Key<'_> {
    /// The unit at a position: zero for an end mark, otherwise the byte plus one, which fits
    /// because UTF-8 never uses the byte 255.
    #[inline]
    fn unit(&self, at: usize) -> u8 {
        match self.folded.as_bytes().get(at) {
            Some(byte) => unit_of(*byte),
            None => match (at - self.folded.len()).checked_sub(1) {
                None => 0,
                Some(at) => self.spelling.unit(at),
            },
        }
    }

    /// The length of the common prefix of the key and another name in units, and the unit that
    /// follows there in the other name; `None` if the names are equal.
    fn first_other_unit(&self, other: Spelling<'_>) -> Option<(usize, u8)> {
        if self.is_same(other, Sameness::Exact) {
            return None;
        }
        let (common, unit) = self.folded_in_common(other.loose());
        if unit != 0 || common < self.folded.len() {
            return Some((common, unit));
        }
        let own = self.spelling;
        let mut rest = in_common(own.trimmed, other.trimmed);
        if rest == own.trimmed.len() && rest == other.trimmed.len() {
            rest += 1 + in_common(own.spaced, other.spaced);
        }
        Some((common + 1 + rest, other.unit(rest)))
    }

    /// The same for another name that is to be folded, as far as its end mark.
    #[inline(never)]
    fn folded_in_common(&self, other: &str) -> (usize, u8) {
        let folded = self.folded.as_bytes();
        let pairs = folded.iter().zip(other.as_bytes());
        let is_same = |(one, two): &(&u8, &u8)| two.is_ascii() && one.eq_ignore_ascii_case(two);
        let mut common = pairs.take_while(is_same).count();
        let mut utf8 = [0; 4];
        for letter in Letters::folded(other.get(common..).unwrap_or_default()) {
            for byte in letter.encode_utf8(&mut utf8).bytes() {
                let unit = unit_of(byte);
                if folded.get(common).is_none_or(|own| unit_of(*own) != unit) {
                    return (common, unit);
                }
                common += 1;
            }
        }
        (common, 0)
    }

    /// How many units names have in common if they are the same in this sense.
    pub(crate) fn units(&self, sameness: Sameness) -> usize {
        let folded = self.folded.len() + 1;
        match sameness {
            Sameness::Exact => usize::MAX,
            Sameness::Trimmed => folded + self.spelling.trimmed.len() + 1,
            Sameness::Loose => folded,
        }
    }

    /// Whether two names are the same in this sense.
    #[inline(never)]
    pub(crate) fn is_same(&self, other: Spelling<'_>, sameness: Sameness) -> bool {
        let own = self.spelling;
        match sameness {
            Sameness::Exact => own.trimmed == other.trimmed && own.spaced == other.spaced,
            Sameness::Trimmed => own.trimmed == other.trimmed,
            Sameness::Loose => {
                other.loose().len() <= self.folded.len()
                    && self.folded_in_common(other.loose()) == (self.folded.len(), 0)
            }
        }
    }
}

/// The unit of a folded byte.
#[inline]
fn unit_of(byte: u8) -> u8 {
    byte.to_ascii_lowercase().wrapping_add(1)
}

fn in_common(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    pairs.take_while(|(one, other)| one == other).count()
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
