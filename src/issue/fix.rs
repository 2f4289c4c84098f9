//! The fix of an issue, as edits that a form can apply.

use serde::{Serialize, Serializer};

use super::message::{Message, Params, Renderer};
use super::place::{Part, Place};
use super::places::Places;
use super::{Range, json_weight, path_weight, suggestion};
use crate::document::{Kind, Path, Segment, Value};

/// A change that removes an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Fix {
    /// The label for a button.
    pub title: String,
    /// Whether it may be applied without confirmation.
    pub certainty: Certainty,
    /// The edits: first replacements in strings, then changes of values, one after the other; or
    /// only replacements in the JSON text.
    pub edits: Vec<Edit>,
}

/// How certain it is that a fix is what was intended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The only candidate differs only in case, whitespace, Unicode composition or quoting, or the
    /// datamart keeps its meaning. Removing an exact duplicate keeps it.
    Certain,
    /// Likely, such as the closest name.
    Probable,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Edit {
    /// Changes a value.
    Value {
        /// The keys and indexes of the value, after the previous edits.
        path: Path,
        /// What happens to it.
        op: Op,
        /// The new value, for `Set`.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<NewValue>,
    },
    /// Replaces a part of a string.
    Piece {
        /// The keys and indexes of the string.
        path: Path,
        /// The part, in the string before the fix.
        range: Range,
        /// The replacement.
        text: String,
    },
    /// Replaces a part of JSON text that cannot be parsed yet.
    #[serde(rename_all = "camelCase")]
    Text {
        /// The part, in the text before the fix.
        text_range: Range,
        /// The replacement.
        text: String,
    },
}

/// What an edit does to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// Sets the value, whether or not there is one.
    Set,
    /// Removes the member or the item; later items move up.
    Remove,
}

/// A new value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NewValue {
    /// Nothing.
    Null,
    /// True or false.
    Flag(bool),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<NewValue>),
    /// An object.
    Object(Vec<(String, NewValue)>),
}

impl NewValue {
    /// A copy of a value; `None` if JSON cannot represent it, and for numbers: a datamart has none,
    /// and reading them would cost the module ten kilobytes.
    pub(crate) fn copy(value: Value<'_>) -> Option<Self> {
        Some(match value.kind() {
            Kind::Null => Self::Null,
            Kind::Bool(flag) => Self::Flag(flag),
            Kind::Text(text) => Self::Text(text.to_owned()),
            Kind::Array(items) => Self::List(items.map(Self::copy).collect::<Option<_>>()?),
            Kind::Object(members) => {
                let key = |key| value.document().key(key).to_owned();
                let member = |(name, member)| Some((key(name), Self::copy(member)?));
                Self::Object(members.map(member).collect::<Option<_>>()?)
            }
            Kind::Number(_) | Kind::Unusable(..) => return None,
        })
    }
}

impl Fix {
    /// Its size as JSON, in bytes.
    pub(super) fn weight(&self) -> usize {
        let edits = self.edits.iter().map(|edit| match edit {
            Edit::Value { path, value, .. } => {
                80 + path_weight(path) + value.as_ref().map_or(0, NewValue::weight)
            }
            Edit::Piece { path, text, .. } => 80 + path_weight(path) + json_weight(text),
            Edit::Text { text, .. } => 80 + json_weight(text),
        });
        60 + json_weight(&self.title) + edits.sum::<usize>()
    }
}

impl NewValue {
    fn weight(&self) -> usize {
        match self {
            Self::Null | Self::Flag(_) => 5,
            Self::Text(text) => json_weight(text),
            Self::List(items) => items.iter().map(|item| item.weight() + 1).sum::<usize>() + 2,
            Self::Object(members) => {
                let weight = |(key, value): &(String, Self)| json_weight(key) + value.weight() + 2;
                members.iter().map(weight).sum::<usize>() + 2
            }
        }
    }
}

impl Serialize for NewValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

/// A rule's instructions for the fix.
#[derive(Debug, Default)]
pub(super) struct FixParts {
    /// Something else would break, or stay broken.
    pub(super) is_unsafe: bool,
    pub(super) is_certain: bool,
    pub(super) title: Option<Message>,
    /// Edits in addition to the suggestion.
    pub(super) edits: Vec<(Place, Change)>,
}

impl FixParts {
    /// The size of the edits' text.
    pub(super) fn bytes(&self) -> usize {
        let edits = self.edits.iter().map(|(_, change)| match change {
            Change::Set(value) => 16 + value.weight(),
            Change::Remove => 16,
            Change::Replace(text) => 16 + text.len(),
        });
        edits.sum()
    }
}

/// The change at a place.
#[derive(Debug)]
pub(super) enum Change {
    Set(NewValue),
    Remove,
    /// For a part of a string or text.
    Replace(String),
}

/// The fix of an issue at `place`, from its suggestion and the rule's instructions.
pub(super) fn fix(
    places: &mut Places<'_>,
    place: Place,
    suggestion: Option<&str>,
    parts: FixParts,
    renderer: &mut Renderer<'_>,
    params: &mut Params,
) -> Option<Fix> {
    if parts.is_unsafe {
        return None;
    }
    let mut edits = Vec::new();
    let mut title = parts.title;
    let mut is_certain = parts.is_certain;
    if let Some(text) = suggestion {
        is_certain |= parts.edits.is_empty() && trims(places, place, text);
        let own_title = suggested(places, place, text, &mut edits)?;
        title = title.or(Some(own_title));
    }
    for (place, change) in parts.edits {
        edits.push(edit(places, place, change)?);
    }
    // Replacements in strings come first, before anything has moved.
    let is_piece = |edit: &Edit| !matches!(edit, Edit::Value { .. });
    let (mut edits, values): (Vec<_>, Vec<_>) = edits.into_iter().partition(is_piece);
    edits.extend(values);
    let title = title.filter(|_| !edits.is_empty())?;
    Some(Fix {
        title: renderer.fill(title, params),
        certainty: if is_certain {
            Certainty::Certain
        } else {
            Certainty::Probable
        },
        edits,
    })
}

fn edit(places: &mut Places<'_>, place: Place, change: Change) -> Option<Edit> {
    let path = place.path(places.document);
    let (op, value) = match change {
        Change::Set(value) => (Op::Set, Some(value)),
        Change::Remove => (Op::Remove, None),
        Change::Replace(text) => {
            return if let Some(range) = places.range(place) {
                Some(Edit::Piece { path, range, text })
            } else {
                let text_range = places.text_range(place)?;
                Some(Edit::Text { text_range, text })
            };
        }
    };
    Some(Edit::Value { path, op, value })
}

/// Whether the suggestion is the current value without surrounding whitespace.
fn trims(places: &Places<'_>, place: Place, suggestion: &str) -> bool {
    let Kind::Text(whole) = places.document.value(place.node).kind() else {
        return false;
    };
    match place.part {
        Part::Whole => whole.trim() == suggestion,
        Part::Piece(span) => span.text(whole).trim() == suggestion.trim(),
        Part::Text(_) | Part::Key | Part::Missing(_) => false,
    }
}

/// The edit that applies the suggestion, and its title.
fn suggested(
    places: &mut Places<'_>,
    place: Place,
    text: &str,
    edits: &mut Vec<Edit>,
) -> Option<Message> {
    let value = places.document.value(place.node);
    let text_value = || Change::Set(NewValue::Text(text.to_owned()));
    let (title, change) = match place.part {
        Part::Text(_) => return None,
        Part::Whole => (suggestion::change(text), text_value()),
        Part::Missing(field) => (suggestion::set(field, text), text_value()),
        Part::Piece(span) => {
            let Kind::Text(whole) = value.kind() else {
                return None;
            };
            let piece = span.text(whole);
            let title = if text.is_empty() {
                suggestion::remove(piece)
            } else {
                suggestion::replace(piece, text)
            };
            (title, Change::Replace(text.to_owned()))
        }
        Part::Key => {
            let renamed = NewValue::copy(value)?;
            edits.push(edit(places, place, Change::Remove)?);
            let mut path = place.path(places.document);
            path.pop();
            path.push(Segment::Key(text.to_owned()));
            edits.push(Edit::Value {
                path,
                op: Op::Set,
                value: Some(renamed),
            });
            return Some(suggestion::rename(text));
        }
    };
    edits.push(edit(places, place, change)?);
    Some(title)
}
