//! Strings in any quotes, as JSON has them.

use super::Repairer;
use crate::document::json::scalar::{Escape, decode_escape};

impl Repairer<'_> {
    pub(super) fn is_string(&self) -> bool {
        self.is_string_at(self.pos)
    }

    /// Whether a string begins here, perhaps with one of Python's prefixes.
    pub(super) fn is_string_at(&self, at: usize) -> bool {
        let mut chars = self.text.get(at..).unwrap_or_default().chars();
        let is_quote = |c: Option<char>| c.is_some_and(|c| closing(c).is_some());
        match chars.next() {
            Some('u' | 'U' | 'b' | 'B' | 'r' | 'R') => is_quote(chars.next()),
            first => is_quote(first),
        }
    }

    /// Reads a string, or several that are joined by `+`.
    pub(super) fn string(&mut self) -> Option<()> {
        let start = self.pos;
        let mut quote = self.quote()?;
        self.replace(start, "\"");
        let mut content = self.pos;
        let mut has_lines = false;
        loop {
            let Some(c) = self.rest().chars().next() else {
                // The text ends in it. Brackets and commas may be meant to follow it.
                let content = self.text.get(content..).unwrap_or_default();
                let is_other =
                    |byte| matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':' | b'\n');
                let is_clear = quote.len == 1 && !content.bytes().any(is_other);
                return is_clear.then(|| self.insert("\""));
            };
            if self.closes(quote, c) {
                let end = self.pos;
                self.pos += if quote.len == 3 { 3 } else { c.len_utf8() };
                let next = self.after_space(self.pos)?;
                let plus = self.after_space(next + 1);
                if let (Some(b'+'), Some(plus)) = (self.byte(next), plus)
                    && self.is_string_at(plus)
                {
                    self.pos = plus;
                    quote = self.quote()?;
                    self.replace(end, "");
                    content = self.pos;
                    continue;
                }
                self.replace(end, "\"");
                let ends = matches!(
                    self.byte(next),
                    None | Some(b',' | b':' | b'=' | b'}' | b']')
                );
                return (ends || !has_lines || quote.is_long()).then_some(());
            }
            has_lines |= c == '\n';
            if c == '\\' {
                self.escape(quote)?;
            } else if c == '$' && quote.close == '`' && self.byte(self.pos + 1) == Some(b'{') {
                return None;
            } else {
                self.content(c);
            }
        }
    }

    /// Reads an opening quote with its prefix.
    fn quote(&mut self) -> Option<Quote> {
        let mut is_raw = false;
        let mut rest = self.rest();
        if let Some(inner) = rest.strip_prefix(['u', 'U', 'b', 'B', 'r', 'R']) {
            is_raw = rest.starts_with(['r', 'R']);
            rest = inner;
            self.pos += 1;
        }
        let open = rest.chars().next()?;
        let len = if rest.starts_with("\"\"\"") || rest.starts_with("'''") {
            3
        } else {
            1
        };
        self.pos += if len == 3 { 3 } else { open.len_utf8() };
        let close = closing(open)?;
        Some(Quote { close, len, is_raw })
    }

    fn closes(&self, quote: Quote, c: char) -> bool {
        if c.is_ascii() || quote.close.is_ascii() {
            let is_long = |byte| self.byte(self.pos + 1) == byte && self.byte(self.pos + 2) == byte;
            return c == quote.close && (quote.len == 1 || is_long(self.byte(self.pos)));
        }
        // A curly quote may be an apostrophe, or belong to the text.
        let rest = self.text.get(self.pos + c.len_utf8()..).unwrap_or_default();
        closing(c) == Some(quote.close)
            && matches!(
                rest.trim_ascii_start().as_bytes().first(),
                None | Some(b',' | b':' | b'=' | b'}' | b']')
            )
    }

    /// A backslash and what it escapes.
    fn escape(&mut self, quote: Quote) -> Option<()> {
        let Escape {
            len,
            value,
            is_surrogate,
        } = decode_escape(self.rest());
        let next = self.text.get(self.pos + 1..)?;
        if quote.is_raw {
            self.insert("\\");
            self.pos += 1;
            if let Some(c) = next
                .chars()
                .next()
                .filter(|c| *c == quote.close || *c == '\\')
            {
                if c == '\\' {
                    self.insert("\\");
                    self.pos += 1;
                } else {
                    self.content(c);
                }
            }
        } else if value.is_some() || is_surrogate {
            self.pos += len;
        } else if next.starts_with(['\'', '`']) {
            self.remove(1);
            self.pos += 1;
        } else if next.starts_with('\n') || next.starts_with("\r\n") {
            self.remove(1 + usize::from(next.starts_with('\r')) + 1);
        } else if next.starts_with('x') && is_hex(next.get(1..3)) {
            self.edit(self.pos, self.pos + 2, "\\u00");
            self.pos += 4;
        } else {
            // It is meant literally, as in a regular expression.
            self.insert("\\");
            self.pos += 1;
        }
        Some(())
    }

    /// A character of a string.
    fn content(&mut self, c: char) {
        let start = self.pos;
        self.pos += c.len_utf8();
        let code = u32::from(c);
        match c {
            '"' => self.edit(start, start, "\\"),
            '\n' => self.replace(start, "\\n"),
            '\r' => self.replace(start, "\\r"),
            '\t' => self.replace(start, "\\t"),
            _ if code < 0x20 => {
                let mut text = String::from("\\u00");
                text.extend(
                    [code >> 4, code & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
                self.replace(start, &text);
            }
            _ => {}
        }
    }
}

#[derive(Clone, Copy)]
struct Quote {
    close: char,
    /// 3 for Python's long strings.
    len: usize,
    is_raw: bool,
}

impl Quote {
    /// Whether the string may have several lines.
    fn is_long(self) -> bool {
        self.len == 3 || self.close == '`'
    }
}

/// The quote that closes one; a curly one stands for all of its kind.
pub(super) fn closing(open: char) -> Option<char> {
    Some(match open {
        '"' | '\'' | '`' => open,
        '“' | '”' | '„' | '‟' => '”',
        '‘' | '’' | '‚' | '‛' => '’',
        _ => return None,
    })
}

fn is_hex(digits: Option<&str>) -> bool {
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
