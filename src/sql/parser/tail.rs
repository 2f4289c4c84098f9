//! The words that may follow an argument: `AS type`, `FROM e`, `ORDER BY e DESC`, `SEPARATOR ','`,
//! `RETURNING type`.
//!
//! They are the same for every function; which function accepts which is left to the engine.

use super::super::dialect::Set;
use super::super::keyword::{TAIL, Word};
use super::super::token::Kind;
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;
use crate::suggest;

impl Parser<'_, '_> {
    /// Consumes all tails. The next token is then a comma, the closing bracket, or a mistake.
    pub(super) fn tails(&mut self) -> Parsed {
        while self.is_kind(Kind::Word) && self.tail()? {}
        Ok(())
    }

    fn tail(&mut self) -> Result<bool, super::Failed> {
        let (token, next) = (self.peek(), self.ahead(1));
        match token.word {
            Word::As | Word::From if self.is_misspelled_call(token.word) => {
                return Err(super::Failed);
            }
            Word::As => {
                self.at += 1;
                if !matches!(self.peek().kind, Kind::Word | Kind::Quoted | Kind::Text) {
                    return Err(self.fail(
                        token.span(),
                        syntax::TYPE_AFTER_AS,
                        Some(syntax::WRITE_CAST),
                    ));
                }
                self.out.complete_cast();
                if self.is_kind(Kind::Text) {
                    self.at += 1;
                } else {
                    self.type_name()?;
                    // `XMLSERIALIZE(DOCUMENT x AS text NO INDENT)`
                    if self.is_word(Word::Indent) || self.ahead(1).word == Word::Indent {
                        self.eat_word(Word::No);
                        self.at += 1;
                    }
                }
            }
            Word::Order if next.word == Word::By => {
                self.at += 2;
                self.expression(Context::Argument)?;
            }
            Word::Asc | Word::Desc if matches!(self.previous().word, Word::Asc | Word::Desc) => {
                self.unexpected(Context::Argument)?;
            }
            Word::Asc | Word::Desc | Word::Nulls => self.direction()?,
            Word::Using => self.using()?,
            Word::Ignore | Word::Respect if next.word == Word::Nulls => self.at += 2,
            Word::Having if matches!(next.word, Word::Max | Word::Min) => {
                self.at += 2;
                self.expression(Context::Argument)?;
            }
            Word::Format if next.word == Word::Json => {
                self.at += 2;
                if self.text(self.peek()).eq_ignore_ascii_case("encoding") {
                    self.at += 2;
                }
            }
            // `VERSION NO VALUE`
            Word::Value
                if matches!(next.kind, Kind::Comma | Kind::Close) && self.out.is_inside_xml() =>
            {
                self.at += 1;
            }
            // `PASSING x BY VALUE`
            Word::By if next.word == Word::Value || self.text(next).eq_ignore_ascii_case("ref") => {
                self.at += 2;
            }
            // `USE MODEL name`
            Word::Use => self.at += 3,
            // `TRIM(LEADING, ' ' FROM x)`
            Word::From if self.out.trims() && self.out.has_arguments() => {
                self.unexpected(Context::Argument)?;
            }
            _ if self.is_reversed() => self.at += 1,
            _ if token.is(TAIL) => {
                self.at += 1;
                if token.word == Word::Passing && self.is_word(Word::By) {
                    self.at += 2;
                }
                self.expression(Context::Argument)?;
                self.own_alias();
            }
            Word::Returning => {
                self.at += 1;
                self.type_name()?;
            }
            Word::At if next.word == Word::Time => {
                self.at += 3;
                self.expression(Context::Argument)?;
            }
            Word::On => self.on()?,
            // `NULL ON NULL`, `ERROR ON EMPTY`, `ABSENT ON NULL`, `EMPTY ARRAY ON ERROR`
            Word::Null
            | Word::Absent
            | Word::Error
            | Word::Empty
            | Word::True
            | Word::False
            | Word::Unknown
                if next.word == Word::On
                    || matches!(next.word, Word::Array | Word::Object)
                        && self.ahead(2).word == Word::On =>
            {
                self.at += 1;
                if !self.is_word(Word::On) {
                    self.at += 1;
                }
            }
            Word::With | Word::Without | Word::Keep | Word::Omit | Word::Preserve | Word::Strip
                if !self.out.is_inside_cast() =>
            {
                self.plain_words();
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// MySQL: `WEIGHT_STRING(a LEVEL 1 DESC REVERSE)`
    fn is_reversed(&self) -> bool {
        let before = self.previous();
        self.is_in(Set::PIPES_ARE_OR)
            && (matches!(before.word, Word::Asc | Word::Desc) || before.kind == Kind::Number)
            && self.text(self.peek()).eq_ignore_ascii_case("reverse")
    }

    /// `CSAT(a AS int)`, `EXTARCT(day FROM a)`: reports that the name of the call is misspelled.
    fn is_misspelled_call(&mut self, word: Word) -> bool {
        let (meant, called) = if word == Word::As {
            let names_arguments = self.is_in(Set::ALIAS_INSIDE) || self.is_in(Set::NAMED_ARGUMENT);
            ("CAST", names_arguments || self.out.is_inside_cast())
        } else {
            ("EXTRACT", self.out.extracts())
        };
        let name = self.out.call_name();
        let misspelled = !called && suggest::nearest(name.text(self.sql), [meant]).is_some();
        if misspelled {
            self.error(name, syntax::DAMAGE, None).suggest(meant);
        }
        misspelled
    }

    /// `USING >` after `ORDER BY`, `USING utf8mb4`, `USING 'pattern'`.
    fn using(&mut self) -> Parsed {
        self.at += 1;
        match self.peek().kind {
            Kind::Operator => self.at += 1,
            Kind::Word | Kind::Quoted if self.ahead(1).kind != Kind::Comma => {
                self.at += 1;
                self.attachments()?;
            }
            _ => self.expression(Context::Argument)?,
        }
        Ok(())
    }

    /// `ON OVERFLOW TRUNCATE '…' WITH COUNT`, `ON EMPTY`, `ON NULL`, `ON CONVERSION ERROR`.
    fn on(&mut self) -> Parsed {
        self.at += 1;
        if !self.is_kind(Kind::Word) {
            return Err(self.missing_value(Context::Argument));
        }
        while self.is_kind(Kind::Word)
            && !matches!(
                self.peek().word,
                Word::Null | Word::Default | Word::With | Word::Without
            )
        {
            self.at += 1;
        }
        self.eat_word(Word::Null);
        self.eat(Kind::Text);
        Ok(())
    }

    /// Words without a grammar of their own: `WITH UNIQUE KEYS`, `WITHOUT ARRAY WRAPPER`,
    /// `KEEP QUOTES`, `WITH COUNT`.
    fn plain_words(&mut self) {
        let clause = |word| {
            matches!(
                word,
                Word::Returning | Word::Null | Word::Error | Word::Empty | Word::Default | Word::On
            )
        };
        while self.is_kind(Kind::Word) && !clause(self.peek().word) {
            self.at += 1;
        }
    }
}
