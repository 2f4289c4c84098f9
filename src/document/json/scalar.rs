//! Strings, numbers and words of JSON text.

use super::space::foreign_space;
use super::{Builder, Data, MALFORMED, NodeId, Reader, Slot, Span};
use crate::document::SyntaxErrorKind;
use crate::document::invisible;

/// A string as read.
pub(super) struct Literal {
    /// The text without quotes: in the source, or in the document's unescaped texts.
    pub(super) text: Span,
    pub(super) unescaped: bool,
    /// Where halves of surrogate pairs were escaped, in bytes of the unescaped text.
    pub(super) lone_surrogates: Vec<Span>,
    /// Whether a mistake was reported in it, so that its intended value is unknown.
    pub(super) is_flawed: bool,
}

/// The length of the text up to a quote, a backslash or a control character. Examines eight bytes
/// at once.
#[inline(never)]
fn plain_length(text: &[u8], quote: u8) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // The lowest byte with its high bit set is the first that is less than a small number.
    let less = |word: u64, than: u64| word.wrapping_sub(ONES * than) & !word & (ONES << 7);
    let (words, rest) = text.as_chunks::<8>();
    for (at, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let ends = less(word ^ (ONES * u64::from(quote)), 1)
            | less(word ^ (ONES * u64::from(b'\\')), 1)
            | less(word, u64::from(b' '));
        if ends != 0 {
            return at * 8 + (ends.trailing_zeros() / 8) as usize;
        }
    }
    let is_plain = |byte: &&u8| !matches!(byte, b'\\' | 0..b' ') && **byte != quote;
    words.len() * 8 + rest.iter().take_while(is_plain).count()
}

impl<'a> Reader<'a> {
    /// Reads a string without escapes and mistakes; the current byte is its double quote.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<&'a str> {
        let start = self.pos + 1;
        let rest = self.bytes.get(start..)?;
        let end = start + plain_length(rest, b'"');
        if self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.pos = end + 1;
        self.text.get(start..end)
    }

    /// Reads a string; the current byte is its quote. The string ends at the closing quote or at
    /// the end of the line, because a missing quote must not swallow the rest of the document.
    pub(super) fn string(&mut self, node: NodeId) -> Literal {
        let open = self.pos;
        let quote = self.peek().unwrap_or(b'"');
        if quote == b'\'' {
            self.report(node, self.here(), SyntaxErrorKind::SingleQuote);
        }
        self.pos += 1;
        let start = self.pos;
        let rest = self.text.as_bytes().get(start..);
        self.pos = start + plain_length(rest.unwrap_or_default(), quote);
        let text = Span::from_bytes(start, self.pos);
        if self.peek() == Some(quote) {
            self.pos += 1;
            return Literal {
                text,
                unescaped: false,
                lone_surrogates: Vec::new(),
                is_flawed: false,
            };
        }
        self.string_with_escapes(node, open, quote, text)
    }

    fn string_with_escapes(
        &mut self,
        node: NodeId,
        open: usize,
        quote: u8,
        plain: Span,
    ) -> Literal {
        let start = self.builder.document.unescaped.len();
        let mut literal = Literal {
            text: plain,
            unescaped: true,
            lone_surrogates: Vec::new(),
            is_flawed: false,
        };
        self.push_source(plain);
        loop {
            let at = self.pos;
            match self.peek() {
                Some(byte) if byte == quote => {
                    self.pos += 1;
                    break;
                }
                None | Some(b'\n' | b'\r') => {
                    self.report(
                        node,
                        Span::from_bytes(open, at),
                        SyntaxErrorKind::UnclosedString,
                    );
                    literal.is_flawed = true;
                    self.is_line_lost = true;
                    break;
                }
                Some(b'\\') => {
                    let escape = decode_escape(self.text.get(at..).unwrap_or_default());
                    self.pos = at + escape.len;
                    let out = &mut self.builder.document.unescaped;
                    let from = out.len() - start;
                    out.push(escape.value.unwrap_or(char::REPLACEMENT_CHARACTER));
                    let to = out.len() - start;
                    match escape.value {
                        Some(_) => {}
                        None if escape.is_surrogate => {
                            let span = Span::from_bytes(from, to);
                            literal.lone_surrogates.push(span);
                        }
                        None => {
                            literal.is_flawed = true;
                            self.report(
                                node,
                                Span::from_bytes(at, self.pos),
                                SyntaxErrorKind::BadEscape,
                            );
                        }
                    }
                }
                Some(0..b' ') => {
                    self.pos += 1;
                    self.push_source(Span::from_bytes(at, self.pos));
                    literal.is_flawed = true;
                    self.report(
                        node,
                        Span::from_bytes(at, self.pos),
                        SyntaxErrorKind::ControlCharacter,
                    );
                }
                Some(_) => {
                    let rest = self.text.as_bytes().get(at..).unwrap_or_default();
                    self.pos = at + plain_length(rest, quote);
                    self.push_source(Span::from_bytes(at, self.pos));
                }
            }
        }
        literal.text = Span::from_bytes(start, self.builder.document.unescaped.len());
        literal
    }

    fn push_source(&mut self, span: Span) {
        let Builder { document, .. } = &mut self.builder;
        document
            .unescaped
            .push_str(span.of(self.text).unwrap_or_default());
    }

    /// Skips a string.
    pub(super) fn skip_string(&mut self) {
        self.pos += 1;
        while let Some(byte) = self.peek() {
            self.pos += if byte == b'\\' { 2 } else { 1 };
            if matches!(byte, b'"' | b'\n') {
                return;
            }
        }
    }

    /// Reads `true`, `false`, `null`, a number, or whatever is there instead.
    pub(super) fn bare_value(&mut self, at: Slot) {
        let start = self.pos;
        let span = self.word();
        let word: &'a str = span.text(self.text);
        let rest = self.text.get(self.pos..).unwrap_or_default();
        let space = foreign_space(rest);
        // `1 000` with a no-break space was meant as one number.
        let is_cut = space > 0
            && rest
                .get(space..)
                .is_some_and(|rest| rest.starts_with(is_word));
        let data = match word {
            "true" if !is_cut => Data::Bool(true),
            "false" if !is_cut => Data::Bool(false),
            "null" if !is_cut => Data::Null,
            _ if !is_cut && is_number(word) => Data::Number(word),
            _ => {
                self.skip_junk(start);
                let node = self.add(at, MALFORMED, start);
                let junk = Span::from_bytes(start, self.pos);
                let is_number =
                    word.starts_with(|c: char| matches!(c, '0'..='9' | '+' | '-' | '.'));
                self.report(
                    node,
                    junk,
                    if is_number {
                        SyntaxErrorKind::BadNumber
                    } else {
                        SyntaxErrorKind::BadValue
                    },
                );
                return;
            }
        };
        self.add(at, data, start);
    }

    /// Skips letters, digits and signs of numbers.
    pub(super) fn word(&mut self) -> Span {
        let start = self.pos;
        let rest = self.text.get(start..).unwrap_or_default();
        self.pos += rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        Span::from_bytes(start, self.pos)
    }

    /// Skips what makes no sense, from `start` to where the next item may begin: a comma, a closing
    /// bracket, a quote or the end of the line. Skips at least one character, so that reading
    /// always advances.
    pub(super) fn skip_junk(&mut self, start: usize) {
        let is_stop = |byte: u8| matches!(byte, b',' | b'}' | b']' | b'\n' | b'\r' | b'"');
        while self
            .peek()
            .is_some_and(|byte| self.pos == start || !is_stop(byte))
        {
            self.pos += 1;
        }
        while !self.text.is_char_boundary(self.pos) {
            self.pos += 1;
        }
        let junk = Span::from_bytes(start, self.pos)
            .of(self.text)
            .unwrap_or_default();
        self.pos = start
            + junk
                .trim_end_matches(|c: char| c.is_ascii_whitespace() || invisible(c).is_some())
                .len()
                .max(junk.chars().next().map_or(0, char::len_utf8));
    }
}

pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '_' | '$' | '+' | '-' | '.')
        || !c.is_ascii() && invisible(c).is_none()
}

/// Whether `word` is a number in JSON (RFC 8259, section 6).
pub(super) fn is_number(word: &str) -> bool {
    fn digits(text: &str) -> Option<&str> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then_some(rest)
    }
    fn parse(word: &str) -> Option<&str> {
        let unsigned = word.strip_prefix('-').unwrap_or(word);
        let mut rest = match unsigned.strip_prefix('0') {
            Some(rest) => rest,
            None => digits(unsigned)?,
        };
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = digits(fraction)?;
        }
        if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
            rest = digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))?;
        }
        Some(rest)
    }
    parse(word) == Some("")
}

pub(super) struct Escape {
    /// Its length in bytes.
    pub(super) len: usize,
    /// The character, unless the escape is wrong or half of a surrogate pair.
    pub(super) value: Option<char>,
    pub(super) is_surrogate: bool,
}

/// Decodes the escape sequence at the start of `text`, which is a backslash.
pub(super) fn decode_escape(text: &str) -> Escape {
    let simple = |value| Escape {
        len: 2,
        value: Some(value),
        is_surrogate: false,
    };
    match text.as_bytes().get(1) {
        Some(b'"') => simple('"'),
        Some(b'\\') => simple('\\'),
        Some(b'/') => simple('/'),
        Some(b'b') => simple('\u{8}'),
        Some(b'f') => simple('\u{c}'),
        Some(b'n') => simple('\n'),
        Some(b'r') => simple('\r'),
        Some(b't') => simple('\t'),
        Some(b'u') => decode_unicode_escape(text),
        _ => {
            let next = text.chars().nth(1).filter(|next| !next.is_control());
            Escape {
                len: 1 + next.map_or(0, char::len_utf8),
                value: None,
                is_surrogate: false,
            }
        }
    }
}

fn decode_unicode_escape(text: &str) -> Escape {
    let unit = |at: usize| {
        let hex = text
            .get(at..at + 4)
            .filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u32::from_str_radix(hex, 16).ok()
    };
    let Some(first) = unit(2) else {
        return Escape {
            len: 2,
            value: None,
            is_surrogate: false,
        };
    };
    if let Some(value) = char::from_u32(first) {
        return Escape {
            len: 6,
            value: Some(value),
            is_surrogate: false,
        };
    }
    let second = if text.get(6..8) == Some("\\u") {
        unit(8)
    } else {
        None
    };
    if let (0xD800..0xDC00, Some(second @ 0xDC00..0xE000)) = (first, second) {
        let value = char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
        return Escape {
            len: 12,
            value,
            is_surrogate: false,
        };
    }
    Escape {
        len: 6,
        value: None,
        is_surrogate: true,
    }
}
