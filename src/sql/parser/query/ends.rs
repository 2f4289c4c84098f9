//! Groups, and where an expression of a query ends.

use super::super::super::dialect::Set;
use super::super::super::keyword::{
    BEGINS, CLAUSE, CONSTANT, JOINS, KEYWORD, SAYS_HOW_TO_JOIN, Word,
};
use super::super::super::token::{Kind, Token};
use super::super::{Context, Parsed, Parser};

impl Parser<'_, '_> {
    pub(super) fn groups(&mut self) -> Parsed {
        match self.peek().word {
            Word::All if self.ahead(1).kind != Kind::Open => return Ok(()),
            Word::Distinct | Word::All => self.at += 1,
            _ => {}
        }
        loop {
            if self.is_grouping_sets() {
                self.at += 2;
                if self.is_kind(Kind::Open) {
                    self.at = self.partner(self.at) + 1;
                }
            } else if self.is_kind(Kind::Open) && self.ahead(1).kind == Kind::Close {
                self.at += 2;
            } else if self.is_in(Set::BRACKET_NAMES)
                && self.ahead(1).kind == Kind::Open
                && self.is_text(self.peek(), "rollup cube")
            {
                // `ROLLUP ((a, b), c)`, where a row is no value
                self.at = self.partner(self.at + 1) + 1;
            } else {
                self.expression(Context::Inner)?;
                // `|> AGGREGATE SUM(a) GROUP BY b AS c`
                if self.is_in(Set::PIPES) && self.eat_word(Word::As) {
                    self.at += 1;
                }
                self.direction()?;
            }
            if self.is_grouping_sets() {
                return Ok(());
            }
            if !self.eat(Kind::Comma) {
                return self.clause_ends();
            }
            if self.is_kind(Kind::Close) || self.begins_clause() {
                // Spark: `GROUP BY a, HAVING` has a column called `having`.
                let fine = self.is_in(Set::TRAILING_ARGUMENT_COMMA)
                    || self.is_in(Set::EVERYTHING_IS_A_NAME) && self.ahead(1).kind != Kind::Word;
                return if fine { Ok(()) } else { self.damaged() };
            }
        }
    }

    pub(super) fn is_grouping_sets(&self) -> bool {
        self.ahead(1).kind == Kind::Word && self.is_text(self.peek(), "grouping")
    }

    /// After an expression: another clause, or something that belongs to none.
    pub(super) fn clause_ends(&mut self) -> Parsed {
        let token = self.peek();
        let named = self.token(self.at.wrapping_sub(2)).word == Word::As;
        let fails = match token.kind {
            Kind::Number
            | Kind::Text
            | Kind::Value
            | Kind::Quoted
            | Kind::Open
            | Kind::Dot
            | Kind::Cast => true,
            Kind::Word if token.word == Word::Select => !self.is_in(Set::FROM_FIRST),
            Kind::Word if matches!(token.word, Word::Left | Word::Right) => false,
            Kind::Word if token.word == Word::As => true,
            Kind::Word => !self.begins_clause(),
            _ => false,
        };
        if fails {
            return if named {
                self.damaged()
            } else {
                self.unexpected(Context::Inner)
            };
        }
        Ok(())
    }

    /// Whether this word begins what follows an expression in a query.
    pub(super) fn begins_clause(&self) -> bool {
        let token = self.peek();
        token.kind == Kind::Word
            && (token.is(CLAUSE | JOINS | KEYWORD)
                && !matches!(
                    token.word,
                    Word::Not
                        | Word::Distinct
                        | Word::And
                        | Word::Or
                        | Word::Like
                        | Word::Ilike
                        | Word::Between
                        | Word::In
                        | Word::By
                        | Word::Case
                        | Word::End
                        | Word::Exists
                        | Word::Any
                        | Word::All
                        | Word::Some
                        | Word::Interval
                        | Word::Asc
                        | Word::Desc
                        | Word::Values
                        | Word::Unnest
                        | Word::Select
                        | Word::Is
                        | Word::As
                        | Word::Array
                        | Word::Row
                        | Word::Left
                        | Word::Right
                        | Word::Replace
                        | Word::When
                        | Word::Then
                        | Word::Else
                        | Word::Over
                        | Word::Filter
                        | Word::Within
                        | Word::Separator
                        | Word::Preceding
                        | Word::Following
                        | Word::Unbounded
                        | Word::Current
                )
                && !token.is(CONSTANT)
                || token.is(BEGINS)
                || self.joins_tables())
    }

    /// Whether `JOIN` follows the words here that say how to join: `LEFT SEMI JOIN`, `ASOF JOIN`.
    pub(super) fn joins_tables(&self) -> bool {
        let mut words = self.slice(self.at, self.at + 4).iter();
        let last = words.find(|word| !says_how_to_join(word));
        last.is_some_and(|word| word.word == Word::Join)
    }
}

/// `LEFT`, `SEMI`, `ASOF` before `JOIN`.
#[inline(never)]
pub(super) fn says_how_to_join(token: &Token) -> bool {
    token.is(JOINS | SAYS_HOW_TO_JOIN)
}
