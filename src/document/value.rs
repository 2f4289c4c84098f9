//! A borrowed view of one value of a [`Document`].

use super::{Data, Document, Extent, KeyId, Node, NodeId};

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

    #[inline]
    fn node(self) -> Node<'d> {
        // The fallback is unreachable: ids come from the document itself.
        self.document
            .nodes
            .get(self.id.index())
            .copied()
            .unwrap_or(Node {
                data: Data::Null,
                parent: 0,
                slot: 0,
            })
    }

    /// What the value is.
    #[must_use]
    pub fn kind(self) -> Kind<'d> {
        self.kind_of(self.node().data)
    }

    #[inline]
    fn kind_of(self, data: Data<'d>) -> Kind<'d> {
        match data {
            Data::Null => Kind::Null,
            Data::Bool(value) => Kind::Bool(value),
            Data::Number(text) => Kind::Number(text),
            Data::Text(text) => Kind::Text(text),
            Data::UnescapedText(span) => Kind::Text(span.text(&self.document.unescaped)),
            Data::Array(extent) => Kind::Array(Items(self.children(extent))),
            Data::Object(extent) => Kind::Object(Members(self.children(extent))),
            Data::Unusable(reason, name) => Kind::Unusable(reason, name),
        }
    }

    /// The key of a member; `None` for an item and for the root.
    #[must_use]
    pub fn key(self) -> Option<&'d str> {
        let node = self.node();
        let parent = Value::new(self.document, NodeId(node.parent));
        let is_member = self.id != NodeId::ROOT && matches!(parent.node().data, Data::Object(_));
        is_member.then(|| self.document.key(KeyId(node.slot)))
    }

    /// The member with this key; the last one if there are several, as in `JSON.parse`.
    #[must_use]
    pub fn member(self, key: &str) -> Option<Value<'d>> {
        self.members()?
            .filter(|(id, _)| self.document.key(*id) == key)
            .last()
            .map(|(_, member)| member)
    }

    /// The members of an object.
    #[inline]
    pub(crate) fn members(self) -> Option<Members<'d>> {
        match self.document.nodes.get(self.id.index())?.data {
            Data::Object(extent) => Some(Members(self.children(extent))),
            _ => None,
        }
    }

    /// The items of an array; none if it is another value.
    #[inline(never)]
    #[must_use]
    pub(crate) fn items(self) -> Items<'d> {
        Items(self.children(match self.node().data {
            Data::Array(extent) => extent,
            _ => Extent::default(),
        }))
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

    fn children(self, extent: Extent) -> Children<'d> {
        Children {
            document: self.document,
            next: self.id.0 + 1,
            left: extent.count,
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
    fn next(&mut self) -> Option<(Node<'d>, Value<'d>)> {
        self.left = self.left.checked_sub(1)?;
        let value = Value::new(self.document, NodeId(self.next));
        let node = *self.document.nodes.get(value.id.index())?;
        self.next = match node.data {
            Data::Array(extent) | Data::Object(extent) => extent.end,
            _ => self.next + 1,
        };
        Some((node, value))
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

impl<'d> Members<'d> {
    /// The members with their texts, for whoever expects little else. A text that had to be unescaped
    /// is not among them.
    #[inline]
    pub(crate) fn with_texts(
        mut self,
    ) -> impl Iterator<Item = (KeyId, Value<'d>, Option<&'d str>)> {
        std::iter::from_fn(move || {
            let (node, value) = self.0.next()?;
            let text = match node.data {
                Data::Text(text) => Some(text),
                _ => None,
            };
            Some((KeyId(node.slot), value, text))
        })
    }
}

#[expect(
    clippy::copy_iterator,
    reason = "a list is walked from its start again and again"
)]
impl<'d> Iterator for Members<'d> {
    type Item = (KeyId, Value<'d>);

    #[inline]
    fn next(&mut self) -> Option<(KeyId, Value<'d>)> {
        self.0.next().map(|(node, value)| (KeyId(node.slot), value))
    }
}
