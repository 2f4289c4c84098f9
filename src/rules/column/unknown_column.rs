//! A column is not in the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-column",
    severity: ERROR,
    subject: Columns,
    what: "A column that is not a custom column does not exist in the datasource's table.",
    why: "The API rejects it. Checked only with the option `catalog`.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "totl" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
    check: Some(check),
    messages: {
        missing(table, column): "" => "the datasource's table `{table}` has no column `{column}`",
        use_column(): ".help" => "Use a column of the table, or turn it into a custom column with `sql`.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
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
                    let message = messages::missing(known.name(), written);
                    Finding::new(Code::UnknownColumn, name.node, message)
                        .help(messages::use_column())
                },
                &|finding, right| naming::rename_column(cx, bound, bound_column, right, finding),
            );
        }
    }
}
