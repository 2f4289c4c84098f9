//! A borrowed view of one value of a [`Document`].

use super::{Document, KeyId, Node, NodeId, Span, Tag};

/// One value: cheap to copy, borrows the document.
#[derive(Clone, Copy)]
pub struct Value<'d> {
    document: &'d Document<'d>,
    id: NodeId,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind<'d> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as JSON writes it. Kept as text so that a request sends the same digits.
    Number(&'d str),
    /// A string, unescaped.
    Text(&'d str),
    /// A list.
    Array(Items<'d>),
    /// An object.
    Object(Members<'d>),
    /// A value that JSON cannot represent, with a name to show: the text of the number or the name
    /// of the class.
    Unusable(Unusable, &'d str),
}

/// Why a value is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// A function.
    Function,
    /// A symbol.
    Symbol,
    /// A `bigint`.
    BigInt,
    /// NaN or an infinity.
    NotFinite,
    /// `undefined` as the whole input or as an item of an array, including holes.
    Undefined,
    /// An object that contains itself.
    Cycle,
    /// An instance of a built-in class that `JSON.stringify` would empty or convert.
    Instance,
    /// Nested deeper than [`super::MAX_DEPTH`].
    TooDeep,
    /// More than [`super::MAX_VALUES`] values, or more text than [`super::MAX_TEXT`].
    TooLarge,
    /// A part of the JSON text that is not a value; a syntax flaw describes the mistake.
    Malformed,
}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Value").field(&self.id).finish()
    }
}

impl<'d> Value<'d> {
    pub(super) const fn new(document: &'d Document<'d>, id: NodeId) -> Self {
        Self { document, id }
    }

    /// The value's number.
    #[must_use]
    pub const fn id(self) -> NodeId {
        self.id
    }

    /// The document it belongs to.
    #[must_use]
    pub const fn document(self) -> &'d Document<'d> {
        self.document
    }

    fn node(self) -> Node {
        // The fallback is unreachable: ids come from the document itself.
        self.document
            .nodes
            .get(self.id.index())
            .copied()
            .unwrap_or(Node {
                tag: Tag::Null,
                parent: 0,
                slot: 0,
                a: 0,
                b: self.id.0 + 1,
            })
    }

    /// What the value is.
    #[must_use]
    pub fn kind(self) -> Kind<'d> {
        let node = self.node();
        let text = |text: &'d str| {
            Span::new(node.a, node.a + node.b)
                .of(text)
                .unwrap_or_default()
        };
        match node.tag {
            Tag::Null => Kind::Null,
            Tag::False => Kind::Bool(false),
            Tag::True => Kind::Bool(true),
            Tag::Number => Kind::Number(text(self.document.source)),
            Tag::Text => Kind::Text(text(self.document.source)),
            Tag::UnescapedText => Kind::Text(text(&self.document.unescaped)),
            Tag::Array => Kind::Array(Items(self.children(node))),
            Tag::Object => Kind::Object(Members(self.children(node))),
            Tag::Unusable(reason) => Kind::Unusable(reason, text(self.document.source)),
        }
    }

    /// The key of a member; `None` for an item and for the root.
    #[must_use]
    pub fn key(self) -> Option<&'d str> {
        let node = self.node();
        let parent = Value::new(self.document, NodeId(node.parent));
        let is_member = self.id != NodeId::ROOT && parent.node().tag == Tag::Object;
        is_member.then(|| self.document.key(KeyId(node.slot)))
    }

    /// The member with this key; the last one if there are several, as in `JSON.parse`.
    #[must_use]
    pub fn member(self, key: &str) -> Option<Value<'d>> {
        let Kind::Object(members) = self.kind() else {
            return None;
        };
        members
            .filter(|(id, _)| self.document.key(*id) == key)
            .last()
            .map(|(_, member)| member)
    }

    /// The items of an array; none if it is another value.
    #[inline(never)]
    #[must_use]
    pub(crate) fn items(self) -> Items<'d> {
        let node = self.node();
        let mut children = self.children(node);
        if node.tag != Tag::Array {
            children.left = 0;
        }
        Items(children)
    }

    /// The items of the array with this key; none if there is none.
    #[inline(never)]
    #[must_use]
    pub(crate) fn items_of(self, key: &str) -> Items<'d> {
        match self.member(key) {
            Some(list) => list.items(),
            None => self.items().first(0),
        }
    }

    fn children(self, node: Node) -> Children<'d> {
        Children {
            document: self.document,
            next: self.id.0 + 1,
            left: node.a,
        }
    }

    fn after(self, node: Node) -> u32 {
        match node.tag {
            Tag::Array | Tag::Object => node.b,
            _ => self.id.0 + 1,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Children<'d> {
    document: &'d Document<'d>,
    next: u32,
    left: u32,
}

impl<'d> Children<'d> {
    #[inline]
    fn next(&mut self) -> Option<(u32, Value<'d>)> {
        self.left = self.left.checked_sub(1)?;
        let value = Value::new(self.document, NodeId(self.next));
        let node = value.node();
        self.next = value.after(node);
        Some((node.slot, value))
    }
}

/// The items of an array, in order.
#[derive(Debug, Clone, Copy)]
pub struct Items<'d>(Children<'d>);

impl Items<'_> {
    /// Only the first of them.
    pub(crate) fn first(mut self, most: u32) -> Self {
        self.0.left = self.0.left.min(most);
        self
    }
}

#[expect(
    clippy::copy_iterator,
    reason = "a list is walked from its start again and again"
)]
impl<'d> Iterator for Items<'d> {
    type Item = Value<'d>;

    #[inline]
    fn next(&mut self) -> Option<Value<'d>> {
        self.0.next().map(|(_, value)| value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.left as usize, Some(self.0.left as usize))
    }
}

impl ExactSizeIterator for Items<'_> {}

/// The members of an object, in order; a repeated key occurs as often as it was given.
#[derive(Debug, Clone, Copy)]
pub struct Members<'d>(Children<'d>);

#[expect(
    clippy::copy_iterator,
    reason = "a list is walked from its start again and again"
)]
impl<'d> Iterator for Members<'d> {
    type Item = (KeyId, Value<'d>);

    #[inline]
    fn next(&mut self) -> Option<(KeyId, Value<'d>)> {
        self.0.next().map(|(key, value)| (KeyId(key), value))
    }
}
