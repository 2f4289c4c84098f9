//! The text is not JSON.

use crate::rules::rule;

rule! {
    code: "syntax",
    severity: ERROR,
    subject: Json,
    what: "The text is not JSON.",
    why: "Only for a datamart given as text. The rest of the text is read all the same, so that its other mistakes show too.",
    wrong: Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }], }] }"#,
    ),
    right: Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
    },
}
