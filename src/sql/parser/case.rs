//! `CASE … WHEN … THEN … ELSE … END`.

use super::super::dialect::Set;
use super::super::keyword::{INFIX, Word};
use super::super::token::{Kind, Token};
use super::{Context, Failed, Parsed, Parser};

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
            return Err(self.fail(span, "`CASE` has no `WHEN`", SHAPE));
        }
        let names_nothing = self.is_word(Word::Else) && !self.ahead(1).is(INFIX);
        if !self.is_word(Word::When) && !names_nothing {
            self.expression(Context::Arm)?;
        }
        let mut arms = 0;
        while self.is_word(Word::When) {
            let when = self.bump();
            self.expression(Context::Arm)?;
            if !self.eat_word(Word::Then) {
                return self.without(
                    when,
                    "`WHEN` has no `THEN`",
                    "`THEN` is expected before this",
                );
            }
            self.expression(Context::Arm)?;
            arms += 1;
        }
        if arms == 0 && !(self.is_word(Word::End) && self.is_in(Set::EMPTY_CASE)) {
            return self.without(
                case,
                "`CASE` has no `WHEN`",
                "`WHEN` is expected before this",
            );
        }
        if self.eat_word(Word::Else) {
            self.expression(Context::Arm)?;
        }
        if self.eat_word(Word::End) {
            return Ok(());
        }
        self.without(case, UNCLOSED, "`END` is expected before this")
    }

    /// `CASE end WHEN …`
    fn is_when_ahead(&self) -> bool {
        self.ahead(1).word == Word::When || self.ahead(1).kind == Kind::Operator
    }

    /// Reports that a part of `opener` is missing. Two words side by side explain the mistake
    /// better, if there are any.
    fn without(&mut self, opener: &Token, message: &str, expected: &str) -> Parsed {
        let found = self.peek();
        let odd = !matches!(
            found.kind,
            Kind::End | Kind::Close | Kind::Comma | Kind::Semicolon
        ) && !matches!(found.word, Word::When | Word::Then | Word::Else | Word::End);
        if odd && found.starts_value() && message == UNCLOSED {
            return self.unexpected(Context::Arm);
        }
        self.error(opener.span(), message, SHAPE)
            .related(found.span(), expected);
        Err(Failed)
    }
}

const UNCLOSED: &str = "`CASE` is never closed with `END`";
const SHAPE: &str = "Write CASE WHEN condition THEN value ELSE value END.";
