//! Reads JSON text into a tree and never gives up at the first mistake.
//!
//! A person types the text, so it is broken most of the time. Every mistake becomes a
//! [`FlawKind::Syntax`] with its position, and the reader continues where a person would. What it
//! could not read is marked incomplete, so that no rule complains about something that is just not
//! there *yet*. Each mistake is reported once, as far as possible.

mod errors;
mod literal;
mod repair;
mod scalar;
mod whole;

pub(crate) use literal::LiteralCursor;
pub(crate) use repair::repair;

use super::builder::{Builder, Slot};
use super::invisible;
use super::{
    Bracket, Data, Document, Extent, Flaw, FlawKind, KeyId, MAX_DEPTH, MAX_TEXT, MAX_VALUES,
    NodeId, Place, Span, SurrogatePlace, SyntaxErrorKind, Unusable,
};
use scalar::Literal;

/// In place of what could not be read.
const MALFORMED: Data<'static> = Data::Unusable(Unusable::Malformed, "");

/// Reads a text. Mistakes are recorded in [`Document::flaws`] and [`Document::unusable`].
///
/// `lone_surrogates` lists the positions, in bytes and ascending, where a replacement character
/// stands in for half of a surrogate pair: JavaScript strings may contain one, Rust strings cannot.
#[must_use]
pub fn read_json<'a>(text: &'a str, lone_surrogates: &[u32]) -> Document<'a> {
    if text.len() > MAX_TEXT {
        return Document::too_large();
    }
    // A value takes about ten characters in a datamart; a wrong guess only costs a reallocation.
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        pos: 0,
        key_span: Span::default(),
        may_repeat_keys: false,
        builder: Builder::new(text, true, text.len() / 10 + 1),
        open_brackets: [0; 2],
        errors: errors::Log::default(),
        stopped: false,
        has_too_many_values: false,
        is_line_lost: false,
    };
    reader.document();
    if reader.has_too_many_values {
        return Document::too_large();
    }
    let may_repeat_keys = reader.may_repeat_keys;
    let mut document = reader.builder.document;
    if may_repeat_keys {
        whole::find_duplicate_keys(&mut document);
    }
    whole::place_lone_surrogates(&mut document, lone_surrogates);
    document
}

/// The length of the invisible or space-like characters at the start of `text` that JSON does not
/// allow between tokens, including the spaces between them.
fn foreign_space(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if invisible(c).is_some() {
            end = at + c.len_utf8();
        } else if end == 0 || !matches!(c, ' ' | '\t') {
            break;
        }
    }
    end
}

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

#[expect(
    clippy::struct_excessive_bools,
    reason = "they have nothing to do with each other"
)]
struct Reader<'a> {
    text: &'a str,
    /// What is still to be read: the text, or nothing after reading has stopped.
    bytes: &'a [u8],
    pos: usize,
    /// The key of the next node.
    key_span: Span,
    /// Whether an object may have a key twice.
    may_repeat_keys: bool,
    builder: Builder<'a>,
    /// How many objects and how many arrays are open.
    open_brackets: [usize; 2],
    errors: errors::Log,
    /// Reading and reporting have stopped.
    stopped: bool,
    has_too_many_values: bool,
    /// A string was not closed on its line, so the rest of that line, such as a comma, is inside
    /// it.
    is_line_lost: bool,
}

impl<'a> Reader<'a> {
    fn document(&mut self) {
        if self.text.starts_with('\u{feff}') {
            // Editors on Windows write it; it has no meaning, and the request does not repeat it.
            self.pos = '\u{feff}'.len_utf8();
        }
        self.skip_space(NodeId::ROOT);
        if self.peek().is_none() {
            self.add(Slot::ROOT, MALFORMED, self.pos);
            self.report(NodeId::ROOT, self.here(), SyntaxErrorKind::EmptyText);
            return;
        }
        self.value(Slot::ROOT, MAX_DEPTH);
        self.skip_space(NodeId::ROOT);
        if self.peek().is_some() {
            self.report(
                NodeId::ROOT,
                Span::from_bytes(self.pos, self.text.trim_ascii_end().len()),
                SyntaxErrorKind::MoreText,
            );
        }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.pos).copied()
    }

    fn stop(&mut self) {
        self.stopped = true;
        self.bytes = &[];
    }

    /// The character at the current position; empty at the end.
    fn here(&self) -> Span {
        let len = self
            .text
            .get(self.pos..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        Span::from_bytes(self.pos, self.pos + len)
    }

    /// Adds a node from `start` to the current position.
    #[inline]
    fn add(&mut self, at: Slot, data: Data<'a>, start: usize) -> NodeId {
        let id = self.builder.add(at, data);
        let value = Span::from_bytes(start, self.pos);
        let key = std::mem::take(&mut self.key_span);
        self.builder.document.places.push(Place { value, key });
        id
    }

    /// Moves to the next token.
    #[inline]
    fn skip_space(&mut self, node: NodeId) {
        let is_token = |byte: u8| matches!(byte, b'!'..=b'.' | b'0'..=b'~');
        if !self.peek().is_some_and(is_token) {
            self.skip_space_and_errors(node);
        }
    }

    #[inline(never)]
    fn skip_space_and_errors(&mut self, node: NodeId) {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => {
                    let rest = self.bytes.get(self.pos..).unwrap_or_default();
                    let is_space = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
                    self.pos += rest.iter().take_while(is_space).count();
                }
                Some(b'/')
                    if matches!(self.text.as_bytes().get(self.pos + 1), Some(b'/' | b'*')) =>
                {
                    let start = self.pos;
                    let rest = self.text.get(start + 2..).unwrap_or_default();
                    let is_block = self.text.as_bytes().get(start + 1) == Some(&b'*');
                    let len = if is_block {
                        rest.as_bytes()
                            .windows(2)
                            .position(|pair| pair == b"*/")
                            .map(|at| at + 2)
                    } else {
                        rest.find('\n')
                    };
                    self.pos = start + 2 + len.unwrap_or(rest.len());
                    self.report(
                        node,
                        Span::from_bytes(start, self.pos),
                        SyntaxErrorKind::Comment,
                    );
                }
                Some(..b' ' | 0x7f..) => {
                    let len = foreign_space(self.text.get(self.pos..).unwrap_or_default());
                    if len == 0 {
                        return;
                    }
                    let start = self.pos;
                    self.pos += len;
                    self.report(
                        node,
                        Span::from_bytes(start, self.pos),
                        SyntaxErrorKind::ForeignSpace,
                    );
                }
                _ => return,
            }
        }
    }

    /// Reads one value; the current byte is not whitespace.
    fn value(&mut self, at: Slot, depth: usize) {
        if self.builder.next_id().index() >= MAX_VALUES {
            self.has_too_many_values = true;
            self.stop();
            return;
        }
        match self.peek() {
            Some(b'{') => self.container(at, Bracket::Object, depth),
            Some(b'[') => self.container(at, Bracket::Array, depth),
            Some(byte @ (b'"' | b'\'')) => {
                let start = self.pos;
                if byte == b'"'
                    && let Some(text) = self.plain_string()
                {
                    self.add(at, Data::Text(text), start);
                    return;
                }
                let literal = self.string(self.builder.next_id());
                let data = match literal {
                    Literal {
                        is_flawed: true, ..
                    } => MALFORMED,
                    Literal {
                        unescaped: true,
                        text,
                        ..
                    } => Data::UnescapedText(text),
                    Literal { text, .. } => Data::Text(text.text(self.text)),
                };
                let node = self.add(at, data, start);
                self.note_lone_surrogates(node, literal.lone_surrogates, SurrogatePlace::Value);
            }
            _ => self.bare_value(at),
        }
    }

    fn container(&mut self, at: Slot, bracket: Bracket, depth: usize) {
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

    fn mark_incomplete(&mut self, node: NodeId) {
        self.builder.document.incomplete.push(node);
    }

    #[inline]
    fn note_lone_surrogates(&mut self, node: NodeId, spans: Vec<Span>, place: SurrogatePlace) {
        for span in spans {
            self.builder.flaw(Flaw {
                kind: FlawKind::LoneSurrogate(place),
                node,
                span,
            });
        }
    }
}
