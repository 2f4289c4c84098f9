//! Checks whether a text is JSON, for text written by programs rather than typed by people: options
//! and catalogs.

use std::fmt;

use super::{Document, FlawKind, Kind, Path, Unusable};
use crate::text::count_characters;

/// Why a text is not JSON. Quotes nothing but keys, because a text may contain a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonError {
    /// It is longer, or contains more values, than is ever read.
    TooLarge,
    /// It breaks off, continues after its end, or is otherwise wrong.
    Syntax(Position),
    /// An object has a key twice, so one of its values would be lost.
    DuplicateKey {
        /// The path to the key.
        path: Path,
        /// The position of the second occurrence.
        position: Position,
    },
}

/// A position in a text; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("too large to be read"),
            Self::Syntax(position) => write!(f, "not valid JSON at {position}"),
            Self::DuplicateKey { path, position } => {
                write!(f, "the key `{path}` is repeated at {position}")
            }
        }
    }
}

impl std::error::Error for JsonError {}

impl Document<'_> {
    /// Refuses a text that [`read_json`](super::read_json) could read only by skipping mistakes, and
    /// what is too large. A smaller document that is not text passes.
    ///
    /// # Errors
    ///
    /// For the first mistake in the text.
    pub fn require_json(&self) -> Result<(), JsonError> {
        if matches!(self.root().kind(), Kind::Unusable(Unusable::TooLarge, _)) {
            return Err(JsonError::TooLarge);
        }
        let Some(text) = self.json_text() else {
            return Ok(());
        };
        let broken = |kind: &FlawKind| !matches!(kind, FlawKind::LoneSurrogate(_));
        let flaws = self.flaws().iter().filter(|flaw| broken(&flaw.kind));
        let Some(flaw) = flaws.min_by_key(|flaw| flaw.span) else {
            return Ok(());
        };
        let before = text.get(..flaw.span.start as usize).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let position = Position {
            line: before.matches('\n').count() + 1,
            column: count_characters(line.trim_start_matches('\u{feff}')) + 1,
        };
        Err(match flaw.kind {
            FlawKind::DuplicateKey { .. } => JsonError::DuplicateKey {
                path: self.path(flaw.node),
                position,
            },
            _ => JsonError::Syntax(position),
        })
    }
}
