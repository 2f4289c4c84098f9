//! A custom column has the name of a column of the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::rules::physical;
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A custom column has the name of a column of the datasource's table.",
    why: "Which of the two a query means is not documented. Known only with the option `catalog`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total", "isCustomColumn": true, "sql": "id * 2" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total_doubled", "isCustomColumn": true, "sql": "id * 2" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "total", "dataType": "numeric" }] }] } }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, known) in physical::known(cx) {
        for column in table
            .columns
            .iter()
            .filter(|column| column.is_custom.is_set())
        {
            let Some(name) = column.name.given() else {
                continue;
            };
            let written = name.text.trim();
            if known.column(written).is_some_and(|it| it.name() == written) {
                let table = known.name();
                let message =
                    format!("the datasource's table `{table}` has a column `{written}` of its own");
                findings.add(
                    Finding::new(Code::ShadowedColumn, name.node, message)
                        .help("Give the custom column another name."),
                );
            }
        }
    }
}
