//! Writes proposals as JSON, as JavaScript has them.

use super::relationships::Join;
use super::tenancy::Settings;
use crate::contract::{Object, relationship, tenancy};
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
use crate::contract::{datamart, table};
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
use crate::document::{write_comma, write_number};
use crate::document::{write_key, write_raw, write_text};
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
use crate::issue::{Message, Renderer};

/// Appends a relationship.
#[inline(never)]
pub(super) fn write_relationship(join: &Join<'_>, out: &mut String) {
    write_fields(&relationship::OBJECT, &join.fields.map(Some), out);
}

/// Appends tenancy settings.
#[inline(never)]
pub(super) fn write_settings(settings: &Settings<'_>, out: &mut String) {
    write_fields(&tenancy::OBJECT, &settings.fields, out);
}

/// Appends an object with its first fields, which are in the contract's order.
#[inline(never)]
pub(super) fn write_fields(object: &Object, fields: &[Option<&str>], out: &mut String) {
    write_raw("{", out);
    for (field, text) in fields.iter().enumerate() {
        if let Some(text) = text {
            write_key(object.key(field), out);
            write_text(text, out);
        }
    }
    write_raw("}", out);
}

/// Appends a relationship with its reason.
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
pub(super) fn write_join(join: &Join<'_>, renderer: &mut Renderer<'_>, out: &mut String) {
    write_comma(out);
    write_raw("{\"relationship\":", out);
    write_relationship(join, out);
    write_reason(join.message(), join.is_certain, renderer, out);
}

/// Appends the end of an object: how far the proposal can be trusted, and why it is made.
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
#[inline(never)]
fn write_reason(message: Message, is_certain: bool, renderer: &mut Renderer<'_>, out: &mut String) {
    let (reason, params) = renderer.render(message);
    write_key("confidence", out);
    write_text(super::Confidence::of(is_certain).name(), out);
    write_key("reason", out);
    write_text(&reason, out);
    params.write(out);
    write_raw("}", out);
}

/// Appends settings with the edits that apply them, and the reason.
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
pub(super) fn write_tenancy(settings: Settings<'_>, renderer: &mut Renderer<'_>, out: &mut String) {
    write_raw("{\"tenancySettings\":", out);
    write_settings(&settings, out);
    write_raw(",\"edits\":[{\"path\":[", out);
    write_text(datamart::OBJECT.key(datamart::TENANCY_SETTINGS), out);
    write_raw("],\"op\":\"set\",\"value\":", out);
    write_settings(&settings, out);
    for (table, column) in &settings.client_columns {
        write_raw("},{\"path\":", out);
        write_path(*table, out);
        write_comma(out);
        write_text(table::OBJECT.key(table::CLIENT_COLUMN), out);
        write_raw("],\"op\":\"set\",\"value\":", out);
        write_text(column, out);
    }
    write_raw("}],\"leftOut\":[", out);
    for table in &settings.left_out {
        write_comma(out);
        write_path(*table, out);
        write_raw("]", out);
    }
    write_raw("]", out);
    write_reason(settings.message, settings.is_certain, renderer, out);
}

/// Appends the path of a table, without its bracket.
#[cfg(all(target_arch = "wasm32", feature = "extras"))]
fn write_path(table: usize, out: &mut String) {
    write_raw("[", out);
    write_text(datamart::OBJECT.key(datamart::TABLE_LIST), out);
    write_comma(out);
    write_number(table, out);
}
