//! How well a written name matches a known one, by the rules of the database.

use super::folding::Letters;
use super::trim;

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
