//! An offered fix, applied alone, removes its issue and adds no error.

use std::collections::BTreeMap;

use datamart_validator::issue::{Code, Edit, Issue, Report};
use datamart_validator::{Options, Severity, validate_json};
use serde_json::Value;

use super::edits;

/// Which errors a fix may add: those about what the mistake had hidden.
fn is_revealed(mistake: Code, error: Code) -> bool {
    match mistake {
        // A field was not read, or a name was not looked up.
        Code::UnknownField
        | Code::Required
        | Code::Type
        | Code::NotAllowedValue
        | Code::IndexPatternUnsupported
        | Code::UnknownTable
        | Code::UnknownMappingTable => true,
        // An expression was not understood, nor any name in it.
        Code::SqlSyntax | Code::SqlNotAnExpression => {
            error.name().starts_with("sql-") && error != Code::SqlSyntax
        }
        // Without schemas, tables of the same name were the same all along.
        Code::SchemaUnsupported => error == Code::DuplicateTable,
        // A relationship is compared with others only when its ends are known, and two identical
        // ones are one mistake.
        Code::UnknownRelationshipTable | Code::UnknownRelationshipColumn => matches!(
            error,
            Code::UnknownRelationshipColumn
                | Code::SurroundingSpace
                | Code::DuplicateRelationship
                | Code::DuplicateRelationshipName
                | Code::IncompatibleRelationshipTypes
        ),
        // With its whitespace the name is not compared with others, and nothing is known to refer
        // to it.
        Code::SurroundingSpace => {
            error.name().starts_with("duplicate-") || error == Code::SurroundingSpace
        }
        _ => false,
    }
}

/// Fixes that are known to add an error. A change that fixes a pair removes it here.
const KNOWN: [(Code, Code); 1] = [
    // The intended name is a custom column that uses this one: the cycle existed, hidden by the
    // misspelling.
    (Code::SqlUnknownColumn, Code::SqlCycle),
];

/// Each one takes a validation.
const MOST: usize = 24;

pub(super) fn check(datamart: &Value, options: &Options, before: &Report) {
    let offered = before
        .issues
        .iter()
        .filter_map(|issue| Some((issue, issue.fix.as_ref()?)));
    for (issue, fix) in offered.take(MOST) {
        assert!(!fix.title.is_empty() && !fix.edits.is_empty());
        if fix
            .edits
            .iter()
            .any(|edit| matches!(edit, Edit::Text { .. }))
        {
            continue;
        }
        let fixed = edits::apply(datamart, fix);
        let after = validate_json(&fixed.to_string(), options);
        let here = format!(
            "{}: {}: {} in\n{datamart}\nbecomes\n{fixed}",
            issue.code, issue.message, fix.title
        );
        let same = |other: &&Issue| other.code == issue.code && other.message == issue.message;
        let number = |issues: &[Issue]| issues.iter().filter(same).count();
        assert!(
            number(&after.issues) < number(&before.issues),
            "{here}\nit is still there"
        );
        let known = errors(&before.issues);
        for (code, number) in errors(&after.issues) {
            if is_revealed(issue.code, code) || KNOWN.contains(&(issue.code, code)) {
                continue;
            }
            assert!(
                number <= known.get(&code).copied().unwrap_or_default(),
                "{here}\nit brings {code}"
            );
        }
    }
}

fn errors(issues: &[Issue]) -> BTreeMap<Code, usize> {
    let mut count = BTreeMap::new();
    for issue in issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error)
    {
        *count.entry(issue.code).or_default() += 1;
    }
    count
}
