//! Converts places, which are nodes and bytes, into the ranges of an issue.

use super::Range;
use super::place::{Part, Place};
use crate::document::{Document, Kind, LiteralCursor, NodeId, Offsets, PositionEncoding, Span};

/// Counts the units of each text at most once, however many issues there are in it: the issues of
/// one string are consecutive.
pub(super) struct Places<'d> {
    pub(super) document: &'d Document<'d>,
    encoding: PositionEncoding,
    text: Option<Offsets<'d>>,
    string: Option<StringPlaces<'d>>,
}

/// The progress in the string that was last used.
struct StringPlaces<'d> {
    node: NodeId,
    offsets: Offsets<'d>,
    literal: LiteralCursor<'d>,
}

impl<'d> Places<'d> {
    pub(super) fn new(document: &'d Document<'d>, encoding: PositionEncoding) -> Self {
        let text = document.json_text();
        Self {
            document,
            encoding,
            text: text.map(|text| Offsets::new(text, encoding)),
            string: None,
        }
    }

    /// The part of a string; `None` for every other place.
    pub(super) fn range(&mut self, place: Place) -> Option<Range> {
        let Part::Piece(span) = place.part else {
            return None;
        };
        Some(Range::new(span, &mut self.string(place.node)?.offsets))
    }

    /// The position of the place in the JSON text.
    pub(super) fn text_range(&mut self, place: Place) -> Option<Range> {
        let source = self.document.json_text()?;
        let whole = self.document.span(place.node)?;
        let span = match place.part {
            Part::Text(span) => span,
            Part::Piece(span) => {
                let literal = &mut self.string(place.node)?.literal;
                Span::new(literal.offset(span.start), literal.offset(span.end))
            }
            Part::Key => self.document.key_span(place.node)?,
            Part::Missing(_) => Span::new(whole.start, whole.start + 1),
            // Underlining many lines is useless, so only the opening bracket is underlined.
            Part::Whole
                if whole
                    .of(source)
                    .is_some_and(|value| value.as_bytes().contains(&b'\n')) =>
            {
                Span::new(whole.start, whole.start + 1)
            }
            Part::Whole => whole,
        };
        Some(Range::new(span, self.text.as_mut()?))
    }

    fn string(&mut self, node: NodeId) -> Option<&mut StringPlaces<'d>> {
        if self
            .string
            .as_ref()
            .is_none_or(|string| string.node != node)
        {
            let Kind::Text(text) = self.document.value(node).kind() else {
                return None;
            };
            self.string = Some(StringPlaces {
                node,
                offsets: Offsets::new(text, self.encoding),
                literal: self.document.literal(node),
            });
        }
        self.string.as_mut()
    }
}
