//! Tables and what follows their names: aliases, and the columns' names in brackets.

use super::super::super::dialect::Set;
use super::super::super::keyword::{
    AMONG_TABLES, BETWEEN, CLAUSE, COMPARES, INFIX, JOINS, KEYWORD, RESERVED, Word,
};
use super::super::super::token::{Kind, Token};
use super::super::{Parsed, Parser};

impl Parser<'_, '_> {
    /// Whether the brackets here follow the alias of a table: `t AS u (a, b)`, but in PostgreSQL not
    /// `f(x) AS u (a int)`.
    pub(super) fn follows_alias(&self) -> bool {
        let (alias, table) = (self.previous(), self.token(self.at.wrapping_sub(2)));
        let called = |token: &Token| token.kind == Kind::Close;
        let typed = self.is_in(Set::EMPTY_SELECT);
        is_name(alias)
            && !alias.is(AMONG_TABLES)
            && !table.is(AMONG_TABLES)
            && if table.word == Word::As {
                !typed || !called(self.token(self.at.wrapping_sub(3)))
            } else {
                is_name(table) && !self.is_in(Set::BRACKET_NAMES) || called(table) && !typed
            }
    }

    /// `(a, b)`
    pub(super) fn names(&mut self) -> Parsed {
        loop {
            self.at += 1;
            if !matches!(self.peek().kind, Kind::Word | Kind::Quoted) {
                return self.damaged();
            }
            self.at += 1;
            if self.eat(Kind::Close) {
                return Ok(());
            }
            if !self.is_kind(Kind::Comma) {
                return self.damaged();
            }
            // DuckDB: `USING (a,)`
            if self.is_in(Set::TRAILING_ARGUMENT_COMMA) && self.ahead(1).kind == Kind::Close {
                self.at += 2;
                return Ok(());
            }
        }
    }

    /// Whether a name after this token is the alias of a table, and not as in Spark's
    /// `LATERAL VIEW OUTER f(a) t AS b, c`.
    pub(super) fn is_aliased(&self, table: &Token) -> bool {
        let view = self.token((table.link as usize).wrapping_sub(2));
        is_name(table) && table.word != Word::Table && !table.is(AMONG_TABLES)
            || table.kind == Kind::Close && view.word != Word::Outer && !self.is_text(view, "view")
    }

    /// Whether the name here follows a table and its alias, and nothing that takes names follows:
    /// `t u v,`, `t WEHRE a = 1`.
    pub(super) fn is_third_name(&self) -> bool {
        let (token, next, third) = (self.peek(), self.ahead(1), self.ahead(2));
        let (alias, table) = (self.previous(), self.token(self.at.wrapping_sub(2)));
        if !is_name(token)
            || !is_name(alias)
            || !self.is_aliased(table) && table.word != Word::As
            || token.is(AMONG_TABLES)
            || alias.is(AMONG_TABLES)
        {
            return false;
        }
        let ends = |token: &Token| {
            matches!(token.kind, Kind::Close | Kind::Comma | Kind::Dot)
                || token.is(COMPARES | INFIX | BETWEEN)
                || matches!(
                    token.word,
                    Word::As
                        | Word::Where
                        | Word::Group
                        | Word::Order
                        | Word::On
                        | Word::Using
                        | Word::Exists
                        | Word::Union
                )
        };
        // `t u LFET JOIN v`
        let joins = matches!(next.word, Word::Join | Word::Outer) && !self.joins_tables();
        next.kind == Kind::Open || ends(next) || is_name(next) && ends(third) || joins
    }
}

/// Whether the token can be a table or its alias.
#[inline(never)]
pub(in super::super) fn is_name(token: &Token) -> bool {
    token.kind == Kind::Quoted
        || token.kind == Kind::Word && !token.is(CLAUSE | JOINS | KEYWORD | RESERVED)
}
