//! Ranges are in bytes by default and in UTF-16 code units on request: over all fixtures, both are the same pieces.

use std::fs;
use std::path::PathBuf;

use datamart_validator::internal::document::{Kind, Value, read_json};
use datamart_validator::issue::{Edit, Range};
use datamart_validator::{
    Code, Issue, Options, OptionsBuilder, Path, PositionEncoding, Segment, analyze_sql,
    validate_json,
};

use crate::support::fixtures::{data, in_utf16, options_of};

/// The same piece of `text` in UTF-16 code units.
fn units(text: &str, range: Range) -> Range {
    assert!(
        range.of(text).is_some(),
        "{range:?} is no piece of {text:?}"
    );
    let count = |byte: u32| u32::try_from(text[..byte as usize].encode_utf16().count()).unwrap();
    Range {
        start: count(range.start),
        end: count(range.end),
    }
}

/// From our own tree: `serde_json` reads no broken text.
fn string_at<'d>(root: Value<'d>, path: &Path) -> &'d str {
    let step = |value: Value<'d>, step: &Segment| match (step, value.kind()) {
        (Segment::Key(key), _) => value.member(key),
        (Segment::Index(index), Kind::Array(mut items)) => items.nth(*index as usize),
        _ => None,
    };
    let value = path.iter().try_fold(root, step).unwrap();
    let Kind::Text(text) = value.kind() else {
        panic!("{path} is no string")
    };
    text
}

/// Converts every range of an issue.
fn convert(issue: &mut Issue, text: &str, datamart: Value<'_>) {
    let in_text = |range: &mut Option<Range>| *range = range.map(|it| units(text, it));
    let in_string =
        |range: &mut Range, path: &Path| *range = units(string_at(datamart, path), *range);
    in_text(&mut issue.text_range);
    if let Some(range) = &mut issue.range {
        in_string(range, &issue.path);
    }
    for related in &mut issue.related {
        in_text(&mut related.text_range);
        if let Some(range) = &mut related.range {
            in_string(range, &related.path);
        }
    }
    for edit in issue.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
        match edit {
            Edit::Piece { path, range, .. } => in_string(range, path),
            Edit::Text { text_range, .. } => *text_range = units(text, *text_range),
            _ => {}
        }
    }
}

fn inputs() -> Vec<PathBuf> {
    let mut inputs = Vec::new();
    for code in Code::ALL {
        let Ok(folder) = fs::read_dir(data().join(code.name()).join("err")) else {
            continue;
        };
        inputs.extend(folder.map(|entry| entry.unwrap().path()));
    }
    let is_beside =
        |name: &str| name.ends_with(".options.json") || name.ends_with(".expected.json");
    inputs.retain(|input| !is_beside(input.to_str().unwrap()));
    inputs
}

#[test]
fn every_range_of_every_fixture_is_the_same_piece_in_both_encodings() {
    let mut different = 0;
    for input in inputs() {
        let text = fs::read_to_string(&input).unwrap();
        let options = options_of(&input);
        let mut report = validate_json(&text, &options);
        let expected = validate_json(&text, &in_utf16(options));
        different += usize::from(report != expected);
        if report.issues.iter().any(|it| it.code == Code::DuplicateKey) {
            // A path leads to the later value only.
            continue;
        }
        let document = read_json(&text, &[]);
        for issue in &mut report.issues {
            convert(issue, &text, document.root());
        }
        assert_eq!(report, expected, "{}", input.display());
    }
    assert!(
        different >= 20,
        "only {different} fixtures tell the encodings apart"
    );
}

#[test]
fn pieces_of_sql_can_be_sliced() {
    let sql = "\"größe😀\" + SUM(é) +";
    let report = analyze_sql(sql, &Options::default());
    let columns: Vec<_> = report
        .columns
        .iter()
        .map(|it| it.range.of(sql).unwrap())
        .collect();
    assert_eq!(columns, ["\"größe😀\"", "é"]);
    assert_eq!(report.functions[0].range.of(sql), Some("SUM"));
    let range = report.issues[0].range.unwrap();
    assert_eq!(&sql[std::ops::Range::from(range)], "+");

    let options = OptionsBuilder::from(Options::default())
        .position_encoding(PositionEncoding::Utf16)
        .build()
        .unwrap();
    let mut converted = report.clone();
    for column in &mut converted.columns {
        column.range = units(sql, column.range);
    }
    for function in &mut converted.functions {
        function.range = units(sql, function.range);
    }
    for issue in &mut converted.issues {
        issue.range = issue.range.map(|range| units(sql, range));
    }
    assert_ne!(converted, report);
    assert_eq!(converted, analyze_sql(sql, &options));
}

#[test]
fn a_range_is_the_piece_that_is_meant() {
    let text = r#"{
        "name": "größe😀!",
        "datasourceName": "wärme ",
        "tableList": [{ "name": "t", "columns": [
            { "name": "é" }, { "name": "x", "isCustomColumn": true, "sql": "é + \"ü\" +" }
        ] }]
    }"#;
    let report = validate_json(text, &Options::default());
    let piece = |code: Code| {
        let issue = report
            .issues
            .iter()
            .find(|issue| issue.code == code)
            .unwrap();
        issue.text_range.and_then(|range| range.of(text)).unwrap()
    };
    assert_eq!(piece(Code::SurroundingSpace), "\"wärme \"");
    assert_eq!(piece(Code::SqlSyntax), "+");
    assert_eq!(piece(Code::DatamartNameCharacters), "😀!");
}
