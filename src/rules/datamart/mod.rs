//! Rules of the datamart itself: its name and its datasource.

pub(super) mod datamart_name_case;
pub(super) mod datamart_name_characters;
pub(super) mod datamart_name_taken;
pub(super) mod unknown_datamart;
pub(super) mod unknown_datasource;
pub(super) mod unusable_datasource;

use super::Context;
use crate::contract::Operation;

/// Whether the datamart gets its name: an update looks for the name instead.
fn chooses_name(cx: &Context<'_, '_>) -> bool {
    cx.options.operation == Operation::Create
}
