//! What follows `IS` and `COLLATE`.

use super::super::dialect::Set;
use super::super::keyword::Word;
use super::super::token::Kind;
use super::expression::Next;
use super::{Context, Failed, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// What follows `IS`.
    pub(super) fn after_is(&mut self) -> Result<Next, Failed> {
        self.eat_word(Word::Not);
        let token = self.peek();
        match token.word {
            Word::Null
            | Word::True
            | Word::False
            | Word::Unknown
            | Word::Normalized
            | Word::Document
            | Word::Nan
            | Word::Infinite => self.at += 1,
            Word::Distinct if self.ahead(1).word == Word::From => {
                self.at += 2;
                return Ok(Next::Value);
            }
            Word::Nfc | Word::Nfd | Word::Nfkc | Word::Nfkd
                if self.ahead(1).word == Word::Normalized =>
            {
                self.at += 2;
            }
            Word::Of if self.ahead(1).kind == Kind::Open => self.at = self.partner(self.at + 1) + 1,
            Word::Json => {
                self.at += 1;
                if matches!(
                    self.peek().word,
                    Word::Value | Word::Scalar | Word::Array | Word::Object
                ) {
                    self.at += 1;
                }
                if matches!(self.peek().word, Word::With | Word::Without)
                    && self.ahead(1).word == Word::Unique
                {
                    self.at += 2;
                    if self.text(self.peek()).eq_ignore_ascii_case("keys") {
                        self.at += 1;
                    }
                }
            }
            _ if self.is_in(Set::IS_ANY) && token.starts_value() => return Ok(Next::Value),
            _ => {
                let (at, message) = if matches!(
                    token.kind,
                    Kind::Word | Kind::Quoted | Kind::Text | Kind::Number
                ) {
                    (token, syntax::IS_FOLLOWED)
                } else {
                    (self.previous(), syntax::IS)
                };
                let help = Some(syntax::COMPARE);
                return Err(self.fail(at.span(), message, help));
            }
        }
        Ok(Next::Operator)
    }

    /// The name after `COLLATE`.
    pub(super) fn collation(&mut self) -> Parsed {
        if !matches!(self.peek().kind, Kind::Word | Kind::Quoted | Kind::Text) {
            return Err(self.missing_value(Context::Inner));
        }
        self.at += 1;
        while self.is_kind(Kind::Dot) && matches!(self.ahead(1).kind, Kind::Word | Kind::Quoted) {
            self.at += 2;
        }
        Ok(())
    }
}
