//! The body: the contract's fields in the contract's order, then whatever else was given, as it was given.

use crate::contract::{FieldKind, Object, Presence, datamart};
use crate::document::{Document, Kind, Value, write_text, write_value};
use crate::model::Filling;

/// Writes the document as the body of the request.
pub(super) fn write(document: &Document<'_>) -> String {
    let mut out = String::new();
    write_object(document.root(), &datamart::OBJECT, &mut out);
    out
}

fn write_object(value: Value<'_>, object: &Object, out: &mut String) {
    let Kind::Object(members) = value.kind() else {
        // Only when a rule was turned off: it travels as it is.
        write_value(value, out);
        return;
    };
    let document = value.document();
    out.push('{');
    let mut is_first = true;
    let mut write_key = |key: &str, out: &mut String| {
        if !std::mem::take(&mut is_first) {
            out.push(',');
        }
        write_text(key, out);
        out.push(':');
    };
    for field in object.fields {
        if matches!(field.presence, Presence::Unsent) {
            continue;
        }
        let Some((_, member)) = members
            .into_iter()
            .find(|(key, _)| document.key(*key) == field.name)
        else {
            continue;
        };
        if Filling::of(member.kind(), field.presence) == Filling::Absent {
            continue;
        }
        write_key(field.name, out);
        match (field.kind, member.kind()) {
            (FieldKind::Nested(object), _) => write_object(member, object, out),
            (FieldKind::List(object) | FieldKind::FilledList(object), Kind::Array(items)) => {
                out.push('[');
                for (number, item) in items.enumerate() {
                    if number > 0 {
                        out.push(',');
                    }
                    write_object(item, object, out);
                }
                out.push(']');
            }
            _ => write_value(member, out),
        }
    }
    for (key, member) in members {
        let key = document.key(key);
        if object.position(key).is_none() {
            write_key(key, out);
            write_value(member, out);
        }
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read_json;

    #[test]
    fn orders_fields_and_leaves_out_what_is_not_filled_in_or_not_for_the_api() {
        let text = r#"{
            "$schema": "schema.json", "extra": {"b": 1.0, "a": null}, "relationships": [], "datasourceName": "d", "name": "n",
            "tenancySettings": {"primaryDatabase": null, "clientColumnType": null, "tenancyLevel": "DATABASE"},
            "tableList": [{"columns": [{"sql": "", "name": "c", "alias": " "}], "label": null, "name": "t"}]
        }"#;
        assert_eq!(
            write(&read_json(text, &[])),
            concat!(
                r#"{"name":"n","datasourceName":"d","tableList":[{"name":"t","columns":[{"name":"c"}]}],"#,
                r#""tenancySettings":{"tenancyLevel":"DATABASE","primaryDatabase":null},"#,
                r#""relationships":[],"extra":{"b":1.0,"a":null}}"#
            )
        );
    }
}
