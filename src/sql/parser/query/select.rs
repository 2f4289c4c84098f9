//! Select lists: values with their aliases.

use super::super::super::dialect::Set;
use super::super::super::keyword::{CLAUSE, INFIX, JOINS, RESERVED, STAR, Word};
use super::super::super::token::{Kind, Token};
use super::super::{Context, Parsed, Parser};
use super::ends::says_how_to_join;
use super::names::is_name;

impl Parser<'_, '_> {
    #[expect(clippy::too_many_lines, reason = "one case after another")]
    pub(super) fn select_list(&mut self, close: usize) -> Parsed {
        loop {
            match self.peek().word {
                Word::Distinct if self.ahead(1).word == Word::On => {
                    self.at += 2;
                    if !self.is_kind(Kind::Open) {
                        return Ok(());
                    }
                    self.bracketed(Parser::row)?;
                }
                Word::Distinct if self.ahead(1).kind == Kind::Open => self.at += 1,
                Word::Distinct
                    if self.previous().word == Word::Distinct
                        && self.reserves_clauses()
                        && !self.is_in(Set::MYSQL) =>
                {
                    return self.damaged();
                }
                Word::Distinct | Word::All | Word::Distinctrow
                    if !matches!(
                        self.ahead(1).kind,
                        Kind::Comma | Kind::Dot | Kind::Close | Kind::Open
                    ) && (!self.is_word(Word::Distinctrow) || self.is_in(Set::MYSQL)) =>
                {
                    self.at += 1;
                }
                // `SQL_NO_CACHE a`
                Word::Other
                    if self.is_in(Set::MYSQL)
                        && self.is_unread()
                        && (self.ahead(1).starts_value() || self.ahead(1).is(STAR)) =>
                {
                    self.at += 1;
                }
                Word::As
                    if !self.is_in(Set::FROM_NEEDS_PIPE)
                        || self.ahead(1).kind != Kind::Word
                        || matches!(self.ahead(2).kind, Kind::Close | Kind::Comma)
                        || self.ahead(2).word == Word::From =>
                {
                    return self.damaged();
                }
                Word::Top
                    if self.is_in(Set::BRACKET_NAMES)
                        || self.is_in(Set::ALIAS_INSIDE) && self.ahead(1).kind == Kind::Number =>
                {
                    self.top()?;
                    break;
                }
                // `AS STRUCT`, `WITH …`
                Word::As | Word::With | Word::For => return Ok(()),
                _ => break,
            }
        }
        let mut is_first = true;
        loop {
            let token = self.peek();
            if self.at >= close || self.is_clause(token) {
                let (next, before) = (self.ahead(1), self.previous());
                // Spark: `SELECT FROM t` has a column called `from` and its alias.
                if self.is_in(Set::EVERYTHING_IS_A_NAME)
                    && before.word != Word::Distinct
                    && self.begins_tables(self.at)
                {
                    return self.damaged();
                }
                // `SELECT DISTINCT FROM t`, `SELECT TOP 5 FROM t`
                let waits = (before.word == Word::Distinct || before.kind == Kind::Number)
                    && is_name(next)
                    && !self.is_in(Set::EVERYTHING_IS_A_NAME);
                let fine = if is_first {
                    !waits && !self.needs_columns()
                        || token.kind == Kind::Word
                            && !matches!(
                                token.word,
                                Word::From
                                    | Word::Where
                                    | Word::Group
                                    | Word::Having
                                    | Word::Order
                                    | Word::Union
                                    | Word::Except
                            )
                } else {
                    self.is_in(Set::TRAILING_SELECT_COMMA) || self.is_in(Set::EVERYTHING_IS_A_NAME)
                };
                return if fine { Ok(()) } else { self.damaged() };
            }
            is_first = false;
            if token.kind == Kind::Word && self.is_unread() && !self.is_in(Set::MYSQL) {
                return Ok(());
            }
            if token.is(STAR) {
                self.at += 1;
                self.star_tail()?;
                // `SELECT * t`
                let next = self.peek();
                let follows = matches!(next.kind, Kind::Quoted | Kind::Text)
                    || next.is_plain_word()
                    || is_name(next) && self.reserves_clauses();
                if follows && !self.begins_clause() && !self.is_in(Set::DUCKDB)
                    || next.is(STAR) && (self.reserves_clauses() || self.begins_tables(self.at + 1))
                {
                    return self.damaged();
                }
            } else {
                self.expression(Context::Inner)?;
            }
            let end = self.at;
            self.alias()?;
            // `SELECT a b + 1`, `SELECT a b FROM)`
            let ends = self.is_word(Word::From) && self.ahead(1).kind == Kind::Close;
            if self.at > end && (self.peek().is(INFIX) || ends) {
                return self.damaged();
            }
            if !self.eat(Kind::Comma) {
                // `SELECT a t JOIN u`
                let joins = self.peek().is(JOINS) || self.is_word(Word::Join);
                // ClickHouse: `SELECT a LEFT ARRAY JOIN b`
                let array = self.is_word(Word::Array) || self.ahead(1).word == Word::Array;
                if joins && !array && self.joins_tables() {
                    return self.damaged();
                }
                return self.clause_ends();
            }
        }
    }

    /// `TOP (5) PERCENT WITH TIES`
    fn top(&mut self) -> Parsed {
        self.at += 1;
        match self.peek().kind {
            Kind::Open => self.at = self.partner(self.at) + 1,
            Kind::Number | Kind::Value => self.at += 1,
            _ => return self.damaged(),
        }
        if self.is_text(self.peek(), "percent") {
            self.at += 1;
        }
        if self.is_word(Word::With) {
            self.at += 2;
        }
        Ok(())
    }

    /// Whether the `FROM` at `at`, if it is one, cannot be a column called `from`, even where this
    /// is possible: `SELECT * FROM a` may have one, but not `SELECT * FROM a.b`.
    pub(in super::super) fn begins_tables(&self, at: usize) -> bool {
        let (table, next) = (self.token(at + 1), self.token(at + 2));
        self.token(at).word == Word::From
            && match table.kind {
                Kind::Open => self.is_subquery(at + 2),
                _ => {
                    matches!(table.word, Word::Values | Word::Unnest)
                        || is_name(table)
                            && (matches!(next.kind, Kind::Dot | Kind::Open)
                                || next.word == Word::As
                                || next.word == Word::Join
                                || says_how_to_join(next)
                                || is_name(next))
                }
            }
    }

    /// Whether a clause begins here, not a column whose name is `window` or `offset`.
    pub(super) fn is_clause(&self, token: &Token) -> bool {
        let next = self.ahead(1);
        let is_name = matches!(token.word, Word::Other | Word::Qualify)
            && (matches!(
                next.kind,
                Kind::Comma | Kind::Dot | Kind::Close | Kind::Operator
            ) || matches!(next.word, Word::From | Word::As));
        token.is(CLAUSE) && !is_name
    }

    /// `SQL_NO_CACHE a`, `name: value`, and other words in a select list that are not part of its
    /// first expression.
    pub(super) fn is_unread(&self) -> bool {
        let token = self.peek();
        if self.is_in(Set::MYSQL) {
            let begin = self.text(token).get(..4).unwrap_or_default();
            return begin.eq_ignore_ascii_case("sql_")
                || self.is_text(token, "straight_join high_priority");
        }
        self.is_in(Set::EVERYTHING_IS_A_NAME) && self.is_text(token, "transform map reduce")
            || self.ahead(1).kind == Kind::Colon && !self.is_in(Set::PATHS)
    }

    /// The name after a value in a select list, with or without `AS`.
    pub(super) fn alias(&mut self) -> Parsed {
        let is_named = self.token(self.at.wrapping_sub(2)).word == Word::As;
        if is_named && self.is_in(Set::ALIAS_INSIDE) {
            return Ok(());
        }
        let named = self.eat_word(Word::As);
        let token = self.peek();
        let is_name = match token.kind {
            Kind::Quoted => true,
            Kind::Text => !self.is_in(Set::NO_TEXT_ALIAS),
            // `a + INTERVAL '1' DAY DAY`
            Kind::Word if !named && self.is_in(Set::VALUES_ARE_ROWS) && is_part_of_date(token) => {
                false
            }
            // Spark: `SELECT a FROM, b`
            Kind::Word
                if token.word == Word::From
                    && self.ahead(1).kind == Kind::Comma
                    && self.is_in(Set::EVERYTHING_IS_A_NAME) =>
            {
                true
            }
            Kind::Word => {
                named && (!token.is(RESERVED) || !self.is_in(Set::MYSQL)) || !self.begins_clause()
            }
            _ => false,
        };
        let listed = matches!(self.ahead(2).kind, Kind::Comma | Kind::Close);
        let is_list = token.kind == Kind::Open && (named || listed && self.is_in(Set::NAMED_ROW));
        if is_name {
            self.at += 1;
        } else if is_list {
            // `AS (a, b)`
            self.at = self.partner(self.at) + 1;
        } else if named {
            return self.damaged();
        }
        Ok(())
    }
}

/// In PostgreSQL and `DuckDB`, these words are aliases only after `AS`.
fn is_part_of_date(token: &Token) -> bool {
    matches!(
        token.word,
        Word::Year | Word::Month | Word::Day | Word::Hour | Word::Minute | Word::Second
    )
}
