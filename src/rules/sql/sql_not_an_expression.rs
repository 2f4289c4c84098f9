//! The SQL of a custom column is more or other than one expression. The parser finds it; see [`finding`](super::finding).

use crate::rules::rule;

rule! {
    code: "sql-not-an-expression",
    severity: ERROR,
    subject: Sql,
    what: "The SQL of a custom column is a statement, a list, or has an alias or a clause behind it.",
    why: "The vendor puts the text into a query of its own, as one expression; the name comes from the column.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tax AS net" }
] }] }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tax" }
] }] }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    check: None,
    messages: {
    },
}
