//! What Visual Studio Code suggests where an object is allowed.

use serde::Serialize;

use super::members::Members;
use crate::contract::{FieldKind, Object, Presence};

/// A suggestion.
#[derive(Debug, Serialize)]
pub(super) struct Snippet {
    label: String,
    description: &'static str,
    body: Body,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Body {
    /// `$1` is the cursor's first stop.
    Text(String),
    List([Box<Body>; 1]),
    Object(Members<Body>),
}

impl Snippet {
    /// A new object of this kind.
    pub(super) fn of(object: &'static Object) -> Self {
        Self {
            label: format!("New {}", object.noun()),
            description: object.documentation,
            body: required_fields(object, &mut 0),
        }
    }
}

/// The required fields, with a cursor stop in each.
fn required_fields(object: &'static Object, stops: &mut usize) -> Body {
    let required = object
        .fields
        .iter()
        .filter(|field| matches!(field.presence, Presence::Required));
    let members = required.map(|field| {
        let body = match field.kind {
            FieldKind::Nested(object) => required_fields(object, stops),
            FieldKind::List(item) | FieldKind::FilledList(item) => {
                Body::List([Box::new(required_fields(item, stops))])
            }
            FieldKind::Choice(choices) => {
                *stops += 1;
                Body::Text(format!("${{{stops}|{}|}}", choices.join(",")))
            }
            FieldKind::Text | FieldKind::Name | FieldKind::Flag => {
                *stops += 1;
                Body::Text(format!("${stops}"))
            }
        };
        (field.name, body)
    });
    Body::Object(Members(members.collect()))
}
