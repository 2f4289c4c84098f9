//! The repair of text that is almost JSON: one fix makes it JSON, with every value that was written.

use datamart_validator::issue::{Certainty, Code, Edit, Fix};
use datamart_validator::{Options, validate_json};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

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

/// A JSON value.
fn value() -> impl Strategy<Value = Value> {
    let text = proptest::collection::vec(
        prop_oneof![
            Just("a"),
            Just(" "),
            Just("é😀"),
            Just("\""),
            Just("'"),
            Just("\\"),
            Just("\n"),
            Just("\t"),
            Just(","),
            Just("}"),
            Just("://"),
            Just("#"),
            Just("1"),
            Just("`")
        ],
        0..6,
    );
    let text = text.prop_map(|pieces| pieces.concat()).boxed();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(|number| json!(number)),
        (-1000_i32..1000).prop_map(|number| json!(f64::from(number) / 8.0)),
        text.clone().prop_map(Value::String),
    ];
    let inner = leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::vec((prop_oneof![text.clone(), "[a-z_]{1,4}"], inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    proptest::collection::vec(inner, 1..3).prop_map(Value::Array)
}

/// Writes values as people do, wrongly as often as the numbers say.
struct Damage {
    numbers: Vec<u8>,
    at: usize,
    text: String,
    /// Only a comma or a colon shows that the last string ends here.
    is_doubtful: bool,
}

impl Damage {
    /// One of so many choices; the first one is right.
    fn choice(&mut self, count: u8) -> u8 {
        self.at += 1;
        let number = self
            .numbers
            .get(self.at % self.numbers.len())
            .copied()
            .unwrap_or(0);
        if number < 128 { 0 } else { number % count }
    }

    fn pick<'t>(&mut self, choices: &[&'t str]) -> &'t str {
        let count = u8::try_from(choices.len()).unwrap();
        choices[usize::from(self.choice(count))]
    }

    fn space(&mut self) {
        // What follows a curly quote decides whether it closes the string.
        if self.text.ends_with('”') {
            return self.text.push('\n');
        }
        let space = [
            "",
            " ",
            "\n  ",
            "\u{a0}",
            "/* it's \"1\" */",
            "// {\n",
            "# [x\n",
            "\u{200b}\t",
        ];
        let space = self.pick(&space);
        self.text.push_str(space);
    }

    fn string(&mut self, string: &str, is_key: bool) {
        let is_name = !string.is_empty()
            && string
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let kind = self.choice(7);
        self.is_doubtful = kind == 3 || (kind == 5 && string.contains('\n'));
        let json = serde_json::to_string(string).unwrap();
        let inner = &json[1..json.len() - 1];
        let written = match kind {
            1 if is_key && is_name => string.to_owned(),
            1 | 2 => {
                let python = inner.replace("\\\"", "\"").replace('\'', "\\'");
                format!("{}'{python}'", if kind == 1 { "" } else { "u" })
            }
            3 => format!("“{inner}”"),
            4 => format!("`{}`", string.replace('\\', "\\\\").replace('`', "\\`")),
            // A line break in quotes is one if what follows leaves no doubt.
            5 if !string.contains('"') => format!("\"{}\"", string.replace('\\', "\\\\")),
            6 => format!("\"\"\"{inner}\"\"\""),
            _ => json,
        };
        self.text.push_str(&written);
    }

    fn list<T>(
        &mut self,
        items: impl ExactSizeIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        let count = items.len();
        for (at, item) in items.enumerate() {
            self.space();
            self.is_doubtful = false;
            write(self, item);
            match (self.choice(5), at + 1 == count) {
                (1 | 2, false) if !self.is_doubtful => self.text.push('\n'),
                (3, true) => self.text.push(','),
                (4, false) => self.text.push_str(", ,"),
                (_, true) => {}
                (_, false) => self.text.push(','),
            }
            self.space();
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => {
                let null = self.pick(&["null", "None", "undefined"]);
                self.text.push_str(null);
            }
            Value::Bool(flag) => {
                let word = self.pick(if *flag {
                    &["true", "True"]
                } else {
                    &["false", "False"]
                });
                self.text.push_str(word);
            }
            Value::Number(number) => {
                let json = number.to_string();
                let text = match (self.choice(3), json.strip_prefix("0.")) {
                    (1, Some(rest)) => format!(".{rest}"),
                    (2, _) if !json.starts_with('-') => format!("+{json}"),
                    _ => json
                        .strip_suffix(".0")
                        .map_or(json.clone(), |whole| format!("{whole}.")),
                };
                self.text.push_str(&text);
            }
            Value::String(string) => self.string(string, false),
            Value::Array(items) => {
                self.text.push('[');
                self.list(items.iter(), Damage::value);
                self.text.push(']');
            }
            Value::Object(members) => {
                self.text.push('{');
                self.list(
                    members.iter().collect::<Vec<_>>().into_iter(),
                    |damage, (key, member)| {
                        let start = damage.text.len();
                        damage.string(key, true);
                        let is_quoted =
                            !damage.is_doubtful && damage.text[start..].ends_with(['"', '\'', '`']);
                        damage.space();
                        let colon = damage.pick(if is_quoted {
                            &[":", "=>", "=", " "]
                        } else {
                            &[":", "=>", "="]
                        });
                        damage.text.push_str(colon);
                        damage.space();
                        damage.value(member);
                    },
                );
                self.text.push('}');
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn what_people_write_wrongly_says_the_same_afterwards(value in value(), numbers in proptest::collection::vec(any::<u8>(), 1..64), around in 0..6_usize, cut in any::<bool>()) {
        let mut damage = Damage { numbers, at: 0, text: String::new(), is_doubtful: false };
        damage.value(&value);
        let mut text = damage.text;
        if cut {
            let closed = text.trim_end_matches([']', '}', ' ', '\n', ',']);
            text.truncate(closed.len());
        }
        let (before, after) = [("", ""), ("", ";"), ("```json\n", "\n```\n"), ("x = ", ""), ("const a_1: B = ", ";\n"), ("export default (", ");")][if cut { 0 } else { around }];
        let text = format!("{before}{text}{after}");
        if serde_json::from_str::<Value>(&text).is_ok() {
            prop_assert_eq!(repair(&text), None);
            return Ok(());
        }
        let issues = validate_json(&text, &Options::default()).issues;
        let spaces: Vec<_> = issues.iter().filter(|issue| issue.code == Code::Syntax).collect();
        if spaces.iter().all(|issue| issue.fix.as_ref().is_some_and(|fix| !fix.title.contains("Repair"))) {
            return Ok(());
        }
        let repaired = repaired(&text);
        prop_assert!(repaired.is_some(), "{:?}", text);
        let repaired = repaired.unwrap_or_default();
        let read: Result<Value, _> = serde_json::from_str(&repaired);
        prop_assert_eq!(read.ok(), Some(value), "{:?} -> {:?}", text, repaired);
    }

    #[test]
    fn whatever_is_repaired_is_json_with_the_same_contents(pieces in proptest::collection::vec(prop_oneof![
        Just("{"), Just("}"), Just("["), Just("]"), Just(":"), Just(","), Just("\""), Just("'"), Just("“"), Just("”"), Just("’"), Just("`"), Just("\\"), Just("\n"), Just(" "), Just("x"), Just("y"), Just("7"),
        Just("="), Just("'x'"), Just("\"y\""), Just("'x': "), Just("\"y\", "), Just("-"), Just("."), Just("+"), Just("\t"), Just("'''"), Just("(")
    ], 0..14), start in 0..6_usize, end in 0..5_usize) {
        let text = format!("{}{}{}", ["", "{", "[", "{'x': ", "[{'x': ", "x = ["][start], pieces.concat(), ["", "}", "]", "'}", "}]"][end]);
        let prefix = i32::from(text.starts_with("x = ["));
        let contents = |text: &str| text.chars().filter(|c| matches!(c, 'x' | 'y' | '7')).collect::<String>();
        if let Some(repaired) = repaired(&text) {
            let before = contents(&text);
            // The name of a variable goes.
            let after = contents(&repaired);
            prop_assert!(after == before || (prefix == 1 || text.contains('=')) && before.ends_with(&after), "{:?} -> {:?}", text, repaired);
            prop_assert!(serde_json::from_str::<Value>(&repaired).is_ok(), "{:?} -> {:?}", text, repaired);
            let issues = validate_json(&repaired, &Options::default()).issues;
            prop_assert!(issues.iter().all(|issue| issue.code != Code::Syntax), "{:?} -> {:?}", text, repaired);
        }
    }
}
