//! Bare words, variables, and everything written with characters beyond ASCII.

use super::super::Severity;
use super::super::dialect::Set;
use super::super::meter::step;
use super::super::token::{Kind, Span};
use super::Lexer;
use super::confusable::{confusable, is_invisible, is_letter, is_space};
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

/// Bytes that continue a bare name: letters, digits, `_`, `$`.
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

    /// SQL Server: `#orders` and `##orders` are tables of a session.
    pub(super) fn is_temporary_name(&self) -> bool {
        let letter = if self.byte(1) == b'#' { 2 } else { 1 };
        self.is_in(Set::BRACKET_NAMES)
            && (self.byte(letter).is_ascii_alphanumeric() || self.byte(letter) == b'_')
    }

    /// Whether a name continues here.
    pub(super) fn is_word_byte(&self) -> bool {
        let byte = self.byte(0);
        CONTINUES.get(usize::from(byte)).copied().unwrap_or(false)
            || byte >= 0x80 && self.is_name_character()
    }

    pub(super) fn rest_of_word(&mut self) {
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let mut plain = rest.iter().map(|byte| CONTINUES.get(usize::from(*byte)));
            let plain = plain.position(|continues| continues != Some(&true));
            let plain = plain.unwrap_or(rest.len());
            step(plain);
            self.at += plain;
            let byte = self.byte(0);
            if matches!(byte, b'#' | b'@') && self.is_in(Set::BRACKET_NAMES)
                || byte == b'@' && self.is_in(Set::AT_IN_NAMES)
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
        let character = self.character();
        is_letter(character)
            || self.is_in(Set::ANY_UNICODE_NAMES)
                && !(is_space(character) && self.is_in(Set::UNICODE_SPACE))
    }

    /// Adds one character to a name, and reports it if it is not, or probably not, what was meant.
    fn beyond_ascii_in_name(&mut self) {
        let character = self.character();
        let span = Span::from_bytes(self.at, self.at + character.len_utf8());
        self.at = span.end as usize;
        if !is_letter(character) {
            let (shown, plain) = confusable(character);
            let message = suspicious::NAME_CHARACTER;
            let problems = &mut self.out.problems;
            problems.add(Severity::Warning, span, message, None, &shown);
            if let Some(plain) = plain {
                problems.suggest(plain);
            }
        } else if !self.is_in(Set::UNICODE_NAMES) {
            // Once for the whole name.
            while self.byte(0) >= 0x80 && is_letter(self.character()) {
                self.at += self.character().len_utf8();
            }
            let span = Span::from_bytes(span.start as usize, self.at);
            let (severity, message, help) = if self.is_in(Set::UNDOCUMENTED) {
                (
                    Severity::Warning,
                    suspicious::UNQUOTED_NAME,
                    suspicious::QUOTE_NAME,
                )
            } else {
                (Severity::Error, syntax::UNQUOTED_NAME, syntax::QUOTE_NAME)
            };
            let quote = if self.is_in(Set::DOUBLE_QUOTED_TEXT) {
                "`"
            } else {
                "\""
            };
            let problems = &mut self.out.problems;
            problems.add(severity, span, message, Some(help), quote);
        }
    }

    pub(super) fn beyond_ascii(&mut self) {
        let character = self.character();
        let length = character.len_utf8();
        if is_letter(character) {
            return self.word();
        }
        let is_name = self.is_name_character();
        if character == '\u{FEFF}' || !is_name && is_invisible(character) {
            let space = character == '\u{FEFF}'
                || is_space(character) && !self.is_in(Set::NO_UNICODE_SPACE)
                || self.is_in(Set::JOINER_SPACE) && matches!(character, '\u{200C}' | '\u{200D}');
            return self.invisible(space);
        }
        if self.is_in(Set::CURLY_QUOTES) && matches!(character, '‘' | '’' | '“' | '”') {
            return self.curly_quoted(matches!(character, '‘' | '’'));
        }
        if is_name {
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
        let message = syntax::CHARACTER;
        problems.add(Severity::Error, span, message, None, &shown);
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
        // DuckDB: `$"my parameter"`
        if self.byte(0) == b'"' && self.is_in(Set::QUOTED_PARAMETERS) {
            let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
            let length = rest.iter().position(|&byte| byte == b'"');
            step(length.unwrap_or(rest.len()));
            if let Some(length) = length {
                self.at += length + 2;
                return self.push(Kind::Value, start);
            }
        }
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
