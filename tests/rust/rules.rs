//! Fixtures: `tests/data/<code>/ok/*` cause no issue at all, `tests/data/<code>/err/*` exactly the
//! issues in the file next to them.
//!
//! A fixture is the datamart's text, `NAME.json` (or `NAME.txt` if it is not JSON), with
//! `NAME.options.json` if it needs options and, in `err`, `NAME.expected.json`. Options refer to a
//! catalog in `tests/data/catalogs` by name. `tests/js/node` runs the same files on the packed npm
//! package.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::expect::expect_file;
use crate::support::fixtures::{data, in_utf16, options_of};
use datamart_validator::internal::document::{MAX_TEXT, MAX_VALUES};
use datamart_validator::issue::{Code, MAX_ISSUES};
use datamart_validator::{Options, Report, validate_json};

/// Their inputs are megabytes, which a test generates, or no datamarts.
const WITHOUT_FILES: [Code; 3] = [Code::TooLarge, Code::TooManyIssues, Code::Rejected];

struct Fixture {
    input: PathBuf,
    report: Report,
}

impl Fixture {
    fn run(input: PathBuf) -> Self {
        let text = fs::read_to_string(&input).unwrap();
        let options = in_utf16(options_of(&input));
        let report = validate_json(&text, &options);
        Self { input, report }
    }
}

/// The inputs in `tests/data/<code>/<verdict>`; fails for files that do not belong to any of them.
fn inputs(code: &str, verdict: &str) -> Vec<PathBuf> {
    let folder = data().join(code).join(verdict);
    if verdict == "ok" && !folder.exists() {
        return Vec::new();
    }
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|_| {
            panic!(
                "every rule has fixtures, but there is no {}",
                folder.display()
            )
        })
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let is_beside = |path: &Path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(".options.json") || name.ends_with(".expected.json")
    };
    let (beside, inputs): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| is_beside(path));
    for file in beside {
        let stem = file.with_extension("").with_extension("");
        let owned = inputs.iter().any(|input| input.with_extension("") == stem);
        let is_needed = verdict == "err" || file.to_str().unwrap().ends_with(".options.json");
        assert!(
            owned && is_needed,
            "{} belongs to no fixture; remove it",
            file.display()
        );
    }
    inputs
}

#[test]
fn ok_fixtures_have_no_issues() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        if WITHOUT_FILES.contains(code) {
            continue;
        }
        for input in inputs(code.name(), "ok") {
            let Fixture { input, report } = Fixture::run(input);
            for issue in report.issues {
                wrong.push(format!(
                    "{}: {}: {}",
                    input.display(),
                    issue.code,
                    issue.message
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn err_fixtures_have_exactly_the_expected_issues() {
    for code in Code::ALL {
        if WITHOUT_FILES.contains(code) {
            continue;
        }
        let inputs = inputs(code.name(), "err");
        assert!(!inputs.is_empty(), "the rule {code} has no wrong fixture");
        for input in inputs {
            let fixture = Fixture::run(input);
            let codes: BTreeSet<_> = fixture
                .report
                .issues
                .iter()
                .map(|issue| issue.code)
                .collect();
            assert!(
                codes.contains(code),
                "{} gives {codes:?}",
                fixture.input.display()
            );
            let mut found = serde_json::to_string_pretty(&fixture.report.issues).unwrap();
            found.push('\n');
            expect_file(&fixture.input.with_extension("expected.json"), &found);
        }
    }
}

/// The limits on size have no files, which would be megabytes.
#[test]
fn inputs_beyond_the_limits_have_one_issue() {
    let codes = |text: String| -> Vec<Code> {
        let report = validate_json(&text, &Options::default());
        assert!(!report.valid);
        report.issues.iter().map(|issue| issue.code).collect()
    };
    assert_eq!(
        codes(format!("{{\"name\": \"{}\"}}", "x".repeat(MAX_TEXT))),
        [Code::TooLarge]
    );
    assert_eq!(
        codes(format!("[{}1]", "1,".repeat(MAX_VALUES))),
        [Code::TooLarge]
    );
    // Long enough for a report in proportion to the input to contain this many issues.
    let item = format!("\"{}\",", "x".repeat(60));
    let issues = codes(format!("{{\"tableList\": [{}1]}}", item.repeat(MAX_ISSUES)));
    assert_eq!(issues.len(), MAX_ISSUES + 1);
    assert_eq!(
        issues
            .iter()
            .filter(|code| **code == Code::TooManyIssues)
            .count(),
        1
    );
}

#[test]
fn every_folder_is_named_after_a_rule() {
    for entry in fs::read_dir(data()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir()
            && !["sql", "catalogs", "schemas", "cli", "json-schema"].contains(&name.as_str())
        {
            assert!(Code::from_name(&name).is_some(), "there is no rule {name}");
        }
    }
}
