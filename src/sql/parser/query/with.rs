//! What `WITH` names.

use super::super::super::dialect::Set;
use super::super::super::keyword::{COMMAND, INFIX, STATEMENT, Word};
use super::super::super::token::Kind;
use super::super::{Context, Parsed, Parser};
use super::names::is_name;

impl Parser<'_, '_> {
    /// `WITH name (a, b) AS (SELECT …), other AS (…)`; the first word is consumed.
    pub(super) fn common_tables(&mut self) -> Parsed {
        self.eat_word(Word::Recursive);
        loop {
            if !matches!(self.peek().kind, Kind::Word | Kind::Quoted)
                || matches!(self.peek().word, Word::With | Word::Select)
                || self.is_word(Word::As) && !self.is_named_as()
            {
                return self.damaged();
            }
            self.at += 1;
            if self.is_kind(Kind::Open) && !self.is_subquery(self.at + 1) {
                self.names()?;
            }
            if !self.eat_word(Word::As) {
                // `USING KEY (a)`, `MAX RECURSION LEVEL 5`, `WITH FUNCTION …`, Spark without `AS`
                let open = self.is_kind(Kind::Word) && !self.is_word(Word::Select)
                    || self.is_in(Set::EVERYTHING_IS_A_NAME)
                    || self.is_in(Set::BRACKET_NAMES);
                // `WITH a a AS (`, `WITH a + AS (`
                let (name, next) = (self.previous(), self.ahead(1));
                let other = next.word == Word::As
                    || self.peek().is(INFIX)
                    || next.kind == Kind::Open
                        && is_name(self.peek())
                        && !self.is_text(name, "function");
                return if open && !other {
                    Ok(())
                } else {
                    self.damaged()
                };
            }
            self.eat_word(Word::Not);
            if self.peek().is_plain_word() && self.ahead(1).kind == Kind::Open {
                // `MATERIALIZED`
                self.at += 1;
            }
            let first = self.ahead(1);
            let fits = self.is_subquery(self.at + 1)
                || first.kind == Kind::Open
                || first.is(STATEMENT | COMMAND)
                || self.is_in(Set::DUCKDB) && !self.is_misspelled(first, "SELECT");
            if !self.is_kind(Kind::Open) || !fits {
                return self.damaged();
            }
            self.skip_brackets()?;
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        let (token, next) = (self.peek(), self.ahead(1));
        if matches!(token.kind, Kind::Quoted | Kind::Operator | Kind::Dot)
            || next.kind == Kind::Dot
            || next.word == Word::As
            || self.is_misspelled(token, "SELECT")
            // `WITH a AS (…) SUM(b) FROM a`
            || is_name(token)
                && !token.is(STATEMENT | COMMAND)
                && (matches!(next.kind, Kind::Open | Kind::Comma) || next.word == Word::From)
                && !self.is_text(token, "pivot unpivot map reduce summarize")
        {
            return self.damaged();
        }
        Ok(())
    }

    /// Spark: `WITH as AS (…)`, `WITH as (…)`
    fn is_named_as(&self) -> bool {
        let next = self.ahead(1);
        self.is_in(Set::EVERYTHING_IS_A_NAME) && (next.word == Word::As || next.kind == Kind::Open)
    }

    /// ClickHouse: `WITH a AS (SELECT …), 1 AS b`; the first word is consumed.
    pub(super) fn common_values(&mut self) -> Parsed {
        self.eat_word(Word::Recursive);
        loop {
            let start = self.at;
            self.at += 1;
            if self.is_kind(Kind::Open) {
                self.at = self.partner(self.at) + 1;
            }
            let named = matches!(self.token(start).kind, Kind::Word | Kind::Quoted)
                && self.eat_word(Word::As);
            if named && self.is_text(self.peek(), "materialized") {
                self.at += 1;
            }
            if named && self.is_kind(Kind::Open) {
                let first = self.ahead(1);
                if !self.is_subquery(self.at + 1)
                    && first.kind != Kind::Open
                    && !first.is(STATEMENT | COMMAND)
                {
                    return self.damaged();
                }
                self.skip_brackets()?;
            } else {
                self.at = start;
                self.expression(Context::Argument)?;
            }
            let more = self.eat(Kind::Comma);
            if matches!(self.peek().word, Word::Select | Word::From) {
                return Ok(());
            }
            if !more {
                return self.damaged();
            }
        }
    }
}
