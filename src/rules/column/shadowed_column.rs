//! A custom column has the name of a column of the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::names::{NameMatch, trim};
use crate::resolve::ColumnMatch;
use crate::rules::{Context, rule};

rule! {
    code: "shadowed-column",
    severity: WARNING,
    subject: Columns,
    what: "A custom column has the same name as a column of the datasource's table.",
    why: "Which of the two a query uses is not documented. Without the option `catalog`, only the \
          `clientColumn` is known to be in the datasource: a query that uses the custom column \
          instead would not isolate tenants.",
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
        client(column): ".client" => "`{column}` is also the `clientColumn`, which must be a column of the datasource's table",
        rename(): ".help" => "Choose another name for the custom column.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, bound) in cx.resolved.tables() {
        let client = table.client_column.given().map(|client| trim(client.text));
        for (column, bound_column) in cx.resolved.columns(table, bound) {
            let Some(name) = column.name.given().filter(|_| column.is_custom.is_set()) else {
                continue;
            };
            let message = match (bound.catalog.table(), bound_column.catalog) {
                (Some(known), ColumnMatch::Column(own, NameMatch::Exact | NameMatch::Trimmed)) => {
                    messages::shadowed(known.name(), own.name())
                }
                (None, _) if client == Some(bound_column.name) => {
                    messages::client(bound_column.name)
                }
                _ => continue,
            };
            findings.add(
                Finding::new(Code::ShadowedColumn, name.node, message).help(messages::rename()),
            );
        }
    }
}
