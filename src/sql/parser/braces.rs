//! Braces: ODBC escapes, objects, and ClickHouse's parameters.

use super::super::dialect::Set;
use super::super::keyword::STAR;
use super::super::token::Kind;
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// `{d '2024-01-01'}`, `{'a': 1}`, `{name:Type}`.
    pub(super) fn braces(&mut self) -> Parsed {
        let (open, first, second) = (self.at, self.ahead(1), self.ahead(2));
        let close = self.partner(open);
        if first.kind == Kind::Word
            && second.kind == Kind::Colon
            && self.is_in(Set::TYPED_PARAMETER)
        {
            self.at = close + 1;
            return Ok(());
        }
        let escape = first.kind == Kind::Word
            && !matches!(second.kind, Kind::Colon | Kind::Close | Kind::Dot);
        if escape && self.is_in(Set::ODBC) {
            self.at += 1;
            self.bracketed_escape(close);
            return Ok(());
        }
        if self.is_in(Set::OBJECT) && (!escape || self.is_in(Set::TYPED_PARAMETER)) {
            return self.bracketed(super::Parser::entries);
        }
        let span = self.token(open).span();
        Err(self.fail(span, syntax::BRACES, None))
    }

    /// `{fn f(x)}`: one word, then one value.
    fn bracketed_escape(&mut self, close: usize) {
        self.at += 1;
        if self.expression(Context::Inner).is_ok() && self.at != close {
            let _: Parsed = self.unexpected(Context::Inner);
        }
        self.at = close + 1;
    }

    /// `'a': 1, b: 2` up to the closing brace.
    fn entries(&mut self, open: usize) -> Parsed {
        let close = self.partner(open);
        while self.at < close {
            if self.peek().is(STAR) {
                self.at += 1;
                while self.peek().is(STAR) {
                    self.at += 1;
                }
                self.star_tail()?;
            } else {
                // A key is a name or a string, not a column.
                if matches!(self.peek().kind, Kind::Word | Kind::Quoted | Kind::Text)
                    && self.ahead(1).kind == Kind::Colon
                {
                    self.at += 1;
                } else {
                    self.expression(Context::Inner)?;
                }
                if self.eat(Kind::Colon) {
                    self.expression(Context::Inner)?;
                }
            }
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        Ok(())
    }
}
