//! Rules of the columns: their names, their SQL as a field, their time zones.

pub(super) mod duplicate_alias;
pub(super) mod duplicate_column;
pub(super) mod shadowed_column;
pub(super) mod timezone_not_a_date;
pub(super) mod timezone_not_set;
pub(super) mod timezone_unsupported;
pub(super) mod unknown_column;
pub(super) mod unused_sql;

use super::Context;
use crate::datasource::DatasourceType;
use crate::model::Flag;

/// The flags that ask for a conversion to the guest's time zone.
fn time_zone_flags(cx: &Context<'_, '_>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for table in &cx.datamart.tables {
        for column in &table.columns {
            flags.extend(column.is_apply_timezone.given().filter(|flag| flag.is_set));
        }
    }
    flags
}

/// The datasource's type, if it never converts time zones.
fn without_time_zones(cx: &Context<'_, '_>) -> Option<DatasourceType> {
    cx.options
        .datasource_type
        .filter(|it| !it.converts_time_zones())
}
