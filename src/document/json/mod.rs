//! Reads JSON text into a tree and never gives up at the first mistake.
//!
//! A person types the text, so it is broken most of the time. Every mistake becomes a
//! [`FlawKind::Syntax`] with its position, and the reader continues where a person would. What it
//! could not read is marked incomplete, so that no rule complains about something that is just not
//! there *yet*. Each mistake is reported once, as far as possible.

mod container;
mod errors;
mod literal;
mod repair;
mod scalar;
mod space;
mod whole;

pub(crate) use literal::LiteralCursor;
pub(crate) use repair::repair;

use super::builder::{Builder, Slot};
use super::{
    Bracket, Data, Document, Flaw, FlawKind, MAX_DEPTH, MAX_TEXT, MAX_VALUES, NodeId, Place, Span,
    SurrogatePlace, SyntaxErrorKind, Unusable,
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
