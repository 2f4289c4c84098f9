//! The contract as a JSON Schema (2020-12). It accepts the same shapes as the validator; only the
//! rules check what goes beyond the shape. For editors it refuses a group in which nothing is filled
//! in.
//!
//! Each object of the contract is used in one place, so the schema has no references and, apart
//! from the name of the dialect, is a draft-07 schema too.

mod keywords;
mod members;
mod snippet;

use super::{Condition, Field, FieldKind, Object, Operation, Presence, datamart};

use keywords::{Constant, Types};
use members::Members;
use snippet::Snippet;

pub use keywords::JsonSchema;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Exactly what Rust, and so the validator, treats as whitespace. `\s` differs between languages:
/// in JavaScript it lacks U+0085 and includes U+FEFF.
const BLANK: &str = r"^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$";

/// At least one other character.
const NOT_BLANK: &str = r"[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";

/// Who reads the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience<'a> {
    /// Programs: only standard keywords, so that a strict reader accepts the schema.
    Programs,
    /// Editors: with the schema's address and the keywords that Visual Studio Code adds to the
    /// standard's.
    Editors {
        /// The address.
        id: &'a str,
    },
}

/// The schema of a datamart that is created or updated.
#[must_use]
pub fn json_schema(audience: Audience<'_>, operation: Operation) -> JsonSchema {
    let for_editors = audience != Audience::Programs;
    JsonSchema {
        dialect: Some(DIALECT),
        id: match audience {
            Audience::Programs => None,
            Audience::Editors { id } => Some(id.to_owned()),
        },
        ..Maker {
            for_editors,
            operation,
        }
        .object(&datamart::OBJECT)
    }
}

#[derive(Clone, Copy)]
struct Maker {
    for_editors: bool,
    operation: Operation,
}

impl Maker {
    fn object(self, object: &'static Object) -> JsonSchema {
        let properties = object
            .fields
            .iter()
            .map(|field| (field.name, self.field(field)));
        let (condition, then) = object.condition.map_or((None, None), |condition| {
            let (condition, then) = self.conditional(object, condition);
            (Some(Box::new(condition)), Some(Box::new(then)))
        });
        JsonSchema {
            title: Some(object.type_name),
            types: Some(Types::One("object")),
            properties: Members(properties.collect()),
            additional_properties: self.unknown_fields(),
            required: self.names(object, |presence| matches!(presence, Presence::Required)),
            condition,
            then,
            error_message: self.message(|| format!("expected {} (an object)", object.title)),
            default_snippets: self.snippets(|| Snippet::of(object)),
            ..self.described(object.documentation)
        }
    }

    /// Unknown fields are valid, and a warning, as for the validator.
    fn unknown_fields(self) -> Option<Box<JsonSchema>> {
        self.for_editors.then(|| {
            Box::new(JsonSchema {
                deprecation_message: Some("the API does not document this field"),
                ..JsonSchema::default()
            })
        })
    }

    /// The consequences for the fields of an object that are sometimes required.
    fn conditional(
        self,
        object: &'static Object,
        condition: Condition,
    ) -> (JsonSchema, JsonSchema) {
        let constant = match condition {
            Condition::IsTrue(_) => Constant::Flag(true),
            Condition::Is(_, text) => Constant::Text(text),
        };
        let deciding = object.key(condition.field());
        let is_met = JsonSchema {
            constant: Some(constant),
            ..JsonSchema::default()
        };
        let concerned = |field: &&Field| matches!(field.presence, Presence::RequiredWhen(_));
        let filled_in = object.fields.iter().filter(concerned);
        let then = JsonSchema {
            properties: Members(
                filled_in
                    .map(|field| (field.name, self.filled_in(field)))
                    .collect(),
            ),
            required: self.names(object, |presence| {
                matches!(presence, Presence::RequiredWhen(_))
            }),
            ..JsonSchema::default()
        };
        let condition = JsonSchema {
            properties: Members(vec![(deciding, is_met)]),
            required: vec![deciding],
            ..JsonSchema::default()
        };
        (condition, then)
    }

    fn field(self, field: &'static Field) -> JsonSchema {
        let filled_in = self.filled_in(field);
        if matches!(field.presence(self.operation), Presence::Required) {
            return self.described_as(field, filled_in);
        }
        let or_blank = self.or_blank(field, filled_in);
        // An editor that completes a key does not look for a value in `anyOf`.
        let default_snippets = if or_blank.any_of.is_empty() {
            Vec::new()
        } else {
            self.snippets(|| Snippet::of_values(field.kind))
        };
        JsonSchema {
            default_snippets,
            ..self.described_as(field, or_blank)
        }
    }

    /// The same for a field that may be null or blank, whatever its kind.
    fn or_blank(self, field: &Field, mut schema: JsonSchema) -> JsonSchema {
        if let Some(Types::One(kind)) = schema.types {
            schema.types = Some(Types::OrNull([kind, "null"]));
        }
        if schema.pattern.is_some() {
            return JsonSchema {
                pattern: None,
                pattern_error_message: None,
                ..schema
            };
        }
        if !schema.choices.is_empty() {
            schema.choices.push(None);
        }
        let blank = JsonSchema {
            types: Some(Types::One("string")),
            pattern: Some(BLANK),
            pattern_error_message: self.message(|| expected(field)),
            ..JsonSchema::default()
        };
        let mut any_of = vec![schema, blank];
        // An editor would take a group that is being written for an untouched one, and complete
        // nothing in it.
        if matches!(field.kind, FieldKind::Nested(_)) && !self.for_editors {
            any_of.push(Self::untouched());
        }
        JsonSchema {
            any_of,
            ..JsonSchema::default()
        }
    }

    /// A nested object in which nothing is filled in.
    fn untouched() -> JsonSchema {
        let blank = JsonSchema {
            types: Some(Types::OrNull(["string", "null"])),
            pattern: Some(BLANK),
            ..JsonSchema::default()
        };
        JsonSchema {
            types: Some(Types::One("object")),
            additional_properties: Some(Box::new(blank)),
            min_properties: Some(1),
            ..JsonSchema::default()
        }
    }

    /// The schema of a field that is filled in.
    fn filled_in(self, field: &'static Field) -> JsonSchema {
        let schema = match field.kind {
            FieldKind::Text | FieldKind::Name => JsonSchema {
                types: Some(Types::One("string")),
                pattern: Some(NOT_BLANK),
                pattern_error_message: self.message(|| format!("`{}` is blank", field.name)),
                ..JsonSchema::default()
            },
            FieldKind::Flag => JsonSchema {
                types: Some(Types::One("boolean")),
                ..JsonSchema::default()
            },
            FieldKind::Choice(choices) => JsonSchema {
                types: Some(Types::One("string")),
                choices: choices.iter().copied().map(Some).collect(),
                ..JsonSchema::default()
            },
            FieldKind::Nested(object) => return self.object(object),
            FieldKind::List(item) | FieldKind::FilledList(item) => JsonSchema {
                types: Some(Types::One("array")),
                min_items: matches!(field.kind, FieldKind::FilledList(_)).then_some(1),
                items: Some(Box::new(self.object(item))),
                ..JsonSchema::default()
            },
        };
        if matches!(field.kind, FieldKind::Choice(_)) {
            return schema;
        }
        JsonSchema {
            error_message: self.message(|| expected(field)),
            ..schema
        }
    }

    fn described_as(self, field: &Field, schema: JsonSchema) -> JsonSchema {
        JsonSchema {
            description: Some(field.documentation),
            markdown_description: self.marked(field.documentation),
            ..schema
        }
    }

    fn described(self, documentation: &'static str) -> JsonSchema {
        JsonSchema {
            description: Some(documentation),
            markdown_description: self.marked(documentation),
            ..JsonSchema::default()
        }
    }

    /// Without it, an editor shows the Markdown backticks literally.
    fn marked(self, documentation: &'static str) -> Option<&'static str> {
        (self.for_editors && documentation.contains('`')).then_some(documentation)
    }

    fn message(self, message: impl Fn() -> String) -> Option<String> {
        self.for_editors.then(message)
    }

    fn snippets(self, snippets: impl Fn() -> Vec<Snippet>) -> Vec<Snippet> {
        if self.for_editors {
            snippets()
        } else {
            Vec::new()
        }
    }

    fn names(self, object: &Object, has: impl Fn(Presence) -> bool) -> Vec<&'static str> {
        let has = |field: &&Field| has(field.presence(self.operation));
        let fields = object.fields.iter().filter(has);
        fields.map(|field| field.name).collect()
    }
}

/// The message for a value of another kind, and for a text where none is allowed. If a text is not
/// one of the choices, the editor's own message is enough.
fn expected(field: &Field) -> String {
    let expected = match field.kind {
        FieldKind::Text | FieldKind::Name => "text",
        FieldKind::Choice(_) => "one of the choices",
        FieldKind::Flag => "true or false",
        FieldKind::Nested(_) => "an object",
        FieldKind::List(_) | FieldKind::FilledList(_) => "a list",
    };
    format!("expected {expected}")
}
