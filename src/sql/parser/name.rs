//! Values that begin with a name: columns, constants, typed strings, calls, lambdas.

use super::super::dialect::Set;
use super::super::keyword::{CONSTANT, RESERVED, STAR, Word};
use super::super::token::{Kind, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// Reads a value at a word or a quoted name.
    pub(super) fn name(&mut self, context: Context) -> Parsed {
        let first = self.peek();
        let next = self.ahead(1);
        // `NEXT VALUE FOR sequence`, and MariaDB's `PREVIOUS VALUE FOR`
        if next.word == Word::Value && self.ahead(2).word == Word::For {
            self.at += 3;
            return self.skip_name();
        }
        if first.word != Word::Other
            && let Some(parsed) = self.special(first, next, context)
        {
            return parsed;
        }
        self.dotted_name(context)
    }

    /// Words with a grammar of their own; `None` if the word is an ordinary name.
    fn special(&mut self, first: &Token, next: &Token, context: Context) -> Option<Parsed> {
        let calls = next.kind == Kind::Open;
        Some(match first.word {
            Word::Case if !matches!(next.kind, Kind::Dot | Kind::Comma) => self.case(),
            Word::Interval if self.starts_interval(next) => self.interval(),
            Word::End if !self.is_end_a_name(next, context) => Err(self.missing_value(context)),
            Word::And | Word::Or | Word::In | Word::Like | Word::Ilike
                if calls && self.is_in(Set::OPERATOR_FUNCTIONS) =>
            {
                return None;
            }
            // PostgreSQL allows functions with these names.
            Word::Join | Word::Is if calls => return None,
            // `LIKE(text, pattern)`
            Word::Like | Word::Ilike if calls && self.is_list(self.at + 1) => return None,
            Word::Like | Word::Ilike | Word::Is
                if matches!(next.kind, Kind::Text | Kind::Open)
                    && self.is_in(Set::ODD_OPERATORS) =>
            {
                self.doubt_type(first);
                return None;
            }
            Word::Ilike if !next.starts_value() && self.is_in(Set::NO_ILIKE) => return None,
            Word::Using if !next.starts_value() && self.is_in(Set::BRACKET_NAMES) => return None,
            _ if first.is(RESERVED) && next.kind != Kind::Dot => Err(self.missing_value(context)),
            Word::Group | Word::Order if next.word == Word::By => Err(self.missing_value(context)),
            Word::Array | Word::Struct | Word::Map | Word::Range => {
                return self.constructor(first, next);
            }
            Word::Any | Word::All | Word::Some => return self.quantifier(first, next, context),
            Word::Exists
                if !calls && next.kind != Kind::Dot && self.is_in(Set::EXISTS_RESERVED) =>
            {
                self.at += 1;
                Err(self.missing_value(context))
            }
            Word::Interval if next.kind != Kind::Dot && self.is_in(Set::INTERVAL_RESERVED) => {
                self.at += 1;
                Err(self.missing_value(context))
            }
            Word::Exists if calls && !self.is_plain_exists() => {
                self.at += 1;
                let (open, inner) = (self.at, self.ahead(1).kind);
                let queries = inner == Kind::Open || self.is_subquery(open + 1);
                if inner == Kind::Close || !queries && self.is_in(Set::EXISTS_NEEDS_QUERY) {
                    let span = self.peek().span().to(self.ahead(1).span());
                    let message = syntax::EXISTS;
                    return Some(Err(self.fail(span, message, None)));
                }
                self.quantified()
            }
            Word::Unique if calls && self.is_subquery(self.at + 2) => {
                self.at += 1;
                self.quantified()
            }
            // MariaDB: `MATCH a, b AGAINST ('text')`
            Word::Match
                if self.is_in(Set::MYSQL) && matches!(next.kind, Kind::Word | Kind::Quoted) =>
            {
                self.at += 1;
                self.matched_columns()
            }
            // `COLLATION FOR (x)`
            Word::Collation if next.word == Word::For && self.ahead(2).kind == Kind::Open => {
                self.at += 2;
                self.call(first, next)
            }
            Word::Timestamp
            | Word::Time
            | Word::Double
            | Word::Character
            | Word::Bit
            | Word::National => {
                return self.worded_type(first);
            }
            Word::Lambda
                if self.is_in(Set::SPARK)
                    && matches!(next.kind, Kind::Word | Kind::Quoted)
                    && matches!(self.ahead(2).kind, Kind::Comma | Kind::Colon) =>
            {
                self.at += 1;
                while matches!(self.peek().kind, Kind::Word | Kind::Quoted | Kind::Comma) {
                    let parameter = self.bump();
                    self.lambdas.push(parameter.span());
                }
                if !self.eat(Kind::Colon) {
                    return Some(Err(self.missing_value(context)));
                }
                self.expression(Context::Inner)
            }
            _ => return None,
        })
    }

    /// Columns without parentheses, and `AGAINST (…)`.
    fn matched_columns(&mut self) -> Parsed {
        loop {
            self.dotted_name(Context::Inner)?;
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        if !self.is_word(Word::Against) {
            return Err(self.missing_value(Context::Inner));
        }
        self.call_tail()
    }

    /// PostgreSQL takes `LIKE '…'` as a string of a type called "like", and `LIKE (…)` as a call.
    fn doubt_type(&mut self, word: &Token) {
        let message = suspicious::NAME;
        self.warning(word.span(), message, None);
    }

    /// `end` as a column, if the dialect allows it and nothing shows that a `CASE` ends here.
    fn is_end_a_name(&self, next: &Token, context: Context) -> bool {
        let goes_on = matches!(next.kind, Kind::Operator | Kind::Dot)
            || matches!(
                next.word,
                Word::Is | Word::In | Word::Like | Word::Between | Word::Not | Word::And
            );
        next.kind == Kind::Dot
            || self.is_in(Set::END_IS_A_NAME)
                && (goes_on || context != Context::Arm && self.cases == 0)
    }

    fn skip_name(&mut self) -> Parsed {
        if !matches!(self.peek().kind, Kind::Word | Kind::Quoted) {
            return Err(self.missing_value(Context::Inner));
        }
        self.at += 1;
        while self.is_kind(Kind::Dot) && matches!(self.ahead(1).kind, Kind::Word | Kind::Quoted) {
            self.at += 2;
        }
        self.call_tail()
    }

    /// `a.b.c`, and whatever it turns out to be.
    fn dotted_name(&mut self, context: Context) -> Parsed {
        let start = self.at;
        let first = self.bump();
        let mut last = first;
        let (mut star, mut end) = (false, self.at);
        while self.is_kind(Kind::Dot) {
            let next = self.ahead(1);
            match next.kind {
                Kind::Word | Kind::Quoted => {
                    self.at += 2;
                    last = next;
                    end = self.at;
                }
                // `db..t.a`, `db..f(a)`
                Kind::Dot
                    if self.at == start + 1
                        && matches!(self.ahead(3).kind, Kind::Dot | Kind::Open)
                        && self.is_in(Set::DEFAULT_SCHEMA) =>
                {
                    self.at += 1;
                }
                Kind::Operator if next.is(STAR) && next.end - next.start == 1 => {
                    self.at += 2;
                    star = true;
                    break;
                }
                // A pseudo-column or a column by its number: `t.$node_id`, `t.$1`.
                Kind::Value
                    if self.is_in(Set::DOLLAR_FIELD) && self.text(next).starts_with('$') =>
                {
                    self.at += 2;
                    return Ok(());
                }
                _ => break,
            }
        }
        let next = self.peek();
        match next.kind {
            // `TRUE (0, 1)` is no call.
            Kind::Open if !star && !matches!(first.word, Word::True | Word::False) => {
                if start + 1 < end && self.is_method(first, last) {
                    let object = self.slice(start, end - 2);
                    self.out.column(object, false);
                    return self.method_call(last);
                }
                self.call(first, last)
            }
            Kind::Text if self.is_typed_text(first, last) => {
                self.at += 1;
                Ok(())
            }
            // `_latin1 0x2D`
            Kind::Number
                if self.is_in(Set::CHARSET_TEXT)
                    && self.text(first).starts_with('_')
                    && self.text(next).starts_with('0')
                    && next.end - next.start > 1 =>
            {
                self.at += 1;
                Ok(())
            }
            _ => {
                if last.start == first.start
                    && context == Context::Argument
                    && self.is_argument_name(next)
                {
                    return Ok(());
                }
                if first.kind == Kind::Word && last.start == first.start {
                    if first.is(CONSTANT)
                        || first.word == Word::User && self.is_in(Set::USER_IS_A_VALUE)
                        || matches!(first.word, Word::Nan | Word::Inf | Word::Infinity)
                            && self.is_in(Set::NAN_IS_A_VALUE)
                    {
                        return Ok(());
                    }
                    let form =
                        matches!(first.word, Word::Nfc | Word::Nfd | Word::Nfkc | Word::Nfkd);
                    if context == Context::Argument && form {
                        return Ok(());
                    }
                }
                if first.kind == Kind::Word && last.start == first.start && !self.is_column(first) {
                    self.at = start;
                    return Err(self.missing_value(context));
                }
                // `geography::Point(…)` calls a method of a type.
                let class = next.kind == Kind::Cast
                    && self.is_in(Set::BRACKET_NAMES)
                    && self.ahead(2).kind == Kind::Open;
                if !class && !self.is_parameter(first) {
                    self.out.column(self.slice(start, end), star);
                }
                if star { self.star_tail() } else { Ok(()) }
            }
        }
    }

    /// Whether a bare word can be a column where a value is expected.
    fn is_column(&mut self, word: &Token) -> bool {
        if word.traits & self.no_columns != 0 {
            return false;
        }
        // `ORDER BY a, DESC`
        if matches!(word.word, Word::Asc | Word::Desc) {
            if !self.is_in(Set::DIRECTION_IS_A_NAME) {
                return false;
            }
            if self.token(self.at.wrapping_sub(2)).kind == Kind::Comma {
                self.warning(word.span(), suspicious::COLUMN_AFTER_COMMA, None);
            }
        }
        true
    }

    /// Whether `first.last(…)` calls a method of a column, not a function of a schema. `DuckDB` has
    /// many methods and few schemas; in SQL Server the methods are those of built-in types, and
    /// their names are case-sensitive.
    fn is_method(&self, first: &Token, last: &Token) -> bool {
        const METHODS: [&str; 8] = [
            "value",
            "query",
            "exist",
            "nodes",
            "ST",
            "Get",
            "To",
            "IsDescendant",
        ];
        let name = self.text(last);
        let mut methods = METHODS.iter();
        self.is_in(Set::METHODS)
            && !self.is_parameter(first)
            && (!self.is_in(Set::BRACKET_NAMES) || methods.any(|start| name.starts_with(start)))
    }

    /// `name => value`; the caller continues after the arrow.
    fn is_argument_name(&self, next: &Token) -> bool {
        matches!(next.kind, Kind::Named | Kind::Assign)
            || next.kind == Kind::Operator
                && self.out.takes_named_options()
                && self.text(next) == "="
    }

    /// `ARRAY[…]`, `ARRAY<INT64>[…]`, `STRUCT<a INT64>(…)`, `MAP {…}`.
    fn constructor(&mut self, first: &Token, next: &Token) -> Option<Parsed> {
        let mut bracket = self.at + 1;
        if next.kind == Kind::Operator
            && self.is_in(Set::TYPED_CONSTRUCTOR)
            && self.text(next).starts_with('<')
        {
            bracket = self.after_angles(bracket)?;
        } else if first.word == Word::Range {
            return None;
        }
        match self.token(bracket).kind {
            Kind::OpenSquare => {
                self.at = bracket;
                Some(self.bracketed(super::Parser::elements))
            }
            Kind::OpenBrace if first.word == Word::Map => {
                self.at = bracket;
                Some(self.value(Context::Inner))
            }
            Kind::Open if bracket > self.at + 1 => {
                self.at = bracket;
                Some(self.bracketed(super::Parser::elements))
            }
            Kind::Text if bracket > self.at + 1 => {
                self.at = bracket + 1;
                Some(Ok(()))
            }
            _ => None,
        }
    }
}
