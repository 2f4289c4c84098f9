//! The codes of all rules with their severities: each code stands here once.

use std::fmt;

use serde::{Serialize, Serializer};

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The vendor's documentation says that this is rejected, or it cannot work.
    Error,
    /// Accepted, but probably not what was meant.
    Warning,
}

/// What the `rules` option makes of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Reported with this severity.
    On(Severity),
    /// Not reported.
    Off,
}

macro_rules! codes {
    ($([$subject:literal] $($variant:ident = $name:literal, $severity:ident;)+)+) => {
        /// Names a rule. Stable: renaming one is a breaking change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        #[expect(missing_docs, reason = "each code is documented beside its rule, see rules::documentation")]
        pub enum Code { $($($variant,)+)+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$($(Code::$variant,)+)+];

            const TABLE: &[(&str, Severity)] = &[$($(($name, Severity::$severity),)+)+];

            /// What the rule is about: the heading under which it is documented.
            #[must_use]
            pub fn subject(self) -> &'static str {
                // No column of the table, so that the WebAssembly module, which never asks, does not hold the headings.
                match self {
                    $($(Code::$variant)|+ => $subject,)+
                }
            }
        }
    };
}

codes! {
    ["The input as JSON"]
    Syntax = "syntax", Error;
    DuplicateKey = "duplicate-key", Error;
    NotJson = "not-json", Error;
    TooDeep = "too-deep", Error;
    TooLarge = "too-large", Error;
    TooManyIssues = "too-many-issues", Warning;
    ["The shape of the datamart"]
    Required = "required", Error;
    Type = "type", Error;
    Empty = "empty", Error;
    NotAllowedValue = "not-allowed-value", Error;
    UnknownField = "unknown-field", Warning;
    SurroundingSpace = "surrounding-space", Warning;
    ["The datamart itself"]
    DatamartNameTaken = "datamart-name-taken", Error;
    DatamartNameCase = "datamart-name-case", Warning;
    DatamartNameCharacters = "datamart-name-characters", Warning;
    UnknownDatasource = "unknown-datasource", Error;
    UnusableDatasource = "unusable-datasource", Error;
    ["Tables"]
    DuplicateTable = "duplicate-table", Warning;
    UnknownTable = "unknown-table", Error;
    NameCase = "name-case", Warning;
    SchemaRequired = "schema-required", Error;
    SchemaRecommended = "schema-recommended", Warning;
    SchemaUnsupported = "schema-unsupported", Warning;
    IndexPatternUnsupported = "index-pattern-unsupported", Warning;
    EverythingHidden = "everything-hidden", Warning;
    ["Columns"]
    DuplicateColumn = "duplicate-column", Warning;
    DuplicateAlias = "duplicate-alias", Warning;
    UnusedSql = "unused-sql", Warning;
    TimezoneUnsupported = "timezone-unsupported", Warning;
    TimezoneNotSet = "timezone-not-set", Warning;
    TimezoneNotADate = "timezone-not-a-date", Warning;
    UnknownColumn = "unknown-column", Error;
    ShadowedColumn = "shadowed-column", Warning;
    ["The SQL of custom columns"]
    SqlSyntax = "sql-syntax", Error;
    SqlNotAnExpression = "sql-not-an-expression", Error;
    SqlSuspicious = "sql-suspicious", Warning;
    SqlOtherTable = "sql-other-table", Error;
    SqlUnknownColumn = "sql-unknown-column", Warning;
    SqlCycle = "sql-cycle", Error;
    SqlNestedAggregate = "sql-nested-aggregate", Error;
    SqlAggregateNotMarked = "sql-aggregate-not-marked", Warning;
    SqlMixedAggregate = "sql-mixed-aggregate", Warning;
    SqlSubquery = "sql-subquery", Warning;
    ["Tenants"]
    TableNotIsolated = "table-not-isolated", Warning;
    ClientColumnWithoutTenancy = "client-column-without-tenancy", Warning;
    IgnoredTenancyField = "ignored-tenancy-field", Warning;
    MultiDatabaseUnsupported = "multi-database-unsupported", Warning;
    UnknownClientColumn = "unknown-client-column", Error;
    ClientTypeMismatch = "client-type-mismatch", Warning;
    UnknownMappingTable = "unknown-mapping-table", Error;
    UnknownMappingColumn = "unknown-mapping-column", Error;
    ["Relationships"]
    UnknownRelationshipTable = "unknown-relationship-table", Error;
    AmbiguousRelationshipTable = "ambiguous-relationship-table", Warning;
    UnknownRelationshipColumn = "unknown-relationship-column", Warning;
    SameRelationshipEnds = "same-relationship-ends", Error;
    DuplicateRelationship = "duplicate-relationship", Warning;
    DuplicateRelationshipName = "duplicate-relationship-name", Warning;
    IncompatibleRelationshipTypes = "incompatible-relationship-types", Warning;
    SeveralJoinPaths = "several-join-paths", Warning;
    UnreachedTable = "unreached-table", Warning;
}

impl Code {
    fn entry(self) -> (&'static str, Severity) {
        // The fallback is unreachable: the table has a row for every variant.
        Self::TABLE
            .get(self as usize)
            .copied()
            .unwrap_or(("", Severity::Error))
    }

    /// The code as users write it, in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// The severity unless the `rules` option says otherwise.
    #[must_use]
    pub fn default_severity(self) -> Severity {
        self.entry().1
    }

    /// Whether the `rules` option cannot change it: where the input could not be read as JSON, a request would lose
    /// something of it without a word.
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

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
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

/// What becomes of each code, after the options.
#[derive(Debug, Clone)]
pub struct Severities {
    /// What the option `rules` says of each code.
    settings: [Option<Setting>; Code::ALL.len()],
    /// Whether every warning counts as an error.
    pub strict: bool,
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
    /// Changes one code.
    pub fn set(&mut self, code: Code, setting: Setting) {
        if let Some(slot) = self.settings.get_mut(code as usize) {
            *slot = Some(setting);
        }
    }

    /// The severity with which the code is reported; `None` when it is off.
    #[must_use]
    pub fn of(&self, code: Code) -> Option<Severity> {
        self.resolved(code, code.default_severity())
    }

    /// The severity where a warning has become a certainty, because the catalog shows it.
    #[must_use]
    pub fn of_certain(&self, code: Code) -> Option<Severity> {
        self.resolved(code, Severity::Error)
    }

    fn resolved(&self, code: Code, usual: Severity) -> Option<Severity> {
        let setting = self.settings.get(code as usize).copied().flatten();
        match setting.unwrap_or(Setting::On(usual)) {
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
