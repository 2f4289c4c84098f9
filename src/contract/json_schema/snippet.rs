//! The values that Visual Studio Code suggests.

use serde::Serialize;

use super::members::Members;
use crate::contract::{Condition, FieldKind, Object, Presence};

/// A suggestion.
#[derive(Debug, Serialize)]
pub(super) struct Snippet {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    body: Body,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Body {
    /// `$1` is the cursor's first stop.
    Text(String),
    Flag(bool),
    List([Box<Body>; 1]),
    Object(Members<Body>),
}

impl Snippet {
    /// New objects of this kind: with the required fields, and with those required when the
    /// object's condition is met.
    pub(super) fn of(object: &'static Object) -> Vec<Self> {
        let new = |label, condition| Self {
            label: Some(label),
            description: Some(object.documentation),
            body: required_fields(object, condition, &mut 0),
        };
        let label = format!("New {}", object.noun());
        let with_condition = object.condition.map(|condition| {
            let value = match condition {
                Condition::IsTrue(_) => "true",
                Condition::Is(_, text) => text,
            };
            let field = object.key(condition.field());
            new(format!("{label} with {field} {value}"), Some(condition))
        });
        let mut snippets = vec![new(label, None)];
        snippets.extend(with_condition);
        snippets
    }

    /// The values of a field. Texts have no suggestions.
    pub(super) fn of_values(kind: FieldKind) -> Vec<Self> {
        let value = |body| Self {
            label: None,
            description: None,
            body,
        };
        match kind {
            FieldKind::Text | FieldKind::Name => Vec::new(),
            FieldKind::Flag => [true, false].map(Body::Flag).map(value).into(),
            FieldKind::Choice(choices) => {
                let texts = choices.iter().map(|&choice| Body::Text(choice.to_owned()));
                texts.map(value).collect()
            }
            FieldKind::Nested(object) => Self::of(object),
            FieldKind::List(item) | FieldKind::FilledList(item) => {
                let in_list = |it: Self| Self {
                    body: Body::List([Box::new(it.body)]),
                    ..it
                };
                Self::of(item).into_iter().map(in_list).collect()
            }
        }
    }
}

/// The required fields, with a cursor stop in each. If a condition is given, it is met.
fn required_fields(
    object: &'static Object,
    condition: Option<Condition>,
    stops: &mut usize,
) -> Body {
    let fields = object.fields.iter().enumerate();
    let members = fields.filter_map(|(number, field)| {
        let deciding = condition.filter(|condition| condition.field() == number);
        let is_required = match field.presence {
            Presence::Required => true,
            Presence::RequiredWhen(_) => condition.is_some(),
            _ => deciding.is_some(),
        };
        if !is_required {
            return None;
        }
        let body = match (deciding, field.kind) {
            (Some(Condition::IsTrue(_)), _) => Body::Flag(true),
            (Some(Condition::Is(_, text)), _) => Body::Text(text.to_owned()),
            (None, FieldKind::Nested(object)) => required_fields(object, None, stops),
            (None, FieldKind::List(item) | FieldKind::FilledList(item)) => {
                Body::List([Box::new(required_fields(item, None, stops))])
            }
            (None, FieldKind::Choice(choices)) => {
                *stops += 1;
                Body::Text(format!("${{{stops}|{}|}}", choices.join(",")))
            }
            (None, FieldKind::Text | FieldKind::Name | FieldKind::Flag) => {
                *stops += 1;
                Body::Text(format!("${stops}"))
            }
        };
        Some((field.name, body))
    });
    Body::Object(Members(members.collect()))
}
