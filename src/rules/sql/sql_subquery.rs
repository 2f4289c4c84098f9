//! A custom column contains a subquery.

use crate::document::Span;
use crate::issue::{Code, Finding, Findings, Place};
use crate::model::Text;
use crate::rules::rule;
use crate::sql::Analysis;

rule! {
    code: "sql-subquery",
    severity: WARNING,
    subject: Sql,
    what: "The SQL of a custom column reads a table in a subquery, or by a function such as `dblink`.",
    why: "It reads outside the datamart and its tenancy settings, so its rows are not restricted \
          to the tenant. It is also slow, because it may run for each row. A subquery that only \
          rearranges values of the row is not reported: `(SELECT MAX(v) FROM (VALUES (a), (b)) AS \
          t(v))`, `(SELECT value FROM UNNEST(items))`.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "share", "isCustomColumn": true, "sql": "total / (SELECT SUM(total) FROM orders)" }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "share", "isCustomColumn": true, "sql": "total / SUM(total) OVER ()" }
] }] }"#,
    ),
    check: None,
    messages: {
        subquery(): "" => "a subquery reads tables outside the datamart, without its tenancy",
        function(function): ".function" => "`{function}` reads tables outside the datamart, without its tenancy",
        view(): ".help" => "Move it to a view in the datasource, or use a window function.",
    },
}

pub(super) fn check(sql: Text<'_>, analysis: &Analysis<'_>, findings: &mut Findings<'_>) {
    for subquery in analysis.subqueries.iter().filter(|it| it.reads_table) {
        let span = subquery.span;
        // The first line shows where it is; a long one need not be underlined completely.
        let line = span.text(sql.text).lines().next().unwrap_or_default();
        let end = span.start + u32::try_from(line.len()).unwrap_or_default();
        let message = if line.starts_with('(') {
            messages::subquery()
        } else {
            messages::function(line)
        };
        findings.add(
            Finding::new(
                Code::SqlSubquery,
                Place::piece(sql.node, Span::new(span.start, end)),
                message,
            )
            .help(messages::view()),
        );
    }
}
