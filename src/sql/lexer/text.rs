//! String literals and quoted names, and what happens if their end is missing.

use super::super::Severity;
use super::super::dialect::Set;
use super::super::meter::step;
use super::super::token::{Gap, Kind, Span};
use super::Lexer;
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;
use crate::text::joined;

impl Lexer<'_> {
    pub(super) fn single_quoted(&mut self) {
        self.quoted_text(self.at, b'\'', self.backslash);
    }

    pub(super) fn double_quoted(&mut self) {
        if self.is_in(Set::DOUBLE_QUOTED_TEXT) {
            self.quoted_text(self.at, b'"', self.backslash);
        } else {
            self.quoted_name(b'"', self.is_in(Set::CURLY_QUOTES));
        }
    }

    pub(super) fn backticked(&mut self) {
        let start = self.at;
        self.quoted_name(
            b'`',
            self.is_in(Set::TRIPLE_QUOTES) || self.is_in(Set::CURLY_QUOTES),
        );
        let known = self.is_in(Set::BACKTICK_NAMES) || self.is_in(Set::ODD_OPERATORS);
        let doubtful = self.is_in(Set::BACKTICK_DOUBTFUL) || self.is_in(Set::ODD_OPERATORS);
        if (!known || doubtful) && !self.cut {
            let (severity, message, help) = if known {
                (
                    Severity::Warning,
                    suspicious::BACKTICKS,
                    suspicious::DOUBLE_QUOTES,
                )
            } else {
                (Severity::Error, syntax::BACKTICKS, syntax::DOUBLE_QUOTES)
            };
            let span = Span::from_bytes(start, self.at);
            let name = self.bytes.get(start + 1..self.at.saturating_sub(1));
            let name = std::str::from_utf8(name.unwrap_or_default()).unwrap_or_default();
            let problems = &mut self.out.problems;
            problems.add(severity, span, message, Some(help), "");
            problems.suggest(&joined(&["\"", name, "\""], ""));
        }
    }

    /// If a backtick is an operator: whether it quotes a name all the same.
    pub(super) fn is_backticked_name(&self) -> bool {
        let after_value = self.out.tokens.last().is_some_and(|token| {
            token.starts_value() && token.kind != Kind::Operator && token.kind != Kind::Open
                || matches!(token.kind, Kind::Close | Kind::CloseSquare)
        });
        let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
        let is_inside = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
        let length = rest.iter().take_while(is_inside).count();
        step(length);
        !after_value && length > 0 && rest.get(length) == Some(&b'`')
    }

    /// A name up to `close`; a doubled `close` is part of the name.
    pub(super) fn quoted_name(&mut self, close: u8, backslash: bool) {
        let start = self.at;
        self.at += 1;
        self.until_quote(close, backslash, start);
        self.push(Kind::Quoted, start);
    }

    /// A string that began at `start` with its prefix; the current position is its opening quote.
    fn quoted_text(&mut self, start: usize, quote: u8, backslash: bool) {
        let opened = self.at;
        if self.byte(1) == quote && self.byte(2) == quote && self.is_in(Set::TRIPLE_QUOTES) {
            self.at += 3;
            self.until_triple(quote, opened);
        } else {
            self.at += 1;
            self.until_quote(quote, backslash, opened);
        }
        self.push(Kind::Text, start);
    }

    /// Moves past the closing quote. If there is none, moves to the end of the text and reports the
    /// quote at `opened`.
    pub(super) fn until_quote(&mut self, quote: u8, backslash: bool, opened: usize) {
        while let Some(&byte) = self.bytes.get(self.at) {
            step(1);
            self.at += 1;
            if byte == quote {
                if self.byte(0) != quote {
                    return;
                }
                self.at += 1;
            } else if byte == b'\\' && backslash {
                // The escaped character may be longer than one byte; its other bytes are never a
                // quote.
                self.at += 1;
            }
        }
        self.at = self.bytes.len();
        self.unterminated(opened, quote);
    }

    /// The same for three quotes; a quote after a backslash ends nothing, in raw strings too.
    fn until_triple(&mut self, quote: u8, opened: usize) {
        while let Some(&byte) = self.bytes.get(self.at) {
            step(1);
            self.at += 1;
            if byte == b'\\' {
                self.at += 1;
            } else if byte == quote && self.byte(0) == quote && self.byte(1) == quote {
                self.at += 2;
                return;
            }
        }
        self.at = self.bytes.len();
        self.unterminated(opened, quote);
    }

    #[cold]
    fn unterminated(&mut self, opened: usize, quote: u8) {
        self.cut = true;
        let is_text = quote == b'\'' || quote == b'"' && self.is_in(Set::DOUBLE_QUOTED_TEXT);
        let what = if is_text {
            syntax::STRING
        } else {
            syntax::QUOTED_NAME
        };
        let found = self.sql.get(opened..=opened).unwrap_or("'");
        let close = if found == "[" { "]" } else { found };
        // `'it's'`: the word touches the string before it and this quote.
        let touches = |before: usize| {
            self.out
                .tokens
                .iter()
                .rev()
                .nth(before)
                .is_some_and(|token| token.gap == Gap::Nothing)
        };
        let apostrophe = quote == b'\''
            && touches(0)
            && self
                .previous()
                .is_some_and(|token| token.kind == Kind::Word && token.end as usize == opened)
            && self
                .out
                .tokens
                .iter()
                .rev()
                .nth(1)
                .is_some_and(|token| token.kind == Kind::Text);
        let help = if apostrophe {
            Some(syntax::APOSTROPHE)
        } else {
            Some(syntax::CLOSE_AND_DOUBLE)
        };
        let span = self.to_end_of_line(opened);
        let problems = &mut self.out.problems;
        problems.add(Severity::Error, span, what, help, close);
    }

    /// A word that touches a quote: if it is a prefix, reads the string with it and returns true.
    pub(super) fn prefixed_text(&mut self, start: usize) -> bool {
        let prefix = self.bytes.get(start..self.at).unwrap_or_default();
        let letter = prefix.first().copied().unwrap_or(0) | 32;
        let quote = self.byte(0);
        let double = quote == b'"';
        let (set, backslash) = match (prefix.len(), letter) {
            (1, b'u') if quote == b'&' && matches!(self.byte(1), b'\'' | b'"') => {
                if !self.is_in(Set::UNICODE_TEXT) {
                    return false;
                }
                self.at += 1;
                if self.byte(0) == b'"' {
                    let opened = self.at;
                    self.at += 1;
                    self.until_quote(b'"', false, opened);
                    self.push(Kind::Quoted, start);
                } else {
                    self.quoted_text(start, b'\'', false);
                }
                return true;
            }
            (1, b'e') => (Set::ESCAPE_TEXT, true),
            (1, b'n') => (Set::NATIONAL_TEXT, self.backslash),
            (1, b'b') => (Set::BINARY_TEXT, self.backslash),
            (1, b'x') => (Set::HEX_TEXT, false),
            // BigQuery keeps the backslash and what follows it, so that `r'\''` contains a quote;
            // Spark does not.
            (1, b'r') => (Set::RAW_TEXT, self.is_in(Set::TRIPLE_QUOTES)),
            (2, b'r' | b'b')
                if prefix.eq_ignore_ascii_case(b"rb") || prefix.eq_ignore_ascii_case(b"br") =>
            {
                (Set::TRIPLE_QUOTES, true)
            }
            _ if letter == b'_' | 32 && prefix.len() > 1 => (Set::CHARSET_TEXT, self.backslash),
            _ => return false,
        };
        // `r"…"` is a string only if `"…"` is.
        let fits = quote == b'\'' || double && self.is_in(Set::DOUBLE_QUOTED_TEXT);
        if !self.is_in(set) || !fits {
            return false;
        }
        // Spark: nothing escapes the quote, so another string follows `r""` in `r"""…"""`.
        if letter == b'r' && !self.is_in(Set::TRIPLE_QUOTES) {
            let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
            if let Some(length) = rest.iter().position(|&byte| byte == quote) {
                step(length);
                self.at += length + 2;
                self.push(Kind::Text, start);
                return true;
            }
        }
        self.quoted_text(start, quote, backslash);
        true
    }

    /// `$$…$$` and `$tag$…$tag$`; false if no such string begins here.
    pub(super) fn dollar_text(&mut self) -> bool {
        if !self.is_in(Set::DOLLAR_TEXT) {
            return false;
        }
        let start = self.at;
        let rest = self.bytes.get(start + 1..).unwrap_or_default();
        let tag = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_' || **byte >= 0x80)
            .count();
        step(tag);
        let tagged = tag > 0;
        let valid = !tagged
            || self.is_in(Set::TAGGED_DOLLAR_TEXT) && !rest.first().is_some_and(u8::is_ascii_digit);
        if rest.get(tag) != Some(&b'$') || !valid {
            return false;
        }
        let delimiter = self.bytes.get(start..start + tag + 2).unwrap_or_default();
        let mut at = start + delimiter.len();
        while let Some(skipped) = self
            .bytes
            .get(at..)
            .and_then(|rest| rest.iter().position(|&byte| byte == b'$'))
        {
            at += skipped;
            step(skipped + delimiter.len());
            if self
                .bytes
                .get(at..)
                .is_some_and(|rest| rest.starts_with(delimiter))
            {
                self.at = at + delimiter.len();
                self.push(Kind::Text, start);
                return true;
            }
            at += 1;
        }
        self.at = self.bytes.len();
        self.cut = true;
        let delimiter = self.sql.get(start..start + tag + 2).unwrap_or("$$");
        let span = self.to_end_of_line(start);
        let message = syntax::STRING;
        let problems = &mut self.out.problems;
        problems.add(
            Severity::Error,
            span,
            message,
            Some(syntax::CLOSE_WITH),
            delimiter,
        );
        self.push(Kind::Text, start);
        true
    }

    /// `‘text’` and `“name”`.
    pub(super) fn curly_quoted(&mut self, text: bool) {
        let start = self.at;
        let close = if text { '’' } else { '”' };
        self.at += self.character().len_utf8();
        let found = self.sql.get(self.at..).and_then(|rest| rest.find(close));
        step(found.unwrap_or(self.bytes.len() - self.at));
        if let Some(length) = found {
            self.at += length + close.len_utf8();
            let span = Span::from_bytes(start, self.at);
            self.warning(span, suspicious::CURLY, None);
        } else {
            self.at = self.bytes.len();
            self.cut = true;
            let span = self.to_end_of_line(start);
            self.error(span, syntax::CURLY, None);
        }
        self.push(if text { Kind::Text } else { Kind::Quoted }, start);
    }
}
