//! A datamart with options: its report, its fixes, and the request built from it. Input that begins
//! with `{` is text: options, a line with `---`, the datamart. Any other input is read as
//! decisions, from which both are generated.

use std::collections::BTreeSet;

use datamart_validator::issue::{Code, Issue, Segment};
use datamart_validator::{Options, describe_joins_json, validate_json};
use serde_json::{Value, json};

use super::bytes::Bytes;
use super::{assert_fits, assert_sound, fixes, generate, request, tape};

pub(crate) fn check(input: &[u8]) {
    let (options, text) = if input.starts_with(b"{") {
        let all = String::from_utf8_lossy(input);
        let (options, text) = all.split_once("\n---\n").unwrap_or(("{}", &all));
        (options.to_owned(), text.to_owned())
    } else {
        let case = generate::case(&mut Bytes(input));
        let options = case.options.to_string();
        Options::from_json(&options).unwrap();
        (options, case.datamart.to_string())
    };
    let Ok(read) = Options::from_json(&options) else {
        return;
    };
    let report = validate_json(&text, &read);
    assert_sound(&report, &text);
    assert_eq!(report, validate_json(&text, &read));
    request::check(&text, &read, &report);
    check_rules(&text, &options, &report.issues);
    let Ok(datamart) = serde_json::from_str::<Value>(&text) else {
        return;
    };
    if report
        .issues
        .iter()
        .any(|issue| issue.code == Code::DuplicateKey)
    {
        // `datamart` contains only the later one.
        return;
    }
    for issue in &report.issues {
        check_place(issue, &datamart);
    }
    check_layout(&datamart, &read, &report.issues);
    tape::check_value(&datamart, &read);
    check_joins(&datamart);
    fixes::check(&datamart, &read, &report);
}

/// A rule that is off reports nothing, and the other rules report the same as before. Another
/// document is the exception: with that rule off, it is validated as a datamart.
fn check_rules(text: &str, options: &str, issues: &[Issue]) {
    let mut options: Value = serde_json::from_str(options).unwrap();
    let codes: BTreeSet<_> = issues.iter().map(|issue| issue.code).collect();
    let is_alone = |code: &Code| !code.is_fixed() && *code != Code::WrongDocument;
    for code in codes.into_iter().filter(is_alone) {
        let before = options.clone();
        options["rules"][code.name()] = json!("off");
        let without = validate_json(text, &Options::from_json(&options.to_string()).unwrap());
        let others = issues.iter().filter(|issue| issue.code != code);
        assert!(
            others.eq(&without.issues),
            "without {code}: {:?}\n{text}",
            without.issues
        );
        options = before;
    }
}

/// Nodes are tables of the list, and both ends of every edge are nodes.
fn check_joins(datamart: &Value) {
    let joins = describe_joins_json(&datamart.to_string());
    let nodes: BTreeSet<_> = joins.nodes.iter().map(|node| node.table).collect();
    for node in &joins.nodes {
        let name = datamart["tableList"][node.table]["name"].as_str();
        assert_eq!(name.map(str::trim), Some(node.name.trim()), "{datamart}");
    }
    for edge in &joins.edges {
        assert!(datamart["relationships"][edge.relationship].is_object());
        assert!(nodes.contains(&edge.parent) && nodes.contains(&edge.child));
    }
}

/// Every path exists, and an issue's range is not empty.
fn check_place(issue: &Issue, datamart: &Value) {
    assert!(
        issue.range.is_none_or(|range| range.start < range.end),
        "{issue:?}"
    );
    let places = issue
        .related
        .iter()
        .map(|related| (&related.path, related.range));
    for (path, range) in places.chain([(&issue.path, issue.range)]) {
        let value = at(datamart, path);
        if let Some(range) = range {
            let text = value.and_then(Value::as_str);
            let text = text.unwrap_or_else(|| panic!("{path:?} is not a text in {datamart}"));
            assert_fits(range, text);
        }
    }
}

/// The value at a path. `None` for a missing field, whose owner must be an object.
fn at<'v>(root: &'v Value, path: &[Segment]) -> Option<&'v Value> {
    let mut value = root;
    for (number, segment) in path.iter().enumerate() {
        let next = match segment {
            Segment::Key(key) => value.get(key),
            Segment::Index(index) => value.get(*index as usize),
        };
        let Some(next) = next else {
            let is_field = matches!(segment, Segment::Key(_)) && number + 1 == path.len();
            assert!(is_field && value.is_object(), "{path:?} is not in {root}");
            return None;
        };
        value = next;
    }
    Some(value)
}

/// Whitespace between tokens is not part of a datamart.
fn check_layout(datamart: &Value, options: &Options, issues: &[Issue]) {
    let essence = |issues: &[Issue]| -> Vec<_> {
        issues
            .iter()
            .map(|issue| {
                (
                    issue.code,
                    issue.path.clone(),
                    issue.message.clone(),
                    issue.range,
                )
            })
            .collect()
    };
    let compact = validate_json(&datamart.to_string(), options);
    let pretty = validate_json(&serde_json::to_string_pretty(datamart).unwrap(), options);
    assert_eq!(
        essence(&compact.issues),
        essence(&pretty.issues),
        "{datamart}"
    );
    assert_eq!(issues.len(), compact.issues.len(), "{datamart}");
}
