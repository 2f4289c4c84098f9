//! The expressions of a subquery, read as such where the engine's own parser has confirmed that
//! this refuses nothing valid: the select list, conditions, groups and orders.
//!
//! Tables and joins are followed only as far as the next clause, and whatever is unknown is
//! skipped. What is read here does not refer to the datamart's columns.

use super::super::dialect::Set;
use super::super::keyword::{
    CLAUSE, COMMAND, COMPARES, CONSTANT, INFIX, JOINS, KEYWORD, RESERVED, STAR, STATEMENT, Word,
};
use super::super::problem::ProblemKind;
use super::super::token::{Kind, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// Reports the first mistake in the subquery's expressions.
    pub(super) fn check_query(&mut self, open: usize) {
        if !self.is_in(Set::READABLE_QUERIES) {
            return;
        }
        let mut reader = Parser::new(self.sql, self.dialect, self.tokens);
        reader.reads_query = true;
        reader.depth = self.depth;
        let _: Parsed = reader.query(open);
        // Too deep for this reader is not too deep for the engine.
        let first = reader.problems.list.into_iter().find(|problem| {
            problem.severity == super::Severity::Error && problem.kind != ProblemKind::TooDeep
        });
        self.problems.list.extend(first);
    }

    /// Reads the subquery in the brackets at `open` and continues after them.
    pub(super) fn query(&mut self, open: usize) -> Parsed {
        self.descend()?;
        let close = self.partner(open);
        self.at = open + 1;
        let parsed = self.clauses(close);
        self.at = close + 1;
        self.depth -= 1;
        parsed
    }

    fn clauses(&mut self, close: usize) -> Parsed {
        while self.at < close {
            let (token, next) = (self.peek(), self.ahead(1));
            match token.word {
                _ if token.kind == Kind::Open => self.skip_brackets()?,
                _ if self.follows_dot_or_as() => self.at += 1,
                Word::With
                    if self.previous().kind == Kind::Open
                        && matches!(next.kind, Kind::Word | Kind::Quoted)
                        && !self.is_in(Set::WITH_VALUE) =>
                {
                    self.at += 1;
                    self.common_tables()?;
                }
                Word::Select => {
                    if self.previous().kind == Kind::Comma && !self.is_in(Set::WITH_VALUE) {
                        return self.damaged();
                    }
                    self.at += 1;
                    self.select_list(close)?;
                }
                Word::Values if next.kind == Kind::Open && !self.is_in(Set::PIPES) => {
                    self.at += 1;
                    self.rows()?;
                }
                // `ORDER, BY`, `LIMIT, 2`
                _ if token.is(CLAUSE) && next.kind == Kind::Comma && self.reserves_clauses() => {
                    self.at += 1;
                    return self.damaged();
                }
                // ClickHouse: `WITH FILL FROM 0`
                Word::From
                    if next.kind != Kind::Comma
                        && !self.text(self.previous()).eq_ignore_ascii_case("fill") =>
                {
                    self.at += 1;
                    self.tables(close)?;
                }
                Word::Where | Word::Having | Word::Qualify | Word::Prewhere
                    if !matches!(next.kind, Kind::Comma | Kind::Dot | Kind::Close)
                        && next.word != Word::As =>
                {
                    self.at += 1;
                    self.expression(Context::Inner)?;
                    if self.is_kind(Kind::Comma) {
                        return self.damaged();
                    }
                    self.clause_ends()?;
                }
                Word::Group if next.word == Word::By => {
                    self.at += 2;
                    self.groups()?;
                }
                Word::Order if next.word == Word::By => {
                    self.at += 2;
                    if !self.eat_word(Word::All) {
                        self.order_list()?;
                        self.clause_ends()?;
                    }
                }
                Word::Group
                    if self.reserves_clauses()
                        || next.is_plain_word()
                            && (self.previous().kind != Kind::Word
                                || self.previous().is_plain_word()) =>
                {
                    return self.damaged();
                }
                Word::By if self.reserves_clauses() && !self.may_precede_by() => {
                    return self.damaged();
                }
                Word::Union | Word::Except => self.combined_query()?,
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    /// Whether no name is `group` or `order`.
    fn reserves_clauses(&self) -> bool {
        self.is_in(Set::CLAUSES_RESERVED) || self.is_in(Set::BRACKET_NAMES)
    }

    /// Whether `BY` may follow the token before it: `GROUP BY`, `CONNECT BY`, DuckDB's `NEAREST 1 BY`.
    fn may_precede_by(&self) -> bool {
        let (before, next) = (self.previous(), self.ahead(1));
        // PostgreSQL: `FROM t by`
        let value = matches!(next.kind, Kind::Number | Kind::Quoted) || next.is_plain_word();
        if !value {
            return true;
        }
        let text = self.text(before);
        match before.kind {
            Kind::Word if before.is_plain_word() => {
                let words = ["connect", "siblings", "corresponding"];
                words.iter().any(|word| word.eq_ignore_ascii_case(text))
            }
            Kind::Word => true,
            Kind::Number => self.is_in(Set::DUCKDB),
            _ => false,
        }
    }

    /// `WITH name (a, b) AS (SELECT …), other AS (…)`; the first word is consumed.
    fn common_tables(&mut self) -> Parsed {
        self.eat_word(Word::Recursive);
        loop {
            if !matches!(self.peek().kind, Kind::Word | Kind::Quoted) {
                return self.damaged();
            }
            self.at += 1;
            if self.is_kind(Kind::Open) {
                self.at = self.partner(self.at) + 1;
            }
            if !self.eat_word(Word::As) {
                // `USING KEY (a)`, `MAX RECURSION LEVEL 5`, `WITH FUNCTION …`, Spark without `AS`
                let open = self.is_kind(Kind::Word) && !self.is_word(Word::Select)
                    || self.is_in(Set::EVERYTHING_IS_A_NAME)
                    || self.is_in(Set::BRACKET_NAMES);
                return if open { Ok(()) } else { self.damaged() };
            }
            self.eat_word(Word::Not);
            if self.is_kind(Kind::Word) && self.ahead(1).kind == Kind::Open {
                // `MATERIALIZED`
                self.at += 1;
            }
            let first = self.ahead(1);
            let fits = self.is_subquery(self.at + 1)
                || first.kind == Kind::Open
                || first.is(STATEMENT | COMMAND)
                || self.is_in(Set::DUCKDB);
            if !self.is_kind(Kind::Open) || !fits {
                return self.damaged();
            }
            self.skip_brackets()?;
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        if matches!(self.peek().kind, Kind::Quoted | Kind::Operator | Kind::Dot)
            || self.ahead(1).kind == Kind::Dot
        {
            return self.damaged();
        }
        Ok(())
    }

    /// `(1, 2), (3, 4)` after `VALUES`.
    fn rows(&mut self) -> Parsed {
        while self.is_kind(Kind::Open) {
            self.bracketed(super::Parser::row)?;
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        if self.is_kind(Kind::Open) {
            return self.damaged();
        }
        Ok(())
    }

    /// Whether the word here is a name whatever it is.
    fn follows_dot_or_as(&self) -> bool {
        let before = self.previous();
        before.kind == Kind::Dot || before.word == Word::As
    }

    /// `UNION ALL` and what must follow.
    fn combined_query(&mut self) -> Parsed {
        self.at += 1;
        let all = matches!(self.peek().word, Word::All | Word::Distinct);
        let (first, after) = if all {
            (self.ahead(1), self.ahead(2))
        } else {
            (self.peek(), self.ahead(1))
        };
        // `UNION ALL f(a)`
        let value = first.is_plain_word()
            && (matches!(after.kind, Kind::Comma | Kind::Dot | Kind::Operator)
                || matches!(after.word, Word::As | Word::From));
        if value
            || self.is_kind(Kind::Comma)
            || matches!(self.peek().word, Word::All | Word::Distinct)
                && matches!(self.ahead(1).kind, Kind::Comma | Kind::Text | Kind::Number)
        {
            return self.damaged();
        }
        Ok(())
    }

    /// Skips the brackets here, unless they contain a subquery.
    fn skip_brackets(&mut self) -> Parsed {
        if self.is_subquery(self.at + 1) {
            return self.query(self.at);
        }
        let before = self.previous();
        // `FROM (a JOIN (SELECT …) b)`, `((SELECT …) UNION …)`
        let groups = matches!(before.kind, Kind::Open | Kind::Comma)
            || matches!(
                before.word,
                Word::From | Word::Join | Word::Union | Word::Except | Word::All
            );
        let tables = matches!(before.word, Word::From | Word::Join);
        self.at = if tables || groups && self.ahead(1).kind == Kind::Open {
            self.at + 1
        } else {
            self.partner(self.at) + 1
        };
        Ok(())
    }

    fn select_list(&mut self, close: usize) -> Parsed {
        loop {
            match self.peek().word {
                Word::Distinct if self.ahead(1).word == Word::On => {
                    self.at += 2;
                    if !self.is_kind(Kind::Open) {
                        return Ok(());
                    }
                    self.bracketed(super::Parser::row)?;
                }
                Word::Distinct if self.ahead(1).kind == Kind::Open => self.at += 1,
                Word::Distinct | Word::All | Word::Distinctrow
                    if !matches!(
                        self.ahead(1).kind,
                        Kind::Comma | Kind::Dot | Kind::Close | Kind::Open
                    ) =>
                {
                    self.at += 1;
                }
                Word::As if !self.is_in(Set::LIST) || self.ahead(1).kind != Kind::Word => {
                    return self.damaged();
                }
                // `TOP (5) PERCENT`, `AS STRUCT`, `WITH …`
                Word::Top | Word::As | Word::With | Word::For => return Ok(()),
                _ => break,
            }
        }
        let mut is_first = true;
        loop {
            let token = self.peek();
            if self.at >= close || self.is_clause(token) {
                let fine = if is_first {
                    !self.needs_columns() || token.kind == Kind::Word && token.word != Word::From
                } else {
                    self.is_in(Set::TRAILING_SELECT_COMMA) || self.is_in(Set::EVERYTHING_IS_A_NAME)
                };
                return if fine { Ok(()) } else { self.damaged() };
            }
            is_first = false;
            if token.kind == Kind::Word && self.is_unread() {
                return Ok(());
            }
            if token.is(STAR) {
                self.at += 1;
                self.star_tail()?;
                // `SELECT * t`
                let next = self.peek();
                let follows = next.kind == Kind::Quoted || next.is_plain_word();
                if follows && !self.begins_clause(next) && !self.is_in(Set::DUCKDB) {
                    return self.damaged();
                }
            } else {
                self.expression(Context::Inner)?;
            }
            let end = self.at;
            self.alias()?;
            let is_operator = self.at > end && self.peek().is(INFIX);
            if is_operator && !self.is_in(Set::ALIAS_INSIDE) {
                return self.damaged();
            }
            if !self.eat(Kind::Comma) {
                return self.clause_ends();
            }
        }
    }

    /// Whether a clause begins here, not a column whose name is `window` or `offset`.
    fn is_clause(&self, token: &Token) -> bool {
        let next = self.ahead(1);
        let is_name = matches!(token.word, Word::Other | Word::Qualify)
            && (matches!(
                next.kind,
                Kind::Comma | Kind::Dot | Kind::Close | Kind::Operator
            ) || matches!(next.word, Word::From | Word::As));
        token.is(CLAUSE) && !is_name
    }

    /// `SQL_NO_CACHE a`, `name: value`, and other words in a select list that are not part of its
    /// first expression.
    fn is_unread(&self) -> bool {
        const WORDS: [&str; 6] = [
            "straight_join",
            "high_priority",
            "transform",
            "map",
            "reduce",
            "stream",
        ];
        let text = self.text(self.peek());
        let begin = text.get(..4).unwrap_or_default();
        begin.eq_ignore_ascii_case("sql_")
            || WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
            || self.ahead(1).kind == Kind::Colon && !self.is_in(Set::PATHS)
    }

    /// The name after a value in a select list, with or without `AS`.
    fn alias(&mut self) -> Parsed {
        let is_named = self.token(self.at.wrapping_sub(2)).word == Word::As;
        if is_named && self.is_in(Set::ALIAS_INSIDE) {
            return Ok(());
        }
        let named = self.eat_word(Word::As);
        let token = self.peek();
        let is_name = match token.kind {
            Kind::Quoted => true,
            Kind::Text => !self.is_in(Set::NO_TEXT_ALIAS),
            Kind::Word => {
                named && (!token.is(RESERVED) || !self.is_in(Set::MYSQL))
                    || !self.begins_clause(token)
            }
            _ => false,
        };
        let is_list = token.kind == Kind::Open && (named || self.is_in(Set::NAMED_ROW));
        if is_name {
            self.at += 1;
        } else if is_list {
            // `AS (a, b)`
            self.at = self.partner(self.at) + 1;
        } else if named {
            return self.damaged();
        }
        Ok(())
    }

    /// `FROM a JOIN b ON …`, up to the next clause.
    fn tables(&mut self, close: usize) -> Parsed {
        let mut known = !self.is_in(Set::JOINER_SPACE);
        let group = matches!(self.peek().word, Word::Group | Word::Order);
        if self.peek().is(STAR)
            || self.is_kind(Kind::Number)
            || group && self.ahead(1).word == Word::By
        {
            return self.damaged();
        }
        while self.at < close {
            let token = self.peek();
            if known && self.is_damaged_table() {
                self.at += 1;
                return self.damaged();
            }
            match token.word {
                _ if token.kind == Kind::Open => self.skip_brackets()?,
                _ if self.follows_dot_or_as() => self.at += 1,
                Word::On if !matches!(self.ahead(1).kind, Kind::Comma | Kind::Dot) => {
                    self.at += 1;
                    self.expression(Context::Inner)?;
                    self.clause_ends()?;
                }
                Word::Values if self.ahead(1).kind == Kind::Open => {
                    self.at += 1;
                    self.rows()?;
                }
                // `FOR SYSTEM_TIME AS OF x - INTERVAL '1' DAY`
                Word::For => {
                    known = false;
                    self.at += 1;
                }
                Word::Between | Word::Like | Word::Is | Word::And | Word::Or if known => {
                    return self.damaged();
                }
                Word::By if self.reserves_clauses() && !self.may_precede_by() => {
                    return self.damaged();
                }
                _ if token.is(COMPARES) && known => return self.damaged(),
                Word::Select if !self.is_in(Set::FROM_FIRST) => {
                    return self.damaged();
                }
                // PostgreSQL: `ROWS FROM (f(a), g(b))`
                Word::From if self.previous().word == Word::Rows => self.at += 1,
                Word::From if known && !self.is_in(Set::FROM_FIRST) => {
                    return self.damaged();
                }
                _ if self.is_table_function() => {
                    let name = self.bump();
                    self.call(name, name)?;
                }
                Word::Qualify if self.previous().word == Word::From => self.at += 1,
                _ if token.is(CLAUSE) && token.word != Word::Join => return Ok(()),
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    /// Whether a function is called that has no grammar of its own.
    fn is_table_function(&self) -> bool {
        let (token, before) = (self.peek(), self.previous());
        let text = self.text(token);
        let own = ["xmltable", "json_table"];
        let begins = before.kind == Kind::Comma || matches!(before.word, Word::From | Word::Join);
        let plain = token.is_plain_word() && self.is_in(Set::VALUES_ARE_ROWS);
        begins
            && self.ahead(1).kind == Kind::Open
            && (token.word == Word::Unnest || plain)
            && !own.iter().any(|name| name.eq_ignore_ascii_case(text))
    }

    /// Two or three tokens that no list of tables contains, and of which the first is here.
    fn is_damaged_table(&self) -> bool {
        let (token, next, third) = (self.peek(), self.ahead(1), self.ahead(2));
        let before = self.previous();
        let begins = before.kind == Kind::Comma || matches!(before.word, Word::From | Word::Join);
        let grammar = CLAUSE | JOINS | KEYWORD | RESERVED;
        let plain = |token: &Token| {
            token.kind == Kind::Quoted || token.kind == Kind::Word && !token.is(grammar)
        };
        match token.word {
            _ if before.kind == Kind::Dot => false,
            // `JOIN, t`, `LEFT, JOIN`
            Word::Join | Word::Left | Word::Right | Word::Inner | Word::Cross | Word::Full => {
                next.kind == Kind::Comma
            }
            // `AS, t`, `AS t()`
            Word::As => {
                !matches!(
                    next.kind,
                    Kind::Word | Kind::Quoted | Kind::Text | Kind::Open
                ) || next.word == Word::As
                    || third.kind == Kind::Open && self.ahead(3).kind == Kind::Close
            }
            Word::Using => next.kind == Kind::Open && third.kind == Kind::Close,
            // `t, LEFT JOIN u`, `t, WHERE`
            _ if token.kind == Kind::Comma => {
                let joins = matches!(
                    next.word,
                    Word::Join | Word::Left | Word::Right | Word::Inner | Word::Cross
                ) && (next.word == Word::Join || third.word == Word::Join);
                let ends = next.is(CLAUSE) || next.kind == Kind::Close;
                joins || ends && self.reserves_clauses() && !self.is_in(Set::DUCKDB)
            }
            // `t t AS u`, `t u v`
            _ if begins
                && plain(token)
                && plain(next)
                && !self.text(next).eq_ignore_ascii_case("straight_join") =>
            {
                // `a b.c`, but not `STREAM a.b`
                third.kind == Kind::Dot && !self.text(token).eq_ignore_ascii_case("stream")
                    || third.word == Word::As
                        && !self.text(self.ahead(3)).eq_ignore_ascii_case("of")
                    || plain(third)
                        && (matches!(self.ahead(3).kind, Kind::Comma | Kind::Close)
                            || self.ahead(3).word == Word::Where)
            }
            _ => false,
        }
    }

    fn groups(&mut self) -> Parsed {
        match self.peek().word {
            Word::All if self.ahead(1).kind != Kind::Open => return Ok(()),
            Word::Distinct | Word::All => self.at += 1,
            _ => {}
        }
        loop {
            if self.is_grouping_sets() {
                self.at += 2;
                if self.is_kind(Kind::Open) {
                    self.at = self.partner(self.at) + 1;
                }
            } else if self.is_kind(Kind::Open) && self.ahead(1).kind == Kind::Close {
                self.at += 2;
            } else {
                self.expression(Context::Inner)?;
                self.direction()?;
            }
            if self.is_grouping_sets() {
                return Ok(());
            }
            if !self.eat(Kind::Comma) {
                return self.clause_ends();
            }
            if self.is_kind(Kind::Close) || self.begins_clause(self.peek()) {
                let fine = self.is_in(Set::TRAILING_ARGUMENT_COMMA)
                    || self.is_in(Set::EVERYTHING_IS_A_NAME);
                return if fine { Ok(()) } else { self.damaged() };
            }
        }
    }

    fn is_grouping_sets(&self) -> bool {
        self.ahead(1).kind == Kind::Word && self.text(self.peek()).eq_ignore_ascii_case("grouping")
    }

    /// After an expression: another clause, or something that belongs to none.
    fn clause_ends(&mut self) -> Parsed {
        let token = self.peek();
        let named = self.token(self.at.wrapping_sub(2)).word == Word::As;
        let fails = match token.kind {
            Kind::Number | Kind::Text | Kind::Value | Kind::Open | Kind::Dot | Kind::Cast => true,
            Kind::Quoted => named || !self.is_in(Set::ALIAS_INSIDE),
            Kind::Word if token.word == Word::Select => !self.is_in(Set::FROM_FIRST),
            Kind::Word if matches!(token.word, Word::Left | Word::Right) => false,
            Kind::Word if token.word == Word::As => true,
            Kind::Word => !self.begins_clause(token) && (named || !self.is_in(Set::ALIAS_INSIDE)),
            _ => false,
        };
        if fails {
            return if named {
                self.damaged()
            } else {
                self.unexpected(Context::Inner)
            };
        }
        Ok(())
    }

    /// Reports the token here and the one before it, which do not belong together.
    fn damaged(&mut self) -> Parsed {
        let span = self.previous().span().to(self.peek().span());
        Err(self.fail(span, syntax::DAMAGE, None))
    }

    /// Whether this word begins what follows an expression in a query.
    fn begins_clause(&self, token: &Token) -> bool {
        const OTHERS: [&str; 16] = [
            "into",
            "lock",
            "procedure",
            "settings",
            "format",
            "option",
            "cluster",
            "distribute",
            "sort",
            "sample",
            "connect",
            "start",
            "rows",
            "interpolate",
            "apply",
            "pivot",
        ];
        let other = |text| OTHERS.iter().any(|word| word.eq_ignore_ascii_case(text));
        token.kind == Kind::Word
            && (token.is(CLAUSE | JOINS | KEYWORD)
                && !matches!(
                    token.word,
                    Word::Not
                        | Word::And
                        | Word::Or
                        | Word::Like
                        | Word::Ilike
                        | Word::Between
                        | Word::In
                        | Word::By
                        | Word::Case
                        | Word::End
                        | Word::Exists
                        | Word::Any
                        | Word::All
                        | Word::Some
                        | Word::Interval
                        | Word::Asc
                        | Word::Desc
                        | Word::Values
                        | Word::Unnest
                        | Word::Select
                        | Word::Is
                        | Word::As
                        | Word::Array
                        | Word::Row
                        | Word::Left
                        | Word::Right
                        | Word::Replace
                )
                && !token.is(CONSTANT)
                || other(self.text(token)))
    }
}
