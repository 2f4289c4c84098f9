//! Calls: arguments, and what may come between and after them.

use super::super::dialect::Set;
use super::super::keyword::{
    CONSTANT, INFIX, KNOWN, PART, PART_BEHIND, PART_FIRST, PART_OF_THREE, PREFIX, READS_TABLES,
    STAR, Traits, UNIT, Word,
};
use super::super::token::{Kind, Span, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// A call of the function named by `first` to `last`; the current position is its opening
    /// bracket.
    pub(super) fn call(&mut self, first: &Token, last: &Token) -> Parsed {
        let (word, traits) = if first.start == last.start {
            (first.word, first.traits)
        } else {
            (Word::Other, last.traits & READS_TABLES)
        };
        self.call_of(first.span().to(last.span()), word, traits)
    }

    /// A call of the method `name`, which shares only its name with a function.
    pub(super) fn method_call(&mut self, name: &Token) -> Parsed {
        self.call_of(name.span(), Word::Other, 0)
    }

    fn call_of(&mut self, name: Span, word: Word, traits: Traits) -> Parsed {
        self.out.begin_call(name, word, traits);
        let parsed = self.arguments_and_tail();
        self.out.end_call();
        parsed
    }

    fn arguments_and_tail(&mut self) -> Parsed {
        let open = self.at;
        if self.is_subquery(open + 1) {
            let from = self.ahead(1).word == Word::From && !self.is_in(Set::CLICKHOUSE);
            if !from {
                self.subquery_argument(open);
                return self.call_tail();
            }
        }
        let problems = self.problems.list.len();
        self.bracketed(super::Parser::arguments)?;
        let fine = problems == self.problems.list.len();
        if fine && self.out.lacks_type() && !self.is_in(Set::EVERYTHING_IS_A_NAME) {
            let name = self.token(open.wrapping_sub(1)).span();
            let message = syntax::TYPE;
            self.error(name, message, Some(syntax::WRITE_CAST));
        }
        self.call_tail()
    }

    /// `ARRAY(SELECT …)` and so on; elsewhere a subquery needs parentheses of its own.
    fn subquery_argument(&mut self, open: usize) {
        let name = self.previous();
        let takes = matches!(
            name.word,
            Word::Array
                | Word::Exists
                | Word::Any
                | Word::All
                | Word::Some
                | Word::Multiset
                | Word::Unique
                | Word::Cursor
                | Word::Lateral
                | Word::Table
                | Word::JsonArray
                | Word::Values
                | Word::Unnest
        );
        let first = self.token(open + 1);
        if !takes && first.word == Word::Select && !self.is_in(Set::BARE_SUBQUERY_ARGUMENT) {
            self.error(
                first.span(),
                syntax::SUBQUERY_ARGUMENT,
                Some(syntax::DOUBLE_PARENTHESES),
            );
        }
        self.subquery(open);
    }

    /// Arguments up to the closing bracket.
    pub(super) fn arguments(&mut self, open: usize) -> Parsed {
        let close = self.partner(open);
        if self.at == close {
            let span = self.token(open).span().to(self.token(close).span());
            if self.is_in(Set::AGGREGATES_NEED_ARGUMENTS) && self.out.is_aggregate_call() {
                return Err(self.fail(span, syntax::ARGUMENT, None));
            }
            return Ok(());
        }
        let distinct = match self.peek().word {
            Word::Distinct | Word::All => true,
            Word::Distinctrow => self.is_in(Set::MYSQL),
            Word::Order
                if self.ahead(1).word == Word::By
                    && self.is_in(Set::ORDER_ALONE)
                    && self.token(open.wrapping_sub(1)).word != Word::Over =>
            {
                self.at += 2;
                self.order_list()?;
                return self.tails();
            }
            _ => false,
        };
        if distinct && starts_argument(self.ahead(1)) {
            let word = self.bump();
            self.out.aggregated();
            if self.at == close {
                return Err(self.fail(word.span(), syntax::VALUE_AFTER_WORD, None));
            }
        }
        let mut index = 0;
        loop {
            if index > 0 {
                self.out.next_argument();
            }
            self.argument(index)?;
            // `CAST(a AS int,)`
            let too_much = index == 0 && self.is_kind(Kind::Comma) && self.out.is_complete_cast();
            if too_much || !self.eat(Kind::Comma) {
                return if self.at == close {
                    Ok(())
                } else {
                    self.unexpected(Context::Argument)
                };
            }
            if self.at == close
                && self.is_in(Set::TRAILING_ARGUMENT_COMMA)
                && !self.has_fixed_arguments(open)
            {
                return Ok(());
            }
            index += 1;
        }
    }

    fn argument(&mut self, index: usize) -> Parsed {
        let token = self.peek();
        if self.leading_word(token) {
            return self.tails();
        }
        if token.kind == Kind::Word {
            let next = self.ahead(1);
            // Any word may name an argument.
            if next.kind == Kind::Named {
                self.at += 2;
                self.expression(Context::Argument)?;
                return self.tails();
            }
            if self.is_date_part(token, next, index) {
                self.out.take_date_part();
                self.at += 1;
                if self.is_kind(Kind::Open) {
                    self.at = self.partner(self.at) + 1;
                }
                return self.tails();
            }
            if index == 0
                && self.is_in(Set::CONVERT_TYPE_FIRST)
                && self.out.converts()
                && self.is_type_argument()
            {
                return self.type_name();
            }
            if index == 1
                && (self.is_in(Set::CONVERT_TYPE_LAST) && self.out.converts()
                    || self.out.annotates())
            {
                return self.type_name();
            }
            // BigQuery: `WITH(a AS 1, b AS a + 1, a + b)`
            if next.word == Word::As && self.out.names_values() {
                self.lambdas.push(token.span());
                self.at += 2;
                return self.expression(Context::Argument);
            }
            if self.typed_lambda() {
                return self.expression(Context::Inner);
            }
        } else if index == 0 && token.kind == Kind::Text {
            self.out.take_text_date_part(token.span());
        } else if index == 0
            && token.kind == Kind::Quoted
            && self.is_in(Set::BRACKET_NAMES)
            && self.out.converts()
        {
            return self.type_name();
        }
        self.expression(Context::Argument)?;
        if matches!(self.peek().kind, Kind::Named | Kind::Assign) {
            if !matches!(
                self.previous().kind,
                Kind::Word | Kind::Quoted | Kind::Value
            ) {
                return self.unexpected(Context::Argument);
            }
            self.at += 1;
            self.expression(Context::Argument)?;
        } else if self.peek().is(INFIX) {
            self.at += 1;
            self.expression(Context::Argument)?;
        }
        if self.out.makes_struct() {
            self.bare_alias(Set::BARE_FIELD_NAMES);
        } else {
            self.own_alias();
        }
        self.tails()
    }

    /// ClickHouse: `SUBSTRING(a b, 1)`
    pub(super) fn own_alias(&mut self) {
        if self.is_in(Set::ALIAS_INSIDE) && self.out.has_own_grammar() {
            self.bare_alias(Set::ALIAS_INSIDE);
        }
    }

    /// A type as the first argument of `CONVERT`, not a value converted to a character set.
    fn is_type_argument(&self) -> bool {
        let after = if self.ahead(1).kind == Kind::Open {
            self.partner(self.at + 1) + 1
        } else {
            self.at + 1
        };
        self.token(after).kind != Kind::Word || self.token(after).word != Word::Using
    }

    /// `day` in `DATEADD(day, 1, x)`.
    fn is_date_part(&self, token: &Token, next: &Token, index: usize) -> bool {
        let ends = next.kind == Kind::Comma || next.kind == Kind::Close && index > 0;
        // `WEEK(MONDAY)`
        let calls = next.kind == Kind::Open && token.word == Word::Week && index > 0;
        let extracts = index == 0
            && (next.word == Word::From
                || next.kind == Kind::Open
                    && self.token(self.partner(self.at + 1) + 1).word == Word::From);
        if extracts {
            return self.out.extracts();
        }
        let parts = self.out.date_parts();
        if parts == 0 || !token.is(UNIT | PART) || !(ends || calls) {
            return false;
        }
        let behind = self.is_in(Set::DATE_PART_BEHIND);
        // `DATE_DIFF(other, day, DAY)`
        let another = behind && next.kind == Kind::Comma && self.ahead(2).is(UNIT);
        if index > 0 || self.is_in(Set::DATE_PART_ANYWHERE) && parts & PART_BEHIND != 0 {
            return !another && (parts & PART_BEHIND != 0 || self.is_in(Set::DATE_PART_ANYWHERE));
        }
        !behind
            && (parts & PART_FIRST != 0 || parts & PART_OF_THREE != 0 && self.is_first_of_three())
    }

    /// Whether at least two commas follow in these brackets; the current position is their first
    /// argument.
    fn is_first_of_three(&self) -> bool {
        let (mut at, mut commas) = (self.at + 1, 0);
        loop {
            match self.token(at).kind {
                Kind::Comma if commas == 1 => return true,
                Kind::Comma => commas = 1,
                Kind::Open | Kind::OpenSquare | Kind::OpenBrace => at = self.partner(at),
                Kind::Close | Kind::End => return false,
                _ => {}
            }
            at += 1;
        }
    }

    /// Words before an argument: `BOTH`, `VARIADIC`, `KEY`, `NAME`. True if nothing else follows
    /// them.
    fn leading_word(&mut self, token: &Token) -> bool {
        let next = self.ahead(1);
        match token.word {
            Word::Both | Word::Leading | Word::Trailing
                if next.word == Word::From
                    || next.word != Word::Distinct
                        && next.starts_value()
                        && next.kind != Kind::Operator =>
            {
                self.at += 1;
                return next.word == Word::From;
            }
            // `TRIM(FROM x)`
            Word::From if self.out.trims() && self.previous().kind == Kind::Open => return true,
            // `JSON_OBJECT(RETURNING text)`
            Word::Returning if next.kind == Kind::Word => return true,
            Word::Variadic
            | Word::Document
            | Word::Content
            | Word::Version
            | Word::Standalone
            | Word::Lateral
                if matches!(
                    next.kind,
                    Kind::Word | Kind::Quoted | Kind::Text | Kind::Number
                ) && (!next.is(KNOWN) || next.is(CONSTANT))
                    || matches!(token.word, Word::Variadic) && next.starts_value() =>
            {
                self.at += 1;
            }
            // `XMLELEMENT(NAME foo, …)`: not a column.
            Word::Name
                if self.out.is_inside_xml()
                    && matches!(next.kind, Kind::Word | Kind::Quoted | Kind::Text)
                    && matches!(self.ahead(2).kind, Kind::Comma | Kind::Close) =>
            {
                self.at += 2;
                return true;
            }
            // `XMLROOT(x, VERSION NO VALUE, STANDALONE YES)`
            Word::Version | Word::Standalone if matches!(next.word, Word::No | Word::Yes) => {
                self.at += 2;
                self.eat_word(Word::Value);
                return true;
            }
            // `JSON_OBJECT(KEY 'a' VALUE 1)`
            Word::Key if matches!(next.kind, Kind::Text | Kind::Quoted) || next.is_plain_word() => {
                self.at += 1;
            }
            Word::Table if next.is_plain_word() => self.at += 1,
            Word::Year
            | Word::Month
            | Word::Day
            | Word::Hour
            | Word::Minute
            | Word::Second
            | Word::Quarter
            | Word::Week
                if self.is_in(Set::EXTRACT_BARE) && next.is_plain_word() && self.out.extracts() =>
            {
                self.at += 1;
            }
            _ => {}
        }
        false
    }

    /// Whether the grammar knows the arguments of the function whose bracket opens here, so that
    /// they cannot end with a comma.
    fn has_fixed_arguments(&self, open: usize) -> bool {
        let name = self.text(self.token(open.wrapping_sub(1)));
        let fixed = ["extract", "overlay", "nullif"];
        fixed.iter().any(|one| one.eq_ignore_ascii_case(name))
    }
}

/// Whether `DISTINCT` before this token is not a name.
fn starts_argument(next: &Token) -> bool {
    !matches!(next.kind, Kind::Dot | Kind::Comma | Kind::Cast)
        && (next.kind != Kind::Operator || next.is(PREFIX | STAR))
}
