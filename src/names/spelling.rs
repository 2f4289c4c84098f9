//! Names as they are looked up: as keys, of which those that differ only in whitespace, case or
//! composition are next to each other.

use std::borrow::Cow;

use super::folding::{self, Letters};
use super::trim;

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
    pub(super) fn unit(&self, at: usize) -> u8 {
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
    pub(super) fn first_other_unit(&self, other: Spelling<'_>) -> Option<(usize, u8)> {
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
