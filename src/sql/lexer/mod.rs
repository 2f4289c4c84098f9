//! From text to tokens: quoting, comments, numbers and operators of the dialect, and which bracket
//! closes which.
//!
//! The lexer never fails. It reports what it cannot read and turns it into a value token, so that
//! the parser can go on. If the lexer reports errors, the parser's problems are dropped: they would
//! be echoes.

mod comments;
mod confusable;
mod numbers;
mod operators;
mod text;
mod words;

use super::Severity;
use super::dialect::{Dialect, Set};
use super::keyword::{Names, Traits, Word};
use super::meter::step;
use super::problem::{ProblemKind, Problems};
use super::token::{Gap, Kind, Span, Token, UNMATCHED};
use crate::issue::Template;
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;
pub(super) use confusable::{confusable, is_invisible};

/// The deepest nesting of brackets. People stay below ten and generated SQL below a hundred;
/// ClickHouse stops at 1,000 by default. The parser recurses per level, and WebAssembly has a stack
/// of 1 MB.
pub(super) const MAX_DEPTH: usize = 400;

/// How many end tokens follow the text, so that the parser may look ahead without a check.
pub(super) const PADDING: usize = 5;

/// The result of lexing.
#[derive(Debug)]
pub(super) struct Lexed<'s> {
    pub(super) tokens: Vec<Token>,
    /// If one of them is an error, the parser's problems are worthless.
    pub(super) problems: Problems<'s>,
}

/// Reads all of `sql`. `flip_backslash` reverses what a backslash means in a string. `tokens` is a
/// list to use again; what it contains is forgotten.
pub(super) fn lex(
    sql: &str,
    dialect: Dialect,
    flip_backslash: bool,
    mut tokens: Vec<Token>,
) -> Lexed<'_> {
    tokens.clear();
    tokens.reserve(sql.len() / 3 + 8 + PADDING);
    let mut lexer = Lexer {
        sql,
        bytes: sql.as_bytes(),
        names: Names::get(),
        at: 0,
        dialect,
        backslash: dialect.is_in(Set::BACKSLASH) != flip_backslash,
        gap: Gap::Nothing,
        in_version_comment: false,
        cut: false,
        innermost: UNMATCHED,
        depth: 0,
        out: Lexed {
            tokens,
            problems: Problems::new(sql, dialect),
        },
    };
    lexer.run();
    lexer.out
}

#[derive(Debug)]
struct Lexer<'s> {
    sql: &'s str,
    bytes: &'s [u8],
    names: &'static Names,
    at: usize,
    dialect: Dialect,
    backslash: bool,
    /// What precedes the next token.
    gap: Gap,
    in_version_comment: bool,
    /// Something unterminated consumed the rest, so missing brackets may be in it.
    cut: bool,
    /// The index of the innermost open bracket, whose `link` is the one around it, and so on.
    innermost: u32,
    /// How many brackets are open.
    depth: usize,
    out: Lexed<'s>,
}

impl<'s> Lexer<'s> {
    fn is_in(&self, set: Set) -> bool {
        self.dialect.is_in(set)
    }

    /// The byte at `at + ahead`; zero after the end.
    fn byte(&self, ahead: usize) -> u8 {
        step(1);
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn character(&self) -> char {
        self.sql
            .get(self.at..)
            .and_then(|rest| rest.chars().next())
            .unwrap_or('\0')
    }

    fn previous(&self) -> Option<Token> {
        self.out.tokens.last().copied()
    }

    #[cold]
    fn error(
        &mut self,
        span: Span,
        message: Template,
        help: Option<Template>,
    ) -> &mut Problems<'s> {
        let problems = &mut self.out.problems;
        problems.add(Severity::Error, span, message, help, "")
    }

    #[cold]
    fn warning(
        &mut self,
        span: Span,
        message: Template,
        help: Option<Template>,
    ) -> &mut Problems<'s> {
        let problems = &mut self.out.problems;
        problems.add(Severity::Warning, span, message, help, "")
    }

    #[inline(never)]
    fn push_known(&mut self, kind: Kind, start: usize, word: Word, traits: Traits) {
        let Span { start, end } = Span::from_bytes(start, self.at);
        let gap = std::mem::replace(&mut self.gap, Gap::Nothing);
        self.out.tokens.push(Token {
            start,
            end,
            link: UNMATCHED,
            traits,
            kind,
            word,
            gap,
        });
    }

    fn push(&mut self, kind: Kind, start: usize) {
        self.push_known(kind, start, Word::Other, 0);
    }

    /// Adds a token of `length` bytes.
    fn punctuation(&mut self, kind: Kind, length: usize) {
        let start = self.at;
        self.at += length;
        self.push(kind, start);
    }

    fn run(&mut self) {
        loop {
            let before = self.at;
            match self.byte(0) {
                b' ' | b'\t' | 0x0B | 0x0C => {
                    self.space(1);
                    continue;
                }
                b'\n' | b'\r' => {
                    self.gap = Gap::Line;
                    self.at += 1;
                }
                b'a'..=b'z' | b'A'..=b'Z' | b'_' => self.word(),
                b'0'..=b'9' => self.number(),
                b'!' if self.is_method_sign() => self.punctuation(Kind::Dot, 1),
                b'(' => self.opening(Kind::Open),
                b')' => self.closing(Kind::Close, Kind::Open),
                b',' => self.punctuation(Kind::Comma, 1),
                b'\'' => self.single_quoted(),
                b'"' => self.double_quoted(),
                b'.' => self.dot(),
                b'-' if self.byte(1) == b'-' => self.dashes(),
                b'/' if self.byte(1) == b'*' => self.block_comment(),
                b'/' if self.byte(1) == b'/' && self.is_in(Set::SLASH_COMMENT) => {
                    self.line_comment();
                }
                b'*' if self.in_version_comment && self.byte(1) == b'/' => {
                    self.in_version_comment = false;
                    self.space(2);
                }
                b'#' if self.is_temporary_name() => self.word(),
                b'#' if !self.is_in(Set::OPEN_OPERATORS) => self.hash(),
                b'[' if self.is_in(Set::BRACKET_NAMES) => self.quoted_name(b']', false),
                b'[' => self.opening(Kind::OpenSquare),
                b']' => self.closing(Kind::CloseSquare, Kind::OpenSquare),
                b'{' => self.brace(),
                b'}' => self.closing(Kind::CloseBrace, Kind::OpenBrace),
                b'`' if !self.is_in(Set::ODD_OPERATORS) || self.is_backticked_name() => {
                    self.backticked();
                }
                b':' => self.colon(),
                b';' => self.punctuation(Kind::Semicolon, 1),
                b'$' => self.dollar(),
                b'@' if !self.is_in(Set::OPEN_OPERATORS) || self.byte(1) == b'@' => self.at_sign(),
                b'?' if !self.is_in(Set::ODD_OPERATORS) => self.punctuation(Kind::Question, 1),
                b'\\' if self.byte(1) == b'N' && self.is_in(Set::BACKSLASH_NULL) => {
                    self.punctuation(Kind::Value, 2);
                }
                0x80.. => self.beyond_ascii(),
                0 if self.at >= self.bytes.len() => break,
                0..=0x1F | 0x7F => self.invisible(self.is_in(Set::CONTROL_SPACE)),
                _ => self.operator(),
            }
            // Every branch advances; this is a safeguard for one that does not.
            if self.at == before {
                self.at += 1;
            }
            if self.out.problems.is_full_of_errors() {
                self.cut = true;
                self.at = self.bytes.len();
            }
            if self.depth > MAX_DEPTH {
                self.too_deep();
                break;
            }
        }
        self.finish();
    }

    fn space(&mut self, length: usize) {
        self.at += length;
        self.gap = self.gap.max(Gap::Space);
    }

    fn dot(&mut self) {
        // ClickHouse: `x.^y` reads part of a document.
        if self.byte(1) == b'^' && self.is_in(Set::TUPLE_INDEX) {
            return self.punctuation(Kind::Dot, 2);
        }
        if self.byte(1).is_ascii_digit() && !self.is_after_name() {
            self.number();
        } else {
            self.punctuation(Kind::Dot, 1);
        }
    }

    /// Whether a dot here accesses what directly precedes it.
    fn is_after_name(&self) -> bool {
        let mut before = self.out.tokens.iter().rev();
        let Some(previous) = before.next().filter(|_| self.gap == Gap::Nothing) else {
            return false;
        };
        match previous.kind {
            Kind::Word
            | Kind::Quoted
            | Kind::Close
            | Kind::CloseSquare
            | Kind::Value
            | Kind::Dot => true,
            // The second dot of `tuple.1.2`.
            Kind::Number => before.next().is_some_and(|token| token.kind == Kind::Dot),
            _ => false,
        }
    }

    /// Snowflake: `model!predict(a)`.
    fn is_method_sign(&self) -> bool {
        self.is_in(Set::BANG_METHOD)
            && self.is_after_name()
            && (self.byte(1).is_ascii_alphabetic() || self.byte(1) == b'_')
    }

    fn colon(&mut self) {
        match (self.byte(1), self.byte(2)) {
            (b':', b':') => self.punctuation(Kind::Cast, 3),
            (b':', _) => self.double_colon(),
            (b'=', _) => self.punctuation(Kind::Assign, 2),
            (b'>', _) if self.is_in(Set::COLON_PATHS) => self.punctuation(Kind::Cast, 2),
            _ => self.punctuation(Kind::Colon, 1),
        }
    }

    fn double_colon(&mut self) {
        let span = Span::from_bytes(self.at, self.at + 2);
        if !self.is_in(Set::CAST) {
            self.error(span, syntax::DOUBLE_COLON, Some(syntax::WRITE_CAST));
        } else if self.is_in(Set::CAST_DOUBTFUL) && !self.is_after_class() {
            let help = Some(suspicious::WRITE_CAST);
            self.warning(span, suspicious::DOUBLE_COLON, help);
        }
        self.punctuation(Kind::Cast, 2);
    }

    /// SQL Server: `geography::Point(…)`.
    fn is_after_class(&self) -> bool {
        let text = self
            .previous()
            .map_or("", |token| token.span().text(self.sql));
        ["geography", "geometry", "hierarchyid"]
            .iter()
            .any(|one| one.eq_ignore_ascii_case(text))
    }

    fn brace(&mut self) {
        if let Some(open) = match self.byte(1) {
            b'{' => Some("}}"),
            b'%' => Some("%}"),
            _ => None,
        } {
            self.template(self.at, open);
        } else {
            self.opening(Kind::OpenBrace);
        }
    }

    /// A placeholder from `start`; the current position is at its brace.
    fn template(&mut self, start: usize, closed_by: &str) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let line = self.to_end_of_line(self.at);
        let closed = rest
            .windows(closed_by.len())
            .position(|bytes| bytes == closed_by.as_bytes());
        step(closed.unwrap_or(rest.len()));
        let length = closed.map_or((line.end - line.start) as usize, |at| at + closed_by.len());
        self.at += length.max(1);
        let span = Span::from_bytes(start, self.at);
        self.error(span, syntax::PLACEHOLDER, Some(syntax::WRITE_SQL))
            .of_kind(ProblemKind::Template);
        self.push(Kind::Value, start);
    }

    fn opening(&mut self, kind: Kind) {
        let index = u32::try_from(self.out.tokens.len()).unwrap_or(UNMATCHED);
        self.punctuation(kind, 1);
        let around = std::mem::replace(&mut self.innermost, index);
        if let Some(opener) = self.out.tokens.last_mut() {
            opener.link = around;
        }
        self.depth += 1;
    }

    fn closing(&mut self, kind: Kind, partner: Kind) {
        let span = Span::from_bytes(self.at, self.at + 1);
        let index = self.out.tokens.len();
        self.punctuation(kind, 1);
        let open = self.innermost;
        let Some(opener) = self.out.tokens.get_mut(open as usize) else {
            self.error(span, syntax::CLOSES_NOTHING, Some(syntax::OPENING_BRACKET));
            return;
        };
        let partner_index = u32::try_from(index).unwrap_or(UNMATCHED);
        self.innermost = std::mem::replace(&mut opener.link, partner_index);
        self.depth -= 1;
        let (place, matches) = (opener.span(), opener.kind == partner);
        if let Some(closer) = self.out.tokens.last_mut() {
            closer.link = open;
        }
        if !matches {
            let (message, opener) = (syntax::WRONG_BRACKET, place.text(self.sql));
            let problems = &mut self.out.problems;
            problems
                .add(Severity::Error, span, message, None, opener)
                .related(place, syntax::STILL_OPEN);
        }
    }

    #[cold]
    fn too_deep(&mut self) {
        let opened = self.out.tokens.last().map(Token::span).unwrap_or_default();
        self.cut = true;
        self.at = self.bytes.len();
        too_deep(&mut self.out.problems, opened);
    }

    fn finish(&mut self) {
        let end = self.bytes.len();
        self.at = end;
        if !self.cut
            && let Some(opener) = self.out.tokens.get(self.innermost as usize)
        {
            let (opener, end) = (opener.span(), Span::from_bytes(end, end));
            let (message, count) = match self.depth {
                1 => (syntax::UNCLOSED, String::new()),
                count => (syntax::UNCLOSED_SEVERAL, count.to_string()),
            };
            let problems = &mut self.out.problems;
            problems
                .add(Severity::Error, opener, message, None, &count)
                .related(end, syntax::TEXT_ENDS);
        }
        for _ in 0..PADDING {
            self.push(Kind::End, end);
        }
    }
}

/// Reports nesting deeper than `MAX_DEPTH`.
#[cold]
pub(super) fn too_deep(problems: &mut Problems<'_>, span: Span) {
    let message = syntax::TOO_DEEP;
    let depth = MAX_DEPTH.to_string();
    problems
        .add(Severity::Error, span, message, None, &depth)
        .of_kind(ProblemKind::TooDeep);
}
