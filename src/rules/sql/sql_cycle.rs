//! Custom columns refer to each other in a cycle.

use crate::document::Span;
use crate::issue::{Code, Finding, Findings};
use crate::resolve::{Expression, Reference};
use crate::rules::{Context, rule};
use crate::text::joined;

rule! {
    code: "sql-cycle",
    severity: ERROR,
    subject: Sql,
    what: "The SQL of a custom column refers to itself, directly or through other custom columns.",
    why: "It has no value, because each column is computed from the other. Reported once per cycle.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "net", "isCustomColumn": true, "sql": "gross - tax" },
  { "name": "tax", "isCustomColumn": true, "sql": "net * 0.2" },
  { "name": "gross", "isCustomColumn": true, "sql": "total" }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "net", "isCustomColumn": true, "sql": "gross - tax" },
  { "name": "tax", "isCustomColumn": true, "sql": "gross * 0.2" },
  { "name": "gross", "isCustomColumn": true, "sql": "total" }
] }] }"#,
    ),
    check: None,
    messages: {
        itself(column): "" => "`{column}` refers to itself",
        cycle(column, path): ".cycle" => "`{column}` refers to itself: {path}",
        compute(): ".help" => "Compute one of the columns from columns outside the cycle.",
        part(column): ".related" => "`{column}` is part of the cycle",
    },
}

/// The most cycles reported for a table: more of them have the same cause.
const MAX_CYCLES: usize = 20;

/// The most columns of a cycle that are named.
const MAX_NAMED: usize = 20;

/// A reference from one custom column to another.
struct Edge {
    to: usize,
    span: Span,
}

pub(super) fn check(
    cx: &Context<'_, '_>,
    expressions: &[&Expression<'_, '_>],
    findings: &mut Findings<'_>,
) {
    // Most expressions use plain columns only.
    let may_be_custom = |reference: &Reference| matches!(reference, Reference::Listed(column) if !cx.resolved.is_plain(*column));
    let mut references = expressions.iter().flat_map(|it| &it.references);
    if !references.any(may_be_custom) {
        return;
    }
    let edges = edges(cx, expressions);
    let mut state = vec![State::New; expressions.len()];
    // Uses an explicit stack: a chain of columns may be as long as the datamart.
    let mut path: Vec<Step> = Vec::new();
    let mut cycles = 0;
    for start in 0..expressions.len() {
        visit(start, &mut state, &mut path);
        while let Some(step) = path.last_mut() {
            let from = step.column;
            let edge = edges.get(from).and_then(|edges| edges.get(step.next));
            step.next += 1;
            match edge {
                None => {
                    if let Some(state) = state.get_mut(from) {
                        *state = State::Done;
                    }
                    path.pop();
                }
                Some(edge) if state.get(edge.to) == Some(&State::Open) => {
                    cycles += 1;
                    if cycles <= MAX_CYCLES {
                        report(&path, edge, expressions, &edges, findings);
                    }
                }
                Some(edge) => visit(edge.to, &mut state, &mut path),
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the current path.
    Open,
    Done,
}

struct Step {
    column: usize,
    /// The edge to follow next.
    next: usize,
}

fn visit(column: usize, state: &mut [State], path: &mut Vec<Step>) {
    if let Some(state) = state.get_mut(column)
        && *state == State::New
    {
        *state = State::Open;
        path.push(Step { column, next: 0 });
    }
}

/// The expressions that each expression refers to, without repetition. A plain column of the same
/// name takes precedence.
fn edges(cx: &Context<'_, '_>, expressions: &[&Expression<'_, '_>]) -> Vec<Vec<Edge>> {
    // In the order of the columns.
    let mut custom: Vec<(u32, usize)> = Vec::new();
    for (number, expression) in expressions.iter().enumerate() {
        if cx.resolved.first_column(expression.number) == expression.number {
            custom.push((expression.number, number));
        }
    }
    // For each custom column, the expression that last referred to it.
    let mut seen = vec![usize::MAX; expressions.len()];
    let edges_of = |(from, expression): (usize, &&Expression<'_, '_>)| {
        let mut edges: Vec<Edge> = Vec::new();
        for (reference, meaning) in expression.references() {
            let Reference::Listed(column) = meaning else {
                continue;
            };
            let at = custom.binary_search_by_key(column, |(column, _)| *column);
            let to = at.ok().and_then(|at| custom.get(at)).map(|(_, to)| *to);
            let Some(to) = to.filter(|_| !cx.resolved.is_plain(*column)) else {
                continue;
            };
            let seen = seen.get_mut(to).map(|seen| std::mem::replace(seen, from));
            if seen != Some(from) {
                edges.push(Edge {
                    to,
                    span: reference.span,
                });
            }
        }
        edges
    };
    expressions.iter().enumerate().map(edges_of).collect()
}

/// Reports the cycle that `back` closes, at the first of its columns.
#[cold]
#[inline(never)]
fn report(
    path: &[Step],
    back: &Edge,
    expressions: &[&Expression<'_, '_>],
    edges: &[Vec<Edge>],
    findings: &mut Findings<'_>,
) {
    let mut columns = path.iter().map(|step| step.column);
    columns.find(|column| *column == back.to);
    // As it was found, and as it is reported.
    let mut found = vec![back.to];
    found.extend(columns);
    let first = found.iter().copied().min().unwrap_or(back.to);
    let start = found.iter().position(|column| *column == first);
    let (before, after) = found
        .split_at_checked(start.unwrap_or(0))
        .unwrap_or_default();
    let mut cycle = after.to_vec();
    cycle.extend_from_slice(before);
    let next = cycle.get(1).copied().unwrap_or(first);
    let (Some(expression), Some(edges)) = (expressions.get(first), edges.get(first)) else {
        return;
    };
    let Some(edge) = edges.iter().find(|edge| edge.to == next) else {
        return;
    };
    let name = |column: usize| {
        let name = expressions.get(column).and_then(|it| it.name());
        name.unwrap_or_default()
    };
    let message = if cycle.len() == 1 {
        messages::itself(name(first))
    } else {
        let mut steps: Vec<&str> = cycle.iter().take(MAX_NAMED).map(|it| name(*it)).collect();
        if cycle.len() > MAX_NAMED {
            steps.push("…");
        }
        steps.push(name(first));
        messages::cycle(name(first), &joined(&steps, " → "))
    };
    let mut finding = Finding::new(Code::SqlCycle, expression.place(edge.span), message)
        .help(messages::compute());
    for column in cycle.iter().take(MAX_NAMED).skip(1) {
        if let Some(expression) = expressions.get(*column) {
            finding = finding.related(expression.sql.node, messages::part(name(*column)));
        }
    }
    findings.add(finding);
}
