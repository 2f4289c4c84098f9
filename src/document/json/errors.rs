//! The syntax errors of JSON text and their messages.

use super::{Bracket, Reader};
use crate::document::{Flaw, FlawKind, NodeId, Repair, Span, SyntaxError};
use crate::document::{invisible, named};

/// After this many errors the text is probably not JSON at all, and a longer list helps nobody.
const MAX_ERRORS: usize = 50;

/// Spaces that JSON does not allow come by the hundred, in text copied from a page or a document,
/// and say nothing about the rest of it.
const MAX_FOREIGN_SPACES: usize = 1_000;

/// An error within this many bytes after another one on the same line is taken as its consequence.
const SAME_MISTAKE: u32 = 40;

#[derive(Debug, Clone, Copy)]
pub(super) enum SyntaxErrorKind {
    EmptyText,
    MoreText,
    Comment,
    ForeignSpace,
    SingleQuote,
    BareKey,
    NoKey,
    NoColon,
    NoValue,
    NoComma,
    ExtraComma,
    TrailingComma(Bracket),
    WrongClose { bracket: Bracket, open: Span },
    NeverClosed { bracket: Bracket, end: Span },
    UnclosedString,
    ControlCharacter,
    BadEscape,
    BadNumber,
    BadValue,
}

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
        let error = self.explain(span, kind);
        self.builder.flaw(Flaw {
            kind: FlawKind::Syntax(error),
            node,
            span,
        });
        if !is_certain {
            self.errors.last = Some(span);
        }
        self.stopped = self.errors.count >= MAX_ERRORS;
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

    fn explain(&self, span: Span, kind: SyntaxErrorKind) -> SyntaxError {
        let found = self.found(span);
        let mut related = None;
        let (message, help) = match kind {
            SyntaxErrorKind::EmptyText => (
                "found an empty text, expected a datamart as JSON".to_owned(),
                None,
            ),
            SyntaxErrorKind::MoreText => (
                format!("found {found} after the end of the datamart, expected nothing more"),
                Some("Remove it, or look for a bracket that closes too early."),
            ),
            SyntaxErrorKind::Comment => (
                "found a comment, which JSON does not have".to_owned(),
                Some("Remove the comment."),
            ),
            SyntaxErrorKind::ForeignSpace => return self.foreign_space(span),
            SyntaxErrorKind::SingleQuote => (
                "found a single quote, expected a double quote".to_owned(),
                Some("JSON strings use double quotes."),
            ),
            SyntaxErrorKind::BareKey => (
                format!("found {found} without quotes, expected a key in double quotes"),
                Some("Write the key in double quotes."),
            ),
            SyntaxErrorKind::NoKey => (
                format!("found {found}, expected a key in double quotes"),
                None,
            ),
            SyntaxErrorKind::NoColon => (
                format!("found {found}, expected a colon after the key"),
                None,
            ),
            SyntaxErrorKind::NoValue => (format!("the key {found} has no value"), None),
            SyntaxErrorKind::NoComma => (
                format!("found {found}, expected a comma or a closing bracket"),
                Some("Put a comma between two items."),
            ),
            SyntaxErrorKind::ExtraComma => {
                ("found an extra comma".to_owned(), Some("Remove the comma."))
            }
            SyntaxErrorKind::TrailingComma(bracket) => (
                format!(
                    "found a comma before the closing `{}`",
                    char::from(bracket.close())
                ),
                Some("Remove the comma."),
            ),
            SyntaxErrorKind::WrongClose { bracket, open } => {
                related = Some((open, "opened here"));
                let expected = char::from(bracket.close());
                (format!("found {found}, expected `{expected}`"), None)
            }
            SyntaxErrorKind::NeverClosed { bracket, end } => {
                related = Some((end, "the text ends here"));
                let expected = char::from(bracket.close());
                (
                    format!("{found} is never closed, expected `{expected}`"),
                    None,
                )
            }
            SyntaxErrorKind::UnclosedString => (
                "the string is not closed on its line".to_owned(),
                Some("Close it with a double quote. Write a line break inside a string as \\n."),
            ),
            SyntaxErrorKind::ControlCharacter => (
                "found a control character inside a string".to_owned(),
                Some(
                    "Write a tab as \\t and other control characters as \\u with four hexadecimal digits.",
                ),
            ),
            SyntaxErrorKind::BadEscape => (
                format!("found {found}, which is not a valid escape"),
                Some(
                    "Write a backslash as \\\\. JSON has the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u0000.",
                ),
            ),
            SyntaxErrorKind::BadNumber => (
                format!("found {found}, which is not a JSON number"),
                Some(
                    "Write digits without leading zeros, with digits before and after a decimal point.",
                ),
            ),
            SyntaxErrorKind::BadValue => (
                format!("found {found}, expected a value"),
                Some(
                    "Put strings in double quotes; other values are numbers, true, false, null, [lists] and {objects}.",
                ),
            ),
        };
        SyntaxError {
            message,
            help,
            related,
            repair: None,
        }
    }

    /// For characters between two tokens.
    fn foreign_space(&self, span: Span) -> SyntaxError {
        let mut what = String::new();
        let mut others = 0;
        let mut plain = String::new();
        for c in span.text(self.text).chars() {
            match invisible(c) {
                None => plain.push(c),
                Some((name, is_space)) => {
                    if what.is_empty() {
                        let article = if name.starts_with(['e', 'o', 'i']) {
                            "an "
                        } else {
                            "a "
                        };
                        what = [article, &named(c, name)].concat();
                    } else {
                        others += 1;
                    }
                    if is_space {
                        plain.push(' ');
                    }
                }
            }
        }
        match others {
            0 => {}
            1 => what.push_str(" and one more such character"),
            _ => what = format!("{what} and {others} more such characters"),
        }
        let (help, title) = if plain.is_empty() {
            (
                "Remove it: it is invisible, and JSON allows only spaces, tabs and line breaks.",
                "Remove it",
            )
        } else {
            (
                "Replace it with a plain space: JSON allows only spaces, tabs and line breaks.",
                "Replace it with a plain space",
            )
        };
        SyntaxError {
            message: format!("found {what}, which JSON does not allow here"),
            help: Some(help),
            related: None,
            repair: Some(Repair { title, text: plain }),
        }
    }

    /// The text at `span`, shortened for display.
    fn found(&self, span: Span) -> String {
        const SHOWN: usize = 30;
        let text = span.of(self.text).unwrap_or_default().trim();
        let line = text.lines().next().unwrap_or_default();
        match line.char_indices().nth(SHOWN) {
            _ if line.is_empty() => "the end of the text".to_owned(),
            Some((cut, _)) => format!("`{}…`", line.get(..cut).unwrap_or_default()),
            None => format!("`{line}`"),
        }
    }
}
