//! The SQL of a custom column is unlikely to mean what it says. The parser finds it; see [`finding`](super::finding).

use crate::rules::rule;

rule! {
    code: "sql-suspicious",
    severity: WARNING,
    subject: Sql,
    what: "The SQL of a custom column can be read, but hardly does what was meant.",
    why: "Such as a comparison with NULL, which is never true, or an operator that means something else in this database.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "paid_at" },
  { "name": "is_open", "isCustomColumn": true, "sql": "paid_at = NULL" }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "paid_at" },
  { "name": "is_open", "isCustomColumn": true, "sql": "paid_at IS NULL" }
] }] }"#,
    ),
    check: None,
    messages: {
    },
}
