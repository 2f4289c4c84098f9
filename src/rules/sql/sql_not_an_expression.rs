//! The SQL of a custom column is not exactly one expression. The parser finds it; see
//! [`finding`](super::finding).

use crate::rules::rule;

rule! {
    code: "sql-not-an-expression",
    severity: ERROR,
    subject: Sql,
    what: "The SQL of a custom column is a statement or a list, or is followed by an alias or a clause.",
    why: "The vendor inserts the text into its own query, as one expression; the name comes from the column.",
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
    templates: {
        EMPTY(): ".empty" => "the expression is empty",
        STATEMENT(found): ".statement" => "`{found}` begins a statement, but a column is one expression",
        CLAUSE(found): ".clause" => "`{found}` begins a clause of a statement, but a column is one expression",
        REMOVE_KEYWORD(): ".clause.help" => "Remove the clause keyword; a condition alone is an expression.",
        KEEP_COLUMNS(): ".statement.help" => "Keep what is between SELECT and FROM, or put the whole SELECT in parentheses.",
        REMOVE_CLAUSE(): ".clause.rest.help" => "Remove it and what follows, or put a whole SELECT in parentheses.",
        SEMICOLON(): ".semicolon" => "an expression does not end with `;`",
        REMOVE_SEMICOLON(): ".semicolon.help" => "Remove the semicolon.",
        STATEMENTS(): ".statements" => "another statement follows this `;`, but a column is one expression",
        LIST(): ".list" => "another expression follows this comma, but a column is one expression",
        COLUMN_EACH(): ".list.help" => "Create a column for each.",
        NAMELESS(): ".as" => "`AS` names nothing here",
        ALIAS(found): ".alias" => "`{found}` is an alias, which is not part of the expression",
        REMOVE_ALIAS(): ".alias.help" => "Remove the alias; the column's name already names the result.",
        INNER_CLAUSE(found): ".clause.inside" => "`{found}` begins a clause of a statement, which is not allowed here",
    },
}
