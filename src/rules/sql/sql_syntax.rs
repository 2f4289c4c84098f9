//! The SQL of a custom column is no valid expression. The parser finds it; see [`finding`](super::finding).

use crate::rules::rule;

rule! {
    code: "sql-syntax",
    severity: ERROR,
    subject: Sql,
    what: "The SQL of a custom column breaks off or does not follow the grammar.",
    why: "The database refuses it, but only when somebody opens a dashboard. The expression is read in the SQL of `datasourceType`; without that option, what any database accepts is accepted.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "(total - tax" }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "(total - tax)" }
] }] }"#,
    ),
    check: Some(super::check),
    messages: {
    },
}
