//! A name is written in a different case than in the datasource. Reported by `unknown_table`,
//! `unknown_column` and similar rules; see [`naming`](crate::rules::naming).

use crate::rules::rule;

rule! {
    code: "name-case",
    severity: WARNING,
    subject: Tables,
    what: "The name of a table, a schema or a column is written in a different case than in the datasource.",
    why: "Whether it is found depends on the database and on quotes: PostgreSQL folds an unquoted \
          name to lower case, Snowflake to upper case, and in MySQL table names are \
          case-sensitive on some platforms. If it is certainly not found, it is an unknown name. \
          Checked only with the option `catalog`.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "Total" }] }] }"#,
        r#"{ "datasourceType": "postgres", "catalog": { "tables": [{ "name": "orders", "schema": "public", "columns": [{ "name": "total", "dataType": "integer" }] }] } }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "total" }] }] }"#,
        r#"{ "datasourceType": "postgres", "catalog": { "tables": [{ "name": "orders", "schema": "public", "columns": [{ "name": "total", "dataType": "integer" }] }] } }"#,
    ),
    check: None,
    messages: {
        other(name, found): "" => "`{name}` is `{found}` in the datasource",
        unquoted(): ".unquoted.help" => "It is found only when it is not quoted. Write it as the datasource does.",
        found(): ".insensitive.help" => "It is found anyway. Write it as the datasource does.",
        unclear(): ".unclear.help" => "Whether it is found depends on the server. Write it as the datasource does.",
    },
}
