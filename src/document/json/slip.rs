//! The slips that people make in JSON, in words.

use super::{Bracket, Reader};
use crate::document::{Flaw, FlawKind, NodeId, Repair, Span, SyntaxError};
use crate::document::{invisible, named};

/// After so many slips the text is likely no JSON at all, and a longer list helps nobody.
const MAX_SLIPS: usize = 50;

/// Spaces that JSON does not allow come by the hundred, with a text that was copied from a page or a document, and say nothing about the
/// rest of it.
const MAX_FOREIGN_SPACES: usize = 1_000;

/// A slip this close behind another one on the same line, in bytes, is taken for its consequence.
const SAME_MISTAKE: u32 = 40;

/// One kind of mistake.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slip {
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

impl Slip {
    /// Whether it is a mistake of its own that leads to no other.
    fn is_certain(self) -> bool {
        matches!(
            self,
            Slip::Comment
                | Slip::ForeignSpace
                | Slip::SingleQuote
                | Slip::BareKey
                | Slip::ExtraComma
                | Slip::TrailingComma(_)
                | Slip::ControlCharacter
                | Slip::BadEscape
        )
    }
}

/// What has been reported so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    count: usize,
    foreign_spaces: usize,
    /// The last one from which others may follow.
    last: Option<Span>,
}

impl Reader<'_> {
    /// Reports a slip, unless it is likely a consequence of the one before.
    pub(super) fn slip(&mut self, node: NodeId, span: Span, slip: Slip) {
        let is_certain = slip.is_certain();
        if self.stopped || (!is_certain && self.follows_from_last(span)) {
            return;
        }
        if matches!(slip, Slip::ForeignSpace) {
            self.slips.foreign_spaces += 1;
            if self.slips.foreign_spaces > MAX_FOREIGN_SPACES {
                return;
            }
        } else {
            self.slips.count += 1;
        }
        let error = self.explain(span, slip);
        self.builder.flaw(Flaw {
            kind: FlawKind::Syntax(error),
            node,
            span,
        });
        if !is_certain {
            self.slips.last = Some(span);
        }
        self.stopped = self.slips.count >= MAX_SLIPS;
    }

    fn follows_from_last(&self, span: Span) -> bool {
        let Some(last) = self.slips.last else {
            return false;
        };
        // A bracket that is never closed is reported at its opening, before the slips inside it.
        span.start >= last.start
            && span.start < last.end.saturating_add(SAME_MISTAKE)
            && Span::new(last.end, span.start.max(last.end))
                .of(self.text)
                .is_some_and(|between| !between.as_bytes().contains(&b'\n'))
    }

    fn explain(&self, span: Span, slip: Slip) -> SyntaxError {
        let found = self.found(span);
        let mut related = None;
        let (message, help) = match slip {
            Slip::EmptyText => (
                "found an empty text, expected a datamart in JSON".to_owned(),
                None,
            ),
            Slip::MoreText => (
                format!("found {found} behind the end of the datamart, expected nothing more"),
                Some("Remove it, or look for a bracket that closes too early."),
            ),
            Slip::Comment => (
                "found a comment, which JSON does not have".to_owned(),
                Some("Remove the comment."),
            ),
            Slip::ForeignSpace => return self.foreign_space(span),
            Slip::SingleQuote => (
                "found a single quote, expected a double quote".to_owned(),
                Some("JSON puts texts in double quotes."),
            ),
            Slip::BareKey => (
                format!("found {found} without quotes, expected a key in double quotes"),
                Some("Write the key in double quotes."),
            ),
            Slip::NoKey => (
                format!("found {found}, expected a key in double quotes"),
                None,
            ),
            Slip::NoColon => (
                format!("found {found}, expected a colon behind the key"),
                None,
            ),
            Slip::NoValue => (format!("the key {found} has no value"), None),
            Slip::NoComma => (
                format!("found {found}, expected a comma or a closing bracket"),
                Some("Put a comma between two items."),
            ),
            Slip::ExtraComma => (
                "found a comma too many".to_owned(),
                Some("Remove the comma."),
            ),
            Slip::TrailingComma(bracket) => (
                format!(
                    "found a comma before the closing `{}`",
                    char::from(bracket.close())
                ),
                Some("Remove the comma."),
            ),
            Slip::WrongClose { bracket, open } => {
                related = Some((open, "opened here"));
                let expected = char::from(bracket.close());
                (format!("found {found}, expected `{expected}`"), None)
            }
            Slip::NeverClosed { bracket, end } => {
                related = Some((end, "the text ends here"));
                let expected = char::from(bracket.close());
                (
                    format!("{found} is never closed, expected `{expected}`"),
                    None,
                )
            }
            Slip::UnclosedString => (
                "the text in quotes is not closed on its line".to_owned(),
                Some("Put a double quote at its end; write a line break inside a text as \\n."),
            ),
            Slip::ControlCharacter => (
                "found a control character inside a text".to_owned(),
                Some(
                    "Write a tab as \\t, another control character as \\u and four hexadecimal digits.",
                ),
            ),
            Slip::BadEscape => (
                format!("found {found}, which escapes nothing"),
                Some(
                    "Write a backslash as \\\\; JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u0000.",
                ),
            ),
            Slip::BadNumber => (
                format!("found {found}, which is no number in JSON"),
                Some(
                    "Write digits without leading zeros, with a point and digits behind it if need be.",
                ),
            ),
            Slip::BadValue => (
                format!("found {found}, expected a value"),
                Some(
                    "Put texts in double quotes; other values are numbers, true, false, null, [lists] and {objects}.",
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
                "Remove it: it cannot be seen, and JSON has spaces, tabs and line breaks only.",
                "Remove it",
            )
        } else {
            (
                "Replace it with a plain space: JSON has spaces, tabs and line breaks only.",
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

    /// What stands at `span`, short enough to show.
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
