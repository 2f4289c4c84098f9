//! The expressions of a subquery, read as such where the engine's own parser has confirmed that
//! this refuses nothing valid: the select list, conditions, groups and orders.
//!
//! Tables and joins are followed only as far as the next clause, and whatever is unknown is
//! skipped. What is read here does not refer to the datamart's columns.

mod alias;
mod ends;
pub(super) mod names;
mod select;
mod tables;
mod with;

use super::super::dialect::Set;
use super::super::keyword::{CLAUSE, CONSTANT, UNIT, Word};
use super::super::token::{Kind, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

/// The clauses of a query in their order, as far as every dialect keeps it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Clause {
    /// Nothing yet, or after `UNION` or a pipe.
    Nothing,
    Select,
    From,
    Prewhere,
    Where,
    Group,
    Having,
    Order,
    Limit,
}

impl Parser<'_, '_> {
    /// Reads the subquery in the brackets at `open` and continues after them.
    pub(super) fn query(&mut self, open: usize) -> Parsed {
        self.descend()?;
        let close = self.partner(open);
        self.at = open + 1;
        let parsed = self.clauses(close);
        self.at = close + 1;
        self.depth -= 1;
        parsed
    }

    #[expect(clippy::too_many_lines, reason = "one clause after another")]
    fn clauses(&mut self, close: usize) -> Parsed {
        let mut last = Clause::Nothing;
        while self.at < close {
            let (token, next) = (self.peek(), self.ahead(1));
            if !self.follows_dot_or_as() && !self.follows_clause(&mut last) {
                return self.damaged();
            }
            match token.word {
                _ if token.kind == Kind::Open => self.skip_brackets()?,
                _ if self.follows_dot_or_as() => self.at += 1,
                Word::With
                    if self.previous().kind == Kind::Open
                        && matches!(next.kind, Kind::Word | Kind::Quoted)
                        && !self.is_in(Set::WITH_VALUE) =>
                {
                    self.at += 1;
                    self.common_tables()?;
                }
                Word::With if self.previous().kind == Kind::Open && self.is_in(Set::WITH_VALUE) => {
                    self.at += 1;
                    self.common_values()?;
                }
                // `ORDER BY a LIMIT)`; in Spark, `FROM t LIMIT)` names the table.
                Word::Limit if next.kind == Kind::Close && last >= Clause::Where => {
                    return self.damaged();
                }
                Word::Select => {
                    if self.previous().kind == Kind::Comma && !self.is_in(Set::WITH_VALUE) {
                        return self.damaged();
                    }
                    self.at += 1;
                    self.select_list(close)?;
                }
                Word::Values if next.kind == Kind::Open => {
                    self.at += 1;
                    self.rows()?;
                }
                // `WINDOW a AS (ORDER BY b), c AS (a)`
                Word::Other
                    if names::is_name(next)
                        && self.is_text(token, "window")
                        && !matches!(self.ahead(2).kind, Kind::Comma | Kind::Dot | Kind::Close) =>
                {
                    self.windows()?;
                }
                // `ORDER, BY`, `LIMIT, 2`; but `UNNEST(a) WITH OFFSET, t`
                _ if token.is(CLAUSE)
                    && next.kind == Kind::Comma
                    && self.previous().word != Word::With
                    && self.reserves_clauses() =>
                {
                    self.at += 1;
                    return self.damaged();
                }
                Word::From if next.kind != Kind::Comma => {
                    self.at += 1;
                    self.tables(close)?;
                }
                Word::Where | Word::Having | Word::Qualify | Word::Prewhere
                    if !matches!(next.kind, Kind::Comma | Kind::Dot | Kind::Close)
                        && next.word != Word::As =>
                {
                    self.at += 1;
                    self.expression(Context::Inner)?;
                    if self.is_kind(Kind::Comma) {
                        return self.damaged();
                    }
                    self.clause_ends()?;
                }
                Word::Group if next.word == Word::By => {
                    self.at += 2;
                    self.groups()?;
                }
                // `|> AGGREGATE SUM(a) GROUP AND ORDER BY b`
                Word::Group if next.word == Word::And => {
                    self.at += 4;
                    self.groups()?;
                }
                Word::Order if next.word == Word::By => {
                    self.at += 2;
                    if !self.eat_word(Word::All) {
                        self.order_list()?;
                        self.clause_ends()?;
                    }
                }
                Word::Group if self.reserves_clauses() => return self.damaged(),
                Word::Group | Word::Order
                    if (names::is_name(next) || next.word == Word::All)
                        && (self.previous().is(CONSTANT)
                            || matches!(
                                self.previous().kind,
                                Kind::Close | Kind::Quoted | Kind::Text | Kind::Number
                            )
                            || names::is_name(self.previous())) =>
                {
                    return self.damaged();
                }
                Word::Group | Word::Order | Word::Limit if next.word == token.word => {
                    return self.damaged();
                }
                Word::By if !self.may_precede_by() => return self.damaged(),
                _ if self.combines() => self.combined_query()?,
                // `WITH a AS (…) SELCT a`
                _ if self.previous().kind == Kind::Close
                    && next.starts_value()
                    && self.is_misspelled(token, "SELECT") =>
                {
                    return self.damaged();
                }
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    /// Whether the clause that begins here, if one does, may follow the last one.
    fn follows_clause(&self, last: &mut Clause) -> bool {
        let (token, next) = (self.peek(), self.ahead(1));
        let by = next.word == Word::By;
        let clause = match token.word {
            Word::Select => Clause::Select,
            Word::From if next.kind != Kind::Comma => Clause::From,
            Word::Prewhere => Clause::Prewhere,
            Word::Where => Clause::Where,
            Word::Group if by => Clause::Group,
            Word::Having => Clause::Having,
            Word::Order if by => Clause::Order,
            Word::Limit if matches!(next.kind, Kind::Number | Kind::Value) => Clause::Limit,
            _ if self.combines() || self.text(token) == "|>" => {
                *last = Clause::Nothing;
                return true;
            }
            // `FROM ((SELECT a) UNION (SELECT b) ORDER BY c) t WHERE d`
            _ if token.kind == Kind::Close => {
                *last = Clause::From;
                return true;
            }
            _ => return true,
        };
        if matches!(next.kind, Kind::Comma | Kind::Dot | Kind::Close) || next.word == Word::As {
            return true;
        }
        // `FROM t SELECT a`; in Spark, several of them may share a `FROM`.
        if clause == Clause::Select && *last != Clause::Select && self.is_in(Set::FROM_FIRST) {
            let piped = *last == Clause::Nothing
                || !self.is_in(Set::FROM_NEEDS_PIPE)
                || self.text(self.previous()) == "|>";
            if self.is_in(Set::EVERYTHING_IS_A_NAME) {
                *last = (*last).min(Clause::From);
            }
            let fits = piped && *last <= Clause::From;
            *last = (*last).max(Clause::Select);
            return fits;
        }
        // ClickHouse: `LIMIT 1 BY a LIMIT 2`
        std::mem::replace(last, clause) < clause || clause == Clause::Limit
    }

    /// Whether a word combines the query with another one here.
    fn combines(&self) -> bool {
        let (token, next) = (self.peek(), self.ahead(1));
        matches!(token.word, Word::Union | Word::Except)
            || token.word == Word::Minus
                && (next.kind == Kind::Open
                    || matches!(next.word, Word::Select | Word::All | Word::Distinct))
            || token.is(CLAUSE) && self.text(token).eq_ignore_ascii_case("intersect")
    }

    /// Whether no name is `group` or `order`.
    fn reserves_clauses(&self) -> bool {
        self.is_in(Set::CLAUSES_RESERVED) || self.is_in(Set::BRACKET_NAMES)
    }

    /// Whether `BY` may follow the token before it: `GROUP BY`, `CONNECT BY`, `NEAREST 1 BY`.
    fn may_precede_by(&self) -> bool {
        let (before, next) = (self.previous(), self.ahead(1));
        // PostgreSQL: `FROM t by`
        if next.kind != Kind::Number && !names::is_name(next) {
            return true;
        }
        match before.kind {
            Kind::Word if before.is_plain_word() || before.is(UNIT) => {
                self.is_text(before, "connect siblings corresponding")
            }
            Kind::Word => true,
            Kind::Number => self.is_in(Set::SPARK) || self.is_in(Set::CLICKHOUSE),
            _ => false,
        }
    }

    fn windows(&mut self) -> Parsed {
        loop {
            self.at += 2;
            if !self.eat_word(Word::As) {
                return self.damaged();
            }
            self.window()?;
            if !self.is_kind(Kind::Comma) {
                return self.clause_ends();
            }
        }
    }

    /// `(1, 2), (3, 4)` after `VALUES`.
    fn rows(&mut self) -> Parsed {
        while self.is_kind(Kind::Open) {
            self.bracketed(super::Parser::row)?;
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        if self.is_kind(Kind::Open) {
            return self.damaged();
        }
        Ok(())
    }

    /// Whether the word here is a name whatever it is.
    fn follows_dot_or_as(&self) -> bool {
        let before = self.previous();
        before.kind == Kind::Dot || before.word == Word::As
    }

    /// `UNION ALL` and what must follow.
    fn combined_query(&mut self) -> Parsed {
        // `BY NAME`, `STRICT CORRESPONDING`, and Spark's `MAP`
        const OTHERS: &str = "by strict corresponding map reduce";
        self.at += 1;
        if matches!(self.peek().word, Word::All | Word::Distinct) {
            self.at += 1;
        } else if self.is_in(Set::UNION_NEEDS_ALL) {
            return self.damaged();
        }
        let token = self.peek();
        let first = self.ahead(1);
        let fits = token.kind == Kind::Open
            && (first.kind == Kind::Open || self.is_subquery(self.at + 1))
            || matches!(
                token.word,
                Word::Select | Word::With | Word::Values | Word::From | Word::Table
            )
            || self.is_text(token, OTHERS);
        if fits { Ok(()) } else { self.damaged() }
    }

    /// Whether the token is nearly this word.
    fn is_misspelled(&self, token: &Token, word: &str) -> bool {
        token.is_plain_word() && crate::suggest::nearest(self.text(token), [word]).is_some()
    }

    /// Whether the token is one of these words.
    #[inline(never)]
    pub(super) fn is_text(&self, token: &Token, words: &str) -> bool {
        let text = self.text(token);
        let mut words = words.split(' ');
        words.any(|word| word.eq_ignore_ascii_case(text))
    }

    /// Skips the brackets here, unless they contain a subquery.
    fn skip_brackets(&mut self) -> Parsed {
        if self.is_subquery(self.at + 1) {
            return self.query(self.at);
        }
        let before = self.previous();
        // `FROM (a JOIN (SELECT …) b)`, `((SELECT …) UNION …)`
        let groups = matches!(before.kind, Kind::Open | Kind::Comma)
            || matches!(
                before.word,
                Word::From | Word::Join | Word::Union | Word::Except | Word::All
            );
        let tables = matches!(before.word, Word::From | Word::Join);
        self.at = if tables || groups && self.ahead(1).kind == Kind::Open {
            self.at + 1
        } else {
            self.partner(self.at) + 1
        };
        Ok(())
    }

    /// Reports the token here and the one before it, which do not belong together.
    #[cold]
    #[inline(never)]
    fn damaged(&mut self) -> Parsed {
        let span = self.previous().span().to(self.peek().span());
        Err(self.fail(span, syntax::DAMAGE, None))
    }
}
