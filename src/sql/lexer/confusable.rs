//! Characters that look like plain SQL but are not, or that nobody sees: they arrive with text copied from elsewhere.

use std::borrow::Cow;

use super::super::token::{Kind, Span};
use super::{Lexer, Severity};

impl Lexer<'_> {
    /// Reports the invisible character at the current place, which is whitespace or means nothing.
    #[cold]
    pub(super) fn invisible(&mut self, is_space: bool) {
        let character = self.character();
        let (start, end) = (self.at, self.at + character.len_utf8());
        self.at = end;
        let after_word = self.gap == super::Gap::Nothing
            && self
                .previous()
                .is_some_and(|token| token.kind == Kind::Word);
        let joins = after_word && self.is_word_byte();
        let (severity, message) = if is_space {
            (Severity::Warning, "{other} is treated as whitespace")
        } else {
            (Severity::Error, "{other} has no meaning in SQL")
        };
        let problems = &mut self.out.problems;
        let name = confusable(character).0;
        problems.add(
            severity,
            Span::from_bytes(start, end),
            message,
            "Remove it.",
            &name,
        );
        // Between two words it may stand for a space.
        if !joins {
            problems.suggest("");
        }
        if is_space {
            self.space(0);
        } else {
            self.push(Kind::Unknown, start);
        }
    }
}

/// Letters and combining marks: everything beyond ASCII that is not known to be a sign, a space or an emoji. No table
/// of Unicode is linked for a question that only decides about wording and leniency.
pub(super) fn is_letter(character: char) -> bool {
    !matches!(
        character,
        '\0'..='\u{7F}' | '\u{80}'..='\u{A9}' | '\u{AB}'..='\u{B4}' | '\u{B6}'..='\u{B9}' | '\u{BB}'..='\u{BF}' | '×' | '÷'
            | '\u{1680}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{61C}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FFFD}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

pub(super) fn is_space(character: char) -> bool {
    matches!(
        character,
        '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200B}'
                | '\u{2060}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202F}'
                | '\u{205F}'
                | '\u{3000}'
    )
}

pub(in crate::sql) fn is_invisible(character: char) -> bool {
    character.is_control() && character != '\u{85}'
        || matches!(
            character,
            '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        )
}

/// What to call a character, and what was meant by it where that is known.
pub(in crate::sql) fn confusable(character: char) -> (Cow<'static, str>, Option<&'static str>) {
    let (name, plain) = match character {
        '‘' | '’' | '‚' | '′' => ("a curly quote", "'"),
        '“' | '”' | '„' | '″' => ("a curly quote", "\""),
        '–' | '—' | '−' | '‐' | '‑' => ("a typographic dash", "-"),
        '×' | '∗' => ("a typographic multiplication sign", "*"),
        '÷' | '∕' => ("a typographic division sign", "/"),
        '≤' => ("the sign `≤`", "<="),
        '≥' => ("the sign `≥`", ">="),
        '≠' => ("the sign `≠`", "<>"),
        '，' => ("a full-width comma", ","),
        '（' => ("a full-width parenthesis", "("),
        '）' => ("a full-width parenthesis", ")"),
        '…' => return (Cow::Borrowed("an ellipsis"), None),
        _ if is_invisible(character) => return (Cow::Owned(invisible_name(character)), Some("")),
        _ if is_space(character) => ("a special space", " "),
        _ => {
            return (
                Cow::Owned(["`", character.encode_utf8(&mut [0; 4]), "`"].concat()),
                None,
            );
        }
    };
    (Cow::Borrowed(name), Some(plain))
}

/// `the zero-width space U+200B`
#[cold]
fn invisible_name(character: char) -> String {
    let kind = match character {
        '\u{AD}' => "soft hyphen",
        '\u{200B}' => "zero-width space",
        '\u{200C}' | '\u{200D}' => "zero-width joiner",
        '\u{FEFF}' => "byte order mark",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "text direction mark"
        }
        _ if character.is_control() => "control character",
        _ => "invisible character",
    };
    let number = u32::from(character);
    let digit = |place: u32| char::from_digit(number >> (4 * place) & 15, 16);
    let mut name = ["the ", kind, " U+"].concat();
    name.extend(
        (0..4)
            .rev()
            .filter_map(digit)
            .map(|digit| digit.to_ascii_uppercase()),
    );
    name
}
