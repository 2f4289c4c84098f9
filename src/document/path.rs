//! Paths of keys and indexes, and how they are displayed.

use std::fmt;
use std::ops::Deref;

use serde::Serialize;

use super::write_text;
use crate::text::{first_characters, joined};

/// The keys and indexes from the root to a value: a slice of [`Segment`]s.
///
/// [`Display`](fmt::Display) writes it as JavaScript would. A key that is not an identifier is
/// quoted, and a long one is shortened.
///
/// ```
/// use datamart_validator::{Path, Segment};
///
/// let path = Path::from_iter([Segment::Key("tableList".to_owned()), Segment::Index(0), Segment::Key("client id".to_owned())]);
/// assert_eq!(path.to_string(), r#"tableList[0]["client id"]"#);
/// assert_eq!(path.len(), 3);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Path(Vec<Segment>);

/// One step of a [`Path`]. Indexes stay numbers: form libraries use this to distinguish
/// `columns[0]` from `columns["0"]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Segment {
    /// An index in an array, from 0.
    Index(u32),
    /// A key in an object.
    Key(String),
}

impl Path {
    /// The path of the root.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// Appends a step.
    pub fn push(&mut self, segment: Segment) {
        self.0.push(segment);
    }

    /// Removes and returns the last step; `None` if this is the root.
    pub fn pop(&mut self) -> Option<Segment> {
        self.0.pop()
    }
}

impl Deref for Path {
    type Target = [Segment];

    fn deref(&self) -> &[Segment] {
        &self.0
    }
}

impl From<Vec<Segment>> for Path {
    fn from(segments: Vec<Segment>) -> Self {
        Self(segments)
    }
}

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl<'p> IntoIterator for &'p Path {
    type Item = &'p Segment;
    type IntoIter = std::slice::Iter<'p, Segment>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// Longer keys are shortened, in characters. No field of a datamart is longer.
const MAX_KEY: usize = 40;

impl fmt::Display for Path {
    /// The same as `formatPath` in the npm package; `tests/data/paths.json` keeps them in agreement.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("datamart");
        }
        for (number, segment) in self.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if is_name(key) => {
                    f.write_str(if number == 0 { "" } else { "." })?;
                    f.write_str(key)?;
                }
                Segment::Key(key) => {
                    let mut quoted = String::new();
                    let shown = first_characters(key, MAX_KEY);
                    let rest = if shown.len() < key.len() { "…" } else { "" };
                    write_text(&joined(&[shown, rest], ""), &mut quoted);
                    write!(f, "[{quoted}]")?;
                }
            }
        }
        Ok(())
    }
}

fn is_name(key: &str) -> bool {
    let is_start = |c: char| c.is_alphabetic() || c == '_' || c == '$';
    let is_part = |c: char| is_start(c) || c.is_numeric() || c == '-';
    first_characters(key, MAX_KEY).len() == key.len()
        && key.starts_with(is_start)
        && key.chars().all(is_part)
}
