//! Codes with their severities, by default and after the options.

use std::fmt;

use serde::{Serialize, Serializer};

pub use crate::rules::Code;

/// The severity of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The vendor's documentation says that this is rejected, or it cannot work.
    Error,
    /// Accepted, but probably not what was intended.
    Warning,
}

/// The setting of a code: by default, or from the `rules` option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Reported with this severity.
    On(Severity),
    /// Not reported.
    Off,
}

impl From<Severity> for Setting {
    fn from(severity: Severity) -> Self {
        Self::On(severity)
    }
}

impl Setting {
    pub(crate) const ERROR: Self = Self::On(Severity::Error);
    pub(crate) const WARNING: Self = Self::On(Severity::Warning);
    pub(crate) const OFF: Self = Self::Off;
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(severity) => severity.fmt(f),
            Self::Off => f.write_str("off"),
        }
    }
}

impl Serialize for Setting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Code {
    /// Whether the `rules` option cannot change it: if the input could not be read as JSON, a
    /// request would silently lose a part of it.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        matches!(
            self,
            Code::Syntax | Code::DuplicateKey | Code::NotJson | Code::TooDeep | Code::TooLarge
        )
    }

    /// The code with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Code> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl Severity {
    /// The severity as users write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The setting of each code, after the options.
#[derive(Debug, Clone)]
pub(crate) struct Severities {
    /// The settings from the option `rules`.
    settings: [Option<Setting>; Code::ALL.len()],
    /// Whether every warning counts as an error.
    pub(crate) strict: bool,
}

impl Default for Severities {
    fn default() -> Self {
        Self {
            settings: [None; Code::ALL.len()],
            strict: false,
        }
    }
}

impl Severities {
    /// Changes the setting of a code.
    pub(crate) fn set(&mut self, code: Code, setting: Setting) {
        if let Some(slot) = self.settings.get_mut(code as usize) {
            *slot = Some(setting);
        }
    }

    /// The severity with which the code is reported; `None` if it is off.
    #[must_use]
    pub(crate) fn of(&self, code: Code) -> Option<Severity> {
        self.resolved(code, code.default_setting())
    }

    /// The severity if the catalog has made a warning certain.
    #[must_use]
    pub(crate) fn of_certain(&self, code: Code) -> Option<Severity> {
        self.resolved(code, Setting::ERROR)
    }

    fn resolved(&self, code: Code, usual: Setting) -> Option<Severity> {
        let setting = self.settings.get(code as usize).copied().flatten();
        match setting.unwrap_or(usual) {
            Setting::Off => None,
            Setting::On(_) if self.strict => Some(Severity::Error),
            Setting::On(severity) => Some(severity),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_and_unique() {
        for code in Code::ALL {
            let name = code.name();
            assert!(
                name.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                "{name}"
            );
            assert_eq!(
                Code::from_name(name),
                Some(*code),
                "{name} stands for one code"
            );
        }
    }

    #[test]
    fn strict_turns_warnings_into_errors_but_leaves_off_alone() {
        let mut severities = Severities {
            strict: true,
            ..Severities::default()
        };
        severities.set(Code::UnusedSql, Setting::Off);
        assert_eq!(severities.of(Code::UnknownField), Some(Severity::Error));
        assert_eq!(severities.of(Code::UnusedSql), None);
        assert_eq!(severities.of(Code::UnreachedTable), None);
        severities.set(Code::UnreachedTable, Setting::WARNING);
        assert_eq!(severities.of(Code::UnreachedTable), Some(Severity::Error));
    }

    #[test]
    fn a_certainty_is_an_error_unless_the_options_say_otherwise() {
        let mut severities = Severities::default();
        let code = Code::SqlUnknownColumn;
        assert_eq!(severities.of(code), Some(Severity::Warning));
        assert_eq!(severities.of_certain(code), Some(Severity::Error));
        severities.set(code, Setting::On(Severity::Warning));
        assert_eq!(severities.of_certain(code), Some(Severity::Warning));
    }
}
