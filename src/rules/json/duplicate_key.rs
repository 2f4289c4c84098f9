//! An object has the same key twice.

use crate::rules::rule;

rule! {
    code: "duplicate-key",
    severity: ERROR,
    subject: Json,
    what: "An object has the same key twice.",
    why: "Only for a datamart given as text. JSON readers keep one of the two values and silently drop the other.",
    wrong: Text(
        r#"{ "name": "sales", "name": "sales-2026", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Text(
        r#"{ "name": "sales-2026", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
        twice(key): "" => "the object has the key `{key}` twice",
        remove(): ".help" => "Remove one of the two: only the last value of a repeated key counts.",
        first(): ".related" => "the first one is here",
    },
}
