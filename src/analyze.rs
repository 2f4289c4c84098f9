//! The analysis of one SQL expression, for an editor that shows only the expression: mistakes, the
//! columns it uses, the functions it calls.

use serde::Serialize;

use crate::document::{Document, Kind, Offsets};
use crate::issue::{Findings, Issue, Range, json_weight};
use crate::model::Text;
use crate::options::Options;
use crate::rules;
use crate::sql::{Analysis, ColumnRef, Dialect, FunctionCall, FunctionKind, analyze};

/// The analysis of one expression. Ranges refer to the expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SqlReport {
    /// Whether there is no issue of severity error.
    pub valid: bool,
    /// The issues by position; their paths are empty.
    pub issues: Vec<Issue>,
    /// The columns used, in text order, once per use.
    pub columns: Vec<SqlColumn>,
    /// The functions called, in text order.
    pub functions: Vec<SqlFunction>,
    /// Whether it computes one value from many rows.
    pub is_aggregate: bool,
    /// Whether a function is called with `OVER`.
    pub has_window: bool,
}

/// One reference to a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SqlColumn {
    /// The last part of the name, without quotes.
    pub name: String,
    /// The part before it: a table, or a column of which this is a field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// All parts.
    pub range: Range,
    /// It is used in a subquery, and may belong to a table of that subquery.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_subquery: bool,
}

/// One function call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SqlFunction {
    /// The name as written.
    pub name: String,
    /// What it does to rows.
    pub kind: FunctionKind,
    /// The name.
    pub range: Range,
}

/// Analyses one SQL expression in the dialect of the option `datasource_type`. Without that option,
/// whatever any datasource accepts is accepted. For a datasource without SQL, nothing is claimed.
///
/// ```
/// use datamart_validator::{Options, analyze_sql};
///
/// let report = analyze_sql("SUM(orders.total) /", &Options::default());
/// assert_eq!(report.issues[0].message, "`/` needs a value after it");
/// assert_eq!(report.columns[0].name, "total");
/// assert!(report.is_aggregate);
/// ```
#[must_use]
pub fn analyze_sql(sql: &str, options: &Options) -> SqlReport {
    analyze_document(&Document::of_text(sql), options)
}

/// The same for a document that consists of one text.
pub(crate) fn analyze_document(document: &Document<'_>, options: &Options) -> SqlReport {
    let mut findings =
        Findings::new(document, &options.severities, &options.messages).with_limits(options.limits);
    rules::json::check(document, &mut findings);
    let root = document.root();
    let (text, analysis) = match (root.kind(), options.dialect()) {
        (Kind::Text(text), Some(dialect)) => (text, analyze(text, dialect)),
        _ => ("", Analysis::default()),
    };
    let node = root.id();
    let dialect = options.dialect().unwrap_or(Dialect::Generic);
    rules::sql::judge(Text { node, text }, &analysis, dialect, &mut findings);
    let mut listing = findings.into_listing(options.position_encoding);
    let mut offsets = Offsets::new(text, options.position_encoding);
    let columns = analysis.columns.iter().map_while(|column| {
        let table = column.qualifier.as_deref().map_or(0, json_weight);
        listing
            .room
            .take(ITEM + json_weight(&column.name) + table)?;
        Some(written_column(column, &mut offsets))
    });
    let columns: Vec<_> = columns.collect();
    let functions = analysis.functions.iter().map_while(|call| {
        listing.room.take(ITEM + json_weight(&call.name))?;
        Some(written_function(call, &mut offsets))
    });
    let functions: Vec<_> = functions.collect();
    let all = analysis.columns.len() + analysis.functions.len();
    let report = listing.finish(all - columns.len() - functions.len());
    SqlReport {
        valid: report.valid,
        issues: report.issues,
        columns,
        functions,
        is_aggregate: analysis.is_aggregate,
        has_window: analysis.has_window,
    }
}

/// What a column or a function takes as JSON besides its names, in bytes: fields and numbers.
const ITEM: usize = 110;

fn written_column(column: &ColumnRef<'_>, text: &mut Offsets<'_>) -> SqlColumn {
    SqlColumn {
        name: column.name.to_string(),
        table: column.qualifier.as_deref().map(str::to_owned),
        range: Range::new(column.span, text),
        in_subquery: column.in_subquery,
    }
}

fn written_function(call: &FunctionCall<'_>, text: &mut Offsets<'_>) -> SqlFunction {
    SqlFunction {
        name: call.name.to_string(),
        kind: call.kind,
        range: Range::new(call.span, text),
    }
}
