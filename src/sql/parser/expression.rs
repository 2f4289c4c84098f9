//! The central loop: values with operators between them.

use super::super::dialect::Set;
use super::super::keyword::{COMPARES, INFIX, STAR, Word};
use super::super::problem::ProblemKind;
use super::super::token::{Kind, Span, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

/// What may come after part of an operator.
pub(super) enum Next {
    /// Another value.
    Value,
    /// Another operator.
    Operator,
    /// Nothing: the expression ends before this word.
    Nothing,
}

/// What a precedence parser would remember between two values.
#[derive(Default)]
struct Pending {
    /// `BETWEEN`s without their `AND` so far, and where the last one is.
    between: u32,
    last_between: Span,
    /// `?`s without their `:` so far.
    ternary: u32,
    compared: bool,
    /// A `LIKE` that may have an `ESCAPE`.
    liked: bool,
}

impl Parser<'_, '_> {
    /// Reads one expression and stops at the first token that cannot continue it.
    pub(super) fn expression(&mut self, context: Context) -> Parsed {
        // All nesting passes through here.
        self.descend()?;
        let parameters = self.lambdas.len();
        let parsed = self.values_and_operators(context);
        self.lambdas.truncate(parameters);
        self.depth -= 1;
        parsed
    }

    fn values_and_operators(&mut self, context: Context) -> Parsed {
        let mut pending = Pending::default();
        loop {
            self.value(context)?;
            loop {
                match self.operator(context, &mut pending)? {
                    Next::Value => break,
                    Next::Operator => {}
                    Next::Nothing => return self.nothing_pending(&pending),
                }
            }
        }
    }

    fn nothing_pending(&mut self, pending: &Pending) -> Parsed {
        if pending.between > 0 {
            return Err(self.fail(
                pending.last_between,
                syntax::BETWEEN,
                Some(syntax::WRITE_BETWEEN),
            ));
        }
        if pending.ternary > 0 {
            let span = self.previous().span();
            let message = syntax::TERNARY;
            return Err(self.fail(span, message, None));
        }
        Ok(())
    }

    fn operator(&mut self, context: Context, pending: &mut Pending) -> Result<Next, super::Failed> {
        let token = self.peek();
        match token.kind {
            // DuckDB: `5!`
            Kind::Operator
                if self.is_in(Set::DUCKDB)
                    && self.text(token) == "!"
                    && !self.ahead(1).starts_value() =>
            {
                self.at += 1;
                Ok(Next::Operator)
            }
            // Where `FROM` may be a column: `(SELECT COUNT()* FROM t)`.
            Kind::Operator
                if self.reads_query
                    && token.is(STAR)
                    && self.ahead(1).word == Word::From
                    && !self.is_in(Set::CLAUSES_RESERVED)
                    && !self.is_in(Set::BRACKET_NAMES)
                    && !self.begins_tables(self.at + 1) =>
            {
                self.at += 1;
                Ok(Next::Operator)
            }
            Kind::Operator if token.is(INFIX) => {
                if self.is_in(Set::PIPES_ARE_OR) && self.text(token) == "||" {
                    self.joins_texts(token);
                }
                self.at += 1;
                if token.is(COMPARES) {
                    self.comparison(token, pending)?;
                }
                Ok(Next::Value)
            }
            Kind::Word if token.word != Word::Other => self.word_operator(token, context, pending),
            // `a IS NULL::text`: values have taken their own casts.
            Kind::Cast => {
                self.attachments()?;
                Ok(Next::Operator)
            }
            Kind::Question if self.is_in(Set::TERNARY) => {
                self.at += 1;
                pending.ternary += 1;
                Ok(Next::Value)
            }
            Kind::Colon if pending.ternary > 0 => {
                self.at += 1;
                pending.ternary -= 1;
                Ok(Next::Value)
            }
            // An arrow that is not a lambda reads JSON, or follows something that cannot be lambda
            // parameters.
            Kind::Arrow => {
                self.at += 1;
                Ok(Next::Value)
            }
            // `@x := 1`
            Kind::Assign if self.previous().kind == Kind::Value => {
                self.at += 1;
                Ok(Next::Value)
            }
            // `LIKE 'a/%' {escape '/'}`
            Kind::OpenBrace
                if self.ahead(1).word == Word::Escape
                    && self.is_in(Set::ODBC)
                    && std::mem::take(&mut pending.liked) =>
            {
                self.at = self.partner(self.at) + 1;
                Ok(Next::Operator)
            }
            // A key and its value, `'a' : 1`, as an argument.
            Kind::Colon if context == Context::Argument => {
                self.at += 1;
                Ok(Next::Value)
            }
            _ => Ok(Next::Nothing),
        }
    }

    fn comparison(&mut self, operator: &Token, pending: &mut Pending) -> Parsed {
        if matches!(self.peek().word, Word::Any | Word::All | Word::Some) {
            return Ok(());
        }
        if std::mem::replace(&mut pending.compared, true) && self.is_in(Set::COMPARE_ONCE) {
            return Err(self.fail(
                operator.span(),
                syntax::COMPARED_TWICE,
                Some(syntax::ONE_COMPARISON),
            ));
        }
        let (is, help) = match self.text(operator) {
            "=" | "==" => ("IS NULL", Some(suspicious::IS_NULL)),
            "<>" | "!=" => ("IS NOT NULL", Some(suspicious::IS_NOT_NULL)),
            _ => return Ok(()),
        };
        let (value, after) = (self.peek(), self.ahead(1));
        let ends = matches!(
            after.kind,
            Kind::End | Kind::Close | Kind::Comma | Kind::Word | Kind::Semicolon
        );
        if value.word == Word::Null && ends {
            let span = operator.span().to(value.span());
            self.warning(span, suspicious::NEVER_TRUE, help)
                .of_kind(ProblemKind::Comparison)
                .suggest(is);
        }
        Ok(())
    }

    fn word_operator(
        &mut self,
        token: &Token,
        context: Context,
        pending: &mut Pending,
    ) -> Result<Next, super::Failed> {
        let next = self.ahead(1);
        let mut length = 1;
        let mut result = Next::Value;
        match token.word {
            Word::And => {
                if pending.between > 0 {
                    pending.between -= 1;
                } else {
                    pending.compared = false;
                }
            }
            Word::Or if pending.between == 0 => pending.compared = false,
            Word::Xor if self.is_in(Set::MYSQL) => pending.compared = false,
            Word::Div if self.is_in(Set::DIV) => {}
            Word::Mod if self.is_in(Set::MOD) => {}
            Word::Not => return self.negated(next, context, pending),
            Word::Global
                if self.is_in(Set::CLICKHOUSE) && matches!(next.word, Word::In | Word::Not) =>
            {
                result = Next::Operator;
            }
            Word::In => return self.in_list(context),
            Word::Ilike if self.is_in(Set::NO_ILIKE) && !next.starts_value() => {
                return Ok(Next::Nothing);
            }
            Word::Like | Word::Ilike => pending.liked = true,
            Word::Rlike | Word::Regexp => {
                if !self.is_in(Set::REGEXP) {
                    self.doubt(token);
                }
                pending.liked = true;
            }
            Word::Glob | Word::Match if next.starts_value() && self.is_in(Set::SPARK) => {}
            // `SUBSTRING(x SIMILAR pattern ESCAPE '#')`
            Word::Similar if next.word == Word::To || context == Context::Argument => {
                length += usize::from(next.word == Word::To);
                pending.liked = true;
            }
            Word::Sounds if next.word == Word::Like => length = 2,
            Word::Member if self.is_in(Set::MYSQL) && next.word == Word::Of => length = 2,
            Word::Overlaps | Word::Uescape if next.starts_value() => {}
            Word::Escape if std::mem::take(&mut pending.liked) => {}
            Word::Between if next.word == Word::Not && self.is_in(Set::NO_NEGATED_BOUND) => {
                let span = token.span().to(next.span());
                return Err(self.fail(span, syntax::NEGATED_BOUND, Some(syntax::NOT_BETWEEN)));
            }
            Word::Between => {
                pending.between += 1;
                pending.last_between = token.span();
                length += usize::from(matches!(next.word, Word::Symmetric | Word::Asymmetric));
            }
            Word::Is => {
                self.at += 1;
                pending.compared = false;
                return self.after_is();
            }
            Word::Isnull | Word::Notnull if self.is_in(Set::ISNULL) => result = Next::Operator,
            Word::Collate => {
                self.at += 1;
                self.collation()?;
                return Ok(Next::Operator);
            }
            Word::At if next.word == Word::Time && self.ahead(2).word == Word::Zone => length = 3,
            Word::At if next.word == Word::Local => (length, result) = (2, Next::Operator),
            Word::Operator if next.kind == Kind::Open => {
                self.at += 1;
                self.bracketed(super::Parser::named_operator)?;
                return Ok(Next::Value);
            }
            Word::As if self.is_in(Set::ALIAS_INSIDE) && context != Context::Top => {
                // In `CAST(x AS type)` the word belongs to the call.
                let cast = context == Context::Argument && self.out.is_inside_cast();
                let typed = self.ahead(2).kind == Kind::Open;
                let named = matches!(next.kind, Kind::Word | Kind::Quoted);
                if cast || typed || !named || next.word == Word::As {
                    return Ok(Next::Nothing);
                }
                (length, result) = (2, Next::Operator);
            }
            _ => return Ok(Next::Nothing),
        }
        self.at += length;
        Ok(result)
    }

    pub(super) fn named_operator(&mut self, _open: usize) -> Parsed {
        while matches!(self.peek().kind, Kind::Word | Kind::Quoted)
            && self.ahead(1).kind == Kind::Dot
        {
            self.at += 2;
        }
        if !self.eat(Kind::Operator) {
            return Err(self.missing_value(Context::Inner));
        }
        Ok(())
    }

    /// `NOT` after a value.
    fn negated(
        &mut self,
        next: &Token,
        context: Context,
        pending: &mut Pending,
    ) -> Result<Next, super::Failed> {
        match next.word {
            Word::In
            | Word::Like
            | Word::Ilike
            | Word::Between
            | Word::Rlike
            | Word::Regexp
            | Word::Similar
            | Word::Glob
            | Word::Match => {
                self.at += 1;
                self.word_operator(next, context, pending)
            }
            Word::Member if self.is_in(Set::MYSQL) => {
                self.at += 1;
                self.word_operator(next, context, pending)
            }
            Word::Null if self.is_in(Set::DUCKDB) => {
                self.at += 2;
                Ok(Next::Operator)
            }
            _ => {
                let span = self.peek().span();
                Err(self.fail(span, syntax::NOT, Some(syntax::NEGATE)))
            }
        }
    }

    fn in_list(&mut self, context: Context) -> Result<Next, super::Failed> {
        let word = self.bump();
        let token = self.peek();
        let (next, known) = (self.ahead(1), self.is_in(Set::IN_VALUE));
        if token.kind == Kind::Open {
            if next.kind == Kind::Close && !self.is_in(Set::EMPTY_IN) {
                let span = token.span().to(next.span());
                self.error(span, syntax::IN_VALUE, None);
                self.at += 2;
                return Ok(Next::Operator);
            }
            if next.kind == Kind::Close {
                self.at += 2;
                return Ok(Next::Operator);
            }
            return Ok(Next::Value);
        }
        // `AGAINST ('…' IN BOOLEAN MODE)`
        if context == Context::Argument && matches!(token.word, Word::Boolean | Word::Natural) {
            const BOOLEAN: &[&str] = &["boolean", "mode"];
            const NATURAL: &[&str] = &["natural", "language", "mode"];
            const EXPANSION: &[&str] = &["with", "query", "expansion"];
            if !self.eat_texts(BOOLEAN) && self.eat_texts(NATURAL) {
                self.eat_texts(EXPANSION);
            }
            return Ok(Next::Operator);
        }
        let bound = token.kind == Kind::Value || matches!(token.kind, Kind::Colon | Kind::Question);
        if !token.starts_value()
            || context == Context::Argument
            || known
            || bound
            || token.word == Word::Unnest
        {
            return Ok(Next::Value);
        }
        Err(self.fail(word.span(), syntax::IN_LIST, Some(syntax::WRITE_IN)))
    }

    /// Consumes these words if all of them follow.
    fn eat_texts(&mut self, words: &[&str]) -> bool {
        let mut found = words.iter().zip(self.at..);
        let found = found.all(|(word, at)| self.text(self.token(at)).eq_ignore_ascii_case(word));
        self.at += words.len() * usize::from(found);
        found
    }

    /// A word that is an operator in other dialects.
    fn doubt(&mut self, token: &Token) {
        self.warning(token.span(), suspicious::OPERATOR, None);
    }
}
