//! Nothing is visible.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "everything-hidden",
    severity: WARNING,
    subject: Tables,
    what: "Every table of the datamart, or every column of a visible table, is hidden.",
    why: "Users of the datamart find nothing to work with.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": true, "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": false, "columns": [{ "name": "id" }] }] }"#,
    ),
    check: Some(check),
    messages: {
        datamart(): "" => "every table is hidden, so the datamart shows nothing",
        show_table(): ".help" => "Show at least one table.",
        table(table): ".table" => "every column of the table `{table}` is hidden, so the table shows nothing",
        show_column(): ".table.help" => "Show at least one column, or hide the table.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let tables = &cx.datamart.tables;
    if let Some(list) = cx.datamart.table_list
        && cx.datamart.all_tables_named
        && !tables.is_empty()
        && tables.iter().all(|table| table.is_hide.is_set())
    {
        findings.add(
            Finding::new(Code::EverythingHidden, list, messages::datamart())
                .help(messages::show_table()),
        );
        return;
    }
    for table in tables
        .iter()
        .filter(|table| !table.is_hide.is_set() && table.all_columns_named)
    {
        let Some(list) = table.column_list else {
            continue;
        };
        if !table.columns.is_empty() && table.columns.iter().all(|column| column.is_hide.is_set()) {
            let name = table.name.given().map_or("", |name| name.text);
            findings.add(
                Finding::new(Code::EverythingHidden, list, messages::table(name))
                    .help(messages::show_column()),
            );
        }
    }
}
