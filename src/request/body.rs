//! The request body: the operation's fields in the contract's order, then all other fields as given.

use crate::contract::{Field, FieldKind, Object, Operation, datamart};
use crate::document::{Document, Kind, Value, write_comma, write_key, write_value};
use crate::model::Filling;

/// Writes the document as the body of the request.
pub(super) fn write(document: &Document<'_>, operation: Operation) -> String {
    let mut writer = Writer {
        operation,
        out: String::new(),
    };
    writer.object(document.root(), &datamart::OBJECT);
    writer.out
}

struct Writer {
    operation: Operation,
    out: String,
}

impl Writer {
    fn object(&mut self, value: Value<'_>, object: &Object) {
        let Kind::Object(members) = value.kind() else {
            // Only if a rule was turned off: it is sent as it is.
            return write_value(value, &mut self.out);
        };
        let document = value.document();
        self.out.push('{');
        for field in object.fields {
            let Some(name) = field.sent_as(self.operation) else {
                continue;
            };
            let given = members
                .into_iter()
                .find(|(key, _)| document.key(*key) == field.name)
                .map(|(_, member)| member)
                .filter(|member| Filling::of_field(member.kind(), field) != Filling::Absent);
            if let Some(member) = given {
                write_key(name, &mut self.out);
                self.member(member, field);
            } else if field.is_always_sent(self.operation) {
                write_key(name, &mut self.out);
                self.out.push_str("[]");
            }
        }
        let sent = || {
            let fields = object.fields.iter();
            fields.filter_map(|field| field.sent_as(self.operation))
        };
        let unknown: Vec<_> = members
            .map(|(key, member)| (document.key(key), member))
            .filter(|(key, _)| object.position(key).is_none() && sent().all(|name| name != *key))
            .collect();
        for (key, member) in unknown {
            write_key(key, &mut self.out);
            write_value(member, &mut self.out);
        }
        self.out.push('}');
    }

    fn member(&mut self, member: Value<'_>, field: &Field) {
        match (field.kind, member.kind()) {
            (FieldKind::Nested(object), _) => self.object(member, object),
            (FieldKind::List(object) | FieldKind::FilledList(object), Kind::Array(items)) => {
                self.out.push('[');
                for item in items {
                    write_comma(&mut self.out);
                    self.object(item, object);
                }
                self.out.push(']');
            }
            _ => write_value(member, &mut self.out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read_json;

    #[test]
    fn orders_fields_and_omits_blank_ones_and_those_that_are_not_sent() {
        let text = r#"{
            "$schema": "schema.json", "extra": {"b": 1.0, "a": null}, "relationships": [], "datasourceName": "d", "name": "n",
            "tenancySettings": {"primaryDatabase": null, "clientColumnType": null, "tenancyLevel": "DATABASE"},
            "tableList": [{"columns": [{"sql": "", "name": "c", "alias": " "}], "label": null, "name": "t"}]
        }"#;
        assert_eq!(
            write(&read_json(text, &[]), Operation::Create),
            concat!(
                r#"{"name":"n","datasourceName":"d","tableList":[{"name":"t","columns":[{"name":"c"}]}],"#,
                r#""tenancySettings":{"tenancyLevel":"DATABASE","primaryDatabase":null},"#,
                r#""relationships":[],"extra":{"b":1.0,"a":null}}"#
            )
        );
    }

    #[test]
    fn an_update_has_another_name_field_and_always_contains_relationships() {
        for (text, expected) in [
            (
                r#"{"name": "n", "datasourceName": "d", "tableList": [], "relationships": null, "datamartName": "o", "x": 1}"#,
                r#"{"datamartName":"n","tableList":[],"relationships":[],"x":1}"#,
            ),
            (
                r#"{"relationships": [{"join": null}], "tenancySettings": {"tenancyLevel": "DATABASE"}, "name": "n"}"#,
                r#"{"datamartName":"n","tenancySettings":{"tenancyLevel":"DATABASE"},"relationships":[{"join":null}]}"#,
            ),
            ("{}", r#"{"relationships":[]}"#),
        ] {
            assert_eq!(write(&read_json(text, &[]), Operation::Update), expected);
        }
    }
}
