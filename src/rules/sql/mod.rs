//! Rules of the SQL of custom columns: whether it is an expression, and what it refers to.

mod names;
pub(super) mod sql_aggregate_not_marked;
pub(super) mod sql_cycle;
pub(super) mod sql_mixed_aggregate;
pub(super) mod sql_nested_aggregate;
pub(super) mod sql_not_an_expression;
pub(super) mod sql_other_table;
pub(super) mod sql_subquery;
pub(super) mod sql_suspicious;
pub(super) mod sql_syntax;
pub(super) mod sql_unknown_column;

use super::{Context, physical};
use crate::document::NodeId;
use crate::issue::{Code, Finding, Findings, Place};
use crate::model::{Column, Text};
use crate::sql::{Analysis, ColumnRef, Problem, ProblemKind, Severity, Span, analyze};
use names::{Meaning, OtherTables, TableNames};

/// The SQL of one custom column, read.
struct Expression<'c, 'd> {
    column: &'c Column<'d>,
    sql: Text<'d>,
    analysis: Analysis<'d>,
    /// What each of `analysis.columns` means. Of a broken expression that is anybody's guess, so there are none.
    meanings: Vec<Meaning<'c>>,
}

impl<'c, 'd> Expression<'c, 'd> {
    /// The references to columns, each with what it means.
    fn references(&self) -> impl Iterator<Item = (&ColumnRef<'d>, &Meaning<'c>)> {
        self.analysis.columns.iter().zip(&self.meanings)
    }

    /// A piece of the SQL.
    fn place(&self, span: Span) -> Place {
        Place::piece(self.sql.node, span)
    }

    /// The name of the custom column.
    fn name(&self) -> Option<&'d str> {
        Some(self.column.name.given()?.text.trim())
    }

    /// Whether its values come from many rows, as it says itself or as its SQL shows.
    fn is_aggregate(&self) -> bool {
        self.analysis.is_aggregate || self.column.is_aggregate.is_set()
    }

    /// What stands at a piece of the SQL.
    fn text(&self, span: Span) -> &str {
        span.text(self.sql.text)
    }
}

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    // Where custom columns are written in no SQL, nothing is claimed.
    let Some(dialect) = cx.options.dialect() else {
        return;
    };
    let mut others = OtherTables::new(cx.datamart);
    for (table, physical) in physical::tables(cx) {
        if !table.columns.iter().any(|column| column.is_custom.is_set()) {
            continue;
        }
        let names = TableNames::new(table, physical.table(), dialect);
        let mut expressions = read(&names);
        for expression in &expressions {
            judge(expression.sql, &expression.analysis, findings);
        }
        expressions.retain(|expression| expression.analysis.is_valid());
        for expression in &expressions {
            sql_other_table::check(expression, &mut others, findings);
            sql_unknown_column::check(cx, expression, &names, &mut others, findings);
            sql_aggregate_not_marked::check(expression, findings);
        }
        sql_mixed_aggregate::check(&expressions, findings);
        sql_cycle::check(&expressions, table, findings);
    }
}

fn read<'n, 'd>(names: &'n TableNames<'_, 'd>) -> Vec<Expression<'n, 'd>> {
    let columns = names.table.columns.iter();
    let custom = columns.filter(|column| column.is_custom.is_set());
    custom
        .filter_map(|column| {
            let sql = column.sql.given()?;
            let analysis = analyze(sql.text, names.dialect);
            let meaning = |reference| names.meaning(reference, sql.text);
            let meanings = if analysis.is_valid() {
                analysis.columns.iter().map(meaning).collect()
            } else {
                Vec::new()
            };
            Some(Expression {
                column,
                sql,
                analysis,
                meanings,
            })
        })
        .collect()
}

/// What an expression tells by itself, whatever its table.
pub(crate) fn judge(sql: Text<'_>, analysis: &Analysis<'_>, findings: &mut Findings<'_>) {
    for problem in &analysis.problems {
        findings.add(finding(sql.node, problem));
    }
    if analysis.is_valid() {
        sql_subquery::check(sql, analysis, findings);
    }
}

/// What the parser has to say.
fn finding(sql: NodeId, problem: &Problem) -> Finding {
    let code = match (problem.kind, problem.severity) {
        (ProblemKind::NestedAggregate, _) => Code::SqlNestedAggregate,
        (_, Severity::Warning) => Code::SqlSuspicious,
        (ProblemKind::NotAnExpression | ProblemKind::Empty, _) => Code::SqlNotAnExpression,
        _ => Code::SqlSyntax,
    };
    let mut finding = Finding::new(
        code,
        Place::piece(sql, problem.span),
        problem.message.clone(),
    );
    if let Some(help) = &problem.help {
        finding = finding.help(help.clone());
    }
    if let Some((span, message)) = &problem.related {
        finding = finding.related(Place::piece(sql, *span), message.clone());
    }
    finding.suggest(problem.suggestion.as_deref())
}
