//! The differences between two datamarts. Their meaning is compared: an empty field is the same as
//! a missing one.

mod compare;
mod fields;
#[cfg(target_arch = "wasm32")]
pub(crate) mod javascript;
mod lists;
pub(crate) mod messages;
mod moves;
mod values;
mod words;

use std::fmt;

use crate::document::{Document, JsonError, Kind, Path, read_json};
use crate::issue::{Params, json_weight, path_weight};
use crate::options::Options;

/// The differences between two datamarts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DatamartDiff {
    /// Removals by position in the old datamart, then all other changes by position in the new one.
    pub changes: Vec<Change>,
    /// Whether any change is breaking, listed or not.
    pub is_breaking: bool,
    /// How many changes are not listed, because the list would be many times as long as the
    /// datamarts.
    pub omitted: usize,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// What it is about.
    pub subject: ChangeSubject,
    /// Its path in the new datamart; for a removal, in the old one.
    pub path: Path,
    /// The old value as JSON, or the old index of a moved item; `None` if there was none.
    pub from: Option<String>,
    /// The new value as JSON, or the new index of a moved item; `None` if there is none.
    pub to: Option<String>,
    /// A description, in one line.
    pub message: String,
    /// The parameters of the message's template.
    pub params: Params,
    /// Whether it may break dashboards or the isolation of tenants.
    pub is_breaking: bool,
}

/// The kind of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are clear")]
pub enum ChangeKind {
    Added,
    Removed,
    /// One field has another value.
    Changed,
    /// The order of the remaining items of a list has changed.
    Moved,
}

impl ChangeKind {
    /// The kind as in JavaScript.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}

impl Change {
    /// Its size as JSON, in bytes; never less than the actual size.
    fn weight(&self) -> usize {
        // The names of the members.
        const FIXED: usize = 150;
        let value = |value: &Option<String>| value.as_ref().map_or(0, String::len);
        FIXED
            + path_weight(&self.path)
            + value(&self.from)
            + value(&self.to)
            + json_weight(&self.message)
            + self.params.weight()
    }
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are clear")]
pub enum ChangeSubject {
    Table,
    Column,
    Relationship,
    Tenancy,
    Datamart,
}

impl ChangeSubject {
    /// The subject as in JavaScript.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Column => "column",
            Self::Relationship => "relationship",
            Self::Tenancy => "tenancy",
            Self::Datamart => "datamart",
        }
    }
}

/// Why two texts cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiffError {
    /// The datamart with this name, `before` or `after`, is not JSON.
    Json(&'static str, JsonError),
    /// It is not an object.
    NotADatamart(&'static str),
}

impl fmt::Display for DiffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(which, error) => write!(f, "`{which}` is unusable: {error}"),
            Self::NotADatamart(which) => write!(f, "`{which}`: expected a datamart (an object)"),
        }
    }
}

impl std::error::Error for DiffError {}

/// Compares two datamarts, given as JSON text. Of the options, only the messages are used.
///
/// ```
/// use datamart_validator::{Options, diff_datamarts_json};
///
/// let before = r#"{ "name": "sales", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#;
/// let after = r#"{ "name": "sales", "tableList": [{ "name": "orders", "label": "Orders", "columns": [{ "name": "total" }] }] }"#;
/// let diff = diff_datamarts_json(before, after, &Options::default())?;
/// let messages: Vec<_> = diff.changes.iter().map(|change| change.message.as_str()).collect();
/// assert_eq!(messages, ["the column `orders.id` is removed", "`label` of `orders` is set to `Orders`"]);
/// assert!(diff.is_breaking);
/// # Ok::<(), datamart_validator::DiffError>(())
/// ```
///
/// # Errors
///
/// If a text is not JSON, or not an object.
pub fn diff_datamarts_json(
    before: &str,
    after: &str,
    options: &Options,
) -> Result<DatamartDiff, DiffError> {
    diff_documents(&read_json(before, &[]), &read_json(after, &[]), options)
}

/// The same for datamarts that have been read already.
pub(crate) fn diff_documents(
    before: &Document<'_>,
    after: &Document<'_>,
    options: &Options,
) -> Result<DatamartDiff, DiffError> {
    require(before, "before")?;
    require(after, "after")?;
    Ok(compare::compare(before, after, options))
}

fn require(document: &Document<'_>, which: &'static str) -> Result<(), DiffError> {
    match document.require_json() {
        // If a key is repeated, the last one counts, as in `JSON.parse`.
        Ok(()) | Err(JsonError::DuplicateKey { .. }) => {}
        Err(error) => return Err(DiffError::Json(which, error)),
    }
    match document.root().kind() {
        Kind::Object(_) => Ok(()),
        _ => Err(DiffError::NotADatamart(which)),
    }
}
