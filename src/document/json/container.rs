//! Objects and arrays of JSON text.

use super::Unusable;
use super::{
    Bracket, Data, MALFORMED, NodeId, Reader, Slot, Span, SurrogatePlace, SyntaxErrorKind,
};
use crate::document::{Extent, KeyId};

impl Bracket {
    const fn close(self) -> u8 {
        match self {
            Bracket::Object => b'}',
            Bracket::Array => b']',
        }
    }

    const fn other(self) -> Bracket {
        match self {
            Bracket::Object => Bracket::Array,
            Bracket::Array => Bracket::Object,
        }
    }
}

impl Reader<'_> {
    pub(super) fn container(&mut self, at: Slot, bracket: Bracket, depth: usize) {
        let open = self.pos;
        let Some(depth) = depth.checked_sub(1) else {
            self.skip_balanced();
            self.add(at, Data::Unusable(Unusable::TooDeep, ""), open);
            return;
        };
        self.pos += 1;
        let data = match bracket {
            Bracket::Object => Data::Object(Extent::default()),
            Bracket::Array => Data::Array(Extent::default()),
        };
        let node = self.add(at, data, open);
        self.count_open(bracket, 1);
        let mut count = 0;
        let mut keys = 0_u64;
        loop {
            self.skip_space(node);
            match self.peek() {
                Some(byte) if byte == bracket.close() => {
                    self.pos += 1;
                    break;
                }
                Some(byte) if byte == bracket.other().close() => {
                    let kind = SyntaxErrorKind::WrongClose {
                        bracket,
                        open: Span::from_bytes(open, open + 1),
                    };
                    self.report(node, self.here(), kind);
                    self.mark_incomplete(node);
                    // The bracket of an outer container closes this one too; a stray one is
                    // skipped.
                    if self.open_count(bracket.other()) > 0 {
                        break;
                    }
                    self.pos += 1;
                }
                Some(b',') => {
                    self.report(node, self.here(), SyntaxErrorKind::ExtraComma);
                    self.pos += 1;
                }
                Some(_) => {
                    let slot = Slot {
                        parent: node,
                        slot: count,
                    };
                    match bracket {
                        Bracket::Array => {
                            self.value(slot, depth);
                            count += 1;
                        }
                        Bracket::Object => {
                            if let Some(key) = self.member(slot, depth) {
                                count += 1;
                                let bit = 1_u64.checked_shl(key.0).unwrap_or(u64::MAX);
                                self.may_repeat_keys |= keys & bit != 0;
                                keys |= bit;
                            }
                        }
                    }
                    self.separator(node, bracket);
                }
                None => {
                    if !self.stopped {
                        let open = Span::from_bytes(open, open + 1);
                        self.report(
                            node,
                            open,
                            SyntaxErrorKind::NeverClosed {
                                bracket,
                                end: self.here(),
                            },
                        );
                        // The containers around it are open for the same reason.
                        self.stop();
                    }
                    self.mark_incomplete(node);
                    break;
                }
            }
        }
        self.count_open(bracket, -1);
        self.builder.close(node, count);
        let end = Span::from_bytes(0, self.pos).end;
        if let Some(place) = self.builder.document.places.get_mut(node.index()) {
            place.value.end = end;
        }
    }

    /// Reads a key, a colon and a value, and returns the key. `None` if there is no member;
    /// something has been skipped then.
    fn member(&mut self, at: Slot, depth: usize) -> Option<KeyId> {
        let start = self.pos;
        let member = self.builder.next_id();
        let key = self.member_key(at.parent, member)?;
        let key_span = Span::from_bytes(start, self.pos);
        self.skip_space(at.parent);
        if self.peek() == Some(b':') {
            self.pos += 1;
            self.skip_space(at.parent);
        } else if !matches!(self.peek(), None | Some(b',' | b'}' | b']')) {
            self.report(at.parent, self.here(), SyntaxErrorKind::NoColon);
        }
        let slot = Slot {
            parent: at.parent,
            slot: key.0,
        };
        self.key_span = key_span;
        if matches!(self.peek(), None | Some(b',' | b'}' | b']')) {
            self.add(slot, MALFORMED, self.pos);
            // At the end of the text, the report about the open bracket is enough.
            if self.peek().is_some() {
                self.report(member, key_span, SyntaxErrorKind::NoValue);
            }
        } else {
            self.value(slot, depth);
        }
        Some(key)
    }

    fn member_key(&mut self, object: NodeId, member: NodeId) -> Option<KeyId> {
        let start = self.pos;
        let first = self.peek();
        if first == Some(b'"')
            && let Some(rest) = self.bytes.get(start + 1..)
            && let Some((key, len)) = self.builder.likely_key(rest)
        {
            self.pos = start + len + 2;
            return Some(key);
        }
        match first {
            Some(b'"' | b'\'') => {
                let literal = self.string(object);
                if self.is_line_lost {
                    self.mark_incomplete(object);
                    return None;
                }
                self.note_lone_surrogates(member, literal.lone_surrogates, SurrogatePlace::Key);
                Some(self.builder.intern_key(literal.text, literal.unescaped))
            }
            Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$' => {
                let word = self.word();
                self.report(object, word, SyntaxErrorKind::BareKey);
                Some(self.builder.intern_key(word, false))
            }
            _ => {
                self.skip_junk(start);
                self.report(
                    object,
                    Span::from_bytes(start, self.pos),
                    SyntaxErrorKind::NoKey,
                );
                self.mark_incomplete(object);
                None
            }
        }
    }

    /// Reads what is between two items: a comma, or the end.
    fn separator(&mut self, node: NodeId, bracket: Bracket) {
        self.skip_space(node);
        if std::mem::take(&mut self.is_line_lost) && self.peek() != Some(b',') {
            self.mark_incomplete(node);
            return;
        }
        match self.peek() {
            Some(b',') => {
                let comma = Span::from_bytes(self.pos, self.pos + 1);
                self.pos += 1;
                self.skip_space(node);
                if self.peek() == Some(bracket.close()) {
                    self.report(node, comma, SyntaxErrorKind::TrailingComma(bracket));
                }
            }
            None | Some(b'}' | b']') => {}
            Some(_) => self.report(node, self.here(), SyntaxErrorKind::NoComma),
        }
    }

    /// Skips a container that is nested too deep.
    fn skip_balanced(&mut self) {
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            let start = self.pos;
            self.pos += 1;
            match byte {
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                b'"' => {
                    self.pos = start;
                    self.skip_string();
                }
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }

    fn open_count(&mut self, bracket: Bracket) -> usize {
        let [objects, arrays] = self.open_brackets;
        if bracket == Bracket::Object {
            objects
        } else {
            arrays
        }
    }

    fn count_open(&mut self, bracket: Bracket, by: isize) {
        let [objects, arrays] = &mut self.open_brackets;
        let count = if bracket == Bracket::Object {
            objects
        } else {
            arrays
        };
        *count = count.saturating_add_signed(by);
    }
}
