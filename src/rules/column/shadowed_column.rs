//! A custom column has the name of a column of the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::names::NameMatch;
use crate::resolve::ColumnMatch;
use crate::rules::{Context, rule};

rule! {
    code: "shadowed-column",
    severity: WARNING,
    subject: Columns,
    what: "A custom column has the same name as a column of the datasource's table.",
    why: "Which of the two a query uses is not documented. Checked only with the option `catalog`.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total", "isCustomColumn": true, "sql": "id * 2" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total_doubled", "isCustomColumn": true, "sql": "id * 2" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
    check: Some(check),
    messages: {
        shadowed(table, column): "" => "the datasource's table `{table}` already has a column `{column}`",
        rename(): ".help" => "Choose another name for the custom column.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, bound, known) in cx.resolved.known_tables() {
        for (column, bound_column) in cx.resolved.columns(table, bound) {
            let Some(name) = column.name.given().filter(|_| column.is_custom.is_set()) else {
                continue;
            };
            if let ColumnMatch::Column(own, NameMatch::Exact | NameMatch::Trimmed) =
                bound_column.catalog
            {
                let message = messages::shadowed(known.name(), own.name());
                findings.add(
                    Finding::new(Code::ShadowedColumn, name.node, message).help(messages::rename()),
                );
            }
        }
    }
}
