//! `INTERVAL '1 day'`, `INTERVAL 1 DAY`, `INTERVAL '1-2' YEAR TO MONTH` and similar forms.

use super::super::dialect::Set;
use super::super::keyword::{CONSTANT, INFIX, KNOWN, RESERVED, UNIT, Word};
use super::super::token::{Kind, Token};
use super::{Context, Failed, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// Whether the word `INTERVAL` before `next` is more than a name.
    pub(super) fn starts_interval(&self, next: &Token) -> bool {
        match next.kind {
            Kind::End | Kind::Close | Kind::Comma | Kind::Dot => false,
            Kind::Text | Kind::Number | Kind::Value | Kind::Open | Kind::Quoted => true,
            _ if self.is_in(Set::INTERVAL_RESERVED) => true,
            Kind::Question | Kind::Colon => self.is_in(Set::PLACEHOLDER) && self.ahead(2).is(UNIT),
            Kind::Operator => {
                let sign = matches!(self.text(next), "-" | "+");
                sign && (self.ahead(2).kind == Kind::Text
                    || self.ahead(2).kind == Kind::Number && self.ahead(3).is(UNIT))
            }
            Kind::Word => {
                let value = !next.is(KNOWN) || matches!(next.word, Word::Case | Word::If);
                !next.is(RESERVED)
                    && (value || next.is(UNIT) || next.is(CONSTANT) || self.ahead(2).is(UNIT))
            }
            _ => false,
        }
    }

    pub(super) fn interval(&mut self) -> Parsed {
        let word = self.bump();
        let opened = self.at;
        // `INTERVAL(3) '1 second'`
        let precision = self.is_kind(Kind::Open)
            && self.ahead(1).kind == Kind::Number
            && self.ahead(2).kind == Kind::Close;
        if precision && self.ahead(3).kind == Kind::Text {
            self.at += 3;
        }
        while matches!(self.peek().kind, Kind::Operator) && self.ahead(1).kind == Kind::Text {
            self.at += 1;
        }
        if self.is_kind(Kind::Text) && (self.is_in(Set::INTERVAL_TEXT) || self.ahead(1).is(UNIT)) {
            self.at += 1;
            let number = self.previous();
            // `INTERVAL '1'`: a length without a unit inside or after it.
            if self.is_in(Set::INTERVAL_NEEDS_UNIT)
                && !self.peek().is(UNIT)
                && self
                    .text(number)
                    .trim_matches('\'')
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
            {
                let message = syntax::UNIT;
                return Err(self.fail(word.span(), message, None));
            }
            self.units();
            self.more_lengths();
            return Ok(());
        }
        // `INTERVAL(n, 1, 10)` is MySQL's function.
        if self.is_kind(Kind::Open) && self.is_list(opened) && !self.compares_lists() {
            self.call(word, word)?;
            return Ok(());
        }
        let call = self.is_kind(Kind::Open) && self.is_in(Set::INTERVAL_CALL);
        if call && !self.is_unit_ahead(opened) {
            return self.call(word, word);
        }
        self.expression(Context::Interval)?;
        let bare = self.at == opened + 1 && self.previous().kind == Kind::Number;
        if bare && !self.peek().is(UNIT) && self.is_in(Set::INTERVAL_WITHOUT_UNIT) {
            return Ok(());
        }
        if !self.peek().is(UNIT) {
            let unit = self.peek().span();
            let message = syntax::UNIT;
            self.error(word.span(), message, None)
                .related(unit, syntax::UNIT_HERE);
            return Err(Failed);
        }
        self.units();
        self.more_lengths();
        Ok(())
    }

    /// Whether a unit follows the value at `at` or the product that begins with it: `(a) * 60 SECOND`.
    fn is_unit_ahead(&self, mut at: usize) -> bool {
        loop {
            if self.token(at).kind == Kind::Open {
                at = self.partner(at);
            }
            let next = self.token(at + 1);
            if !next.is(INFIX) || next.kind != Kind::Operator {
                return next.is(UNIT);
            }
            at += 2;
        }
    }

    /// `(a, b) = (c, d)`, which MySQL takes as a length.
    fn compares_lists(&self) -> bool {
        let after = self.partner(self.at) + 1;
        self.token(after + 1).kind == Kind::Open
            && self.is_list(after + 1)
            && self.token(self.partner(after + 1) + 1).is(UNIT)
    }

    /// Whether the brackets at `open` contain several values.
    pub(super) fn is_list(&self, open: usize) -> bool {
        let (close, mut at) = (self.partner(open), open + 1);
        while at < close {
            match self.token(at).kind {
                Kind::Comma => return true,
                Kind::Open | Kind::OpenSquare | Kind::OpenBrace => at = self.partner(at),
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// `DAY`, `DAY TO SECOND(3)`, `YEAR(4) TO MONTH`, or nothing.
    fn units(&mut self) {
        if !self.eat_unit() {
            return;
        }
        if self.is_word(Word::To) && self.ahead(1).is(UNIT) {
            self.at += 1;
            self.eat_unit();
        }
    }

    fn eat_unit(&mut self) -> bool {
        let found = self.peek().is(UNIT);
        if found {
            self.at += 1;
            if self.is_kind(Kind::Open) && self.holds_numbers(self.at) {
                self.at = self.partner(self.at) + 1;
            }
        }
        found
    }

    /// Spark: `INTERVAL 1 DAY 2 HOURS`, `INTERVAL 1 DAY - 2 HOURS`.
    fn more_lengths(&mut self) {
        while self.is_in(Set::SPARK) && self.previous().is(UNIT) {
            let sign = usize::from(matches!(self.text(self.peek()), "+" | "-"));
            if !matches!(self.ahead(sign).kind, Kind::Number | Kind::Text)
                || !self.ahead(sign + 1).is(UNIT)
            {
                return;
            }
            self.at += sign + 1;
            self.units();
        }
    }
}
