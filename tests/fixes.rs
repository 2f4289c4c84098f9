//! Fixes: applying the fix of an issue takes the issue away and brings no new error, in every wrong fixture and in the wrong
//! example of every rule.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use datamart_validator::issue::{Code, Edit, Issue, Op, Segment};
use datamart_validator::{Options, Severity, validate_json};
use serde_json::Value;

/// What has one of these could not be judged; once it is mended, its own mistakes show.
const REVEALING: [Code; 5] = [
    Code::UnknownField,
    Code::Required,
    Code::Type,
    Code::UnknownTable,
    Code::UnknownMappingTable,
];

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// The options with the catalog that they name.
fn options(beside: &Path) -> Options {
    let Ok(json) = fs::read_to_string(beside.with_extension("options.json")) else {
        return Options::default();
    };
    let mut options: Value = serde_json::from_str(&json).unwrap();
    if let Some(name) = options["catalog"].as_str() {
        let catalog = fs::read_to_string(data().join(format!("catalogs/{name}.json"))).unwrap();
        options["catalog"] = serde_json::from_str(&catalog).unwrap();
    }
    Options::from_json(&options.to_string()).unwrap()
}

fn apply(datamart: &mut Value, edit: &Edit) {
    let (last, way) = edit.path.split_last().unwrap();
    let mut place = datamart;
    for step in way {
        place = match step {
            Segment::Index(index) => place.get_mut(*index as usize),
            Segment::Key(key) => place.get_mut(key),
        }
        .unwrap();
    }
    match (last, edit.op) {
        (Segment::Key(key), Op::Set) => {
            let value = serde_json::to_value(edit.value.as_ref().unwrap()).unwrap();
            place.as_object_mut().unwrap().insert(key.clone(), value);
        }
        (Segment::Key(key), Op::Remove) => {
            place.as_object_mut().unwrap().remove(key).unwrap();
        }
        (Segment::Index(index), Op::Set) => {
            *place.get_mut(*index as usize).unwrap() =
                serde_json::to_value(edit.value.as_ref().unwrap()).unwrap();
        }
        (Segment::Index(index), Op::Remove) => {
            place.as_array_mut().unwrap().remove(*index as usize);
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

/// Every wrong fixture that is JSON without repeated keys.
fn datamarts() -> Vec<(PathBuf, Value)> {
    let mut all = Vec::new();
    for code in Code::ALL {
        let Ok(folder) = fs::read_dir(data().join(code.name()).join("err")) else {
            continue;
        };
        for file in folder.map(|entry| entry.unwrap().path()) {
            let name = file.to_string_lossy().into_owned();
            if !name.ends_with(".json")
                || name.ends_with(".options.json")
                || name.ends_with(".expected.json")
            {
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
fn a_fix_takes_its_issue_away_and_brings_no_error() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (file, datamart) in datamarts() {
        let options = options(&file);
        let before = validate_json(&datamart.to_string(), &options);
        for issue in &before.issues {
            let Some(fix) = &issue.fix else { continue };
            count += 1;
            assert!(!fix.title.is_empty() && !fix.edits.is_empty());
            let mut mended = datamart.clone();
            for edit in &fix.edits {
                apply(&mut mended, edit);
            }
            let after = validate_json(&mended.to_string(), &options);
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
