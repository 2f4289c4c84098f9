//! The SQL of a custom column probably does not do what was intended. The parser finds it; see
//! [`finding`](super::finding).

use crate::rules::rule;

rule! {
    code: "sql-suspicious",
    severity: WARNING,
    subject: Sql,
    what: "The SQL of a custom column is valid, but probably does not do what was intended.",
    why: "For example a comparison with NULL, which is never true, or an operator with a \
          different meaning in this database.",
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
    templates: {
        BARE_FROM(): ".from" => "`FROM` alone means `SELECT * FROM` here",
        PIPES(dialect): ".pipes" => "`||` means OR in {dialect}",
        CONCAT(): ".pipes.help" => "Use CONCAT(first, second) to join strings.",
        ALIAS(found): ".alias" => "`{found}` is an alias, which is not part of the expression",
        REMOVE_ALIAS(): ".alias.help" => "Remove the alias; the column's name already names the result.",
        BARE_ALIAS(found): ".alias.bare" => "`{found}` is read as an alias of the value before it",
        KEYWORD_AS_ALIAS(found): ".alias.keyword" => "`{found}` is read as an alias here, not as a keyword",
        NEVER_TRUE(found): ".null" => "`{found}` is never true",
        IS_NULL(): ".null.help" => "Only IS NULL finds missing values.",
        IS_NOT_NULL(): ".null.not.help" => "Only IS NOT NULL finds missing values.",
        OPERATOR(found, dialect): ".operator" => "`{found}` is not an operator in {dialect}",
        WRITE_INSTEAD(operator): ".operator.help" => "Write `{operator}` instead.",
        NAME(found): ".name" => "`{found}` has no value before it and is read as a name",
        COLUMN_AFTER_COMMA(found): ".column" => "`{found}` is read as a column after a comma",
        SPACE(character): ".space" => "`{character}` is treated as whitespace",
        REMOVE(): ".space.help" => "Remove it.",
        DOUBLE_COLON(dialect): ".double-colon" => "`::` is not a documented cast in {dialect}",
        WRITE_CAST(): ".double-colon.help" => "Write CAST(value AS type).",
        BACKTICKS(dialect): ".backticks" => "backticks do not quote names in {dialect}",
        DOUBLE_QUOTES(): ".backticks.help" => "Use double quotes.",
        CURLY(): ".curly-quotes" => "curly quotes are used here",
        NAME_CHARACTER(character, dialect): ".name.character" => "`{character}` is read as part of a name in {dialect}",
        UNQUOTED_NAME(found, dialect): ".name.unquoted" => "`{found}` is not allowed in an unquoted name in {dialect}",
        QUOTE_NAME(quote): ".name.unquoted.help" => "Put the name in quotes: {quote}…{quote}.",
    },
}
