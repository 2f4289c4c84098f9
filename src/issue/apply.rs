//! Applies a fix to the JSON text of a datamart.

use std::fmt;

use super::fix::{Edit, Fix, NewValue, Op};
use super::{Issue, Range};
use crate::document::{
    JsonError, Kind, Path, Segment, Value, read_json, write_comma, write_key, write_text,
    write_value,
};
use crate::names::Names;

/// Why a fix cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApplyFixError {
    /// The text is not JSON.
    Json(JsonError),
    /// The fix belongs to another datamart: this one has nothing at the path, or not the range of
    /// it.
    Unfit(Path),
}

impl fmt::Display for ApplyFixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the datamart is unusable: {error}"),
            Self::Unfit(path) => write!(
                f,
                "the fix belongs to another datamart: this one has no {path}"
            ),
        }
    }
}

impl std::error::Error for ApplyFixError {}

/// Applies the fix of an issue to the JSON text that was validated, and returns the fixed text.
///
/// A fix of values is applied to what the text means, so the result has no whitespace. A fix of
/// text that is not JSON yet replaces parts of the text. After each fix, validate again: the other
/// issues may have changed. Ranges must be in bytes, as they are unless a
/// [`PositionEncoding`](crate::PositionEncoding) was chosen.
///
/// ```
/// use datamart_validator::{Options, apply_fix, validate_json};
///
/// let datamart = r#"{
///     "name": "sales ",
///     "datasourceName": "warehouse",
///     "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }]
/// }"#;
/// let report = validate_json(datamart, &Options::default());
/// let fix = report.issues[0].fix.as_ref().unwrap();
/// let fixed = apply_fix(datamart, fix)?;
/// assert_eq!(
///     fixed,
///     r#"{"name":"sales","datasourceName":"warehouse","tableList":[{"name":"orders","columns":[{"name":"id"}]}]}"#
/// );
/// # Ok::<(), datamart_validator::issue::ApplyFixError>(())
/// ```
///
/// # Errors
///
/// If the text is not JSON although the fix changes values, or the fix does not fit it.
pub fn apply_fix(text: &str, fix: &Fix) -> Result<String, ApplyFixError> {
    let replaced: Vec<_> = fix
        .edits
        .iter()
        .filter_map(|edit| match edit {
            Edit::Text { text_range, text } => Some((*text_range, text.as_str())),
            _ => None,
        })
        .collect();
    if !replaced.is_empty() {
        return replace(text, replaced).ok_or_else(|| ApplyFixError::Unfit(Path::root()));
    }
    let document = read_json(text, &[]);
    match document.require_json() {
        // If a key is repeated, the last one counts, as in `JSON.parse`.
        Ok(()) | Err(JsonError::DuplicateKey { .. }) => {}
        Err(error) => return Err(ApplyFixError::Json(error)),
    }
    let mut tree = Tree::from(document.root());
    for (number, edit) in fix.edits.iter().enumerate() {
        let Edit::Piece { path, .. } = edit else {
            continue;
        };
        // The ranges of one string count in the string before the fix, so they are replaced at once.
        if pieces(fix, path).next().map(|(first, ..)| first) == Some(number) {
            let pieces = pieces(fix, path).map(|(_, range, text)| (range, text));
            tree.replace_in(path, pieces.collect())
                .ok_or_else(|| ApplyFixError::Unfit(path.clone()))?;
        }
    }
    for edit in &fix.edits {
        if let Edit::Value { path, op, value } = edit {
            let value = match op {
                Op::Set => Some(value.as_ref().map_or(Tree::Null, Tree::from)),
                Op::Remove => None,
            };
            tree.change(path, value)
                .ok_or_else(|| ApplyFixError::Unfit(path.clone()))?;
        }
    }
    let mut out = String::new();
    tree.write(&mut out);
    Ok(out)
}

/// The replacements in the string at a path, each with the number of its edit.
fn pieces<'f>(
    fix: &'f Fix,
    string: &'f Path,
) -> impl Iterator<Item = (usize, Range, &'f str)> + 'f {
    let edits = fix.edits.iter().enumerate();
    edits.filter_map(move |(number, edit)| match edit {
        Edit::Piece { path, range, text } if path == string => {
            Some((number, *range, text.as_str()))
        }
        _ => None,
    })
}

/// The text with these ranges replaced; `None` if they overlap or are not ranges of it.
fn replace(text: &str, mut pieces: Vec<(Range, &str)>) -> Option<String> {
    // Two insertions at the same position keep their order: sorting is stable.
    pieces.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::new();
    let mut at = 0;
    for (range, piece) in pieces {
        let range = std::ops::Range::from(range);
        out.push_str(text.get(at..range.start)?);
        text.get(range.clone())?;
        out.push_str(piece);
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// A value that can be changed.
enum Tree {
    Null,
    /// As it is written in JSON.
    Other(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl From<Value<'_>> for Tree {
    fn from(value: Value<'_>) -> Self {
        match value.kind() {
            Kind::Text(text) => Self::Text(text.to_owned()),
            Kind::Array(items) => Self::List(items.map(Self::from).collect()),
            Kind::Object(given) => {
                let mut members: Vec<(String, Self)> = Vec::new();
                let mut numbers = Names::exact();
                for (key, value) in given {
                    let key = value.document().key(key);
                    let number = numbers.insert(key, members.len());
                    match members.get_mut(number) {
                        Some((_, former)) => *former = value.into(),
                        None => members.push((key.to_owned(), value.into())),
                    }
                }
                Self::Object(members)
            }
            _ => {
                let mut json = String::new();
                write_value(value, &mut json);
                Self::Other(json)
            }
        }
    }
}

impl From<&NewValue> for Tree {
    fn from(value: &NewValue) -> Self {
        match value {
            NewValue::Null => Self::Null,
            NewValue::Flag(flag) => Self::Other(flag.to_string()),
            NewValue::Text(text) => Self::Text(text.clone()),
            NewValue::List(items) => Self::List(items.iter().map(Self::from).collect()),
            NewValue::Object(members) => {
                let members = members.iter();
                Self::Object(
                    members
                        .map(|(key, value)| (key.clone(), value.into()))
                        .collect(),
                )
            }
        }
    }
}

impl Tree {
    /// What is at a path.
    fn at(&mut self, path: &[Segment]) -> Option<&mut Self> {
        path.iter()
            .try_fold(self, |value, step| match (value, step) {
                (Self::List(items), Segment::Index(index)) => items.get_mut(*index as usize),
                (Self::Object(members), Segment::Key(key)) => {
                    let mut members = members.iter_mut();
                    members.find(|(own, _)| own == key).map(|(_, value)| value)
                }
                _ => None,
            })
    }

    /// Replaces parts of the string at a path.
    fn replace_in(&mut self, path: &Path, pieces: Vec<(Range, &str)>) -> Option<()> {
        let Self::Text(text) = self.at(path)? else {
            return None;
        };
        *text = replace(text, pieces)?;
        Some(())
    }

    /// Sets the value at a path, or removes it.
    fn change(&mut self, path: &Path, value: Option<Self>) -> Option<()> {
        let Some((last, parents)) = path.split_last() else {
            *self = value?;
            return Some(());
        };
        match (self.at(parents)?, last, value) {
            (Self::List(items), Segment::Index(index), value) => {
                let index = *index as usize;
                let item = items.get_mut(index)?;
                match value {
                    Some(value) => *item = value,
                    None => drop(items.remove(index)),
                }
            }
            (Self::Object(members), Segment::Key(key), Some(value)) => {
                match members.iter_mut().find(|(own, _)| own == key) {
                    Some((_, former)) => *former = value,
                    None => members.push((key.clone(), value)),
                }
            }
            (Self::Object(members), Segment::Key(key), None) => {
                members.retain(|(own, _)| own != key);
            }
            _ => return None,
        }
        Some(())
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Other(json) => out.push_str(json),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                out.push('[');
                for item in items {
                    write_comma(out);
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (key, value) in members {
                    write_key(key, out);
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// One line: `error[required] at tableList[0].name: …`.
///
/// ```
/// use datamart_validator::{Options, validate_json};
///
/// let report = validate_json(r#"{ "name": "sales" }"#, &Options::default());
/// assert_eq!(
///     report.issues[0].to_string(),
///     "error[required] at datasourceName: `datasourceName` is missing, but required"
/// );
/// ```
impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            severity,
            code,
            path,
            message,
            ..
        } = self;
        write!(f, "{severity}[{code}] at {path}: {message}")
    }
}

#[cfg(test)]
mod tests;
