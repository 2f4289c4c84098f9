//! How a change is described, and whether it is breaking.

use super::ChangeSubject;
use super::fields::Fields;
use super::lists::Kinds;
use super::messages as say;
use super::values::{json, said};
use crate::contract::{Field, FieldKind, column, datamart, relationship, table};
use crate::document::{Kind, Value};
use crate::issue::Message;
use crate::names::{CaseRule, NameMatch, trim};
use crate::text::joined;

/// The name of an item for people: `shop.orders`, `orders.total`, `orders.id → items.order_id`.
pub(super) fn label(item: Value<'_>, kind: &Kinds, table: &str) -> String {
    let name = |field: usize| match item.member(kind.object.key(field)).map(Value::kind) {
        Some(Kind::Text(name)) => trim(name),
        _ => "",
    };
    match kind.subject {
        ChangeSubject::Relationship => {
            let [parent, parent_column, child, child_column] = [
                relationship::PARENT_TABLE_NAME,
                relationship::PARENT_COLUMN_NAME,
                relationship::CHILD_TABLE_NAME,
                relationship::CHILD_COLUMN_NAME,
            ]
            .map(name);
            joined(
                &[parent, ".", parent_column, " → ", child, ".", child_column],
                "",
            )
        }
        ChangeSubject::Column if !table.is_empty() => joined(&[table, ".", name(column::NAME)], ""),
        ChangeSubject::Table if !name(table::SCHEMA_NAME).is_empty() => {
            joined(&[name(table::SCHEMA_NAME), ".", name(table::NAME)], "")
        }
        // The field for the name has the same number in tables and columns.
        _ => name(table::NAME).to_owned(),
    }
}

type FromTo<'d> = (Option<Value<'d>>, Option<Value<'d>>);

/// Whether dashboards or the isolation of tenants may break.
pub(super) fn is_breaking(
    subject: ChangeSubject,
    field: usize,
    (_, to): FromTo<'_>,
    (former, present): (&Fields<'_>, &Fields<'_>),
) -> bool {
    match subject {
        ChangeSubject::Table => match field {
            table::IS_HIDE => to.is_some(),
            table::LABEL => false,
            _ => true,
        },
        ChangeSubject::Column => match field {
            column::IS_HIDE => to.is_some(),
            column::LABEL | column::IS_APPLY_TIMEZONE => false,
            column::SQL | column::IS_AGGREGATE => [former, present]
                .iter()
                .any(|fields| said(fields.get(column::IS_CUSTOM_COLUMN)).is_some()),
            _ => true,
        },
        ChangeSubject::Relationship => !matches!(
            field,
            relationship::RELATIONSHIP_NAME | relationship::CARDINALITY
        ),
        ChangeSubject::Tenancy | ChangeSubject::Datamart => true,
    }
}

pub(super) fn message(
    subject: ChangeSubject,
    field: &Field,
    (from, to): FromTo<'_>,
    place: &str,
) -> Message {
    if let (FieldKind::Name, Some(Kind::Text(old)), Some(Kind::Text(new))) =
        (field.kind, from.map(Value::kind), to.map(Value::kind))
    {
        match NameMatch::between(old, new, CaseRule::EXACT) {
            Some(NameMatch::Trimmed) => return say::whitespace(field.name, old, new),
            Some(NameMatch::OtherCase | NameMatch::CaseMismatch) => {
                return say::case(field.name, old, new);
            }
            Some(NameMatch::OtherComposition) => return say::composition(field.name, old, new),
            Some(NameMatch::Exact) | None => {}
        }
        if field.name == datamart::OBJECT.key(datamart::DATASOURCE_NAME) {
            return say::datasource(old, new);
        }
    }
    plain_message(subject, field.name, (from, to), place)
}

pub(super) fn plain_message(
    subject: ChangeSubject,
    field: &str,
    (from, to): FromTo<'_>,
    place: &str,
) -> Message {
    let shown = |value: Option<Value<'_>>| match value.map(Value::kind) {
        Some(Kind::Text(text)) => Some(text.to_owned()),
        _ => value.map(json),
    };
    let is_own = matches!(subject, ChangeSubject::Datamart | ChangeSubject::Tenancy);
    match (shown(from), shown(to)) {
        (Some(from), Some(to)) if is_own => say::field_changed(field, &from, &to),
        (Some(from), Some(to)) => say::changed(field, place, &from, &to),
        (from, Some(to)) if is_own || from.is_some() => say::field_set(field, &to),
        (_, Some(to)) => say::set(field, place, &to),
        (from, None) if is_own => say::field_removed(field, &from.unwrap_or_default()),
        (from, None) => say::removed(field, place, &from.unwrap_or_default()),
    }
}
