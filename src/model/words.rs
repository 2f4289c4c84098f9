//! How messages name a value.

use crate::document::{Kind, Unusable, Value};
use crate::text::{first_characters, joined};

/// The longest user text in a message, in characters.
const SHOWN: usize = 40;

/// The value in the notation of JSON and JavaScript, which needs no translation.
pub(super) fn describe(value: Value<'_>) -> String {
    match value.kind() {
        Kind::Null => "null".to_owned(),
        Kind::Bool(flag) => if flag { "true" } else { "false" }.to_owned(),
        Kind::Number(digits) => shorten(digits),
        Kind::Text(text) => joined(&["\"", &shorten(text), "\""], ""),
        Kind::Array(_) => "[…]".to_owned(),
        Kind::Object(_) => "{…}".to_owned(),
        Kind::Unusable(Unusable::Undefined, _) => "undefined".to_owned(),
        Kind::Unusable(_, name) => shorten(name),
    }
}

/// The text, shortened if it is too long to show.
pub(super) fn shorten(text: &str) -> String {
    let shown = first_characters(text, SHOWN);
    let rest = if shown.len() < text.len() { "…" } else { "" };
    joined(&[shown, rest], "")
}

/// Whether two names differ at most in case and whitespace, so that a name with only one such
/// candidate certainly means that one.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        let words = text.chars().filter(|c| !c.is_whitespace());
        words.map(|c| c.to_ascii_lowercase())
    }
    letters(one).eq(letters(other))
}
