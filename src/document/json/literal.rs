//! Maps positions in a string to its literal, which may contain escapes.

use super::scalar::decode_escape;

/// Converts byte offsets in a string to byte offsets in the JSON text. Like
/// [`Offsets`](crate::document::Offsets), it remembers its progress, so that any number of offsets in
/// any order costs one pass over the literal and one block each.
#[derive(Debug)]
pub struct LiteralCursor<'t> {
    literal: &'t str,
    /// The offset of the literal in the JSON text.
    start: u32,
    has_escapes: bool,
    /// Offsets of characters in the literal and in the string, at least a block apart.
    marks: Vec<(usize, usize)>,
}

impl<'t> LiteralCursor<'t> {
    const BLOCK: usize = 512;

    pub(in crate::document) fn new(literal: &'t str, start: u32, has_escapes: bool) -> Self {
        Self {
            literal,
            start,
            has_escapes,
            // The quote is not part of the string.
            marks: vec![(1, 0)],
        }
    }

    /// Where `byte` of the string is in the JSON text; the end of the literal for offsets beyond
    /// it.
    pub fn offset(&mut self, byte: u32) -> u32 {
        let wanted = byte as usize;
        let offset = if self.has_escapes {
            self.escaped_offset(wanted)
        } else {
            1 + wanted
        };
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        self.start.saturating_add(offset)
    }

    fn escaped_offset(&mut self, wanted: usize) -> usize {
        let after = self.marks.partition_point(|(_, byte)| *byte <= wanted);
        let is_last = after == self.marks.len();
        let mark = self.marks.get(after.saturating_sub(1)).copied();
        let (mut offset, mut passed) = mark.unwrap_or((1, 0));
        let mut marked = passed;
        while passed < wanted {
            let Some(rest) = self.literal.get(offset..).filter(|rest| !rest.is_empty()) else {
                break;
            };
            let (len, value) = if rest.starts_with('\\') {
                let escape = decode_escape(rest);
                (
                    escape.len,
                    escape.value.unwrap_or(char::REPLACEMENT_CHARACTER),
                )
            } else {
                let value = rest.chars().next().unwrap_or_default();
                (value.len_utf8(), value)
            };
            offset += len;
            passed += value.len_utf8();
            if is_last && passed >= marked + Self::BLOCK {
                marked = passed;
                self.marks.push((offset, passed));
            }
        }
        offset
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Kind, NodeId, read_json};

    #[test]
    fn every_character_is_found_in_any_order() {
        let text = format!(" \"{}\"", "a\\u00e9é\\n\\ud83d\\ude00😀\\\"".repeat(200));
        let document = read_json(&text, &[]);
        let Kind::Text(string) = document.value(NodeId::ROOT).kind() else {
            panic!("{text}");
        };
        let places: Vec<u32> = string
            .char_indices()
            .map(|(byte, _)| u32::try_from(byte).unwrap())
            .collect();
        let mut forwards = document.literal(NodeId::ROOT);
        let expected: Vec<u32> = places.iter().map(|byte| forwards.offset(*byte)).collect();
        assert!(expected.is_sorted() && expected[0] == 2);
        for (byte, offset) in places.iter().zip(&expected) {
            let rest = format!("\"{}", text.get(*offset as usize..).unwrap());
            let rest = read_json(&rest, &[]);
            let Kind::Text(rest) = rest.value(NodeId::ROOT).kind() else {
                panic!("{offset} is inside an escape");
            };
            assert_eq!(rest, string.get(*byte as usize..).unwrap());
        }
        let mut backwards = document.literal(NodeId::ROOT);
        for (byte, offset) in places.iter().zip(&expected).rev() {
            assert_eq!(backwards.offset(*byte), *offset);
        }
    }
}
