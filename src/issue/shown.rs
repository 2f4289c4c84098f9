//! User input in messages: one line, short enough to show, without effects on a terminal.

use crate::text::first_characters;

/// How much of a value is shown, in characters, from its beginning and from its end: user input may
/// be megabytes.
const SHOWN: [usize; 2] = [240, 100];

/// What a user wrote, as one line that is short enough to show. However long it is, only what is
/// shown is looked at.
pub(crate) fn shown(value: &str) -> String {
    let [start, end] = SHOWN;
    // Almost all values, without decoding characters.
    if value.len() <= start + end && value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return value.to_owned();
    }
    let mut line = String::new();
    if first_characters(value, start + end).len() == value.len() {
        push_line(&mut line, value);
        return line;
    }
    let tail = value.char_indices().nth_back(end - 1);
    push_line(&mut line, first_characters(value, start));
    line.push('…');
    push_line(
        &mut line,
        tail.and_then(|(at, _)| value.get(at..)).unwrap_or_default(),
    );
    line
}

fn push_line(line: &mut String, piece: &str) {
    for c in piece.chars() {
        push_shown(line, c);
    }
}

/// Whether it has no effect on a terminal or a log, and does not reorder the text around it.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Appends a character of user or program input in a displayable form.
#[inline(never)]
pub(crate) fn push_shown(line: &mut String, c: char) {
    match c {
        '\n' => line.push_str("\\n"),
        '\r' => line.push_str("\\r"),
        '\t' => line.push_str("\\t"),
        _ if is_shown(c) => line.push(c),
        _ => line.push(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_one_line_and_not_too_long() {
        assert_eq!(shown("a\nb\t\u{0}"), "a\\nb\\t\u{fffd}");
        assert_eq!(
            shown("a\u{202e}b\u{2067}c\u{9b}d"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d"
        );
        let long = shown(&format!("{}é", "x".repeat(9_999)));
        assert_eq!(long.chars().count(), 341);
        assert!(long.starts_with("xxx") && long.ends_with("xé"));
    }
}
