//! Random texts: values as people write them, and pieces in any order.

use datamart_validator::issue::Code;
use datamart_validator::{Options, validate_json};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use super::{repair, repaired};

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
