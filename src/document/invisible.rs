//! The names of invisible characters, and of those that look like a space but are not.

/// The character's name, and whether it is as wide as a space. `None` for visible characters, and
/// for the spaces, tabs and line breaks that JSON allows.
pub(crate) fn invisible(c: char) -> Option<(&'static str, bool)> {
    Some(match c {
        ' ' | '\n' | '\r' | '\t' => return None,
        '\u{b}' => ("vertical tab", true),
        '\u{c}' => ("form feed", true),
        '\u{85}' => ("next-line character", true),
        '\u{a0}' => ("no-break space", true),
        '\u{1680}' => ("ogham space mark", true),
        '\u{2000}' => ("en quad", true),
        '\u{2001}' => ("em quad", true),
        '\u{2002}' => ("en space", true),
        '\u{2003}' => ("em space", true),
        '\u{2004}' => ("three-per-em space", true),
        '\u{2005}' => ("four-per-em space", true),
        '\u{2006}' => ("six-per-em space", true),
        '\u{2007}' => ("figure space", true),
        '\u{2008}' => ("punctuation space", true),
        '\u{2009}' => ("thin space", true),
        '\u{200a}' => ("hair space", true),
        '\u{2028}' => ("line separator", true),
        '\u{2029}' => ("paragraph separator", true),
        '\u{202f}' => ("narrow no-break space", true),
        '\u{205f}' => ("mathematical space", true),
        '\u{3000}' => ("ideographic space", true),
        '\u{2800}' => ("blank Braille pattern", true),
        '\u{ad}' => ("soft hyphen", false),
        '\u{180e}' => ("Mongolian vowel separator", false),
        '\u{200b}' => ("zero-width space", false),
        '\u{200c}' => ("zero-width non-joiner", false),
        '\u{200d}' => ("zero-width joiner", false),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ("text direction mark", false)
        }
        '\u{2060}' => ("word joiner", false),
        '\u{feff}' => ("byte order mark", false),
        '\u{34f}' | '\u{2061}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => {
            ("invisible character", false)
        }
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => ("Hangul filler", true),
        _ if c.is_control() => ("control character", false),
        _ => return None,
    })
}

/// The character's name with its code point: "no-break space (U+00A0)".
pub(crate) fn named(c: char, name: &str) -> String {
    format!("{name} (U+{:04X})", u32::from(c))
}
