//! The names of invisible characters, and of those that look like a space but are not.

/// The character's name, and whether it is as wide as a space. `None` for visible characters, and
/// for the spaces, tabs and line breaks that JSON allows.
pub(crate) fn invisible(c: char) -> Option<(&'static str, bool)> {
    Some(match c {
        ' ' | '\n' | '\r' | '\t' => return None,
        '\u{b}' => ("LINE TABULATION", true),
        '\u{c}' => ("FORM FEED", true),
        '\u{85}' => ("NEXT LINE", true),
        '\u{a0}' => ("NO-BREAK SPACE", true),
        '\u{1680}' => ("OGHAM SPACE MARK", true),
        '\u{2000}' => ("EN QUAD", true),
        '\u{2001}' => ("EM QUAD", true),
        '\u{2002}' => ("EN SPACE", true),
        '\u{2003}' => ("EM SPACE", true),
        '\u{2004}' => ("THREE-PER-EM SPACE", true),
        '\u{2005}' => ("FOUR-PER-EM SPACE", true),
        '\u{2006}' => ("SIX-PER-EM SPACE", true),
        '\u{2007}' => ("FIGURE SPACE", true),
        '\u{2008}' => ("PUNCTUATION SPACE", true),
        '\u{2009}' => ("THIN SPACE", true),
        '\u{200a}' => ("HAIR SPACE", true),
        '\u{2028}' => ("LINE SEPARATOR", true),
        '\u{2029}' => ("PARAGRAPH SEPARATOR", true),
        '\u{202f}' => ("NARROW NO-BREAK SPACE", true),
        '\u{205f}' => ("MEDIUM MATHEMATICAL SPACE", true),
        '\u{3000}' => ("IDEOGRAPHIC SPACE", true),
        '\u{2800}' => ("BRAILLE PATTERN BLANK", true),
        '\u{ad}' => ("SOFT HYPHEN", false),
        '\u{180e}' => ("MONGOLIAN VOWEL SEPARATOR", false),
        '\u{200b}' => ("ZERO WIDTH SPACE", false),
        '\u{200c}' => ("ZERO WIDTH NON-JOINER", false),
        '\u{200d}' => ("ZERO WIDTH JOINER", false),
        '\u{2060}' => ("WORD JOINER", false),
        '\u{feff}' => ("BYTE ORDER MARK", false),
        '\u{34f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2061}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}' => ("", false),
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => ("", true),
        _ if c.is_control() => ("", false),
        _ => return None,
    })
}

/// A character that cannot be seen, by its code point and its name in Unicode: `U+00A0 NO-BREAK SPACE`.
pub(crate) fn named(c: char) -> String {
    let number = u32::from(c);
    let digit = |place: u32| char::from_digit(number >> (4 * place) & 15, 16);
    let mut text = "U+".to_owned();
    text.extend(
        (0..4)
            .rev()
            .filter_map(digit)
            .map(|digit| digit.to_ascii_uppercase()),
    );
    if let Some((name, _)) = invisible(c).filter(|(name, _)| !name.is_empty()) {
        text.push(' ');
        text.push_str(name);
    }
    text
}
