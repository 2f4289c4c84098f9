//! Signs of damage in a subquery: two tokens side by side that are a mistake in every statement of the dialect.
//!
//! A statement has far more grammar than an expression, and each dialect has its own. So nothing is refused because it
//! is unknown, only because no dialect could give it a meaning; whatever a dialect reads differently is left alone. What
//! follows a dot or `AS` is a name, the inside of a row pattern is another language, and `OPERATOR(…)` holds an operator.

use super::super::dialect::Set;
use super::super::keyword::{COMPARES, INFIX, PREFIX, STAR, Word};
use super::super::token::{Gap, Kind, Span, Token};
use super::Parser;

impl Parser<'_, '_> {
    /// Reports the first sign of damage between these brackets.
    pub(super) fn signs_of_damage(&mut self, open: usize, close: usize) {
        let span = self.impossible_pair(open, close);
        let span = span.or_else(|| self.three_names(open, close));
        if let Some(span) = span {
            let message = "something is missing or misspelled in `{}`";
            self.error(span, message, "");
        }
    }

    fn impossible_pair(&self, open: usize, close: usize) -> Option<Span> {
        let mut at = open;
        let mut is_name = false;
        while at < close {
            let (left, right) = (self.token(at), self.token(at + 1));
            let is_other = match left.word {
                // `PATTERN (a+ b*?)`
                Word::Pattern | Word::Operator => right.kind == Kind::Open,
                _ => false,
            };
            if is_other && !is_name {
                at = self.partner(at + 1);
                continue;
            }
            // `(+)` marks an outer join, and `ORDER BY a USING <` ends with an operator.
            let before = self.token(at.wrapping_sub(1));
            let is_whole = left.is(INFIX)
                && (before.kind == Kind::Open && right.kind == Kind::Close
                    || before.word == Word::Using);
            if !is_whole && !is_name && self.cannot_meet(at, left, right) {
                return Some(left.span().to(right.span()));
            }
            is_name = left.kind == Kind::Dot || left.word == Word::As && !is_name;
            at += 1;
        }
        None
    }

    /// Whether no statement has `right` after `left`, which is no name behind a dot.
    fn cannot_meet(&self, at: usize, left: &Token, right: &Token) -> bool {
        // Where nothing is reserved, words such as `AND` may be names.
        let reserved = !self.is_in(Set::OPERATOR_FUNCTIONS);
        // A `>` may close the brackets of a type, and a `!` stand behind its value.
        let sign = self.text(left);
        let operator = left.is(INFIX) && !left.is(STAR) && !matches!(sign, ">" | ">>" | "!" | "%");
        let joins = match left.word {
            Word::And | Word::Or | Word::Like | Word::Join => true,
            // PostgreSQL has columns with these names.
            Word::Between => !self.is_in(Set::ISNULL),
            Word::By => matches!(
                self.token(at.wrapping_sub(1)).word,
                Word::Order | Word::Group | Word::Partition
            ),
            _ => false,
        };
        let clause = matches!(left.word, Word::Where | Word::From | Word::Having);
        let trailing = self.is_in(Set::TRAILING_SELECT_COMMA);
        match right.kind {
            Kind::Comma => {
                operator
                    || joins
                    || matches!(left.kind, Kind::Comma | Kind::Open | Kind::Dot)
                    || left.word == Word::Select
                    || reserved && clause
            }
            Kind::Close => {
                operator
                    || joins
                    || left.kind == Kind::Dot
                    || left.kind == Kind::Comma && !trailing
                    || clause && reserved
            }
            Kind::Number => left.kind == Kind::Number && right.gap != Gap::Nothing,
            Kind::Operator if !right.is(PREFIX | STAR) && right.is(INFIX) => {
                // `> =`, `< >` and `|>` are operators in pieces.
                let pieces = matches!(sign, "<" | "|");
                operator && !pieces
                    || matches!(left.kind, Kind::Comma | Kind::Open)
                    || left.kind == Kind::Dot && right.is(COMPARES)
                    || reserved && (joins || clause)
            }
            Kind::Word if reserved => {
                let between = matches!(right.word, Word::And | Word::Or);
                let begins = matches!(right.word, Word::Where | Word::Having | Word::By);
                // `SELECT a, WHERE`
                let comma = left.kind == Kind::Comma && !trailing;
                between && (operator || joins || clause || left.kind == Kind::Open)
                    || begins && (operator || joins || clause)
                    || (between || begins && right.word != Word::By) && comma
                    || left.word == right.word && is_never_doubled(left.word)
            }
            _ => false,
        }
    }

    /// Before any `FROM`, at most two names stand side by side, a value and its alias.
    fn three_names(&self, open: usize, close: usize) -> Option<Span> {
        let plain = |token: &Token| token.kind == Kind::Quoted || token.is_plain_word();
        if self.token(open + 1).word != Word::Select {
            return None;
        }
        let mut at = open + 3;
        while at + 2 < close {
            let (first, second) = (self.token(at), self.token(at + 1));
            match first.kind {
                Kind::Open if !matches!(second.word, Word::Select | Word::With) => {
                    at = self.partner(at);
                }
                Kind::Word if first.word == Word::From || first.word == Word::Union => return None,
                _ => {}
            }
            let value =
                matches!(self.token(at).kind, Kind::Close | Kind::Text) || plain(self.token(at));
            let (second, third) = (self.token(at + 1), self.token(at + 2));
            if value && plain(second) && plain(third) && at + 2 < close && !self.takes_name(at) {
                return Some(second.span().to(third.span()));
            }
            at += 1;
        }
        None
    }

    /// `PRIOR a`, `SQL_NO_CACHE a`, `f(x) APPLY sum`, `a SETTINGS b`: words before names and between them.
    fn takes_name(&self, at: usize) -> bool {
        const BEFORE: [&str; 3] = ["prior", "straight_join", "high_priority"];
        const BETWEEN: [&str; 4] = ["apply", "settings", "into", "percent"];
        let is_one = |token, words: &[&str]| {
            let text = self.text(token);
            words.iter().any(|word| word.eq_ignore_ascii_case(text))
        };
        let first = self.token(at);
        let sql = self.text(first).get(..4).unwrap_or_default();
        is_one(first, &BEFORE)
            || sql.eq_ignore_ascii_case("sql_")
            || is_one(self.token(at + 1), &BETWEEN)
            || is_one(self.token(at + 2), &BETWEEN)
    }
}

/// Words that every dialect with reserved words reserves, and that nothing may follow itself.
fn is_never_doubled(word: Word) -> bool {
    matches!(
        word,
        Word::From
            | Word::Where
            | Word::Group
            | Word::Having
            | Word::Order
            | Word::By
            | Word::And
            | Word::Or
            | Word::In
            | Word::Is
            | Word::Select
            | Word::Join
            | Word::On
            | Word::When
            | Word::Then
            | Word::Else
            | Word::Between
            | Word::Union
    )
}
