//! The position of a finding: a value, or a part of it.

use crate::document::{Document, NodeId, Path, Segment, Span, Value};

/// The value, or the part of it, that an issue is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(super) node: NodeId,
    pub(super) part: Part,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Whole,
    /// The key of the member, not its value.
    Key,
    /// A field that the object lacks.
    Missing(&'static str),
    /// Bytes of the string.
    Piece(Span),
    /// Bytes of the JSON text.
    Text(Span),
}

impl From<Value<'_>> for Place {
    fn from(value: Value<'_>) -> Self {
        Self {
            node: value.id(),
            part: Part::Whole,
        }
    }
}

impl From<NodeId> for Place {
    fn from(node: NodeId) -> Self {
        Self {
            node,
            part: Part::Whole,
        }
    }
}

impl Place {
    /// The key of a member.
    #[must_use]
    pub(crate) fn key_of(member: Value<'_>) -> Self {
        Self {
            node: member.id(),
            part: Part::Key,
        }
    }

    /// A field that `object` lacks.
    #[must_use]
    pub(crate) fn missing(object: Value<'_>, field: &'static str) -> Self {
        Self {
            node: object.id(),
            part: Part::Missing(field),
        }
    }

    /// A field of `object`, whether or not it exists.
    #[must_use]
    pub(crate) fn field(object: Value<'_>, field: &'static str) -> Self {
        object
            .member(field)
            .map_or(Self::missing(object, field), Self::from)
    }

    /// A part of a string, in bytes.
    #[must_use]
    pub(crate) fn piece(string: NodeId, span: Span) -> Self {
        Self {
            node: string,
            part: Part::Piece(span),
        }
    }

    /// A part of the JSON text, in bytes, inside or around `node`.
    #[must_use]
    pub(crate) fn text(node: NodeId, span: Span) -> Self {
        Self {
            node,
            part: Part::Text(span),
        }
    }

    /// Another field of the object with this field, whether or not it exists.
    #[must_use]
    pub(crate) fn beside(document: &Document<'_>, field: NodeId, other: &'static str) -> Self {
        Self::field(document.parent(field), other)
    }

    /// The keys and indexes that lead to the value.
    pub(super) fn path(self, document: &Document<'_>) -> Path {
        let mut path = document.path(self.node);
        if let Part::Missing(field) = self.part {
            path.push(Segment::Key(field.to_owned()));
        }
        path
    }

    /// The position for sorting: in the JSON text if there is one, otherwise in the order of the
    /// values.
    pub(super) fn order(self, document: &Document<'_>) -> (u32, u32) {
        let whole = document
            .span(self.node)
            .map_or(self.node.number(), |span| span.start);
        match self.part {
            Part::Text(span) => (span.start, 0),
            Part::Piece(span) => (whole, span.start),
            Part::Key => (
                document
                    .key_span(self.node)
                    .map_or(whole, |span| span.start),
                0,
            ),
            Part::Whole | Part::Missing(_) => (whole, 0),
        }
    }
}
