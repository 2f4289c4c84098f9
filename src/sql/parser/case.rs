//! `CASE … WHEN … THEN … ELSE … END`.

use super::super::dialect::Set;
use super::super::keyword::{INFIX, Word};
use super::super::token::{Kind, Token};
use super::{Context, Failed, Parsed, Parser};
use crate::issue::Template;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    pub(super) fn case(&mut self) -> Parsed {
        let case = self.bump();
        self.cases += 1;
        let parsed = self.arms(case);
        self.cases -= 1;
        parsed?;
        self.attachments()
    }

    fn arms(&mut self, case: &Token) -> Parsed {
        if self.is_word(Word::End) && !self.is_in(Set::END_IS_A_NAME)
            || self.is_word(Word::End) && !self.is_when_ahead()
        {
            let span = case.span().to(self.peek().span());
            return Err(self.fail(span, syntax::CASE_WHEN, Some(syntax::CASE_SHAPE)));
        }
        let names_nothing = self.is_word(Word::Else) && !self.ahead(1).is(INFIX);
        if !self.is_word(Word::When) && !names_nothing {
            self.arm()?;
        }
        let mut arms = 0;
        while self.is_word(Word::When) {
            let when = self.bump();
            self.arm()?;
            if !self.eat_word(Word::Then) {
                return self.without(when, syntax::CASE_THEN, syntax::THEN_HERE);
            }
            self.arm()?;
            arms += 1;
        }
        if arms == 0 && !(self.is_word(Word::End) && self.is_in(Set::EMPTY_CASE)) {
            return self.without(case, syntax::CASE_WHEN, syntax::WHEN_HERE);
        }
        if self.eat_word(Word::Else) {
            self.arm()?;
        }
        if self.eat_word(Word::End) {
            return Ok(());
        }
        self.without(case, syntax::CASE_END, syntax::END_HERE)
    }

    fn arm(&mut self) -> Parsed {
        self.expression(Context::Arm)?;
        self.bare_alias(Set::ALIAS_INSIDE);
        Ok(())
    }

    /// `CASE end WHEN …`
    fn is_when_ahead(&self) -> bool {
        self.ahead(1).word == Word::When || self.ahead(1).kind == Kind::Operator
    }

    /// Reports that a part of `opener` is missing. Two words side by side explain the mistake
    /// better, if there are any.
    fn without(&mut self, opener: &Token, message: Template, expected: Template) -> Parsed {
        let found = self.peek();
        let odd = !matches!(
            found.kind,
            Kind::End | Kind::Close | Kind::Comma | Kind::Semicolon
        ) && !matches!(found.word, Word::When | Word::Then | Word::Else | Word::End);
        if odd && found.starts_value() && message == syntax::CASE_END {
            return self.unexpected(Context::Arm);
        }
        self.error(opener.span(), message, Some(syntax::CASE_SHAPE))
            .related(found.span(), expected);
        Err(Failed)
    }
}
