//! Which syntax errors of JSON text are reported.

use super::Reader;
use crate::document::{Flaw, FlawKind, NodeId, Span, SyntaxErrorKind};

/// After this many errors the text is probably not JSON at all, and a longer list helps nobody.
const MAX_ERRORS: usize = 50;

/// Spaces that JSON does not allow come by the hundred, in text copied from a page or a document,
/// and say nothing about the rest of it.
const MAX_FOREIGN_SPACES: usize = 1_000;

/// An error within this many bytes after another one on the same line is taken as its consequence.
const SAME_MISTAKE: u32 = 40;

impl SyntaxErrorKind {
    /// Whether it is independent of other errors.
    fn is_certain(self) -> bool {
        matches!(
            self,
            SyntaxErrorKind::Comment
                | SyntaxErrorKind::ForeignSpace
                | SyntaxErrorKind::SingleQuote
                | SyntaxErrorKind::BareKey
                | SyntaxErrorKind::ExtraComma
                | SyntaxErrorKind::TrailingComma(_)
                | SyntaxErrorKind::ControlCharacter
                | SyntaxErrorKind::BadEscape
        )
    }
}

/// What has been reported so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    count: usize,
    foreign_spaces: usize,
    /// The last error that may have consequences.
    last: Option<Span>,
}

impl Reader<'_> {
    /// Reports an error, unless it is probably a consequence of the previous one.
    pub(super) fn report(&mut self, node: NodeId, span: Span, kind: SyntaxErrorKind) {
        let is_certain = kind.is_certain();
        if self.stopped || (!is_certain && self.follows_from_last(span)) {
            return;
        }
        if matches!(kind, SyntaxErrorKind::ForeignSpace) {
            self.errors.foreign_spaces += 1;
            if self.errors.foreign_spaces > MAX_FOREIGN_SPACES {
                return;
            }
        } else {
            self.errors.count += 1;
        }
        self.builder.flaw(Flaw {
            kind: FlawKind::Syntax(kind),
            node,
            span,
        });
        if !is_certain {
            self.errors.last = Some(span);
        }
        if self.errors.count >= MAX_ERRORS {
            self.stop();
        }
    }

    fn follows_from_last(&self, span: Span) -> bool {
        let Some(last) = self.errors.last else {
            return false;
        };
        // A bracket that is never closed is reported at its opening, before the errors inside it.
        span.start >= last.start
            && span.start < last.end.saturating_add(SAME_MISTAKE)
            && Span::new(last.end, span.start.max(last.end))
                .of(self.text)
                .is_some_and(|between| !between.as_bytes().contains(&b'\n'))
    }
}
