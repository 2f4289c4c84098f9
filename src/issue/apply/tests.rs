use super::*;
use crate::issue::Certainty;
use crate::{Options, validate_json};

fn fix(edits: Vec<Edit>) -> Fix {
    Fix {
        title: "t".to_owned(),
        certainty: Certainty::Certain,
        edits,
    }
}

fn path(steps: &[&str]) -> Path {
    let step = |step: &&str| match step.parse() {
        Ok(index) => Segment::Index(index),
        Err(_) => Segment::Key((*step).to_owned()),
    };
    steps.iter().map(step).collect()
}

fn value(steps: &[&str], value: Option<NewValue>) -> Edit {
    Edit::Value {
        path: path(steps),
        op: if value.is_some() { Op::Set } else { Op::Remove },
        value,
    }
}

fn piece(steps: &[&str], start: u32, end: u32, text: &str) -> Edit {
    Edit::Piece {
        path: path(steps),
        range: Range { start, end },
        text: text.to_owned(),
    }
}

#[test]
fn values_are_set_and_removed_one_after_the_other() {
    let text = r#"{"b": 1.50, "a": ["x", {"__proto__": 1e400}, null, -0], "b": 2.50}"#;
    for (edits, expected) in [
        (
            vec![],
            r#"{"b":2.50,"a":["x",{"__proto__":1e400},null,-0]}"#,
        ),
        (
            vec![
                value(&["a", "0"], None),
                value(&["a", "0", "__proto__"], Some(NewValue::Null)),
            ],
            r#"{"b":2.50,"a":[{"__proto__":null},null,-0]}"#,
        ),
        (
            vec![
                value(&["c"], Some(NewValue::Flag(true))),
                value(&["a"], None),
                value(&["d"], None),
            ],
            r#"{"b":2.50,"c":true}"#,
        ),
        (vec![value(&[], Some(NewValue::List(vec![])))], "[]"),
    ] {
        assert_eq!(apply_fix(text, &fix(edits)).as_deref(), Ok(expected));
    }
}

#[test]
fn parts_of_a_string_count_in_the_string_before_the_fix() {
    let text = r#"{"a": "éabc", "b": "x"}"#;
    let edits = vec![
        piece(&["a"], 3, 4, "BB"),
        piece(&["b"], 0, 0, "1"),
        piece(&["a"], 0, 2, ""),
        piece(&["b"], 0, 0, "2"),
        value(&["c"], Some(NewValue::Text("\n".to_owned()))),
    ];
    let fixed = apply_fix(text, &fix(edits));
    assert_eq!(fixed.as_deref(), Ok(r#"{"a":"aBBc","b":"12x","c":"\n"}"#));
}

#[test]
fn text_that_is_not_json_is_repaired() {
    let text = "{ \"name\":\u{a0}\"a\",\u{a0}\"b\": 1 }";
    let report = validate_json(text, &Options::default());
    let fixes = report.issues.iter().filter_map(|issue| issue.fix.as_ref());
    let edits = fixes.flat_map(|fix| fix.edits.clone());
    let edits = edits
        .filter(|edit| matches!(edit, Edit::Text { .. }))
        .collect();
    let repaired = apply_fix(text, &fix(edits));
    assert_eq!(repaired.as_deref(), Ok(r#"{ "name": "a", "b": 1 }"#));
}

#[test]
fn a_fix_of_another_datamart_is_an_error() {
    let text = r#"{"a": "é", "b": [1]}"#;
    for edit in [
        value(&["b", "1"], Some(NewValue::Null)),
        value(&["b", "x"], None),
        value(&["c", "d"], Some(NewValue::Null)),
        value(&["a", "d"], None),
        value(&[], None),
        piece(&["b"], 0, 0, ""),
        piece(&["c"], 0, 0, ""),
        piece(&["a"], 1, 2, ""),
        piece(&["a"], 0, 9, ""),
        piece(&["a"], 2, 0, ""),
    ] {
        let error = apply_fix(text, &fix(vec![edit.clone()])).unwrap_err();
        assert!(matches!(error, ApplyFixError::Unfit(_)), "{edit:?}");
    }
    let overlapping = vec![piece(&["a"], 0, 2, ""), piece(&["a"], 0, 2, "")];
    let error = apply_fix(text, &fix(overlapping)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the fix belongs to another datamart: this one has no a"
    );
    let error = apply_fix("{", &fix(vec![value(&["a"], None)])).unwrap_err();
    assert!(matches!(error, ApplyFixError::Json(_)), "{error}");
}
