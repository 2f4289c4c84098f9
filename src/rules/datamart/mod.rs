//! Rules of the datamart itself: its name and its datasource.

pub(super) mod datamart_name_case;
pub(super) mod datamart_name_characters;
pub(super) mod datamart_name_taken;
pub(super) mod unknown_datamart;
pub(super) mod unknown_datasource;
pub(super) mod unusable_datasource;

use super::Context;
use crate::contract::Operation;
use crate::issue::Findings;

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    // An update finds the name and does not choose it.
    if cx.options.operation == Operation::Create {
        datamart_name_taken::check(cx, findings);
        datamart_name_case::check(cx, findings);
        datamart_name_characters::check(cx, findings);
    }
    unknown_datamart::check(cx, findings);
    unknown_datasource::check(cx, findings);
    unusable_datasource::check(cx, findings);
}
