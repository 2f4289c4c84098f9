//! An offered fix, applied alone, removes its issue and adds no error, except those that the mistake
//! had kept from being found. Applied one after the other, fixes come to an end.

use std::collections::BTreeMap;

use datamart_validator::issue::{Code, Edit, Fix, Issue, Report};
use datamart_validator::{Options, Severity, validate_json};
use serde_json::Value;

use super::edits;

/// Whether a mistake may hide another one.
fn hides(mistake: Code, other: Code) -> bool {
    let is_of_sql = other.name().starts_with("sql-");
    let is_of_syntax = matches!(other, Code::SqlSyntax | Code::SqlNotAnExpression);
    match mistake {
        // Whatever is inside the value, or depends on it or on the table's name.
        Code::UnknownField
        | Code::Required
        | Code::Type
        | Code::NotAllowedValue
        | Code::IndexPatternUnsupported
        | Code::SchemaUnsupported
        | Code::UnknownTable
        | Code::UnknownMappingTable => true,
        // A relationship is compared with others only when its ends are known, and two identical
        // ones are one mistake.
        Code::UnknownRelationshipTable | Code::UnknownRelationshipColumn => matches!(
            other,
            Code::AmbiguousRelationshipTable
                | Code::UnknownRelationshipColumn
                | Code::SurroundingSpace
                | Code::SameRelationshipEnds
                | Code::DuplicateRelationship
                | Code::DuplicateRelationshipName
                | Code::IncompatibleRelationshipTypes
        ),
        // If the name also occurs with surrounding whitespace, that occurrence can now be resolved.
        Code::NameCase => matches!(
            other,
            Code::SurroundingSpace | Code::UnknownRelationshipColumn
        ),
        // With its whitespace the name is not compared with others, and nothing is known to refer
        // to it.
        Code::SurroundingSpace => {
            other == Code::SurroundingSpace || other.name().starts_with("duplicate-")
        }
        // If a text cannot be read, neither its rest nor its names are known.
        Code::SqlSyntax | Code::SqlNotAnExpression => is_of_sql,
        // The sign may have been a syntax error as well.
        Code::SqlSuspicious => is_of_sql && !is_of_syntax,
        // An unknown column is reported where it is the client column, and not again in SQL. The columns
        // of an unknown table are not looked up.
        Code::UnknownClientColumn | Code::SqlUnknownColumn => other == Code::SqlUnknownColumn,
        _ => false,
    }
}

/// Each one takes a validation.
const MOST: usize = 24;

/// More fixes in a row than mistakes can hide each other.
const MOST_ROUNDS: usize = 100;

pub(super) fn check(datamart: &Value, options: &Options, before: &Report) {
    let offered = before
        .issues
        .iter()
        .filter(|issue| issue.fix.as_ref().is_some_and(is_of_value));
    for issue in offered.take(MOST) {
        if let Some(fault) = fault(datamart, options, &before.issues, issue) {
            panic!("{fault}\n{datamart}");
        }
    }
    check_end(datamart, options, before);
}

fn is_of_value(fix: &Fix) -> bool {
    let mut edits = fix.edits.iter();
    edits.all(|edit| !matches!(edit, Edit::Text { .. }))
}

/// Fixes do not cause each other's issues forever.
fn check_end(datamart: &Value, options: &Options, before: &Report) {
    let mut issues = before.issues.clone();
    let mut current = datamart.clone();
    for _ in 0..MOST_ROUNDS {
        let mut fixes = issues.iter().filter_map(|issue| issue.fix.as_ref());
        let Some(fix) = fixes.find(|fix| is_of_value(fix)) else {
            return;
        };
        current = edits::apply(&current, fix);
        issues = validate_json(&current.to_string(), options).issues;
    }
    panic!("the fixes of {datamart} do not end: {current}: {issues:?}");
}

/// What is wrong with a fix that is applied alone.
pub(crate) fn fault(
    datamart: &Value,
    options: &Options,
    before: &[Issue],
    issue: &Issue,
) -> Option<String> {
    let fix = issue.fix.as_ref()?;
    assert!(!fix.title.is_empty() && !fix.edits.is_empty());
    let fixed = edits::apply(datamart, fix);
    let after = validate_json(&fixed.to_string(), options).issues;
    let here = |what: String| {
        Some(format!(
            "{}: {}: {:?}: {}: {what}\n{fixed}",
            issue.code, issue.message, fix.certainty, fix.title
        ))
    };
    let start = |issue: &Issue| issue.range.map(|range| range.start);
    let alike = |other: &Issue| other.code == issue.code && other.message == issue.message;
    let here_too =
        |other: &Issue| alike(other) && other.path == issue.path && start(other) == start(issue);
    let fewer = |same: &dyn Fn(&Issue) -> bool| {
        let count = |issues: &[Issue]| issues.iter().filter(|issue| same(issue)).count();
        count(&after) < count(before)
    };
    // Another issue of the same kind may take its place, or may have been hidden by it.
    if !fewer(&alike) && !fewer(&here_too) {
        return here("it is still there".to_owned());
    }
    let before = errors(before);
    for (code, number) in errors(&after) {
        if number > before.get(&code).copied().unwrap_or_default() && !hides(issue.code, code) {
            let message = after
                .iter()
                .find(|it| it.code == code)
                .map(|it| it.message.as_str());
            return here(format!("it brings {code}: {message:?}"));
        }
    }
    None
}

fn errors(issues: &[Issue]) -> BTreeMap<Code, usize> {
    let mut count = BTreeMap::new();
    for issue in issues {
        if issue.severity == Severity::Error {
            // Which of the two it is depends on the rest of the unreadable text.
            let is_of_syntax = issue.code == Code::SqlNotAnExpression;
            let code = if is_of_syntax {
                Code::SqlSyntax
            } else {
                issue.code
            };
            *count.entry(code).or_default() += 1;
        }
    }
    count
}
