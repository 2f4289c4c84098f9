//! The contract as the TypeScript interfaces in `pkg-template/index.d.ts`.

use std::fmt::Write as _;

use super::{Field, FieldKind, Object, Presence, column, datamart, relationship, table, tenancy};

/// The interfaces, one for each object, with their documentation.
#[must_use]
pub fn typescript_interfaces() -> String {
    let objects: [&Object; super::OBJECTS] = [
        &datamart::OBJECT,
        &table::OBJECT,
        &column::OBJECT,
        &tenancy::OBJECT,
        &relationship::OBJECT,
    ];
    objects.map(interface).join("\n")
}

fn interface(object: &Object) -> String {
    let mut out = format!(
        "/** {} */\nexport interface {} {{\n",
        object.documentation, object.type_name
    );
    for field in object.fields {
        let Field {
            name,
            documentation,
            ..
        } = field;
        let (optional, or_null) = match field.presence {
            Presence::Required => ("", ""),
            _ => ("?", " | null"),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "  /** {documentation} */\n  {name}{optional}: {}{or_null}",
            type_of(field.kind)
        );
    }
    out.push_str("}\n");
    out
}

fn type_of(kind: FieldKind) -> String {
    match kind {
        FieldKind::Text | FieldKind::Name => "string".to_owned(),
        FieldKind::Flag => "boolean".to_owned(),
        FieldKind::Choice(choices) => format!("'{}'", choices.join("' | '")),
        FieldKind::Nested(object) => object.type_name.to_owned(),
        FieldKind::List(item) | FieldKind::FilledList(item) => format!("{}[]", item.type_name),
    }
}
