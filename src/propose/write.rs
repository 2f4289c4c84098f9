//! Writes what is proposed as parts of a datamart.

use super::relationships::Join;
use super::tenancy::Settings;
use crate::contract::{Object, relationship, tenancy};
use crate::document::{write_key, write_raw, write_text};

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
