//! What a value says, and which values say the same.

use crate::contract::Presence;
use crate::document::{Kind, Value, write_value};
use crate::model::Filling;
use crate::rules::are_same;

/// The value, unless it means the same as a missing one: null, blank or false.
pub(super) fn said(value: Option<Value<'_>>) -> Option<Value<'_>> {
    value.filter(|value| match value.kind() {
        Kind::Bool(false) | Kind::Unusable(..) => false,
        kind => Filling::of(kind, Presence::Optional) == Filling::Given,
    })
}

/// Whether a value is an object that says nothing, such as a group of a form that was not touched.
pub(super) fn is_group_of_nothing(value: Value<'_>) -> bool {
    let Kind::Object(mut members) = value.kind() else {
        return false;
    };
    members.all(|(_, member)| said(Some(member)).is_none())
}

pub(super) fn is_same(one: Option<Value<'_>>, other: Option<Value<'_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => are_same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

pub(super) fn is_object(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Object(_))
}

pub(super) fn json(value: Value<'_>) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}
