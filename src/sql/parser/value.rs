//! One value: prefixes; a literal, a name, a call or brackets; and what may be attached to it.

use super::super::dialect::Set;
use super::super::keyword::{INFIX, PREFIX, RESERVED, STAR, Word};
use super::super::token::{Gap, Kind, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    pub(super) fn value(&mut self, context: Context) -> Parsed {
        loop {
            let token = self.peek();
            match token.kind {
                Kind::Word | Kind::Quoted => {
                    let next = self.ahead(1);
                    if next.kind == Kind::Arrow && self.lambda_parameter(token) {
                        continue;
                    }
                    if token.word == Word::Other || !self.is_prefix_word(token, next) {
                        self.name(context)?;
                        return self.attachments();
                    }
                    self.at += 1;
                    if token.word == Word::Operator {
                        self.bracketed(super::Parser::named_operator)?;
                    }
                }
                Kind::Number | Kind::Value | Kind::Unknown => {
                    self.at += 1;
                    return self.attachments();
                }
                Kind::Text => {
                    self.adjacent_texts();
                    return self.attachments();
                }
                Kind::Open => {
                    if self.lambda_parameters() {
                        continue;
                    }
                    self.parentheses()?;
                    return self.attachments();
                }
                // A placeholder in a dialect whose `?` is otherwise an operator.
                Kind::Operator
                    if self.is_in(Set::PLACEHOLDER)
                        && self.text(token) == "?"
                        && !self.ahead(1).starts_value() =>
                {
                    self.at += 1;
                    return Ok(());
                }
                // MySQL adds and subtracts an interval but does not negate it.
                Kind::Operator
                    if self.is_in(Set::PIPES_ARE_OR)
                        && self.previous().is(INFIX)
                        && self.ahead(1).word == Word::Interval
                        && self.ahead(2).kind != Kind::Open =>
                {
                    return Err(self.missing_value(context));
                }
                Kind::Operator if token.is(PREFIX) => self.at += 1,
                Kind::Operator if token.is(STAR) && self.is_star(context) => {
                    self.at += 1;
                    // DuckDB: `f(*COLUMNS(…))`
                    if self.is_word(Word::Columns) {
                        continue;
                    }
                    return self.star_tail();
                }
                Kind::OpenSquare => {
                    self.list(context)?;
                    return self.attachments();
                }
                Kind::OpenBrace => {
                    self.braces()?;
                    return self.attachments();
                }
                Kind::Question if self.is_in(Set::PLACEHOLDER) => {
                    self.at += 1;
                    return Ok(());
                }
                Kind::Colon if self.is_colon_parameter() => {
                    self.at += 2;
                    return self.attachments();
                }
                _ => return Err(self.missing_value(context)),
            }
        }
    }

    fn is_colon_parameter(&self) -> bool {
        let next = self.ahead(1);
        self.is_in(Set::COLON_PARAMETER)
            && matches!(next.kind, Kind::Word | Kind::Number)
            && next.gap == Gap::Nothing
    }

    /// `NOT` and similar words before a value.
    fn is_prefix_word(&self, token: &Token, next: &Token) -> bool {
        match token.word {
            Word::Not => true,
            Word::Binary => {
                self.is_in(Set::MYSQL)
                    && !matches!(next.kind, Kind::Open | Kind::Operator)
                    && next.starts_value()
            }
            Word::Approximate => next.kind == Kind::Word && self.ahead(2).kind == Kind::Open,
            // `OPERATOR(schema.-) x`
            Word::Operator => {
                next.kind == Kind::Open
                    && self.is_in(Set::ISNULL)
                    && self.token(self.partner(self.at + 1) - 1).kind == Kind::Operator
            }
            Word::ConnectByRoot => next.kind == Kind::Word && self.is_in(Set::PATHS),
            _ => false,
        }
    }

    /// Adjacent strings that the dialect joins.
    fn adjacent_texts(&mut self) {
        self.at += 1;
        let (always, by_line) = (
            self.is_in(Set::ADJACENT_TEXT),
            self.is_in(Set::ADJACENT_TEXT_BY_LINE),
        );
        let spaced = self.is_in(Set::ADJACENT_TEXT_BY_SPACE);
        while self.is_kind(Kind::Text)
            && (always
                || by_line && self.peek().gap == Gap::Line
                || spaced && self.peek().gap != Gap::Nothing)
        {
            self.at += 1;
        }
    }

    /// `*` means all columns only as a whole argument.
    fn is_star(&self, context: Context) -> bool {
        let before = self.previous();
        let opens = matches!(before.kind, Kind::Open | Kind::Comma | Kind::OpenBrace)
            || before.kind == Kind::OpenSquare && self.is_in(Set::DUCKDB)
            || matches!(before.word, Word::Distinct | Word::All);
        // DuckDB: `*COLUMNS(…)`
        let begins = self.at == 0 || before.kind == Kind::Colon;
        let columns = begins && self.ahead(1).word == Word::Columns && self.is_in(Set::DUCKDB);
        context == Context::Argument && opens || columns
    }

    /// `* EXCEPT (a)`, `* EXCLUDE a`, `* REPLACE (e AS a)`, `* RENAME (a AS b)`.
    pub(super) fn star_tail(&mut self) -> Parsed {
        while matches!(
            self.peek().word,
            Word::Except | Word::Exclude | Word::Replace | Word::Rename | Word::Ilike
        ) || self.is_apply()
        {
            // `SELECT * EXCEPT SELECT 1`
            if self.ahead(1).is(RESERVED) {
                break;
            }
            self.at += 1;
            match self.peek().kind {
                Kind::Open => self.at = self.partner(self.at) + 1,
                Kind::Word | Kind::Quoted | Kind::Text => {
                    self.at += 1;
                    // `RENAME a AS b`
                    self.at += 2 * usize::from(self.is_word(Word::As));
                }
                _ => return Err(self.missing_value(Context::Argument)),
            }
        }
        Ok(())
    }

    /// ClickHouse: `COLUMNS('x') APPLY(sum)`, `* APPLY sum`.
    pub(super) fn is_apply(&self) -> bool {
        self.is_in(Set::ALIAS_INSIDE)
            && matches!(self.ahead(1).kind, Kind::Open | Kind::Word)
            && self.text(self.peek()).eq_ignore_ascii_case("apply")
    }

    fn parentheses(&mut self) -> Parsed {
        let open = self.at;
        let first = self.ahead(1);
        if self.is_subquery(open + 1) || self.is_combination(open) {
            self.subquery(open);
            return Ok(());
        }
        if first.kind == Kind::Close {
            self.at += 2;
            if !self.is_in(Set::EMPTY_ROW) {
                let span = self.token(open).span().to(first.span());
                self.error(span, syntax::PARENTHESES, None);
            }
            return Ok(());
        }
        let listed = self.previous().word == Word::In;
        if self.is_in(Set::BRACKET_NAMES) && !listed {
            // There are no rows of values.
            return self.bracketed(|parser, _| parser.expression(Context::Inner));
        }
        self.bracketed(super::Parser::row)
    }

    /// Values separated by commas, up to the closing bracket.
    pub(super) fn row(&mut self, open: usize) -> Parsed {
        let close = self.partner(open);
        let mut is_first = true;
        loop {
            self.expression(Context::Inner)?;
            // Spark names values only if there are several.
            let named = 1 + usize::from(self.is_word(Word::As));
            let alone = std::mem::take(&mut is_first)
                && self.ahead(named).kind == Kind::Close
                && !self.is_in(Set::AT_FIELD);
            // `(1 a, 2 b)`, but not `(a b, c) -> d`
            if !alone && self.token(close + 1).kind != Kind::Arrow {
                self.bare_alias(Set::BARE_FIELD_NAMES);
            }
            // `(1 AS a, 2 AS b)`
            if self.is_in(Set::NAMED_ROW) && !alone && self.eat_word(Word::As) {
                self.at += usize::from(matches!(self.peek().kind, Kind::Word | Kind::Quoted));
                // CockroachDB: `((1, 2) AS a, b)`
                while self.is_in(Set::AT_FIELD)
                    && self.is_kind(Kind::Comma)
                    && matches!(self.ahead(1).kind, Kind::Word | Kind::Quoted)
                    && matches!(self.ahead(2).kind, Kind::Comma | Kind::Close)
                {
                    self.at += 2;
                }
            }
            if !self.eat(Kind::Comma) {
                break;
            }
            if self.at == close && self.is_in(Set::TRAILING_COMMA) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// `[1, 2]`.
    fn list(&mut self, context: Context) -> Parsed {
        let token = self.peek();
        let known = self.is_in(Set::LIST)
            || context == Context::Argument && self.is_in(Set::LIST_ARGUMENT)
            || self.previous().kind == Kind::OpenSquare
            || self.in_list_literal(self.at);
        if !known {
            return Err(self.fail(
                token.span(),
                syntax::SQUARE_BRACKETS,
                Some(syntax::WRITE_ARRAY),
            ));
        }
        self.bracketed(super::Parser::elements)
    }

    /// A list inside a list, `ARRAY[[1], [2]]`.
    fn in_list_literal(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|index| self.token(index)) else {
            return false;
        };
        before.kind == Kind::Comma && self.token(at.saturating_sub(2)).kind == Kind::CloseSquare
    }

    /// Elements separated by commas, or nothing.
    pub(super) fn elements(&mut self, open: usize) -> Parsed {
        let close = self.partner(open);
        while self.at < close {
            self.expression(Context::Argument)?;
            // DuckDB: `MAP['a' => 1]`
            if self.is_in(Set::DUCKDB) && self.eat(Kind::Named) {
                self.expression(Context::Argument)?;
            }
            self.tails()?;
            // `[title 3.4, body]`: a field and its weight.
            if self.is_in(Set::LIST_ARGUMENT) {
                self.eat(Kind::Number);
            }
            if !self.eat(Kind::Comma) {
                break;
            }
            let commas = if self.token(open).kind == Kind::OpenSquare {
                Set::TRAILING_LIST_COMMA
            } else {
                Set::TRAILING_COMMA
            };
            if self.at == close && !self.is_in(commas) {
                return Err(self.missing_value(Context::Inner));
            }
        }
        Ok(())
    }
}
