//! A report is in proportion to the input, whatever the input: at most sixteen times as long, plus
//! a megabyte. Errors come first, and the result is valid or not because of all issues.

use std::num::NonZeroUsize;

use datamart_validator::issue::{Code, Issue};
use datamart_validator::{
    Options, Report, Severity, analyze_sql, describe_joins_json, validate_json,
};
use proptest::prelude::*;
use proptest::sample;
use proptest::test_runner::RngSeed;

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
    // Only the first characters of names are compared, and those are the same.
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
    assert!(!report.valid);
    // A name of 64 letters is not near one of 100,000.
    let mut issues = report.issues.iter();
    assert!(issues.all(|issue| issue.suggestion.is_none()));
}

#[test]
fn one_long_name_in_every_fix() {
    // Renaming the table changes each relationship, and each relationship has another mistake.
    let name = format!("{}a", "n".repeat(30_000));
    let relationship = format!(
        r#"{{"parentTableName": "{name} ", "parentColumnName": "a", "childTableName": "{name}", "childColumnName": "a", "relationshipName": "r"}},"#,
    );
    let table = format!(r#"{{"name": "{name} ", "columns": [{{"name": "a"}}]}}"#);
    let text = datamart(&table).replace(
        "\"tableList\"",
        &format!(
            r#""relationships": [{} null], "tableList""#,
            relationship.repeat(30)
        ),
    );
    assert!(!report(&text, &Options::default()).valid);
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

/// What makes a result long: numbers that say how much there is of it.
#[derive(Debug, Clone)]
struct Hostile {
    /// What names are made of, and how long they are.
    letter: &'static str,
    length: usize,
    tables: usize,
    columns: usize,
    relationships: usize,
    unknown_keys: usize,
    /// A piece of SQL, and how often it stands there.
    sql: &'static str,
    pieces: usize,
    are_near: bool,
}

const LETTERS: [&str; 7] = [
    "n",
    "é",
    "\\\"",
    "\\u0001",
    "\\ud800",
    "n ",
    "\\ud83d\\ude00",
];
const SQL: [&str; 9] = [
    "abce+",
    "“a” ",
    "f(a)+",
    "a.b+",
    "a, ",
    "== ",
    "\\u0001",
    "SUM(SUM(a))+",
    "'é'||",
];

impl Hostile {
    fn name(&self, number: usize) -> String {
        format!("{}{}", self.letter.repeat(self.length), number % 7)
    }

    fn sql(&self) -> String {
        format!("{}1", self.sql.repeat(self.pieces))
    }

    fn datamart(&self) -> String {
        let other = if self.are_near {
            "x"
        } else {
            "nothing like it"
        };
        let key = format!("lable{}", self.letter.repeat(self.length / 4));
        let unknown: Vec<String> = (0..self.unknown_keys)
            .map(|n| format!(r#", "{key}{n}": [1, null]"#))
            .collect();
        let unknown = unknown.concat();
        let columns: Vec<String> = (0..self.columns)
            .map(|n| match n % 3 {
                0 => format!(r#"{{"name": "{}", "isHide": "yes"}},"#, self.name(n)),
                1 => format!(r#"{{"name": 5, "alias": "{}"}},"#, self.name(n)),
                _ => r#"{"name": " abcd ", "alias": "a"},"#.to_owned(),
            })
            .collect();
        let custom = format!(
            r#"{{"name": "c", "isCustomColumn": true, "sql": "{}"}}"#,
            self.sql()
        );
        let tables: Vec<String> = (0..self.tables)
            .map(|n| {
                let columns = if n == 0 {
                    format!("{}5, {custom}", columns.concat())
                } else {
                    r#"{"name": "a"}"#.to_owned()
                };
                format!(
                    r#"{{"name": "{0}", "schemaName": "{0}", "columns": [{columns}]{unknown}}}"#,
                    self.name(n)
                )
            })
            .collect();
        let relationships: Vec<String> = (0..self.relationships)
            .map(|n| {
                format!(
                    r#"{{"parentTableName": "{}{other}", "parentColumnName": "a", "childTableName": "{}", "childColumnName": "{}", "relationshipName": "r"}}"#,
                    self.name(n),
                    self.name(n + 1),
                    if self.are_near { "abcd" } else { "a" },
                )
            })
            .collect();
        format!(
            r#"{{"name": "{}", "datasourceName": "w", "tableList": [{}], "relationships": [{}]{unknown}}}"#,
            self.name(0),
            tables.join(", "),
            relationships.join(", ")
        )
    }
}

prop_compose! {
    fn hostile()(
        letter in sample::select(&LETTERS[..]),
        length in sample::select(&[1_usize, 12, 300, 4_000, 20_000][..]),
        tables in 1_usize..40, columns in 0_usize..120, relationships in 0_usize..120, unknown_keys in 0_usize..30,
        sql in sample::select(&SQL[..]),
        pieces in sample::select(&[1_usize, 50, 2_000, 8_000][..]),
        are_near in any::<bool>(),
    ) -> Hostile {
        // Some 60 KB at most, for each sort.
        let most = (60_000 / (length * letter.len())).max(1);
        Hostile {
            letter, length, sql, pieces, are_near,
            tables: tables.min(most), columns: columns.min(most), relationships: relationships.min(most / 2), unknown_keys: unknown_keys.min(most / tables),
        }
    }
}

/// With the links that JavaScript adds.
fn size_of(result: &impl serde::Serialize, issues: &[Issue], docs_base: usize) -> usize {
    let links = issues.len() * (docs_base + 50);
    serde_json::to_string(result).unwrap().len() + links
}

const USUAL_DOCS_BASE: usize = 70;

fn count(issues: &[Issue], severity: Severity) -> usize {
    let listed = issues
        .iter()
        .filter(|issue| issue.code != Code::TooManyIssues);
    listed.filter(|issue| issue.severity == severity).count()
}

/// How many issues the report says that it does not list.
fn number_left_out(issues: &[Issue]) -> usize {
    let note = issues
        .iter()
        .find(|issue| issue.code == Code::TooManyIssues);
    note.map_or(0, |note| {
        let word = note.message.split(' ').next().unwrap();
        word.parse().unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24, max_shrink_iters: 0, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn any_result_is_in_proportion(
        hostile in hostile(), datasource in sample::select(&["", "postgres", "snowflake", "mssql"][..]), has_catalog in any::<bool>(),
        most_issues in 1_usize..400, most_bytes in sample::select(&[1_usize, 2_000, 30_000, 400_000][..]), docs_base in sample::select(&[0_usize, 3_000][..]),
    ) {
        let text = hostile.datamart();
        let options = |limits: &str| {
            let catalog = r#"{"tables": [{"name": "n", "schema": "public", "columns": [{"name": "abcd", "dataType": "int"}]}]}"#;
            let catalog = if has_catalog { format!(r#", "catalog": {catalog}"#) } else { String::new() };
            let datasource = if datasource.is_empty() { "null".to_owned() } else { format!("\"{datasource}\"") };
            Options::from_json(&format!(r#"{{"datasourceType": {datasource}{catalog}{limits}}}"#)).unwrap()
        };
        let whole = validate_json(&text, &options(""));
        prop_assert!(size_of(&whole, &whole.issues, USUAL_DOCS_BASE) <= 16 * text.len() + 1_000_000);
        let all = whole.issues.len() - usize::from(left_out(&whole)) + number_left_out(&whole.issues);

        let few = validate_json(&text, &options(&format!(r#", "maxIssues": {most_issues}"#)));
        prop_assert_eq!(few.valid, whole.valid);
        let listed = few.issues.len() - usize::from(left_out(&few));
        prop_assert!(listed <= most_issues);
        prop_assert_eq!(listed + number_left_out(&few.issues), all);
        if !left_out(&whole) {
            prop_assert_eq!(listed, all.min(most_issues));
            let errors = count(&whole.issues, Severity::Error);
            prop_assert_eq!(count(&few.issues, Severity::Error), errors.min(most_issues));
        }

        let base = format!("https://{}/", "d".repeat(docs_base));
        let limits = format!(r#", "maxOutputBytes": {most_bytes}, "docsBase": "{base}""#);
        let short = validate_json(&text, &options(&limits));
        let most = most_bytes.max(1_100 + base.len());
        prop_assert!(size_of(&short, &short.issues, base.len()) <= most);
        prop_assert_eq!(short.valid, whole.valid);
        let listed = short.issues.len() - usize::from(left_out(&short));
        prop_assert_eq!(listed + number_left_out(&short.issues), all);
        if left_out(&short) && count(&short.issues, Severity::Warning) > 0 && !left_out(&whole) {
            prop_assert_eq!(count(&short.issues, Severity::Error), count(&whole.issues, Severity::Error));
        }

        let joins = describe_joins_json(&text);
        prop_assert!(serde_json::to_string(&joins).unwrap().len() <= 16 * text.len() + 1_000_000);

        let sql = serde_json::from_str::<String>(&format!("\"{}\"", hostile.sql())).unwrap();
        let report = analyze_sql(&sql, &options(""));
        prop_assert!(size_of(&report, &report.issues, USUAL_DOCS_BASE) <= 16 * sql.len() + 1_000_000);
        let report = analyze_sql(&sql, &options(&limits));
        prop_assert!(size_of(&report, &report.issues, base.len()) <= most);
    }
}

#[test]
fn names_of_an_expression_that_are_not_listed_are_counted() {
    let sql = format!("f(1)+{}1", "a+".repeat(100_000));
    let report = analyze_sql(&sql, &Options::default());
    let size = serde_json::to_string(&report).unwrap().len();
    assert!(size <= 16 * sql.len() + 1_000_000, "{size}");
    let [issue] = report.issues.as_slice() else {
        panic!("{:?}", report.issues);
    };
    assert_eq!(issue.code, Code::TooManyIssues, "{}", issue.message);
    let number = 100_001 - report.columns.len() - report.functions.len();
    assert_eq!(
        issue.message,
        format!("{number} further columns and functions are not listed")
    );
    assert!(report.columns.len() > 10_000 && report.valid);
}

#[test]
fn limits_are_positive_integers() {
    for wrong in ["0", "-1", "1.5", "1e3", "\"5\"", "true", "[]", "{}"] {
        for option in ["maxIssues", "maxOutputBytes"] {
            let error = Options::from_json(&format!(r#"{{"{option}": {wrong}}}"#)).unwrap_err();
            let expected = format!("option `{option}`: expected a positive integer");
            assert_eq!(error.to_string(), expected, "{wrong}");
        }
    }
    for right in [
        "1",
        "10000",
        "99999999999999999999".get(..19).unwrap(),
        "null",
    ] {
        assert!(
            Options::from_json(&format!(
                r#"{{"maxIssues": {right}, "maxOutputBytes": {right}}}"#
            ))
            .is_ok()
        );
    }
    let one = Options::builder()
        .max_issues(NonZeroUsize::MIN)
        .build()
        .unwrap();
    let report = validate_json("{}", &one);
    let codes: Vec<_> = report
        .issues
        .iter()
        .map(|issue| issue.code.name())
        .collect();
    assert_eq!(codes, ["too-many-issues", "required"]);
    assert!(!report.valid && report.issues[0].message == "2 further issues are not listed");
    let small = Options::builder()
        .max_output_bytes(NonZeroUsize::MIN)
        .build()
        .unwrap();
    let report = validate_json("{}", &small);
    assert!(!report.valid && report.issues.len() == 1);
}
