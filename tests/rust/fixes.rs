//! Applying the fix of an issue removes the issue and adds no new error, in every wrong fixture and
//! in the wrong example of every rule.

use crate::oracles::edits;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::support::fixtures::{data, options_of};
use datamart_validator::issue::{Code, Issue};
use datamart_validator::{Options, Severity, apply_fix, validate_json};
use serde_json::Value;

/// A value with one of these could not be judged; once it is fixed, its own mistakes show.
const REVEALING: [Code; 5] = [
    Code::UnknownField,
    Code::Required,
    Code::Type,
    Code::UnknownTable,
    Code::UnknownMappingTable,
];

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

/// Every wrong fixture that is JSON without repeated keys.
fn datamarts() -> Vec<(PathBuf, Value)> {
    let mut all = Vec::new();
    for code in Code::ALL {
        let Ok(folder) = fs::read_dir(data().join(code.name()).join("err")) else {
            continue;
        };
        for file in folder.map(|entry| entry.unwrap().path()) {
            // Files that belong to a fixture have two extensions.
            if file.with_extension("").extension().is_some() {
                continue;
            }
            if let Ok(value) = serde_json::from_str(&fs::read_to_string(&file).unwrap()) {
                all.push((file, value));
            }
        }
    }
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

#[test]
fn a_fix_removes_its_issue_and_adds_no_error() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (file, datamart) in datamarts() {
        let options = options_of(&file);
        let before = validate_json(&datamart.to_string(), &options);
        for issue in &before.issues {
            let Some(fix) = &issue.fix else { continue };
            count += 1;
            assert!(!fix.title.is_empty() && !fix.edits.is_empty());
            let fixed = edits::apply(&datamart, fix);
            let text = apply_fix(&datamart.to_string(), fix).unwrap();
            let applied: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(applied, fixed, "{}", file.display());
            let after = validate_json(&fixed.to_string(), &options);
            let same = |other: &&Issue| other.code == issue.code && other.message == issue.message;
            let number = |issues: &[Issue]| issues.iter().filter(same).count();
            let here = format!(
                "{}: {}: {}: {}",
                file.display(),
                issue.code,
                issue.message,
                fix.title
            );
            if number(&after.issues) >= number(&before.issues) {
                wrong.push(format!("{here}: it is still there"));
            }
            if REVEALING.contains(&issue.code) {
                continue;
            }
            let (before, after) = (errors(&before.issues), errors(&after.issues));
            for (code, number) in after {
                if number > before.get(&code).copied().unwrap_or_default() {
                    wrong.push(format!("{here}: it brings {code}"));
                }
            }
        }
    }
    assert!(count > 50, "only {count} fixes");
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// A name is not replaced by that of a custom column which is computed from this very column: that
/// would be a cycle.
#[test]
fn no_fix_closes_a_cycle() {
    let table = |sqls: &[&str]| {
        let columns = sqls.iter().enumerate().map(|(number, sql)| {
            let name = ["alpha", "bravo", "charlie", "delta"][number];
            format!(r#", {{"name": "{name}", "isCustomColumn": true, "sql": "{sql}"}}"#)
        });
        let columns: String = columns.collect();
        format!(
            r#"{{"name": "s", "datasourceName": "w", "tableList": [{{"name": "t", "columns": [{{"name": "id"}}{columns}]}}]}}"#
        )
    };
    let options = Options::default();
    let suggestion = |sqls: &[&str]| {
        let report = validate_json(&table(sqls), &options);
        let [issue] = report.issues.as_slice() else {
            panic!("{:?}", report.issues);
        };
        assert!(issue.help.as_ref().unwrap().contains("Did you mean"));
        issue.suggestion.clone()
    };
    // `bravo` is computed from `alpha`, over one column or two.
    assert_eq!(suggestion(&["brav + 1", "alpha"]), None);
    assert_eq!(suggestion(&["t.brav + 1", "charlie", "alpha"]), None);
    // It is not.
    let found = Some("bravo".to_owned());
    assert_eq!(suggestion(&["brav + 1", "charlie", "id"]), found);
    assert_eq!(suggestion(&["brav + 1", "id + id"]), found);
    // Where it takes long to find out, nothing is offered.
    let long = "charlie + ".repeat(300) + "1";
    assert_eq!(suggestion(&["brav + 1", &long, "id"]), None);
}
