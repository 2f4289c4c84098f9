//! A column is not in the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc, naming};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A column that is no custom column is not in the datasource's table.",
    why: "The API rejects it. Known only with the option `catalog`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "totl" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, bound, known) in cx.resolved.known_tables() {
        for (column, bound_column) in cx.resolved.columns(table, bound) {
            let Some(name) = column.name.given().filter(|_| column.is_custom.is_unset()) else {
                continue;
            };
            naming::check_column(
                cx,
                known,
                name,
                bound_column.catalog,
                findings,
                &|written| {
                    let table = known.name();
                    let message =
                        format!("the datasource's table `{table}` has no column `{written}`");
                    Finding::new(Code::UnknownColumn, name.node, message)
                        .help("Use a column of the table, or make it a custom column with `sql`.")
                },
                &|finding, right| naming::rename_column(cx, bound, bound_column, right, finding),
            );
        }
    }
}
