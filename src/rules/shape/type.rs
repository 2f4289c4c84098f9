//! A value is of the wrong kind.

use crate::rules::rule;

rule! {
    code: "type",
    severity: ERROR,
    subject: Shape,
    what: "A value is of the wrong kind.",
    why: "The server rejects it. Nothing is converted on the way: `\"true\"` is a text, not true.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": "true", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": false, "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
    },
}
