//! A name is written in other letters than in the datasource. `unknown_table`, `unknown_column` and their like find it when they look
//! a name up; see [`physical`](crate::rules::physical).

use crate::rules::{Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The name of a table, a schema or a column has capitals where the datasource has small letters, or the reverse.",
    why: "Whether it is found depends on the database and on quotes: PostgreSQL reads a name without quotes in small letters, Snowflake in \
          capitals, MySQL tells tables apart on some platforms and not on others. Where it is certainly not found, it is \
          an unknown name. Known only with the option `catalog`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "Total" }] }] }"#,
        r#"{ "datasourceType": "postgres", "catalog": { "tables": [{ "name": "orders", "schema": "public", "columns": [{ "name": "total", "dataType": "integer" }] }] } }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "total" }] }] }"#,
        r#"{ "datasourceType": "postgres", "catalog": { "tables": [{ "name": "orders", "schema": "public", "columns": [{ "name": "total", "dataType": "integer" }] }] } }"#,
    ),
};
