//! Rules of the datamart itself: its name and its datasource.

pub(super) mod datamart_name_case;
pub(super) mod datamart_name_characters;
pub(super) mod datamart_name_taken;
pub(super) mod unknown_datamart;
pub(super) mod unknown_datasource;
pub(super) mod unusable_datasource;

use super::Context;
use crate::contract::Operation;

/// Whether the name is new: an update refers to an existing one.
fn chooses_name(cx: &Context<'_, '_>) -> bool {
    cx.options.operation == Operation::Create
}
