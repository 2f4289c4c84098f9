//! Characters that look like plain SQL but are not, and invisible characters: they arrive with
//! copied text.

use super::super::token::{Kind, Span};
use super::{Lexer, Severity};
use crate::document::{invisible, named};
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Lexer<'_> {
    /// Reports the invisible character at the current position, which is whitespace or means
    /// nothing.
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
        let (severity, message, help) = if is_space {
            (Severity::Warning, suspicious::SPACE, suspicious::REMOVE)
        } else {
            (Severity::Error, syntax::CHARACTER, syntax::REMOVE)
        };
        let problems = &mut self.out.problems;
        let name = confusable(character).0;
        problems.add(
            severity,
            Span::from_bytes(start, end),
            message,
            Some(help),
            &name,
        );
        // Between two words it may be meant as a space.
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

/// Letters and combining marks: every character beyond ASCII that is not known to be a sign, a
/// space or an emoji. This decides only wording and leniency, which is not worth linking a Unicode
/// table.
pub(super) fn is_letter(character: char) -> bool {
    !matches!(
        character,
        '\0'..='\u{7F}' | '\u{80}'..='\u{A9}' | '\u{AB}'..='\u{B4}' | '\u{B6}'..='\u{B9}' | '\u{BB}'..='\u{BF}' | '×' | '÷'
            | '\u{1680}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{61C}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{FFFD}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

/// What engines read as whitespace, which is not every character that looks like a space.
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
        || matches!(invisible(character), Some((_, false)))
}

/// What is shown of a character, and the plain character that was probably meant.
pub(in crate::sql) fn confusable(character: char) -> (String, Option<&'static str>) {
    let plain = match character {
        '‘' | '’' | '‚' | '′' => "'",
        '“' | '”' | '„' | '″' => "\"",
        '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '﹣' => "-",
        '×' | '∗' | '⁎' | '✕' | '⨯' => "*",
        '÷' | '∕' | '⁄' => "/",
        '≤' | '≦' | '⩽' => "<=",
        '≥' | '≧' | '⩾' => ">=",
        '≠' => "<>",
        '！'..='～' if !is_letter(character) => full_width(character),
        _ if is_invisible(character) => return (named(character), Some("")),
        _ if is_space(character) => return (named(character), Some(" ")),
        _ => return (character.into(), None),
    };
    (character.into(), Some(plain))
}

/// The ASCII sign of which this is the full-width form.
fn full_width(character: char) -> &'static str {
    const SIGNS: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`\
                         abcdefghijklmnopqrstuvwxyz{|}~";
    let at = character as usize - '！' as usize;
    SIGNS.get(at..=at).unwrap_or("")
}
