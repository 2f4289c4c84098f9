//! `wrong-document` beyond its fixtures: it is not reported while somebody is still typing, and the
//! option `rules` has the last word.

use std::fs;
use std::path::Path;

use datamart_validator::issue::Code;
use datamart_validator::{Options, validate_json};

fn codes(text: &str, options: &str) -> Vec<Code> {
    let options = Options::from_json(options).unwrap();
    let report = validate_json(text, &options);
    report.issues.iter().map(|issue| issue.code).collect()
}

/// Closes the strings, objects and lists that are open at the end of a text, as editors do while
/// one types.
fn closed(text: &str) -> String {
    let mut open = Vec::new();
    let mut in_string = false;
    let mut escaped = false;
    for c in text.chars() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '{' if !in_string => open.push('}'),
            '[' if !in_string => open.push(']'),
            '}' | ']' if !in_string => {
                open.pop();
            }
            _ => {}
        }
    }
    let quote = if in_string { "\"" } else { "" };
    let brackets: String = open.iter().rev().collect();
    [text, quote, &brackets].concat()
}

#[test]
fn an_incomplete_datamart_is_not_another_document() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut texts = 0;
    for folder in [
        "wrong-document/ok",
        "unknown-field/ok",
        "unknown-field/err",
        "required/ok",
        "table-not-isolated/ok",
    ] {
        let Ok(entries) = fs::read_dir(data.join(folder)) else {
            continue;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_str().unwrap();
            if name.matches('.').count() > 1 {
                continue;
            }
            let whole = fs::read_to_string(&path).unwrap();
            for (end, _) in whole.char_indices() {
                let prefix = whole.get(..end).unwrap();
                for text in [prefix.to_owned(), closed(prefix)] {
                    texts += 1;
                    assert!(
                        !codes(&text, "{}").contains(&Code::WrongDocument),
                        "{name}: {text}"
                    );
                }
            }
        }
    }
    assert!(texts > 5_000, "{texts}");
}

#[test]
fn incomplete_text_is_not_recognised_as_another_document() {
    for whole in [
        r#"{"datamartName": "sales", "tableList": []"#,
        r#"[{"name": "warehouse", "isAuthenticated": true}"#,
        r#"{"tables": [{"name": "a", "schema": "b"}]"#,
    ] {
        for (end, _) in whole.char_indices() {
            let text = whole.get(..end).unwrap();
            assert!(!codes(text, "{}").contains(&Code::WrongDocument), "{text}");
        }
        assert_eq!(codes(&closed(whole), "{}"), [Code::WrongDocument]);
    }
}

#[test]
fn mistakes_in_the_text_are_reported_too() {
    assert_eq!(
        codes(
            r#"{"datamartName": "sales", "tableList": [], "tableList": 5,}"#,
            "{}"
        ),
        [Code::WrongDocument, Code::DuplicateKey, Code::Syntax]
    );
}

#[test]
fn an_empty_form_is_read_as_a_datamart() {
    for text in [
        "{}",
        "[]",
        "[{}]",
        r#"{"data": []}"#,
        r#"{"data": {"name": ""}}"#,
        r#"{"tables": []}"#,
        r#"{"tables": [{"name": "orders", "columns": [{"name": "id"}]}]}"#,
        r#"{"name": "", "tables": [{"name": "orders", "schema": "public"}]}"#,
        r#"{"name": "", "datamartName": "sales"}"#,
        r#"{"datamartName": null}"#,
        r#"{"datamartName": "  "}"#,
        r#"{"datamartName": "sales", "datasourceName": "warehouse", "tableList": []}"#,
        r#"{"name": "sales", "datasourceName": "warehouse", "datamartTables": []}"#,
        r#"[{"name": "sales", "datasourceName": "warehouse", "tableList": [], "companyIntegration": {"name": "a"}}]"#,
    ] {
        assert!(!codes(text, "{}").contains(&Code::WrongDocument), "{text}");
    }
}

#[test]
fn if_off_or_a_warning_the_input_is_validated_as_a_datamart() {
    let text = r#"{"datamartName": "sales", "tableList": []}"#;
    assert_eq!(codes(text, r#"{"strict": true}"#), [Code::WrongDocument]);
    let judged = [
        Code::Required,
        Code::Required,
        Code::UnknownField,
        Code::Empty,
    ];
    assert_eq!(
        codes(text, r#"{"rules": {"wrong-document": "off"}}"#),
        judged
    );
    let mut warned = codes(text, r#"{"rules": {"wrong-document": "warning"}}"#);
    assert!(warned.contains(&Code::WrongDocument));
    warned.retain(|code| *code != Code::WrongDocument);
    assert_eq!(warned, judged);
}
