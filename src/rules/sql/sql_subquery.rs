//! A custom column has a sub-select.

use crate::document::Span;
use crate::issue::{Code, Finding, Findings, Place};
use crate::model::Text;
use crate::rules::{Example, RuleDoc};
use crate::sql::Analysis;

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The SQL of a custom column has a sub-select.",
    why: "It reaches tables that the datamart does not show, past its tenancy: what it reads is not kept apart by tenant. It is also slow, because it may run for each row.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "share", "isCustomColumn": true, "sql": "total / (SELECT SUM(total) FROM orders)" }
] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "share", "isCustomColumn": true, "sql": "total / SUM(total) OVER ()" }
] }] }"#,
    ),
};

pub(super) fn check(sql: Text<'_>, analysis: &Analysis<'_>, findings: &mut Findings<'_>) {
    for span in &analysis.subqueries {
        // The first line shows where it is; a long one need not be underlined whole.
        let line = span.text(sql.text).lines().next().unwrap_or_default();
        let end = span.start + u32::try_from(line.len()).unwrap_or_default();
        findings.add(
            Finding::new(
                Code::SqlSubquery,
                Place::piece(sql.node, Span::new(span.start, end)),
                "a sub-select reads tables past the datamart and its tenancy",
            )
            .help("Put it into a view of the datasource, or use a window function."),
        );
    }
}
