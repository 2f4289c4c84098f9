//! The smallest units of the text: a token is a kind and a place, never a copy of its text.

use super::keyword::{KNOWN, PREFIX, RESERVED, Traits, Word};
pub use crate::document::Span;

/// What a token is, before any grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The end of the text.
    End,
    /// A bare word: a name or a keyword, which only the parser can tell.
    Word,
    /// A quoted name.
    Quoted,
    /// A text literal with its prefix.
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
    /// `->` where it makes a lambda.
    Arrow,
    /// `=>`.
    Named,
    /// `:=`.
    Assign,
    /// Any other operator; `Token::traits` tells which.
    Operator,
    /// A character that means nothing here, already reported.
    Unknown,
}

/// `Token::link` of a bracket without a partner.
pub(super) const UNMATCHED: u32 = u32::MAX;

/// Twenty bytes; the text is looked up by its place when a rule asks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    /// For a bracket the index of its partner, else unused.
    pub(super) link: u32,
    /// Of an operator or a bare word.
    pub(super) traits: Traits,
    pub(super) kind: Kind,
    /// Which known word it is; always `Word::Other` except for `Kind::Word`.
    pub(super) word: Word,
    pub(super) gap: Gap,
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Nothing,
    /// White space or a comment.
    Space,
    /// White space or comments with a line break, which joins two texts in some dialects.
    Line,
}

impl Token {
    pub(super) fn span(&self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }

    /// Whether some of `traits` is its own.
    pub(super) fn is(&self, traits: Traits) -> bool {
        self.traits & traits != 0
    }

    /// A bare word that nobody asks about.
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
