//! The input as given, not yet judged: a flat tree of JSON values, read from JSON text or from the
//! JavaScript encoder.
//!
//! The tree is one array of nodes in document order, each with the number of its parent. Reading it
//! takes a handful of allocations whatever its size, sorting by number sorts by position, and a
//! path is built, by walking up, only for a value that has an issue. Texts are borrowed from the
//! source; only strings with escapes are copied. This module does not depend on what a datamart is.

mod builder;
mod invisible;
mod json;
mod path;
mod span;
mod strict;
mod tape;
mod value;
mod write;

pub(crate) use invisible::{invisible, named};
pub use json::read_json;
pub(crate) use json::{LiteralCursor, repair};
pub use path::{Path, Segment};
pub(crate) use span::Offsets;
pub use span::{PositionEncoding, Span};
pub use strict::{JsonError, Position};
pub use tape::read_tape;
pub(crate) use value::Items;
pub(crate) use value::Unusable;
pub use value::{Kind, Value};
pub use write::write_value;
pub(crate) use write::{write_comma, write_key, write_number, write_raw, write_text};

/// The deepest nesting of containers. The contract needs five levels; the rest is room for unknown
/// fields. The JavaScript encoder has the same limit.
pub const MAX_DEPTH: usize = 128;

/// The longest JSON text that is read, in bytes: about a hundred times the size of a datamart with
/// 400 tables × 100 columns. It bounds the memory and time that hostile input can cost.
pub const MAX_TEXT: usize = 32 * 1024 * 1024;

/// The most values that are read, not counting keys. The JavaScript encoder has the same limit.
pub const MAX_VALUES: usize = 4_000_000;

/// A value's number in its document, ascending in document order; the root is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// The number of a distinct object key in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyId(u32);

impl NodeId {
    /// The document's outermost value.
    pub const ROOT: NodeId = NodeId(0);

    /// The number itself.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

impl KeyId {
    /// The key's number, for tables outside the document.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One value.
#[derive(Debug, Clone, Copy)]
struct Node<'a> {
    data: Data<'a>,
    parent: u32,
    /// The index in an array, or the number of the key in an object.
    slot: u32,
}

#[derive(Debug, Clone, Copy)]
enum Data<'a> {
    Null,
    Bool(bool),
    /// As JSON writes it.
    Number(&'a str),
    Text(&'a str),
    /// A text in `Document::unescaped`.
    UnescapedText(Span),
    Array(Extent),
    Object(Extent),
    /// With a name to show.
    Unusable(Unusable, &'a str),
}

/// How much belongs to a container.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    /// The number of children.
    count: u32,
    /// The number of the node after the last descendant.
    end: u32,
}

/// Something other than a value that keeps the input from being JSON. Values that are not JSON are
/// nodes of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong.
    pub kind: FlawKind,
    /// The value at or in which it was found.
    pub node: NodeId,
    /// In bytes of the JSON text; for [`SurrogatePlace::Value`], of the string at `node`.
    pub span: Span,
}

/// The kinds of flaws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlawKind {
    /// The text is not JSON here: what was found and what was expected.
    Syntax(SyntaxErrorKind),
    /// The object has this member's key twice; the later member counts, as in `JSON.parse`.
    DuplicateKey {
        /// The member that the later one replaces.
        first: NodeId,
    },
    /// A text contains half of a surrogate pair, which UTF-8 cannot represent.
    LoneSurrogate(SurrogatePlace),
}

/// Where half of a surrogate pair was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurrogatePlace {
    /// In the string.
    Value,
    /// In the key of the member.
    Key,
    /// In the JSON text, not escaped.
    Source,
}

/// What is wrong with a piece of JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// There is no text.
    EmptyText,
    /// Something follows the datamart.
    MoreText,
    /// JSON has no comments.
    Comment,
    /// Spaces and invisible characters that JSON does not allow between tokens.
    ForeignSpace,
    /// A string in single quotes.
    SingleQuote,
    /// A key without quotes.
    BareKey,
    /// Something else where a key is expected.
    NoKey,
    /// Something else where a colon is expected.
    NoColon,
    /// A key without a value.
    NoValue,
    /// Something else where a comma or a closing bracket is expected.
    NoComma,
    /// A comma without an item before it.
    ExtraComma,
    /// A comma before a closing bracket.
    TrailingComma(Bracket),
    /// The other kind of closing bracket.
    WrongClose {
        /// What is to be closed.
        bracket: Bracket,
        /// Where it was opened.
        open: Span,
    },
    /// The text ends before a bracket is closed.
    NeverClosed {
        /// What is to be closed.
        bracket: Bracket,
        /// The end of the text.
        end: Span,
    },
    /// A string without its closing quote on the same line.
    UnclosedString,
    /// A control character inside a string.
    ControlCharacter,
    /// A backslash that does not begin an escape.
    BadEscape,
    /// Something that looks like a number but is not a JSON number.
    BadNumber,
    /// Something else where a value is expected.
    BadValue,
}

/// The two kinds of containers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bracket {
    /// Braces.
    Object,
    /// Square brackets.
    Array,
}

/// A tree of values with the texts it borrows.
#[derive(Debug)]
pub struct Document<'a> {
    source: &'a str,
    is_json_text: bool,
    unescaped: String,
    nodes: Vec<Node<'a>>,
    keys: Vec<KeyText>,
    /// Where each node is in the JSON text; empty if the input was not text.
    places: Vec<Place>,
    unusable: Vec<NodeId>,
    incomplete: Vec<NodeId>,
    flaws: Vec<Flaw>,
}

/// Where a node is in the JSON text.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Including quotes and brackets.
    value: Span,
    /// The key of a member, including quotes; otherwise empty.
    key: Span,
}

#[derive(Debug, Clone, Copy)]
struct KeyText {
    start: u32,
    len: u32,
    unescaped: bool,
}

impl<'a> Document<'a> {
    /// The outermost value.
    #[must_use]
    pub fn root(&self) -> Value<'_> {
        Value::new(self, NodeId::ROOT)
    }

    /// The value with this number.
    #[must_use]
    pub fn value(&self, id: NodeId) -> Value<'_> {
        Value::new(self, id)
    }

    /// The container of the value; the root's parent is the root.
    #[must_use]
    pub fn parent(&self, id: NodeId) -> Value<'_> {
        let parent = self.nodes.get(id.index()).map_or(0, |node| node.parent);
        Value::new(self, NodeId(parent))
    }

    /// How large the input is as JSON, in bytes, or less.
    pub(crate) fn size(&self) -> usize {
        let structure = if self.is_json_text {
            0
        } else {
            self.nodes.len()
        };
        self.source.len() + structure
    }

    /// The JSON text that was read; `None` if the input was a JavaScript value.
    #[must_use]
    pub fn json_text(&self) -> Option<&'a str> {
        self.is_json_text.then_some(self.source)
    }

    /// The number of distinct keys; every [`KeyId`] is less than it.
    #[must_use]
    pub fn key_count(&self) -> usize {
        self.keys.len()
    }

    /// The number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// The text of a key.
    #[must_use]
    pub fn key(&self, key: KeyId) -> &str {
        self.keys
            .get(key.index())
            .and_then(|key| {
                let text = if key.unescaped {
                    &self.unescaped
                } else {
                    self.source
                };
                Span::new(key.start, key.start + key.len).of(text)
            })
            .unwrap_or_default()
    }

    /// Every value that JSON cannot represent, in document order.
    #[must_use]
    pub fn unusable(&self) -> &[NodeId] {
        &self.unusable
    }

    /// What else is wrong with the input as JSON, in the order found.
    #[must_use]
    pub fn flaws(&self) -> &[Flaw] {
        &self.flaws
    }

    /// Whether the JSON text broke off inside this container, so that what is missing may merely be
    /// unread.
    #[must_use]
    pub fn is_incomplete(&self, id: NodeId) -> bool {
        self.incomplete.contains(&id)
    }

    /// The value's span in the JSON text in bytes, including quotes and brackets.
    #[must_use]
    pub fn span(&self, id: NodeId) -> Option<Span> {
        self.places.get(id.index()).map(|place| place.value)
    }

    /// The span of the member's key in the JSON text in bytes, including quotes.
    #[must_use]
    pub fn key_span(&self, id: NodeId) -> Option<Span> {
        self.places
            .get(id.index())
            .map(|place| place.key)
            .filter(|span| span.end > 0)
    }

    /// The literal of the string at `id` in the JSON text, to locate parts of the string.
    #[must_use]
    pub fn literal(&self, id: NodeId) -> LiteralCursor<'_> {
        let span = self.span(id).unwrap_or_default();
        let has_escapes = self
            .nodes
            .get(id.index())
            .is_some_and(|node| matches!(node.data, Data::UnescapedText(_)));
        LiteralCursor::new(span.text(self.source), span.start, has_escapes)
    }

    /// The keys and indexes from the root to the value.
    #[must_use]
    pub fn path(&self, id: NodeId) -> Path {
        let mut path = Vec::new();
        let mut current = id;
        while current != NodeId::ROOT {
            let Some(node) = self.nodes.get(current.index()) else {
                break;
            };
            let parent = NodeId(node.parent);
            path.push(match self.nodes.get(parent.index()) {
                Some(Node {
                    data: Data::Array(_),
                    ..
                }) => Segment::Index(node.slot),
                _ => Segment::Key(self.key(KeyId(node.slot)).to_owned()),
            });
            current = parent;
        }
        path.reverse();
        path.into()
    }
}
