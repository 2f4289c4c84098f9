//! The mend of an issue as edits that a form can apply.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::place::{Part, Place};
use crate::document::{Document, Kind, Path, Segment, Value};

/// What removes the issue, where that is certain or probable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does, for a button.
    pub title: String,
    /// The edits, one after the other.
    pub edits: Vec<Edit>,
}

/// One change of the datamart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The keys and indexes that lead to the value.
    pub path: Path,
    /// What becomes of it.
    pub op: Op,
    /// What is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<NewValue>,
}

/// What an edit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// Puts a value there, in the place of another one if there is one.
    Set,
    /// Takes the member or the item away; later items move up.
    Remove,
}

/// A value that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// A copy of a value; `None` where JSON cannot hold it, and for numbers: a datamart has none, and reading them would cost the
    /// module ten kilobytes.
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

/// What a rule says about the mend, before it is made one.
#[derive(Debug, Default)]
pub(super) struct Mend {
    /// Something else would break, or stay broken.
    pub(super) is_unsafe: bool,
    pub(super) title: Option<Cow<'static, str>>,
    /// Edits besides that of the suggestion; `None` removes.
    pub(super) edits: Vec<(Place, Option<NewValue>)>,
}

/// The fix of an issue at `place`, from its suggestion and from what the rule says.
pub(super) fn fix(
    document: &Document<'_>,
    place: Place,
    suggestion: Option<&str>,
    mend: Mend,
) -> Option<Fix> {
    let mut edits = Vec::new();
    let mut title = String::new();
    if mend.is_unsafe {
        return None;
    }
    if let Some(text) = suggestion {
        (title, edits) = suggested(document, place, text)?;
    }
    edits.extend(mend.edits.into_iter().map(|(place, value)| Edit {
        path: place.path(document),
        op: if value.is_some() { Op::Set } else { Op::Remove },
        value,
    }));
    if edits.is_empty() {
        return None;
    }
    let title = mend.title.map_or(title, Cow::into_owned);
    Some(Fix { title, edits })
}

/// Puts the suggestion in the place of what it is for.
fn suggested(document: &Document<'_>, place: Place, text: &str) -> Option<(String, Vec<Edit>)> {
    let path = place.path(document);
    let value = document.value(place.node);
    let mut edits = Vec::new();
    let (title, path, value) = match place.part {
        Part::Text(_) => return None,
        Part::Whole => (
            format!("Change to `{text}`"),
            path,
            NewValue::Text(text.to_owned()),
        ),
        Part::Missing(field) => (
            format!("Set `{field}` to `{text}`"),
            path,
            NewValue::Text(text.to_owned()),
        ),
        Part::Piece(span) => {
            let Kind::Text(whole) = value.kind() else {
                return None;
            };
            let (start, end) = (span.start as usize, span.end as usize);
            let piece = span.text(whole);
            let new = [whole.get(..start)?, text, whole.get(end..)?].concat();
            let title = if text.is_empty() {
                format!("Remove `{piece}`")
            } else {
                format!("Replace `{piece}` with `{text}`")
            };
            (title, path, NewValue::Text(new))
        }
        Part::Key => {
            edits.push(Edit {
                path: path.clone(),
                op: Op::Remove,
                value: None,
            });
            let mut renamed = path;
            renamed.pop();
            renamed.push(Segment::Key(text.to_owned()));
            (
                format!("Rename to `{text}`"),
                renamed,
                NewValue::copy(value)?,
            )
        }
    };
    edits.push(Edit {
        path,
        op: Op::Set,
        value: Some(value),
    });
    Some((title, edits))
}
