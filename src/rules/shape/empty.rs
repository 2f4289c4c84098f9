//! A list that needs at least one item has none.

use crate::rules::rule;

rule! {
    code: "empty",
    severity: ERROR,
    subject: Shape,
    what: "A list that needs at least one item has none.",
    why: "The server rejects a datamart without tables and a table without columns.",
    wrong: Fields(r#"{ "tableList": [{ "name": "orders", "columns": [] }] }"#),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
        empty(field): "" => "`{field}` is empty, expected at least one item",
    },
}
