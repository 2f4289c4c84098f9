//! Rules that keep tenants apart.

pub(super) mod client_column_without_tenancy;
pub(super) mod ignored_tenancy_field;
pub(super) mod multi_database_unsupported;
pub(super) mod table_not_isolated;

use super::Context;
use crate::issue::Findings;

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    table_not_isolated::check(cx, findings);
    client_column_without_tenancy::check(cx, findings);
    ignored_tenancy_field::check(cx, findings);
    multi_database_unsupported::check(cx, findings);
}

/// The tenancy level, when there is a valid one.
fn level<'d>(cx: &Context<'_, 'd>) -> Option<&'d str> {
    Some(cx.datamart.tenancy.given()?.level.given()?.text)
}
