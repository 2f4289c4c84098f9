//! Subqueries, which stay closed: there is no grammar for them, and only words that look like
//! columns are collected. `damage` looks for mistakes.

use super::super::dialect::Set;
use super::super::keyword::{CLAUSE, JOINS, KEYWORD, TYPE, UNIT, Word};
use super::super::token::{Kind, Token};
use super::Parser;

/// What the words read so far say about the next name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Column,
    /// After `FROM` and `JOIN`.
    Table,
    /// After `AS` and directly after a table.
    Alias,
}

impl Parser<'_, '_> {
    /// Whether a bracket before the token at `at` opens a subquery.
    pub(super) fn is_subquery(&self, at: usize) -> bool {
        let first = self.token(at);
        if first.word == Word::Other {
            return false;
        }
        let next = self.token(at + 1);
        match first.word {
            Word::Select => true,
            Word::With => match next.kind {
                Kind::Word | Kind::Quoted | Kind::Number | Kind::Text => true,
                Kind::Open if self.token(self.partner(at + 1) + 1).word == Word::As => true,
                // `(WITH -1 AS x SELECT x)`, `(WITH (a, b) -> a + b AS f SELECT f(1, 2))`
                _ => self.is_in(Set::WITH_VALUE) && self.selects(at),
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
                    || next.is_plain_word()
                        && (matches!(after, Kind::Dot | Kind::Close)
                            || self.token(at + 2).is(CLAUSE))
            }
            _ => false,
        }
    }

    /// Whether a `SELECT` follows in the same brackets.
    fn selects(&self, mut at: usize) -> bool {
        loop {
            match self.token(at).kind {
                Kind::Open | Kind::OpenSquare | Kind::OpenBrace => at = self.partner(at),
                Kind::Close | Kind::End => return false,
                _ if self.token(at).word == Word::Select => return true,
                _ => {}
            }
            at += 1;
        }
    }

    /// Whether the brackets at `open` combine subqueries in brackets of their own:
    /// `((SELECT …) UNION (SELECT …))`.
    pub(super) fn is_combination(&mut self, open: usize) -> bool {
        let inner = open + 1;
        if self.token(inner).kind != Kind::Open {
            return false;
        }
        let after = self.token(self.partner(inner) + 1);
        let continues = after.is(CLAUSE)
            || matches!(
                after.word,
                Word::Minus
                    | Word::Full
                    | Word::Left
                    | Word::Inner
                    | Word::Sort
                    | Word::Distribute
                    | Word::Cluster
            )
            || self.text(after) == "|>";
        if !continues {
            return false;
        }
        // Nested brackets share their innermost content, so it is searched once for all of them.
        if self.innermost <= open {
            self.innermost = inner;
            while self.token(self.innermost).kind == Kind::Open {
                self.innermost += 1;
            }
        }
        self.is_subquery(self.innermost)
    }

    /// Consumes the brackets at `open` and everything in them.
    pub(super) fn subquery(&mut self, open: usize) {
        let close = self.partner(open);
        if self.reads_query {
            let _: super::Parsed = self.query(open);
            return;
        }
        let span = self.token(open).span().to(self.token(close).span());
        self.out.subquery(span, self.reads_table(open + 1, close));
        self.check_query(open);
        // `(TABLE name)` does not name a column.
        if self.token(open + 1).word != Word::Table {
            self.columns_inside(open + 1, close);
        }
        self.at = close + 1;
    }

    /// Collects words that are not keywords, functions, tables or aliases.
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
                // As far as columns are concerned, the type after a cast is another alias.
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
                    if self.is_in_phrase(start) {
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

    /// Whether the word belongs to a clause together with the word before or after it, or is the
    /// type of the string after it: `NULLS FIRST`, `TIMESTAMP '…'`.
    fn is_in_phrase(&self, at: usize) -> bool {
        const PHRASES: &str = "nulls first,nulls last,grouping sets,fetch first,fetch next,with \
            ties,with rollup,with cube,with totals,with fill,with ordinality,for ordinality,for \
            update,for share,for system_time,semi join,anti join,asof join,any join,lateral \
            view,cross apply,outer apply,exclude ties,exclude group,similar to,at time,time \
            zone,on error,error on,on empty,empty on,is json,using sample,* exclude,* rename,key \
            share,no key,in share,exclude no,exclude current,timestamp with,timestamp without,next \
            value";
        let (token, next) = (self.token(at), self.token(at + 1));
        let before = self.token(at.wrapping_sub(1));
        let phrase = |first: &Token, second: &Token| {
            let (first, second) = (self.text(first), self.text(second));
            let mut phrases = PHRASES
                .split(',')
                .filter_map(|phrase| phrase.split_once(' '));
            phrases.any(|(one, two)| {
                one.eq_ignore_ascii_case(first) && two.eq_ignore_ascii_case(second)
            })
        };
        token.kind == Kind::Word
            && (token.is(TYPE) && next.kind == Kind::Text
                || phrase(before, token)
                || phrase(token, next))
    }

    /// `INTERVAL 1 DAY`, `EXTRACT(YEAR FROM x)`, `DATEADD(day, …)` inside a subquery.
    fn is_unit_here(&self, before: &Token, after: usize) -> bool {
        let next = self.token(after);
        next.word == Word::From
            || before.kind == Kind::Open
                && next.kind == Kind::Comma
                && self.is_in(Set::BARE_DATE_PARTS)
    }
}
