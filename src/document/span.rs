//! Positions in a text: spans in bytes, and their only conversion to UTF-16 code units.

/// A range of bytes in a text, end exclusive. Rust code counts bytes throughout; `Offsets` converts
/// at the boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// From `start` up to, but not including, `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// From offsets as `str` uses them. No text that is read is longer than 4 GB.
    pub(crate) fn from_bytes(start: usize, end: usize) -> Self {
        let narrow = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        Self::new(narrow(start), narrow(end))
    }

    /// From the first byte of `self` to the last byte of `other`.
    #[must_use]
    pub const fn to(self, other: Self) -> Self {
        Self::new(self.start, other.end)
    }

    /// The part of `text` in this span; empty if the span does not fit.
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        self.of(text).unwrap_or_default()
    }

    /// The part of `text` in this span; `None` if the span is outside the text or not on character
    /// boundaries.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}

/// What the offsets of a range count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum PositionEncoding {
    /// Bytes, as Rust slices strings.
    #[default]
    Utf8,
    /// UTF-16 code units, as JavaScript and most editors count.
    Utf16,
}

/// Converts byte offsets in one text to another encoding of positions.
///
/// Remembers the count at every block of the text that it has passed, so that any number of offsets
/// in any order costs one pass over the text and one block each.
#[derive(Debug)]
pub(crate) struct Offsets<'t> {
    encoding: PositionEncoding,
    bytes: &'t [u8],
    /// The number of UTF-16 units before each block.
    blocks: Vec<u32>,
}

impl<'t> Offsets<'t> {
    const BLOCK: usize = 512;

    /// Starts at the beginning of `text`.
    #[must_use]
    pub(crate) fn new(text: &'t str, encoding: PositionEncoding) -> Self {
        Self {
            encoding,
            bytes: text.as_bytes(),
            blocks: vec![0],
        }
    }

    /// The offset of `byte` in the encoding. In UTF-16, an offset inside a character counts as the
    /// character's end, an offset beyond the text as the text's end.
    pub(crate) fn offset(&mut self, byte: u32) -> u32 {
        match self.encoding {
            PositionEncoding::Utf8 => byte,
            PositionEncoding::Utf16 => self.utf16(byte),
        }
    }

    fn utf16(&mut self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.bytes.len());
        let block = byte / Self::BLOCK;
        while self.blocks.len() <= block {
            let last = self.blocks.len() - 1;
            let before = self.blocks.last().copied().unwrap_or_default();
            let start = last * Self::BLOCK;
            self.blocks
                .push(before + self.units(start, start + Self::BLOCK));
        }
        self.blocks.get(block).copied().unwrap_or_default() + self.units(block * Self::BLOCK, byte)
    }

    fn units(&self, start: usize, end: usize) -> u32 {
        let bytes = self.bytes.get(start..end).unwrap_or_default();
        // The first byte of a character determines its length: two units if it takes four bytes,
        // otherwise one.
        bytes
            .iter()
            .map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0))
            .sum()
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
        let long = text.repeat(100);
        let mut utf16 = Offsets::new(&long, PositionEncoding::Utf16);
        for repetition in [99, 0, 50] {
            for ((byte, _), expected) in text.char_indices().zip(&expected) {
                let byte = u32::try_from(repetition * text.len() + byte).unwrap();
                assert_eq!(
                    utf16.offset(byte),
                    u32::try_from(repetition).unwrap() * 7 + expected
                );
            }
        }
        assert_eq!(utf16.offset(99_999), 700);
    }
}
