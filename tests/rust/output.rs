//! A report is in proportion to the input, whatever the input: at most sixteen times as long, plus
//! a megabyte. Errors come first, and the result is valid or not because of all issues.

use datamart_validator::issue::Code;
use datamart_validator::{Options, Report, Severity, validate_json};

fn report(text: &str, options: &Options) -> Report {
    let report = validate_json(text, options);
    let size = serde_json::to_string(&report).unwrap().len();
    assert!(
        size <= 16 * text.len() + 1_000_000,
        "{size} bytes of {}",
        text.len()
    );
    report
}

fn datamart(tables: &str) -> String {
    format!(r#"{{"name": "s", "datasourceName": "w", "tableList": [{tables}]}}"#)
}

fn left_out(report: &Report) -> bool {
    let mut issues = report.issues.iter();
    issues.any(|issue| issue.code == Code::TooManyIssues)
}

#[test]
fn pieces_of_one_long_string() {
    let sql = "abce+".repeat(40_000);
    let columns =
        format!(r#"{{"name": "abcd"}}, {{"name": "x", "isCustomColumn": true, "sql": "{sql}1"}}"#);
    let text = datamart(&format!(r#"{{"name": "t", "columns": [{columns}]}}"#));
    let report = report(&text, &Options::default());
    assert!(left_out(&report) && report.valid);
}

#[test]
fn one_long_key_in_every_path() {
    let items = "5,".repeat(2_000);
    let key = "k".repeat(200_000);
    let text = datamart(&format!(
        r#"{{"name": "t", "columns": [{items}5], "{key}": 1}}"#
    ));
    assert!(!report(&text, &Options::default()).valid);
    let value = "\"a\\u0001\",".repeat(5_000);
    let text = format!(
        r#"{{"{key}": [{value}1], "name": "{}"}}"#,
        "\\ud800".repeat(2_000)
    );
    assert!(!report(&text, &Options::default()).valid);
}

#[test]
fn one_long_name_in_every_suggestion() {
    // Names are compared by their first characters, so each of the short ones is close to the long
    // one.
    let name = "n".repeat(100_000);
    let relationship = format!(
        r#"{{"parentTableName": "{}", "parentColumnName": "a", "childTableName": "t", "childColumnName": "a", "relationshipName": "r"}},"#,
        "n".repeat(64)
    );
    let table = format!(r#"{{"name": "{name}", "columns": [{{"name": "a"}}]}}"#);
    let text = datamart(&table).replace(
        "\"tableList\"",
        &format!(
            r#""relationships": [{} null], "tableList""#,
            relationship.repeat(3_000)
        ),
    );
    let report = report(&text, &Options::default());
    assert!(left_out(&report) && !report.valid);
}

#[test]
fn errors_are_kept_before_warnings() {
    let warnings = r#""z": 1,"#;
    let unknown: String = (0..60_000)
        .map(|n| warnings.replace('z', &format!("z{n}")))
        .collect();
    let text = format!(r#"{{{unknown} "name": 5, "datasourceName": "w", "tableList": []}}"#);
    let report = report(&text, &Options::default());
    assert!(left_out(&report) && !report.valid);
    let errors = report
        .issues
        .iter()
        .filter(|issue| issue.severity == Severity::Error);
    let codes: Vec<_> = errors.map(|issue| issue.code.name()).collect();
    assert_eq!(codes, ["type", "empty"]);
}

#[test]
fn ordinary_reports_are_whole() {
    let column = |n: usize| format!(r#"{{"name": "a{n}", "isHide": "yes", "lable": "A"}},"#);
    let columns: String = (0..1_000).map(column).collect();
    let text = datamart(&format!(
        r#"{{"name": "t", "columns": [{columns} {{"name": "b"}}]}}"#
    ));
    let report = report(&text, &Options::default());
    assert!(!left_out(&report));
    assert_eq!(report.issues.len(), 2_000);
}
