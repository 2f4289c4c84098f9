//! Rules of the SQL of custom columns: whether it is an expression, and what it refers to.

pub(super) mod sql_aggregate_not_marked;
pub(super) mod sql_cycle;
pub(super) mod sql_mixed_aggregate;
pub(crate) mod sql_nested_aggregate;
pub(crate) mod sql_not_an_expression;
pub(super) mod sql_other_table;
pub(super) mod sql_subquery;
pub(crate) mod sql_suspicious;
pub(crate) mod sql_syntax;
pub(super) mod sql_unknown_column;

use super::Context;
use crate::document::NodeId;
use crate::issue::{Code, Finding, Findings, Place, suggestion};
use crate::model::Text;
use crate::names::trim;
use crate::resolve::{Expression, Reference};
use crate::sql::{Analysis, ColumnRef, Dialect, Problem, ProblemKind, Severity, Span, analyze};
use crate::text::trimmed;

impl<'d> Expression<'_, 'd> {
    /// The references to columns, with what each one refers to.
    fn references(&self) -> impl Iterator<Item = (&ColumnRef<'d>, &Reference)> {
        self.analysis.columns.iter().zip(&self.references)
    }

    /// A part of the SQL.
    fn place(&self, span: Span) -> Place {
        Place::piece(self.sql.node, span)
    }

    /// The name of the custom column.
    fn name(&self) -> Option<&'d str> {
        Some(trim(self.column.name.given()?.text))
    }

    /// Whether it computes one value from many rows, according to its flag or its SQL.
    fn is_aggregate(&self) -> bool {
        self.analysis.is_aggregate || self.column.is_aggregate.is_set()
    }

    /// The text of a part of the SQL.
    fn text(&self, span: Span) -> &str {
        span.text(self.sql.text)
    }
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    // A datasource without SQL has no expressions.
    let dialect = cx.options.dialect().unwrap_or(Dialect::Generic);
    for (scope, expressions) in cx.resolved.expressions() {
        for expression in expressions {
            judge(expression.sql, &expression.analysis, dialect, findings);
        }
        let valid: Vec<&Expression<'_, '_>> = expressions
            .iter()
            .filter(|expression| expression.analysis.is_valid())
            .collect();
        for expression in &valid {
            sql_other_table::check(cx, expression, findings);
            sql_unknown_column::check(cx, expression, &scope, findings);
            sql_aggregate_not_marked::check(expression, findings);
        }
        sql_mixed_aggregate::check(cx, &valid, findings);
        sql_cycle::check(cx, &valid, findings);
    }
}

/// Reports the problems of an expression itself, whatever its table.
pub(crate) fn judge(
    sql: Text<'_>,
    analysis: &Analysis<'_>,
    dialect: Dialect,
    findings: &mut Findings<'_>,
) {
    let mut trial = Trial {
        sql,
        analysis,
        dialect,
        budget: TRIED,
    };
    for problem in &analysis.problems {
        findings.add(trial.with_safe_fix(problem, finding(sql.node, problem)));
    }
    if analysis.is_valid() {
        sql_subquery::check(sql, analysis, findings);
    }
}

/// How many bytes of one expression are read again to test its fixes: several hundred hand-written
/// lines.
const TRIED: usize = 16 * 1024;

/// How many signs are replaced together: a pair of quotes or brackets, twice.
const TOGETHER: usize = 4;

/// Tests what suggestions would do, so that no fix adds an error.
struct Trial<'a, 'd> {
    sql: Text<'d>,
    analysis: &'a Analysis<'d>,
    dialect: Dialect,
    budget: usize,
}

impl Trial<'_, '_> {
    /// One curly quote replaced alone would open a name that never ends, so the other one is
    /// replaced with it.
    #[cold]
    #[inline(never)]
    fn with_safe_fix(&mut self, problem: &Problem, finding: Finding) -> Finding {
        if problem.suggestion.is_none() || self.is_no_worse(&[problem]) {
            return finding;
        }
        let is_alike = |other: &&Problem| {
            other.suggestion.is_some() && other.message.template() == problem.message.template()
        };
        let alike: Vec<&Problem> = self.analysis.problems.iter().filter(is_alike).collect();
        if !(2..=TOGETHER).contains(&alike.len()) || !self.is_no_worse(&alike) {
            return finding.no_fix();
        }
        let others = alike.into_iter().filter(|other| other.span != problem.span);
        let finding = finding.fix_title(suggestion::replace_all());
        others.fold(finding, |finding, other| {
            let suggestion = other.suggestion.clone().unwrap_or_default();
            finding.also_replace(Place::piece(self.sql.node, other.span), suggestion)
        })
    }

    /// Whether applying the suggestions of some problems, ordered by position, adds no error.
    fn is_no_worse(&mut self, problems: &[&Problem]) -> bool {
        let sql = self.sql.text;
        let Some(left) = self.budget.checked_sub(sql.len()) else {
            return false;
        };
        self.budget = left;
        let mut fixed = String::new();
        let mut seen = 0;
        for problem in problems {
            let before = sql.get(seen..problem.span.start as usize);
            let (Some(before), Some(suggestion)) = (before, &problem.suggestion) else {
                return false;
            };
            fixed.extend([before, suggestion]);
            seen = problem.span.end as usize;
        }
        fixed.push_str(sql.get(seen..).unwrap_or_default());
        let errors = |problems: &[Problem]| {
            let is_error = |problem: &&Problem| problem.severity == Severity::Error;
            problems.iter().filter(is_error).count()
        };
        let after = analyze(&fixed, self.dialect);
        !trimmed(&fixed).is_empty() && errors(&after.problems) <= errors(&self.analysis.problems)
    }
}

/// The finding for a problem of the parser.
#[cold]
#[inline(never)]
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
