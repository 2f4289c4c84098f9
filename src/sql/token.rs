//! The smallest units of the text: a token is a kind and a span, never a copy of its text.

use super::keyword::{KNOWN, PREFIX, RESERVED, Traits, Word};
pub use crate::document::Span;

/// What a token is, before any grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The end of the text.
    End,
    /// A bare word. Only the parser can tell whether it is a name or a keyword.
    Word,
    /// A quoted name.
    Quoted,
    /// A string literal with its prefix.
    Text,
    Number,
    /// A variable, placeholder, template or anything else that is a whole value in one token.
    Value,
    Open,
    Close,
    OpenSquare,
    CloseSquare,
    OpenBrace,
    CloseBrace,
    Comma,
    Semicolon,
    Dot,
    Colon,
    Question,
    /// `::`, and the casts of the same shape, `:::` and `:>`.
    Cast,
    /// `->` if it makes a lambda.
    Arrow,
    /// `=>`.
    Named,
    /// `:=`.
    Assign,
    /// Any other operator; see `Token::traits`.
    Operator,
    /// A character without a meaning here, already reported.
    Unknown,
}

/// `Token::link` of a bracket without a partner.
pub(super) const UNMATCHED: u32 = u32::MAX;

/// Twenty bytes; the text is looked up by its span on demand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    /// For a bracket, the index of its partner; if it is never closed, that of the bracket around it.
    pub(super) link: u32,
    /// For an operator or a bare word.
    pub(super) traits: Traits,
    pub(super) kind: Kind,
    /// Which known word it is; always `Word::Other` unless the kind is `Kind::Word`.
    pub(super) word: Word,
    pub(super) gap: Gap,
}

/// What precedes a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Nothing,
    /// Whitespace or a comment.
    Space,
    /// Whitespace or comments with a line break, which joins two strings in some dialects.
    Line,
}

impl Token {
    pub(super) fn span(&self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }

    /// Whether it has one of `traits`.
    pub(super) fn is(&self, traits: Traits) -> bool {
        self.traits & traits != 0
    }

    /// A bare word without a role in the grammar.
    #[inline(never)]
    pub(super) fn is_plain_word(&self) -> bool {
        self.kind == Kind::Word && !self.is(KNOWN)
    }

    /// Whether a value may begin with this token.
    pub(super) fn starts_value(&self) -> bool {
        match self.kind {
            Kind::Word => !self.is(RESERVED) || self.word == Word::Distinct,
            Kind::Quoted
            | Kind::Text
            | Kind::Number
            | Kind::Value
            | Kind::Open
            | Kind::OpenSquare
            | Kind::OpenBrace => true,
            Kind::Operator => self.is(PREFIX),
            _ => false,
        }
    }
}
