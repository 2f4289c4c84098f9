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
    Bracket, Document, Flaw, FlawKind, KeyId, MAX_DEPTH, MAX_TEXT, MAX_VALUES, NodeId, Span,
    SurrogatePlace, SyntaxErrorKind, Tag, Unusable,
};
use scalar::Literal;

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
        pos: 0,
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
    let mut document = reader.builder.document;
    whole::find_duplicate_keys(&mut document);
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

struct Reader<'a> {
    text: &'a str,
    pos: usize,
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

impl Reader<'_> {
    fn document(&mut self) {
        if self.text.starts_with('\u{feff}') {
            // Editors on Windows write it; it has no meaning, and the request does not repeat it.
            self.pos = '\u{feff}'.len_utf8();
        }
        self.skip_space(NodeId::ROOT);
        if self.peek().is_none() {
            self.add(
                Slot::ROOT,
                Tag::Unusable(Unusable::Malformed),
                Span::default(),
                self.pos,
            );
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

    fn peek(&self) -> Option<u8> {
        if self.stopped {
            None
        } else {
            self.text.as_bytes().get(self.pos).copied()
        }
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
    fn add(&mut self, at: Slot, tag: Tag, text: Span, start: usize) -> NodeId {
        let id = self.builder.add(at, tag, text);
        let span = Span::from_bytes(start, self.pos);
        self.builder.document.spans.push(span);
        // A member replaces it later; nothing else has a key.
        self.builder.document.key_spans.push(Span::default());
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
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.pos += 1,
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
            self.stopped = true;
            return;
        }
        match self.peek() {
            Some(b'{') => self.container(at, Bracket::Object, depth),
            Some(b'[') => self.container(at, Bracket::Array, depth),
            Some(b'"' | b'\'') => {
                let start = self.pos;
                let literal = self.string(self.builder.next_id());
                let node = match literal {
                    Literal {
                        is_flawed: true, ..
                    } => self.add(
                        at,
                        Tag::Unusable(Unusable::Malformed),
                        Span::default(),
                        start,
                    ),
                    Literal {
                        unescaped: true,
                        text,
                        ..
                    } => self.add(at, Tag::UnescapedText, text, start),
                    Literal { text, .. } => self.add(at, Tag::Text, text, start),
                };
                self.note_lone_surrogates(node, literal.lone_surrogates, SurrogatePlace::Value);
            }
            _ => self.bare_value(at),
        }
    }

    fn container(&mut self, at: Slot, bracket: Bracket, depth: usize) {
        let open = self.pos;
        let Some(depth) = depth.checked_sub(1) else {
            self.skip_balanced();
            self.add(at, Tag::Unusable(Unusable::TooDeep), Span::default(), open);
            return;
        };
        self.pos += 1;
        let tag = if bracket == Bracket::Object {
            Tag::Object
        } else {
            Tag::Array
        };
        let node = self.add(at, tag, Span::default(), open);
        self.count_open(bracket, 1);
        let mut count = 0;
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
                    let read = match bracket {
                        Bracket::Array => {
                            self.value(slot, depth);
                            true
                        }
                        Bracket::Object => self.member(slot, depth),
                    };
                    count += u32::from(read);
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
                        self.stopped = true;
                    }
                    self.mark_incomplete(node);
                    break;
                }
            }
        }
        self.count_open(bracket, -1);
        self.builder.close(node, count);
        let end = Span::from_bytes(0, self.pos).end;
        if let Some(span) = self.builder.document.spans.get_mut(node.index()) {
            span.end = end;
        }
    }

    /// Reads a key, a colon and a value. Returns false if there is no member; something has been
    /// skipped then.
    fn member(&mut self, at: Slot, depth: usize) -> bool {
        let start = self.pos;
        let member = self.builder.next_id();
        let Some(key) = self.member_key(at.parent, member) else {
            return false;
        };
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
        if matches!(self.peek(), None | Some(b',' | b'}' | b']')) {
            self.add(
                slot,
                Tag::Unusable(Unusable::Malformed),
                Span::default(),
                self.pos,
            );
            // At the end of the text, the report about the open bracket is enough.
            if self.peek().is_some() {
                self.report(member, key_span, SyntaxErrorKind::NoValue);
            }
        } else {
            self.value(slot, depth);
        }
        if let Some(span) = self.builder.document.key_spans.get_mut(member.index()) {
            *span = key_span;
        }
        true
    }

    fn member_key(&mut self, object: NodeId, member: NodeId) -> Option<KeyId> {
        let start = self.pos;
        match self.peek() {
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
                let comma = self.here();
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
