//! The option `messages`: replacements for this crate's templates, by key.

use super::error::{did_you_mean, unknown};
use crate::document::{Kind, Value};
use crate::issue::{Messages, Template, TemplateError};
use crate::rules;
use crate::suggest::nearest;

pub(super) fn read(value: Value<'_>, messages: &mut Messages) -> Result<(), String> {
    let Kind::Object(members) = value.kind() else {
        return Err("expected an object of message keys with templates".to_owned());
    };
    for (key, value) in members {
        let key = value.document().key(key);
        match value.kind() {
            Kind::Null => {}
            Kind::Text(text) => replace(messages, key, text)?,
            _ => return Err(format!("`{key}`: expected a template")),
        }
    }
    Ok(())
}

/// Replaces the template with this key.
pub(super) fn replace(messages: &mut Messages, key: &str, text: &str) -> Result<(), String> {
    let Some(template) = rules::template(key) else {
        let known: Vec<_> = rules::templates().map(Template::key).collect();
        let nearest = nearest(key, known.iter().map(String::as_str));
        return Err(match nearest {
            Some(nearest) => did_you_mean("message", key, nearest),
            None => format!("unknown message `{key}`; `messages.json` has the keys"),
        });
    };
    let replaced = messages.replace(template, text);
    replaced.map_err(|error| format!("`{key}`: {}", explain(&error, template)))
}

fn explain(error: &TemplateError, template: Template) -> String {
    match error {
        TemplateError::UnknownParam(name) => match template.params().as_slice() {
            [] => format!("unknown parameter `{name}`, this message has none"),
            params => unknown("parameter", name, params),
        },
        TemplateError::StrayBrace => {
            "found a single `{` or `}`; double it to show a brace".to_owned()
        }
    }
}
