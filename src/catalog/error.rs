//! What can be wrong with a schema reply.

use std::fmt;

use crate::document::{JsonError, Path};

/// Why a text is not a schema reply.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CatalogError {
    /// The text is not JSON, or repeats a key.
    Json(JsonError),
    /// The reply has something else at this path.
    Unexpected {
        /// The path.
        path: Path,
        /// What was expected.
        expected: String,
    },
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Unexpected { path, expected } => {
                if !path.is_empty() {
                    write!(f, "`{path}`: ")?;
                }
                write!(f, "expected {expected}, as the API's schema reply has it")
            }
        }
    }
}

impl std::error::Error for CatalogError {}
