//! What may follow a call: more arguments, `FILTER (WHERE …)`, `WITHIN GROUP`, `IGNORE NULLS`, `OVER`.

use super::super::dialect::Set;
use super::super::keyword::Word;
use super::super::token::Kind;
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// What may follow a call: more arguments, `FILTER (WHERE …)`, `WITHIN GROUP`, `IGNORE NULLS`, `OVER`.
    pub(super) fn call_tail(&mut self) -> Parsed {
        let mut indexed = self.is_in(Set::NO_INDEX_ON_CALL);
        // `numeric(5, 2) '1.5'`
        if self.is_in(Set::LONG_TYPED_TEXT) && self.is_kind(Kind::Text) && self.follows_type() {
            self.at += 1;
        }
        loop {
            let token = self.peek();
            if !matches!(token.kind, Kind::Word | Kind::Open | Kind::OpenSquare) {
                return Ok(());
            }
            let next = self.ahead(1);
            match token.word {
                Word::Over => {
                    self.at += 1;
                    self.out.windowed();
                    self.window()?;
                }
                Word::Filter
                    if self.is_in(Set::NO_FILTER)
                        && next.kind == Kind::Open
                        && self.ahead(2).word == Word::Where =>
                {
                    let message = syntax::NO_FILTER;
                    let help = Some(syntax::CONDITION_INSIDE);
                    return Err(self.fail(token.span(), message, help));
                }
                Word::Filter if next.kind == Kind::Open => {
                    self.at += 1;
                    self.out.aggregated();
                    self.bracketed(super::Parser::filter)?;
                }
                Word::Filter if next.word == Word::Where => {
                    let message = syntax::FILTER_PARENTHESES;
                    return Err(self.fail(token.span(), message, Some(syntax::WRITE_FILTER)));
                }
                Word::Within if next.word == Word::Group => {
                    self.at += 2;
                    self.out.aggregated();
                    if !self.is_kind(Kind::Open) {
                        let span = token.span().to(next.span());
                        let message = syntax::WITHIN_GROUP;
                        return Err(self.fail(span, message, None));
                    }
                    self.bracketed(|parser, _| parser.within_group())?;
                }
                Word::Ignore | Word::Respect if next.word == Word::Nulls => self.at += 2,
                Word::From if matches!(next.word, Word::First | Word::Last) => self.at += 2,
                Word::ExportState if self.is_in(Set::DUCKDB) => self.at += 1,
                Word::Against if next.kind == Kind::Open => {
                    self.at += 1;
                    self.bracketed(super::Parser::arguments)?;
                }
                _ if next.kind == Kind::Open && self.is_apply() => return self.star_tail(),
                _ => match token.kind {
                    Kind::Open
                        if self.is_in(Set::PARAMETRIC_CALL)
                            || self.is_in(Set::IDENTIFIER_CALL) && self.out.names_function() =>
                    {
                        self.bracketed(super::Parser::arguments)?;
                    }
                    Kind::OpenSquare
                        if std::mem::take(&mut indexed) && self.previous().kind == Kind::Close =>
                    {
                        return Err(self.fail(
                            token.span(),
                            syntax::CALL_INDEX,
                            Some(syntax::CALL_PARENTHESES),
                        ));
                    }
                    _ => return Ok(()),
                },
            }
        }
    }

    /// Whether the brackets that ended here may belong to a type, rather than to a function with
    /// its own grammar.
    pub(super) fn follows_type(&self) -> bool {
        const FUNCTIONS: [&str; 10] = [
            "cast",
            "coalesce",
            "nullif",
            "trim",
            "greatest",
            "least",
            "extract",
            "overlay",
            "position",
            "substring",
        ];
        let close = self.previous();
        let name = self.token((close.link as usize).wrapping_sub(1));
        let text = self.text(name);
        let last = self.token(self.at.wrapping_sub(2));
        close.kind == Kind::Close
            && !matches!(last.kind, Kind::Comma | Kind::Open)
            && !FUNCTIONS.iter().any(|one| one.eq_ignore_ascii_case(text))
    }

    pub(super) fn filter(&mut self, open: usize) -> Parsed {
        if !self.eat_word(Word::Where) && !self.is_in(Set::BARE_FILTER) {
            let span = self.token(open).span();
            return Err(self.fail(span, syntax::FILTER_WHERE, Some(syntax::WRITE_FILTER)));
        }
        self.expression(Context::Inner)
    }

    pub(super) fn within_group(&mut self) -> Parsed {
        let order = self.bump();
        if order.word != Word::Order || !self.eat_word(Word::By) {
            let message = syntax::WITHIN_GROUP_ORDER;
            return Err(self.fail(order.span(), message, None));
        }
        self.order_list()
    }
}
