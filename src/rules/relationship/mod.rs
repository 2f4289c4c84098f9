//! Rules of the relationships between tables.

pub(super) mod ambiguous_relationship_table;
pub(super) mod duplicate_relationship;
pub(super) mod duplicate_relationship_name;
pub(super) mod incompatible_relationship_types;
pub(super) mod same_relationship_ends;
pub(super) mod several_join_paths;
pub(super) mod unknown_relationship_column;
pub(super) mod unknown_relationship_table;
pub(super) mod unreached_table;

use super::Context;
use crate::issue::Findings;

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if cx.datamart.relationships.is_empty() {
        return;
    }
    unknown_relationship_table::check(cx, findings);
    ambiguous_relationship_table::check(cx, findings);
    unknown_relationship_column::check(cx, findings);
    same_relationship_ends::check(cx, findings);
    duplicate_relationship::check(cx, findings);
    duplicate_relationship_name::check(cx, findings);
    incompatible_relationship_types::check(cx, findings);
    several_join_paths::check(cx, findings);
    unreached_table::check(cx, findings);
}
