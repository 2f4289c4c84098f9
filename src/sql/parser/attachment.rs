//! What may be attached to a value: fields, indexes, casts and paths.

use super::super::dialect::Set;
use super::super::keyword::STAR;
use super::super::token::{Gap, Kind};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// Fields, indexes, casts and paths after a value.
    pub(super) fn attachments(&mut self) -> Parsed {
        loop {
            let token = self.peek();
            match token.kind {
                Kind::Dot => self.field()?,
                Kind::OpenSquare => self.index()?,
                Kind::Cast => {
                    self.at += 1;
                    if self.is_in(Set::COLON_PATHS)
                        && self.previous().gap == Gap::Nothing
                        && self.singlestore_path()
                    {
                        continue;
                    }
                    self.cast_type()?;
                }
                // Databricks' cast that yields null, `x?::int`.
                Kind::Question if self.ahead(1).kind == Kind::Cast && self.is_in(Set::SPARK) => {
                    self.at += 1;
                }
                Kind::Colon if self.is_in(Set::PATHS) && self.is_path_start() => self.path()?,
                _ => return Ok(()),
            }
        }
    }

    /// `.name`, `.*`, `.1` after a value.
    pub(super) fn field(&mut self) -> Parsed {
        let next = self.ahead(1);
        match next.kind {
            Kind::Word | Kind::Quoted => {
                self.at += 2;
                // `x.method()`
                if self.is_kind(Kind::Open) {
                    return self.method_call(next);
                }
            }
            Kind::Operator if next.is(STAR) => {
                self.at += 2;
                return self.star_tail();
            }
            Kind::Number if self.is_in(Set::NUMBERED_FIELD) => self.at += 2,
            // ClickHouse: `tuple.-1`
            Kind::Operator
                if self.is_in(Set::TUPLE_INDEX)
                    && self.text(next) == "-"
                    && self.ahead(2).kind == Kind::Number =>
            {
                self.at += 3;
            }
            // `t.$1`
            Kind::Value if self.is_in(Set::DOLLAR_FIELD) => self.at += 2,
            // CockroachDB: `(a, b).@1`
            Kind::Operator
                if self.is_in(Set::AT_FIELD)
                    && self.text(next) == "@"
                    && self.ahead(2).kind == Kind::Number =>
            {
                self.at += 3;
            }
            // ClickHouse: `x.^y` reads part of a document, `x.:Type` a variant.
            Kind::Operator | Kind::Colon
                if self.is_in(Set::TUPLE_INDEX) && next.gap == Gap::Nothing =>
            {
                self.at += 2;
                return self.type_name();
            }
            _ => {
                let span = self.peek().span();
                return Err(self.fail(span, syntax::NAME_AFTER_DOT, None));
            }
        }
        Ok(())
    }

    /// `[1]`, `[1:2]`, `['key']`, `[OFFSET(0)]`.
    pub(super) fn index(&mut self) -> Parsed {
        self.bracketed(|parser, open| {
            let close = parser.partner(open);
            // ClickHouse: `json.list[].key`
            if parser.at == close && !parser.is_in(Set::TUPLE_INDEX) {
                let span = parser.token(open).span().to(parser.token(close).span());
                let message = syntax::INDEX;
                return Err(parser.fail(span, message, None));
            }
            let mut colons = 0;
            while parser.at < close {
                let colon = parser.is_kind(Kind::Colon);
                colons += u32::from(colon);
                // Only some accept a step: `list[1:3:2]`.
                if colons > 1 && parser.is_in(Set::ODD_OPERATORS) {
                    return parser.unexpected(Context::Inner);
                }
                if parser.eat(Kind::Colon)
                    || parser.peek().is(STAR) && parser.ahead(1).kind == Kind::CloseSquare
                {
                    parser.at += usize::from(parser.peek().is(STAR));
                    continue;
                }
                // DuckDB: `list[1:-:2]`
                if parser.text(parser.peek()) == "-"
                    && parser.ahead(1).kind == Kind::Colon
                    && parser.is_in(Set::DUCKDB)
                {
                    parser.at += 1;
                    continue;
                }
                parser.expression(Context::Inner)?;
                if !parser.is_kind(Kind::Colon) {
                    break;
                }
            }
            Ok(())
        })
    }

    pub(super) fn is_path_start(&self) -> bool {
        let next = self.ahead(1);
        matches!(
            next.kind,
            Kind::Word | Kind::Quoted | Kind::OpenSquare | Kind::Text
        )
    }

    /// `:key.key[0]:key`: everything after the colon is a key.
    pub(super) fn path(&mut self) -> Parsed {
        self.at += 1;
        if self.is_kind(Kind::OpenSquare) {
            return self.index();
        }
        self.at += 1;
        Ok(())
    }

    /// SingleStore: `x::key`, `x::$key`, `x::%key`. A path and a cast look alike, so a
    /// plain key is read as a type.
    pub(super) fn singlestore_path(&mut self) -> bool {
        // The sign converts the value: `%` to a number, `?` to a boolean.
        let signed = self.text(self.peek()) == "%" || self.is_kind(Kind::Question);
        let found = signed || self.is_kind(Kind::Value) || self.is_kind(Kind::Quoted);
        if found {
            self.at += 1 + usize::from(signed);
        }
        found
    }
}
