//! From tokens to problems: whether the text is one expression, and what it refers to.
//!
//! No tree is built. Whether a text is an expression hardly depends on precedence: values alternate
//! with operators, and what precedence would decide (which `AND` belongs to a `BETWEEN`, which `:`
//! to a `?`, whether a comparison is compared again) is a counter of the loop in `expression.rs`.
//! So a chain of a million operators needs no stack, and only brackets and `CASE` recurse. What an
//! expression refers to is collected on the way; see `analysis.rs`.
//!
//! After a mistake inside brackets the parser continues after them, so each mistake is reported
//! once.

mod attachment;
mod braces;
mod call;
mod call_tail;
mod case;
mod damage;
mod errors;
mod expression;
mod interval;
mod keyword_names;
mod lambda;
mod name;
mod predicate;
mod quantifier;
mod query;
mod rows;
mod subquery;
mod tail;
mod types;
mod value;
mod window;

pub(super) use keyword_names::keywords_to_names;

use super::Severity;
use super::analysis::Collector;
use super::dialect::{Dialect, Set};
use super::keyword::{
    NO_COLUMN_IN_DUCKDB, NO_COLUMN_IN_MYSQL, NO_COLUMN_IN_POSTGRES, Traits, Word,
};
use super::lexer::{MAX_DEPTH, PADDING, too_deep};
use super::meter::step;
use super::problem::{Problem, ProblemKind, Problems};
use super::token::{Gap, Kind, Span, Token, UNMATCHED};
use crate::issue::Template;

/// The mistake has been reported; whoever handles the innermost bracket continues after it.
#[derive(Debug, Clone, Copy)]
struct Failed;

type Parsed = Result<(), Failed>;

/// What surrounds an expression, as far as it decides how to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Context {
    /// The whole text.
    Top,
    /// Between brackets, in a window clause and so on.
    Inner,
    /// An argument of a call, which may have tails and names.
    Argument,
    /// Directly in a `CASE`.
    Arm,
    /// The length of an interval.
    Interval,
}

#[derive(Debug)]
pub(super) struct Parser<'s, 't> {
    sql: &'s str,
    dialect: Dialect,
    tokens: &'t [Token],
    at: usize,
    depth: usize,
    /// How many `CASE`s are open at the current position.
    cases: u32,
    /// Only what a subquery's expressions get wrong is wanted, see `query.rs`.
    reads_query: bool,
    /// Parameters of the lambdas around the current position.
    lambdas: Vec<Span>,
    /// The first token that is not an opening bracket, for the nested brackets examined last.
    innermost: usize,
    /// The traits of words that are not columns.
    no_columns: Traits,
    /// The type names examined last: where they begin, and where their first mistake is.
    checked_types: (usize, usize),
    pub(super) out: Collector<'s>,
    pub(super) problems: Problems<'s>,
}

static END: Token = Token {
    start: 0,
    end: 0,
    link: UNMATCHED,
    traits: 0,
    kind: Kind::End,
    word: Word::Other,
    gap: Gap::Nothing,
};

impl<'s, 't> Parser<'s, 't> {
    pub(super) fn new(sql: &'s str, dialect: Dialect, tokens: &'t [Token]) -> Self {
        Self {
            sql,
            dialect,
            tokens,
            at: 0,
            depth: 0,
            cases: 0,
            reads_query: false,
            lambdas: Vec::new(),
            innermost: 0,
            no_columns: match dialect {
                Dialect::Postgres => NO_COLUMN_IN_POSTGRES,
                Dialect::DuckDb => NO_COLUMN_IN_DUCKDB,
                Dialect::MySql => NO_COLUMN_IN_MYSQL,
                _ => 0,
            },
            checked_types: (0, 0),
            out: Collector::new(sql, dialect),
            problems: Problems::new(sql, dialect),
        }
    }

    /// Reads the whole text.
    pub(super) fn run(&mut self) {
        if self.statement() {
            return;
        }
        if self.expression(Context::Top).is_ok() {
            self.after_expression();
        }
        self.out.mark_aggregated();
    }

    fn is_in(&self, set: Set) -> bool {
        self.dialect.is_in(set)
    }

    #[inline(never)]
    fn token(&self, index: usize) -> &'t Token {
        step(1);
        // The lexer adds several end tokens, so that a short lookahead stays inside.
        self.tokens.get(index).unwrap_or(&END)
    }

    fn peek(&self) -> &'t Token {
        self.token(self.at)
    }

    fn ahead(&self, distance: usize) -> &'t Token {
        self.token(self.at + distance)
    }

    /// The token before the current one, or `END` at the start.
    fn previous(&self) -> &'t Token {
        self.token(self.at.wrapping_sub(1))
    }

    fn bump(&mut self) -> &'t Token {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn text(&self, token: &Token) -> &'s str {
        let text = token.span().text(self.sql);
        step(text.len());
        text
    }

    /// The tokens from `from` up to `to`.
    fn slice(&self, from: usize, to: usize) -> &'t [Token] {
        let tokens = self.tokens.get(from..to).unwrap_or_default();
        step(tokens.len());
        tokens
    }

    fn is_kind(&self, kind: Kind) -> bool {
        self.peek().kind == kind
    }

    fn is_word(&self, word: Word) -> bool {
        self.peek().word == word
    }

    /// Consumes the token if it is of this kind.
    #[inline(never)]
    fn eat(&mut self, kind: Kind) -> bool {
        if self.is_kind(kind) {
            self.at += 1;
            return true;
        }
        false
    }

    /// Consumes the token if it is this word.
    #[inline(never)]
    fn eat_word(&mut self, word: Word) -> bool {
        if self.is_word(word) {
            self.at += 1;
            return true;
        }
        false
    }

    /// The closing bracket of the one at `open`; the end of the text if there is none.
    #[inline(never)]
    fn partner(&self, open: usize) -> usize {
        if self.is_closed(open) {
            self.token(open).link as usize
        } else {
            self.last()
        }
    }

    fn is_closed(&self, open: usize) -> bool {
        let link = self.token(open).link;
        link != UNMATCHED && link as usize > open
    }

    fn last(&self) -> usize {
        self.tokens.len().saturating_sub(PADDING)
    }

    /// Reports a mistake; in its texts, `{other}` is the token before the current one.
    #[cold]
    #[inline(never)]
    fn error(
        &mut self,
        span: Span,
        message: Template,
        help: Option<Template>,
    ) -> &mut Problems<'s> {
        let before = self.text(self.previous());
        let problems = &mut self.problems;
        problems.add(Severity::Error, span, message, help, before)
    }

    #[cold]
    #[inline(never)]
    fn warning(
        &mut self,
        span: Span,
        message: Template,
        help: Option<Template>,
    ) -> &mut Problems<'s> {
        let problems = &mut self.problems;
        problems.add(Severity::Warning, span, message, help, "")
    }

    /// Reports a mistake and stops reading the current construct.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, span: Span, message: Template, help: Option<Template>) -> Failed {
        self.error(span, message, help);
        Failed
    }

    /// Runs `body` on what is between the bracket at the current position and its partner, then
    /// continues after it, whatever `body` returned. `body` starts after the bracket and must stop
    /// at its partner.
    #[expect(clippy::unnecessary_wraps, reason = "callers end with it")]
    fn bracketed(&mut self, body: fn(&mut Self, usize) -> Parsed) -> Parsed {
        let open = self.at;
        let close = self.partner(open);
        self.at += 1;
        if body(self, open).is_ok() && self.at != close {
            // The mistake is between here and the closing bracket.
            let _: Parsed = self.unexpected(Context::Inner);
        }
        self.at = close + 1;
        Ok(())
    }

    /// Enters one more level, or stops parsing altogether.
    fn descend(&mut self) -> Parsed {
        self.depth += 1;
        if self.depth <= MAX_DEPTH {
            return Ok(());
        }
        self.depth -= 1;
        let span = self.peek().span();
        let problems = &mut self.problems;
        let is_too_deep = |problem: &Problem| problem.kind == ProblemKind::TooDeep;
        if !problems.list.iter().any(is_too_deep) {
            too_deep(problems, span);
        }
        self.at = self.last();
        Err(Failed)
    }
}
