//! The repair of text that is almost JSON: one fix makes it JSON, with every value that was written.

mod damage;

use datamart_validator::issue::{Certainty, Code, Edit, Fix};
use datamart_validator::{Options, validate_json};
use serde_json::Value;

/// The fix of the whole text.
fn repair(text: &str) -> Option<Fix> {
    let issues = validate_json(text, &Options::default()).issues;
    let mut fixes = issues
        .into_iter()
        .filter(|issue| issue.code == Code::Syntax);
    let fix = fixes.find_map(|issue| issue.fix.filter(|fix| fix.title.contains("Repair")));
    fix.inspect(|fix| assert_eq!(fix.certainty, Certainty::Certain))
}

fn applied(text: &str, fix: &Fix) -> String {
    let mut repaired = String::new();
    let mut seen = 0;
    for edit in &fix.edits {
        let Edit::Text {
            text_range,
            text: inserted,
        } = edit
        else {
            panic!("{edit:?}");
        };
        let (start, end) = (text_range.start as usize, text_range.end as usize);
        assert!(seen <= start && start <= end, "{text:?}: {fix:#?}");
        repaired.push_str(&text[seen..start]);
        repaired.push_str(inserted);
        seen = end;
    }
    repaired.push_str(&text[seen..]);
    repaired
}

fn repaired(text: &str) -> Option<String> {
    repair(text).map(|fix| applied(text, &fix))
}

const REPAIRED: &[(&str, &str)] = &[
    // Commas.
    (r#"{"a": 1, "b": [2, 3,],}"#, r#"{"a": 1, "b": [2, 3]}"#),
    (r"[1,, 2,,]", r"[1, 2]"),
    (r"[, 1]", r"[ 1]"),
    (
        "{\n  \"a\": 1\n  \"b\": \"x\"\n  \"c\": [\"y\" \"z\"]\n}",
        "{\n  \"a\": 1,\n  \"b\": \"x\",\n  \"c\": [\"y\", \"z\"]\n}",
    ),
    (
        "[{\"a\": 1}{\"a\": 2}\n[3]]",
        "[{\"a\": 1},{\"a\": 2},\n[3]]",
    ),
    ("[1\n2\ntrue\nfalse]", "[1,\n2,\ntrue,\nfalse]"),
    (
        "{\"a\": \"x\" // why\n  \"b\": 1}",
        "{\"a\": \"x\",\n  \"b\": 1}",
    ),
    // Colons.
    (
        r#"{"a" 1, "b" = 2, "c" => {"d" "e"}}"#,
        r#"{"a": 1, "b" : 2, "c" : {"d": "e"}}"#,
    ),
    // Quotes.
    (
        r#"{'a': 'x "y" it\'s', 'b': ''}"#,
        r#"{"a": "x \"y\" it's", "b": ""}"#,
    ),
    (
        "{“a”: „x “y” it’s”, ‘b’: ‘it’s “x”’}",
        "{\"a\": \"x “y” it’s\", \"b\": \"it’s “x”\"}",
    ),
    (r#"{"a": "the “best” it’s"}x"#, ""),
    (
        r#"{"sql": 'coalesce("x", 0)'}"#,
        r#"{"sql": "coalesce(\"x\", 0)"}"#,
    ),
    ("{`a`: `x\n\"y\"`}", "{\"a\": \"x\\n\\\"y\\\"\"}"),
    // Literals.
    (
        "[True, False, None, TRUE, Null, undefined]",
        "[true, false, null, true, null, null]",
    ),
    (
        "[+5, .5, -.5, 5., 0x1F, -0xff, 1e5]",
        "[5, 0.5, -0.5, 5.0, 31, -255, 1e5]",
    ),
    // Keys.
    (
        "{a: 1, $b_2: 2, client-id: 3, 4: 5, clé: 6, null: 7}",
        r#"{"a": 1, "$b_2": 2, "client-id": 3, "4": 5, "clé": 6, "null": 7}"#,
    ),
    // The end is missing.
    (r#"{"a": [{"b": "x""#, r#"{"a": [{"b": "x"}]}"#),
    ("{\"a\": [1, 2,\n", "{\"a\": [1, 2]}\n"),
    (r#"{"a": "b c"#, r#"{"a": "b c"}"#),
    (
        "[{\"a\": [1, 2}, {\"b\": 3]",
        "[{\"a\": [1, 2]}, {\"b\": 3}]",
    ),
    ("[{", "[{}]"),
    (r#"[[{"a": 1]"#, r#"[[{"a": 1}]]"#),
    // Strings.
    (
        "{\"sql\": \"CASE\n\tEND\r\n\"}",
        r#"{"sql": "CASE\n\tEND\r\n"}"#,
    ),
    (
        r#"["\d+ \' \x41 \u00e9 \u12 \
x"]"#,
        r#"["\\d+ ' \u0041 \u00e9 \\u12 x"]"#,
    ),
    ("[\"a\u{1}\u{1f}\"]", r#"["a\u0001\u001f"]"#),
    (
        r#"[u'a', b"b", r'\d\'"', R"\\"]"#,
        r#"["a", "b", "\\d\\'\"", "\\\\"]"#,
    ),
    (
        "['''a 'b'\n\"c\"''', \"\"\"d\"e\"\"\"]",
        r#"["a 'b'\n\"c\"", "d\"e"]"#,
    ),
    (
        "{\"sql\": 'a' +\n  \"b\" + `c`, \"d\": 1}",
        r#"{"sql": "abc", "d": 1}"#,
    ),
    // What stands around and between.
    ("```json\n{'a': 1}\n```\n", "{\"a\": 1}\n"),
    ("```\n{\"a\": 1}\n```", "{\"a\": 1}"),
    ("const datamart: Datamart = {a: 1};\n", "{\"a\": 1}\n"),
    ("export default {a: 1}", "{\"a\": 1}"),
    ("module.exports = ({a: 1});", "{\"a\": 1}"),
    ("datamart = {'a': None}  # the new one", "{\"a\": null}"),
    (
        "{\n  // one\n  \"a\": 1, // two\n  /* three */ \"b\": 2\n  # four\n}",
        "{\n  \"a\": 1,\n  \"b\": 2\n}",
    ),
    ("{\"a\":\u{a0}'x'\u{200b}}", "{\"a\": \"x\"}"),
    ("\u{feff}{'a': 1}", "\u{feff}{\"a\": 1}"),
    (
        "{'a': '😀', 'b': '\\ud83d\\ude00'}",
        "{\"a\": \"😀\", \"b\": \"\\ud83d\\ude00\"}",
    ),
];

/// What might have been meant differently, or would lose a value.
const UNCLEAR: &[&str] = &[
    "",
    "x",
    "'x'",
    "name: sales",
    r#"{"a": }"#,
    r#"{"a":"#,
    r#"{"a""#,
    r#"{"a"}"#,
    r#"{"a", "b"}"#,
    r#"{"a": 1}}"#,
    r#"{"a": 1} {"b": 2}"#,
    r#"{"a": 1} and more"#,
    r#"Here it is: {"a": 1,}"#,
    r#"{"a": [1}, "b": 2]"#,
    r#"{"a": "say "hi" now"}"#,
    r#"["say ""hi"" now"]"#,
    r"{'a': 'it's'}",
    r#"{"a": "x, "b": 1}"#,
    r#"{"a": 1, "b": "x}"#,
    "{\"a\": \"x,\n\"b\": 1}",
    "{\"a\": \"x\n}",
    "{\"name\": \"sales,\n \"b\": \"y\",\n \"c\": \"z\"}",
    "[1 000]",
    "[1\u{a0}000]",
    "[007]",
    "[1_000]",
    "[10n]",
    "[NaN, Infinity]",
    "[0xG]",
    "[0x123456789abcdef0]",
    "[.]",
    "[+]",
    "[1 /* x]",
    "[sales, orders]",
    "{a b}",
    "{a 'b'}",
    "[`a ${b}`]",
    "[f'a']",
    "[(1, 2)]",
    "['a' 'b'[0]]",
    "[1 + 2]",
    "{[1]: 2}",
    "{\"a\": 1 {\"b\": 2}}",
    "const a = 5, b = {",
    "\"\"\"",
];

#[test]
fn what_leaves_no_doubt_is_repaired_at_once() {
    for (text, expected) in REPAIRED {
        if expected.is_empty() {
            assert_eq!(repaired(text), None, "{text:?}");
            continue;
        }
        assert_eq!(repaired(text).as_deref(), Some(*expected), "{text:?}");
        let json = expected.trim_start_matches('\u{feff}');
        assert!(serde_json::from_str::<Value>(json).is_ok(), "{expected:?}");
    }
}

#[test]
fn what_is_not_clear_is_not_repaired() {
    for text in UNCLEAR {
        assert_eq!(repaired(text), None, "{text:?}");
    }
}

#[test]
fn valid_json_and_foreign_spaces_have_no_repair() {
    for text in [
        r#"{"a": [1, "x\u00e9\n", true, null, -0.5e-7, {}]}"#,
        "{\u{a0}\"a\": 1}",
        "{\"a\": 1, \"a\": 2}",
    ] {
        assert_eq!(repair(text), None);
    }
}

#[test]
fn the_title_says_what_is_removed() {
    assert_eq!(repair("{'a': 1}").unwrap().title, "Repair the JSON");
    for text in [
        "{'a': 1 /* x */}",
        "x = {'a': 1}",
        "{'a': 1};",
        "```\n{'a': 1}\n```",
    ] {
        let title = "Repair the JSON, and remove comments and code around it";
        assert_eq!(repair(text).unwrap().title, title, "{text}");
    }
}

#[test]
fn the_first_error_has_it_and_the_others_stay() {
    let text = "{\u{a0}\"a\": 'x', b: [1,]}";
    let issues = validate_json(text, &Options::default()).issues;
    let syntax: Vec<_> = issues
        .iter()
        .filter(|issue| issue.code == Code::Syntax)
        .collect();
    let titles: Vec<_> = syntax
        .iter()
        .map(|issue| issue.fix.as_ref().map(|fix| fix.title.as_str()))
        .collect();
    let own = Some("Replace it with a plain space");
    assert_eq!(titles, [own, Some("Repair the JSON"), None, None]);
    assert_eq!(repaired(text).unwrap(), "{ \"a\": \"x\", \"b\": [1]}");
}

#[test]
fn a_repair_is_bounded_whatever_the_text() {
    let pieces = [
        "{", "[", "'", "\"", "“", "”", "‘’", "`", "\\", "\\'", ",", "[,", ":", "{:", "//", "/*",
        "/**/", "#", "# x\n", "1 ", "1\n", "x ", "x:", "'x'", "'x' ", "\"x\" \"", "”//", "\u{a0}",
        "\u{1}", "'\t", "+", "'a'+", "{a:", "[{", "[{'a':", "}", "]}", "```", "=", "(", ";", "\n",
        "'''", "u'", "r'\\", "True ", "[1}", "“” ",
    ];
    for piece in pieces {
        for start in ["", "{", "[", "['", "[\"", "[“", "{'a': `", "x = ["] {
            let text = format!("{start}{}", piece.repeat(20_000 / piece.len()));
            let Some(fix) = repair(&text) else { continue };
            assert!(fix.edits.len() <= 1001);
            let after = applied(&text, &fix);
            assert!(after.len() <= 7 * text.len(), "{start}{piece}");
            assert!(
                serde_json::from_str::<serde_json::Value>(&after).is_ok() || after.contains("[[[["),
                "{start}{piece}"
            );
        }
    }
}
