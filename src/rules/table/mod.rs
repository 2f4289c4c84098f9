//! Rules of the tables: their names, schemas and visibility.

pub(super) mod duplicate_table;
pub(super) mod everything_hidden;
pub(super) mod index_pattern_unsupported;
pub(super) mod schema_recommended;
pub(super) mod schema_required;
pub(super) mod schema_unsupported;

use super::Context;
use crate::datasource::{DatasourceType, Schemas};
use crate::issue::Findings;
use crate::model::Table;

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    duplicate_table::check(cx, findings);
    schema_required::check(cx, findings);
    schema_recommended::check(cx, findings);
    schema_unsupported::check(cx, findings);
    index_pattern_unsupported::check(cx, findings);
    everything_hidden::check(cx, findings);
}

/// The datasource's type and all tables, when the type has this habit about schemas.
fn on<'c, 'd>(cx: &Context<'c, 'd>, schemas: Schemas) -> Option<(DatasourceType, &'c [Table<'d>])> {
    let datasource = cx
        .options
        .datasource_type
        .filter(|datasource| datasource.schemas() == schemas)?;
    Some((datasource, &cx.datamart.tables))
}
