//! What is done with texts in many places, in one copy each: the standard library's functions are
//! compiled anew for every kind of argument.

/// The first characters of a text, at most so many. Looks at no others.
#[inline(never)]
pub(crate) fn first_characters(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The parts of a text, with a separator between them.
#[inline(never)]
pub(crate) fn joined(parts: &[&str], separator: &str) -> String {
    let mut text = String::new();
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            text.push_str(separator);
        }
        text.push_str(part);
    }
    text
}

/// A text without leading and trailing whitespace.
#[inline(never)]
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim()
}

/// The number of characters: of the bytes that begin one.
#[inline(never)]
pub(crate) fn count_characters(text: &str) -> usize {
    let is_first = |byte: &u8| byte & 0xc0 != 0x80;
    text.bytes().filter(is_first).count()
}
