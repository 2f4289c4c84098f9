//! Bare words, variables, and everything that is written with characters beyond ASCII.

use super::super::Severity;
use super::super::dialect::Set;
use super::super::token::{Kind, Span};
use super::Lexer;

/// Bytes that continue a bare name: letters, digits, `_`, `$`; the rest of the table is false.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "runs at compile time, where a mistake fails the build"
)]
static CONTINUES: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = (at as u8).is_ascii_alphanumeric() || at as u8 == b'_' || at as u8 == b'$';
        at += 1;
    }
    table
};

impl Lexer<'_> {
    pub(super) fn word(&mut self) {
        let start = self.at;
        self.rest_of_word();
        let text = self.bytes.get(start..self.at).unwrap_or_default();
        if matches!(self.byte(0), b'\'' | b'"' | b'&')
            && (text.len() <= 2 || text.starts_with(b"_"))
            && self.prefixed_text(start)
        {
            return;
        }
        let known = self.names.find(text);
        self.push_known(Kind::Word, start, known.word, known.traits);
    }

    /// Whether a name goes on here.
    pub(super) fn is_word_byte(&self) -> bool {
        let byte = self.byte(0);
        CONTINUES.get(usize::from(byte)).copied().unwrap_or(false)
            || byte >= 0x80 && self.is_name_character()
    }

    pub(super) fn rest_of_word(&mut self) {
        loop {
            let byte = self.byte(0);
            if CONTINUES.get(usize::from(byte)).copied().unwrap_or(false)
                || matches!(byte, b'#' | b'@') && self.is_in(Set::BRACKET_NAMES)
            {
                self.at += 1;
            } else if byte >= 0x80 && self.is_name_character() {
                self.beyond_ascii_in_name();
            } else {
                break;
            }
        }
    }

    fn is_name_character(&self) -> bool {
        self.is_in(Set::ANY_UNICODE_NAMES) || is_letter(self.character())
    }

    /// Takes one character into a name, with a report where that is not or hardly what was meant.
    fn beyond_ascii_in_name(&mut self) {
        let character = self.character();
        let span = Span::from_bytes(self.at, self.at + character.len_utf8());
        self.at = span.end as usize;
        if !is_letter(character) {
            let (shown, plain) = confusable(character);
            let message = "{other} counts as part of a name in {dialect}";
            let problems = &mut self.out.problems;
            problems.add(Severity::Warning, span, message, "", shown);
            if let Some(plain) = plain {
                problems.suggest(plain);
            }
        } else if !self.is_in(Set::UNICODE_NAMES) {
            // Once for the whole name.
            while self.byte(0) >= 0x80 && is_letter(self.character()) {
                self.at += self.character().len_utf8();
            }
            let span = Span::from_bytes(span.start as usize, self.at);
            let severity = if self.is_in(Set::UNDOCUMENTED) {
                Severity::Warning
            } else {
                Severity::Error
            };
            let quote = if self.is_in(Set::DOUBLE_QUOTED_TEXT) {
                "`"
            } else {
                "\""
            };
            let problems = &mut self.out.problems;
            problems.add(
                severity,
                span,
                "`{}` may not stand in a bare name in {dialect}",
                "Put the name in quotes: {other}…{other}.",
                quote,
            );
        }
    }

    pub(super) fn beyond_ascii(&mut self) {
        let character = self.character();
        let length = character.len_utf8();
        if is_letter(character) {
            return self.word();
        }
        if character == '\u{FEFF}' {
            let span = Span::from_bytes(self.at, self.at + length);
            self.space(length);
            self.warning(span, "an invisible byte order mark stands here", "")
                .suggest("");
            return;
        }
        if self.is_in(Set::CURLY_QUOTES) && matches!(character, '‘' | '’' | '“' | '”') {
            return self.curly_quoted(matches!(character, '‘' | '’'));
        }
        if self.is_in(Set::ANY_UNICODE_NAMES) {
            return self.word();
        }
        if is_space(character) && !self.is_in(Set::NO_UNICODE_SPACE) {
            return self.space(length);
        }
        let start = self.at;
        self.at += length;
        let span = Span::from_bytes(start, self.at);
        let (shown, plain) = confusable(character);
        let problems = &mut self.out.problems;
        let message = "{other} has no meaning in SQL";
        problems.add(Severity::Error, span, message, "", shown);
        if let Some(plain) = plain {
            problems.write_plain(plain).suggest(plain);
        }
        self.push(Kind::Unknown, start);
    }

    /// `@x`, `@@x`, `@'x'`.
    pub(super) fn at_sign(&mut self) {
        let start = self.at;
        let double = self.byte(1) == b'@';
        if self.is_in(Set::AT_NAMES) {
            self.at += 1;
            self.rest_of_word();
            if self.at > start + 1 {
                return self.push(Kind::Word, start);
            }
            self.at = start;
            return self.unknown(1);
        }
        let set = if double {
            Set::AT_AT_VARIABLES
        } else {
            Set::AT_VARIABLES
        };
        if !self.is_in(set) {
            return if self.is_in(Set::OPEN_OPERATORS) {
                self.operator();
            } else {
                self.unknown(1 + usize::from(double));
            };
        }
        self.at += 1 + usize::from(double);
        match self.byte(0) {
            quote @ (b'\'' | b'`' | b'"') => {
                let opened = self.at;
                self.at += 1;
                self.until_quote(quote, false, opened);
                self.push(Kind::Value, start);
            }
            _ if self.is_word_byte() => {
                self.rest_of_word();
                self.push(Kind::Value, start);
            }
            _ => {
                self.at = start;
                self.unknown(1 + usize::from(double));
            }
        }
    }

    /// `$1`, `$name`, `$12.50`, `$$text$$`, `${template}`.
    pub(super) fn dollar(&mut self) {
        let start = self.at;
        if self.byte(1) == b'{' {
            self.at += 1;
            let close = if self.byte(1) == b'{' { "}}" } else { "}" };
            return self.template(start, close);
        }
        if self.dollar_text() {
            return;
        }
        self.at += 1;
        while self.is_word_byte() || self.byte(0) == b'.' && self.byte(1).is_ascii_digit() {
            self.at += 1.max(self.character().len_utf8());
        }
        if self.at == start + 1 {
            self.at = start;
            return self.unknown(1);
        }
        self.push(Kind::Value, start);
    }
}

/// Letters and combining marks: everything beyond ASCII that is not known to be a sign, a space or an emoji. No table
/// of Unicode is linked for a question that only decides about wording and leniency.
fn is_letter(character: char) -> bool {
    !matches!(
        character,
        '\0'..='\u{7F}' | '\u{80}'..='\u{A9}' | '\u{AB}'..='\u{B4}' | '\u{B6}'..='\u{B9}' | '\u{BB}'..='\u{BF}' | '×' | '÷'
            | '\u{1680}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FEFF}'
            | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FFFD}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

fn is_space(character: char) -> bool {
    matches!(
        character,
        '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// What to call a character that looks like plain SQL but is not, and what was meant.
pub(in crate::sql) fn confusable(character: char) -> (&'static str, Option<&'static str>) {
    match character {
        '‘' | '’' | '‚' | '′' => ("a curly quote", Some("'")),
        '“' | '”' | '„' | '″' => ("a curly quote", Some("\"")),
        '–' | '—' | '−' | '‐' | '‑' => ("a typographic dash", Some("-")),
        '×' | '∗' => ("a typographic multiplication sign", Some("*")),
        '÷' | '∕' => ("a typographic division sign", Some("/")),
        '≤' => ("the sign `≤`", Some("<=")),
        '≥' => ("the sign `≥`", Some(">=")),
        '≠' => ("the sign `≠`", Some("<>")),
        '，' => ("a full-width comma", Some(",")),
        '（' => ("a full-width parenthesis", Some("(")),
        '）' => ("a full-width parenthesis", Some(")")),
        '…' => ("an ellipsis", None),
        _ if is_space(character) => ("a special space", Some(" ")),
        _ => ("this character", None),
    }
}
