//! Sub-selects, which stay closed: no grammar, only signs of damage, and the words that look like columns.

use super::super::dialect::Set;
use super::super::keyword::{CLAUSE, INFIX, JOINS, KEYWORD, PREFIX, STAR, UNIT, Word};
use super::super::token::{Gap, Kind, Span, Token};
use super::Parser;

/// What the words read so far say about the next name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Column,
    /// After `FROM` and `JOIN`.
    Table,
    /// After `AS` and directly behind a table.
    Alias,
}

impl Parser<'_, '_> {
    /// Whether a bracket before the token at `at` opens a sub-select.
    pub(super) fn is_subquery(&self, at: usize) -> bool {
        let (first, next) = (self.token(at), self.token(at + 1));
        match first.word {
            Word::Select => true,
            // ClickHouse: `(WITH 1 AS x SELECT x)`
            Word::With => match next.kind {
                Kind::Word | Kind::Quoted | Kind::Number | Kind::Text => true,
                Kind::Open => self.token(self.partner(at + 1) + 1).word == Word::As,
                _ => false,
            },
            Word::From => {
                self.is_in(Set::FROM_FIRST)
                    && matches!(next.kind, Kind::Word | Kind::Quoted | Kind::Open)
            }
            Word::Values => matches!(
                next.kind,
                Kind::Open | Kind::Number | Kind::Text | Kind::Value | Kind::Word
            ),
            Word::Table => {
                let after = self.token(at + 2).kind;
                next.kind == Kind::Quoted
                    || next.is_plain_word() && matches!(after, Kind::Dot | Kind::Close)
            }
            _ => false,
        }
    }

    /// Whether the brackets at `open` hold subqueries in brackets of their own, combined: `((SELECT …) UNION (SELECT …))`.
    pub(super) fn is_combination(&mut self, open: usize) -> bool {
        let inner = open + 1;
        if self.token(inner).kind != Kind::Open {
            return false;
        }
        let after = self.token(self.partner(inner) + 1);
        if !after.is(CLAUSE) && after.word != Word::Minus {
            return false;
        }
        // Nested brackets share their innermost content, so it is looked up once for all of them.
        if self.innermost <= open {
            self.innermost = inner;
            while self.token(self.innermost).kind == Kind::Open {
                self.innermost += 1;
            }
        }
        self.is_subquery(self.innermost)
    }

    /// Takes the brackets at `open` and everything in them.
    pub(super) fn subquery(&mut self, open: usize) {
        let close = self.partner(open);
        self.out
            .subquery(self.token(open).span().to(self.token(close).span()));
        self.signs_of_damage(open, close);
        // `(TABLE name)` names no column.
        if self.token(open + 1).word != Word::Table {
            self.columns_inside(open + 1, close);
        }
        self.at = close + 1;
    }

    /// Neighbours that no statement holds.
    fn signs_of_damage(&mut self, open: usize, close: usize) {
        let inside = self.slice(open, close + 1);
        let found = (0..inside.len()).find_map(|at| match inside.get(at..)? {
            // `(+)` marks an outer join; `USING >` ends a direction.
            [
                Token {
                    kind: Kind::Open, ..
                },
                _,
                Token {
                    kind: Kind::Close, ..
                },
                ..,
            ]
            | [
                Token {
                    word: Word::Using, ..
                },
                Token {
                    kind: Kind::Operator,
                    ..
                },
                ..,
            ] => None,
            [left, right, ..] if self.cannot_meet(left, right) => {
                Some(left.span().to(right.span()))
            }
            _ => None,
        });
        let span = found.or_else(|| self.three_names(open, close));
        if let Some(span) = span {
            let message = "something is missing or misspelled in `{}`";
            self.error(span, message, "");
        }
    }

    fn cannot_meet(&self, left: &Token, right: &Token) -> bool {
        let operator = left.is(INFIX) && !left.is(STAR);
        let waits = operator
            || matches!(left.kind, Kind::Comma | Kind::Open | Kind::Dot)
            || matches!(
                left.word,
                Word::And
                    | Word::Or
                    | Word::Like
                    | Word::Between
                    | Word::Where
                    | Word::By
                    | Word::From
                    | Word::Join
                    | Word::Select
                    | Word::Having
            );
        let cannot_begin = match right.kind {
            Kind::Comma => true,
            Kind::Close => match left.kind {
                Kind::Open => false,
                Kind::Comma => !self.is_in(Set::TRAILING_COMMA),
                _ => true,
            },
            Kind::Operator => !right.is(PREFIX | STAR),
            Kind::Word => {
                matches!(
                    right.word,
                    Word::And | Word::Or | Word::Where | Word::Having | Word::By
                ) && left.kind != Kind::Dot
                    && !(left.kind == Kind::Comma && self.is_in(Set::TRAILING_COMMA))
                    && !self.is_in(Set::OPERATOR_FUNCTIONS)
            }
            _ => false,
        };
        waits && cannot_begin
            || left.kind == Kind::Number && right.kind == Kind::Number && right.gap != Gap::Nothing
    }

    /// Before any `FROM`, at most two names stand side by side, a value and its alias.
    fn three_names(&self, open: usize, close: usize) -> Option<Span> {
        let plain = |token: &Token| token.kind == Kind::Quoted || token.is_plain_word();
        if self.token(open + 1).word != Word::Select {
            return None;
        }
        let mut at = open + 3;
        while at + 2 < close {
            let (first, second, third) = (self.token(at), self.token(at + 1), self.token(at + 2));
            match first.kind {
                Kind::Open if !matches!(second.word, Word::Select | Word::With) => {
                    at = self.partner(at);
                }
                Kind::Word if first.word == Word::From || first.word == Word::Union => return None,
                _ => {}
            }
            let value =
                matches!(self.token(at).kind, Kind::Close | Kind::Text) || plain(self.token(at));
            if value && plain(self.token(at + 1)) && plain(self.token(at + 2)) {
                return Some(second.span().to(third.span())).filter(|_| at + 2 < close);
            }
            at += 1;
        }
        None
    }

    /// Words that are neither keywords nor functions, tables or aliases.
    fn columns_inside(&mut self, from: usize, close: usize) {
        self.out.enter_subquery();
        let mut expected = Expected::Column;
        // The bracket depth at which a comma separates tables.
        let (mut depth, mut tables) = (0_u32, None);
        let mut at = from;
        while at < close {
            let token = self.token(at);
            let start = at;
            at += 1;
            match token.kind {
                Kind::Open | Kind::OpenSquare | Kind::OpenBrace => {
                    depth += 1;
                    expected = Expected::Column;
                }
                Kind::Close | Kind::CloseSquare | Kind::CloseBrace => {
                    depth = depth.saturating_sub(1);
                    expected = if tables == Some(depth) {
                        Expected::Alias
                    } else {
                        Expected::Column
                    };
                }
                Kind::Comma => {
                    expected = if tables == Some(depth) {
                        Expected::Table
                    } else {
                        Expected::Column
                    }
                }
                // The type after a cast is one more alias, as far as columns go.
                Kind::Cast => expected = Expected::Alias,
                Kind::Word | Kind::Quoted => {
                    let named = token.kind == Kind::Quoted || !token.is(KEYWORD);
                    if !named {
                        match token.word {
                            Word::From | Word::Join => {
                                (expected, tables) = (Expected::Table, Some(depth));
                            }
                            Word::As => expected = Expected::Alias,
                            // `FROM t WITH (NOLOCK)`
                            Word::With if self.token(at).kind == Kind::Open => {
                                at = self.partner(at) + 1;
                            }
                            Word::For if matches!(self.token(at).word, Word::Xml | Word::Json) => {
                                break;
                            }
                            Word::Left | Word::Right if self.token(at).kind == Kind::Open => {}
                            _ => {
                                expected = Expected::Column;
                                if tables == Some(depth) && !token.is(JOINS) {
                                    tables = None;
                                }
                            }
                        }
                        continue;
                    }
                    let mut star = false;
                    while self.token(at).kind == Kind::Dot && !star {
                        star = self.token(at + 1).kind == Kind::Operator;
                        at += 2;
                    }
                    if self.token(at).kind == Kind::Open || star {
                        continue;
                    }
                    let before = self.token(start.saturating_sub(1));
                    let beside = matches!(
                        before.kind,
                        Kind::Word | Kind::Quoted | Kind::Close | Kind::Number | Kind::Text
                    ) && !before.is(KEYWORD)
                        || before.word == Word::End;
                    match expected {
                        Expected::Table => expected = Expected::Alias,
                        Expected::Alias => expected = Expected::Column,
                        Expected::Column if beside => {}
                        // `WITH name AS (SELECT …)`
                        Expected::Column
                            if self.token(at).word == Word::As
                                && self.token(at + 1).kind == Kind::Open => {}
                        Expected::Column => {
                            if token.is(UNIT) && self.is_unit_here(before, at) {
                                continue;
                            }
                            self.out.column(self.slice(start, at), false);
                        }
                    }
                }
                _ => expected = Expected::Column,
            }
        }
        self.out.leave_subquery();
    }

    /// `INTERVAL 1 DAY`, `EXTRACT(YEAR FROM x)`, `DATEADD(day, …)` inside a sub-select.
    fn is_unit_here(&self, before: &Token, after: usize) -> bool {
        let next = self.token(after);
        next.word == Word::From
            || before.kind == Kind::Open
                && next.kind == Kind::Comma
                && self.is_in(Set::BARE_DATE_PARTS)
    }
}
