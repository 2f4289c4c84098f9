//! The contract as the TypeScript types in `pkg-template/index.d.ts`.

use std::fmt::Write as _;

use super::{Field, FieldKind, Object, Presence, column, datamart, relationship, table, tenancy};

/// The types, one for each object, with their documentation. They are not interfaces, which are not
/// assignable to `Record<string, unknown>`, as many form libraries require.
#[must_use]
pub fn typescript_types() -> String {
    let objects: [&Object; super::OBJECTS] = [
        &datamart::OBJECT,
        &table::OBJECT,
        &column::OBJECT,
        &tenancy::OBJECT,
        &relationship::OBJECT,
    ];
    objects.map(type_alias).join("\n")
}

fn type_alias(object: &Object) -> String {
    let mut out = format!(
        "/** {} */\nexport type {} = {{\n",
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
