//! What can be wrong with options.

use std::fmt;

use crate::catalog::CatalogError;
use crate::document::JsonError;
use crate::issue::{Code, push_shown};
use crate::suggest::nearest;
use crate::text::joined;

/// An option that is unknown or invalid. The text names the option and never contains a service token.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionsError {
    /// The text is not JSON, or repeats a key.
    Json(JsonError),
    /// The options are too large to be read.
    TooLarge,
    /// The options are not an object.
    NotAnObject,
    /// No option has this name.
    Unknown {
        /// The name.
        name: String,
        /// The existing options.
        known: &'static [&'static str],
    },
    /// A request option among those of validation.
    RequestOption(&'static str),
    /// A validation option among those of a request.
    ValidationOption(&'static str),
    /// The option `rules` would change a rule that is always an error: without it, part of the
    /// input would be lost silently.
    FixedRule(Code),
    /// The option `catalog` cannot be read.
    Catalog(CatalogError),
    /// The base URL of a request is not valid or not safe: the problem, as in "contains a
    /// backslash".
    BaseUrl(String),
    /// The service token is not possible: the problem, as in "is blank".
    ServiceToken(&'static str),
    /// Another option has an invalid value.
    InvalidValue {
        /// The option, as spelled in JSON.
        option: &'static str,
        /// What was found and expected.
        problem: String,
    },
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Json(error) => format!("the options are unusable: {error}"),
            Self::TooLarge => "the options are too large to be read".to_owned(),
            Self::NotAnObject => "options must be an object".to_owned(),
            Self::Unknown { name, known } => unknown("option", name, known),
            Self::RequestOption(name) => {
                format!("`{name}` is an option of requests, not of validation")
            }
            Self::ValidationOption(name) => {
                format!("`{name}` is an option of validation, not of requests")
            }
            Self::FixedRule(code) => format!(
                "option `rules`: the rule `{code}` is always an error: without it a part of the input would be lost unseen"
            ),
            Self::Catalog(error) => format!("option `catalog`: {error}"),
            Self::BaseUrl(problem) => format!("option `baseUrl` {problem}"),
            Self::ServiceToken(problem) => format!("option `serviceToken` {problem}"),
            Self::InvalidValue { option, problem } => format!("option `{option}`: {problem}"),
        };
        // One line, whatever the names of options and rules contain.
        let mut line = String::new();
        for c in text.chars() {
            push_shown(&mut line, c);
        }
        f.write_str(&line)
    }
}

impl std::error::Error for OptionsError {}

/// The error for an unknown name, with the closest known one or all of them.
#[cold]
#[inline(never)]
pub(super) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(nearest) => did_you_mean(what, name, nearest),
        None => format!(
            "unknown {what} `{name}`, expected one of {}",
            joined(known, ", ")
        ),
    }
}

pub(super) fn did_you_mean(what: &str, name: &str, meant: &str) -> String {
    format!("unknown {what} `{name}`, did you mean `{meant}`?")
}
