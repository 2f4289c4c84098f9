//! What the JavaScript encoder passes: a tape that it would never write is refused, and one that it
//! would write is read as the datamart.

use datamart_validator::internal::document::read_tape;
use datamart_validator::internal::validate_document;
use datamart_validator::issue::Report;
use datamart_validator::{Options, validate_json};
use serde_json::Value;

use super::bytes::Bytes;
use super::{assert_readable, generate};

pub(super) fn check(input: &[u8]) {
    let mut bytes = Bytes(input);
    if bytes.one_in(2) {
        let case = generate::case(&mut bytes);
        let options = Options::from_json(&case.options.to_string()).unwrap();
        check_value(&case.datamart, &options);
    } else {
        check_any(bytes);
    }
}

/// Any words, any text.
fn check_any(mut bytes: Bytes<'_>) {
    let is_small = bytes.one_in(2);
    let count = bytes.below(64);
    let words: Vec<u32> = (0..count)
        .map(|_| {
            let [low, high] = [bytes.byte(), bytes.byte()].map(u32::from);
            // Tags with small payloads reach further than random words.
            if is_small {
                (low & 15) | ((high % 24) << [4, 4, 4, 11][(high >> 5) as usize % 4])
            } else {
                u32::from_le_bytes([bytes.byte(), bytes.byte(), 0, 0]) | low << 24 | high << 16
            }
        })
        .collect();
    let lone: Vec<u32> = (0..bytes.below(3)).map(|_| bytes.byte().into()).collect();
    let text = bytes.rest();
    if let Ok(document) = read_tape(&words, &text, &lone) {
        let report = validate_document(&document, &Options::default());
        report
            .issues
            .iter()
            .for_each(|issue| assert_readable(&issue.message));
        assert_eq!(report, validate_document(&document, &Options::default()));
    }
}

/// A value and its JSON text give the same result.
pub(super) fn check_value(datamart: &Value, options: &Options) {
    let mut writer = Writer::default();
    writer.write(datamart);
    let document = read_tape(&writer.words, &writer.text, &[]).unwrap();
    let text = datamart.to_string();
    assert_eq!(
        without_text_ranges(validate_document(&document, options)),
        without_text_ranges(validate_json(&text, options)),
        "{text}"
    );
}

fn without_text_ranges(mut report: Report) -> Report {
    for issue in &mut report.issues {
        issue.text_range = None;
        issue
            .related
            .iter_mut()
            .for_each(|related| related.text_range = None);
    }
    report
}

/// `pkg-template/src/boundary/encode.js`, as far as JSON is concerned.
#[derive(Default)]
struct Writer {
    words: Vec<u32>,
    text: String,
    keys: Vec<String>,
}

impl Writer {
    fn write(&mut self, value: &Value) {
        match value {
            Value::Null => self.words.push(0),
            Value::Bool(flag) => self.words.push(1 + u32::from(*flag)),
            Value::Number(number) => self.tagged(3, &number.to_string()),
            Value::String(text) => self.tagged(4, text),
            Value::Array(items) => {
                self.words
                    .push(5 | (u32::try_from(items.len()).unwrap() << 4));
                for item in items {
                    self.write(item);
                }
            }
            Value::Object(members) => {
                self.words
                    .push(6 | (u32::try_from(members.len()).unwrap() << 4));
                for (key, member) in members {
                    self.member(key, member);
                }
            }
        }
    }

    fn tagged(&mut self, tag: u32, text: &str) {
        self.words.push(tag | (units(text) << 4));
        self.text.push_str(text);
    }

    fn member(&mut self, key: &str, value: &Value) {
        if let Some(number) = self.keys.iter().position(|known| known == key) {
            let keyed = 8 | u32::try_from(number).unwrap() << 4;
            match value {
                Value::Bool(flag) => self.words.push(keyed | (1 + u32::from(*flag))),
                Value::String(text) if text.len() < 100 => {
                    self.words.push(keyed | 4 | (units(text) << 11));
                    self.text.push_str(text);
                }
                _ => {
                    self.words.push(keyed | 7);
                    self.write(value);
                }
            }
        } else {
            self.new_key(key);
            self.write(value);
        }
    }

    fn new_key(&mut self, key: &str) {
        // The encoder numbers more of them.
        let is_numbered = self.keys.len() < 8;
        self.words.push(if is_numbered {
            u32::try_from(self.keys.len()).unwrap() << 4
        } else {
            u32::MAX << 4
        });
        self.words.push(units(key));
        self.text.push_str(key);
        if is_numbered {
            self.keys.push(key.to_owned());
        }
    }
}

/// The length in JavaScript.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap()
}
