//! JSON text, compared with `serde_json`: the same texts are JSON, with the same values, and each
//! value has the reported span.

use datamart_validator::internal::document::{
    Document, FlawKind, Kind, MAX_DEPTH, Value as Node, read_json, write_value,
};
use datamart_validator::{Options, validate_json};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::assert_sound;

/// Deeper than our limit, less deep than the stack.
const BEYOND: usize = 1_000;

pub(crate) fn check(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let document = read_json(&text, &[]);
    assert_sound(&validate_json(&text, &Options::default()), &text);
    for flaw in document.flaws() {
        if matches!(flaw.kind, FlawKind::Syntax(_)) {
            assert!(flaw.span.of(&text).is_some(), "{flaw:?} in {text:?}");
        }
    }
    let depth = text
        .bytes()
        .filter(|byte| matches!(byte, b'[' | b'{'))
        .count();
    // `serde_json` does not accept a byte order mark, which may precede JSON text.
    if depth >= BEYOND || text.starts_with('\u{feff}') {
        return;
    }
    let is_json = serde_json::from_str::<IgnoredAny>(&text).is_ok();
    let has_mistake = document
        .flaws()
        .iter()
        .any(|flaw| matches!(flaw.kind, FlawKind::Syntax(_)));
    assert_eq!(is_json, !has_mistake, "{text:?}: {:?}", document.flaws());
    if !is_json || depth > MAX_DEPTH {
        return;
    }
    visit(&document, document.root(), &text);
    // Except numbers too large for `serde_json` and halves of surrogate pairs.
    if let Ok(expected) = serde_json::from_str::<Value>(&text) {
        let mut written = String::new();
        write_value(document.root(), &mut written);
        assert_eq!(
            serde_json::from_str::<Value>(&written).unwrap(),
            expected,
            "{text:?}"
        );
    }
}

/// The text at the span of each value is that value.
fn visit(document: &Document<'_>, value: Node<'_>, text: &str) {
    let literal = document
        .span(value.id())
        .and_then(|span| span.of(text))
        .unwrap();
    assert!(
        serde_json::from_str::<IgnoredAny>(literal).is_ok(),
        "{literal:?} in {text:?}"
    );
    match value.kind() {
        Kind::Text(found) => {
            // A literal with half of a surrogate pair cannot be compared.
            if let Ok(expected) = serde_json::from_str::<String>(literal) {
                assert_eq!(found, expected, "{text:?}");
            }
        }
        Kind::Number(digits) => assert_eq!(digits, literal),
        Kind::Array(items) => items.for_each(|item| visit(document, item, text)),
        Kind::Object(members) => {
            for (key, member) in members {
                let written = document
                    .key_span(member.id())
                    .and_then(|span| span.of(text))
                    .unwrap();
                if let Ok(expected) = serde_json::from_str::<String>(written) {
                    assert_eq!(document.key(key), expected, "{text:?}");
                }
                visit(document, member, text);
            }
        }
        _ => {}
    }
}
