//! Where something is: spans in bytes, paths of keys and indexes, and the only conversion from bytes to UTF-16 units.

use serde::Serialize;

/// A piece of a text, in bytes, end exclusive. Rust counts in bytes throughout; [`Utf16`] converts at the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// From `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The piece of `text`; `None` when it is not inside the text or not on character boundaries.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}

/// The way from the root to a value.
pub type Path = Vec<Segment>;

/// One step of a [`Path`]. Indexes stay numbers: form libraries tell `columns[0]` from `columns["0"]` by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Segment {
    /// A position in an array, from 0.
    Index(u32),
    /// A key of an object.
    Key(String),
}

/// Converts byte offsets of one text to UTF-16 code units, which is what JavaScript and editors count.
///
/// Remembers where it was, so that offsets asked in ascending order cost one pass over the text in all.
#[derive(Debug)]
pub struct Utf16<'t> {
    text: &'t str,
    byte: usize,
    units: u32,
}

impl<'t> Utf16<'t> {
    /// Starts at the beginning of `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            units: 0,
        }
    }

    /// The number of UTF-16 units before `byte`. An offset inside a character counts as its start, one past the end
    /// as the end.
    pub fn offset(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        if byte < self.byte {
            *self = Self::new(self.text);
        }
        let rest = self.text.as_bytes().get(self.byte..).unwrap_or_default();
        for unit in rest.iter().take(byte - self.byte) {
            // Each character's first byte tells its length: one unit, or two when it takes four bytes.
            self.units += u32::from(unit & 0xC0 != 0x80) + u32::from(*unit >= 0xF0);
        }
        self.byte += rest.len().min(byte - self.byte);
        let inside_character = self
            .text
            .as_bytes()
            .get(self.byte)
            .is_some_and(|unit| unit & 0xC0 == 0x80);
        if inside_character {
            self.units - self.units_of_open_character()
        } else {
            self.units
        }
    }

    fn units_of_open_character(&self) -> u32 {
        let first = (0..self.byte)
            .rev()
            .find(|byte| self.text.is_char_boundary(*byte));
        let byte = first
            .and_then(|first| self.text.as_bytes().get(first))
            .copied();
        1 + u32::from(byte.is_some_and(|byte| byte >= 0xF0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_units_like_javascript() {
        // "é" is one unit of two bytes, the emoji two units of four, "e" + U+0301 two units of three.
        let text = "aé😀e\u{301}z";
        let expected: Vec<u32> = text
            .char_indices()
            .scan(0, |units, (_, c)| {
                let before = *units;
                *units += u32::try_from(c.len_utf16()).unwrap();
                Some(before)
            })
            .collect();
        let mut utf16 = Utf16::new(text);
        for ((byte, _), expected) in text.char_indices().zip(&expected) {
            assert_eq!(utf16.offset(u32::try_from(byte).unwrap()), *expected);
        }
        assert_eq!(utf16.offset(99), 7);
        assert_eq!(utf16.offset(1), 1, "may go back");
        assert_eq!(utf16.offset(5), 2, "inside the emoji counts as its start");
    }
}
