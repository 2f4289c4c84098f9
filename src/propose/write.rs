//! Writes proposals as JSON, as JavaScript has them.

use super::{RelationshipProposal, TenancyProposal};
use crate::contract::{LEVEL_TABLE, Object, relationship, tenancy};
#[cfg(target_arch = "wasm32")]
use crate::contract::{datamart, table};
#[cfg(target_arch = "wasm32")]
use crate::document::{write_comma, write_number};
use crate::document::{write_key, write_raw, write_text};

/// Appends an object whose members are texts.
fn write_object(object: &Object, members: &[(usize, Option<&str>)], out: &mut String) {
    write_raw("{", out);
    for (field, text) in members {
        if let Some(text) = text {
            write_key(object.key(*field), out);
            write_text(text, out);
        }
    }
    write_raw("}", out);
}

/// Appends a relationship.
pub(super) fn write_relationship(it: &RelationshipProposal, out: &mut String) {
    let members = [
        (relationship::PARENT_TABLE_NAME, &it.parent_table),
        (relationship::PARENT_COLUMN_NAME, &it.parent_column),
        (relationship::CHILD_TABLE_NAME, &it.child_table),
        (relationship::CHILD_COLUMN_NAME, &it.child_column),
        (relationship::RELATIONSHIP_NAME, &it.name),
    ];
    let members = members.map(|(field, text)| (field, Some(text.as_str())));
    write_object(&relationship::OBJECT, &members, out);
}

/// Appends tenancy settings.
pub(super) fn write_settings(it: &TenancyProposal, out: &mut String) {
    let members = [
        (tenancy::TENANCY_LEVEL, Some(LEVEL_TABLE)),
        (tenancy::CLIENT_COLUMN_TYPE, it.client_column_type),
        (tenancy::SCHEMA_NAME, it.schema_name.as_deref()),
        (tenancy::TABLE_NAME, it.table_name.as_deref()),
        (
            tenancy::TABLE_CLIENT_NAME_COLUMN,
            it.table_client_name_column.as_deref(),
        ),
        (
            tenancy::TABLE_PRIMARY_KEY_COLUMN,
            it.table_primary_key_column.as_deref(),
        ),
    ];
    write_object(&tenancy::OBJECT, &members, out);
}

/// The relationships with their reasons.
#[cfg(target_arch = "wasm32")]
pub(super) fn written_relationships(proposals: &[RelationshipProposal]) -> String {
    let mut out = String::from("[");
    for it in proposals {
        write_comma(&mut out);
        write_raw("{\"relationship\":", &mut out);
        write_relationship(it, &mut out);
        write_reason(&it.reason, it.confidence, &mut out);
        it.params.write(&mut out);
        write_raw("}", &mut out);
    }
    write_raw("]", &mut out);
    out
}

#[cfg(target_arch = "wasm32")]
fn write_reason(reason: &str, confidence: super::Confidence, out: &mut String) {
    write_raw(",\"confidence\":", out);
    write_text(confidence.name(), out);
    write_raw(",\"reason\":", out);
    write_text(reason, out);
}

/// The settings with the edits that apply them; `null` if there are none.
#[cfg(target_arch = "wasm32")]
pub(super) fn written_tenancy(proposal: Option<&TenancyProposal>) -> String {
    let Some(it) = proposal else {
        return String::from("null");
    };
    let mut out = String::from("{\"tenancySettings\":");
    write_settings(it, &mut out);
    write_raw(",\"edits\":[{\"path\":[", &mut out);
    write_text(datamart::OBJECT.key(datamart::TENANCY_SETTINGS), &mut out);
    write_raw("],\"op\":\"set\",\"value\":", &mut out);
    write_settings(it, &mut out);
    for (table, column) in &it.client_columns {
        write_raw("},{\"path\":", &mut out);
        write_path(
            *table,
            Some(table::OBJECT.key(table::CLIENT_COLUMN)),
            &mut out,
        );
        write_raw(",\"op\":\"set\",\"value\":", &mut out);
        write_text(column, &mut out);
    }
    write_raw("}],\"leftOut\":[", &mut out);
    for table in &it.left_out {
        write_comma(&mut out);
        write_path(*table, None, &mut out);
    }
    write_raw("]", &mut out);
    write_reason(&it.reason, it.confidence, &mut out);
    it.params.write(&mut out);
    write_raw("}", &mut out);
    out
}

/// Appends the path of a table, or of one of its fields.
#[cfg(target_arch = "wasm32")]
fn write_path(table: usize, field: Option<&str>, out: &mut String) {
    write_raw("[", out);
    write_text(datamart::OBJECT.key(datamart::TABLE_LIST), out);
    write_raw(",", out);
    write_number(table, out);
    if let Some(field) = field {
        write_raw(",", out);
        write_text(field, out);
    }
    write_raw("]", out);
}
