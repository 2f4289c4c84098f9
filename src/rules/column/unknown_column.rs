//! A column is not in the datasource's table.

use crate::issue::{Code, Finding, Findings};
use crate::rules::physical;
use crate::rules::{Context, Example, RuleDoc};

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
    for (table, known) in physical::known(cx) {
        for column in &table.columns {
            let Some(name) = column.name.given().filter(|_| column.is_custom.is_unset()) else {
                continue;
            };
            physical::check_column(
                cx,
                known,
                name,
                findings,
                &|written| {
                    let table = known.name();
                    let message =
                        format!("the datasource's table `{table}` has no column `{written}`");
                    Finding::new(Code::UnknownColumn, name.node, message)
                        .help("Name a column of the table, or make it a custom column with `sql`.")
                },
                &|finding, right| physical::rename_column(cx, table, name, right, finding),
            );
        }
    }
}
