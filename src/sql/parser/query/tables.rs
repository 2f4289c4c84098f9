//! Tables and joins, as far as the next clause.

use super::super::super::dialect::Set;
use super::super::super::keyword::{CLAUSE, COMPARES, INFIX, JOINS, KEYWORD, RESERVED, STAR, Word};
use super::super::super::token::{Kind, Token};
use super::super::{Context, Parsed, Parser};

impl Parser<'_, '_> {
    /// Whether the table here is called like a clause, and more follows than its alias: Spark and
    /// ClickHouse read `FROM t, WHERE a`, but neither `FROM t, WHERE a = 1` nor `FROM t, GROUP BY a`.
    fn is_more_than_table(&self) -> bool {
        let (token, next, third) = (self.peek(), self.ahead(1), self.ahead(2));
        // Spark reads `SELECT a FROM WHERE b = 1` without tables, and `from` as an alias.
        let (alias, value) = (
            self.token(self.at.wrapping_sub(2)),
            self.token(self.at.wrapping_sub(3)),
        );
        if self.previous().word == Word::From
            && self.is_in(Set::EVERYTHING_IS_A_NAME)
            && !(is_name(alias)
                && (is_name(value) || value.kind == Kind::Close || value.word == Word::As))
        {
            return false;
        }
        let after = if third.kind == Kind::Open {
            self.token(self.partner(self.at + 2) + 1)
        } else {
            third
        };
        let continues = after.is(COMPARES | INFIX)
            || after.kind == Kind::Dot
            || matches!(
                after.word,
                Word::In | Word::Like | Word::Between | Word::Is | Word::Not | Word::And | Word::Or
            );
        token.is(CLAUSE)
            && self.is_in(Set::OPERATOR_FUNCTIONS)
            && (next.word == Word::By && third.starts_value() || is_name(next) && continues)
    }

    /// `FROM a JOIN b ON …`, up to the next clause.
    pub(super) fn tables(&mut self, close: usize) -> Parsed {
        const UNREAD: [&str; 4] = ["settings", "into", "pivot", "unpivot"];
        let mut known = true;
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
                // `USE INDEX FOR ORDER BY (a)`
                Word::For if self.ahead(2).word == Word::By => self.at += 3,
                // `FOR SYSTEM_TIME AS OF x - INTERVAL '1' DAY`, ClickHouse's `SETTINGS a = 1`
                _ if token.word == Word::For || self.is_text(token, &UNREAD) => {
                    known = false;
                    self.at += 1;
                }
                Word::From if !known => self.at += 1,
                // `LOCK IN SHARE MODE`
                Word::In if self.is_text(self.previous(), &["lock"]) => {
                    known = false;
                    self.at += 1;
                }
                Word::Between | Word::Like | Word::Is | Word::And | Word::Or | Word::In
                    if known =>
                {
                    return self.damaged();
                }
                Word::By if !self.may_precede_by() => return self.damaged(),
                _ if token.is(COMPARES) && known => return self.damaged(),
                Word::Select if self.is_in(Set::FROM_FIRST) => return Ok(()),
                Word::Select => return self.damaged(),
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
                // Spark: `FROM t WHERE, u`
                _ if token.is(CLAUSE)
                    && self.ahead(1).kind == Kind::Comma
                    && self.is_in(Set::EVERYTHING_IS_A_NAME) =>
                {
                    self.at += 1;
                }
                _ if token.is(CLAUSE) && token.word != Word::Join || self.combines() => {
                    return Ok(());
                }
                _ if matches!(token.kind, Kind::OpenSquare | Kind::OpenBrace) => {
                    self.at = self.partner(self.at) + 1;
                }
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    /// Whether a function is called that has no grammar of its own.
    pub(super) fn is_table_function(&self) -> bool {
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

    /// Two or three tokens that no list of tables contains, and of which one is here.
    pub(super) fn is_damaged_table(&self) -> bool {
        let (token, next, third) = (self.peek(), self.ahead(1), self.ahead(2));
        let before = self.previous();
        let begins = before.kind == Kind::Comma || matches!(before.word, Word::From | Word::Join);
        match token.word {
            _ if before.kind == Kind::Dot => false,
            _ if self.is_third_name() => true,
            _ if begins && self.is_more_than_table() => true,
            // `t ALL UNION`, `t LEFT JOIN OUTER u`
            Word::All if matches!(next.word, Word::Union | Word::Except) => {
                !self.is_in(Set::EVERYTHING_IS_A_NAME)
            }
            Word::Outer if before.word == Word::Join => !self.is_in(Set::OPERATOR_FUNCTIONS),
            // `t OUTER JOIN u`, `t LEFFT OUTER JOIN u`
            Word::Outer if next.word == Word::Join => {
                let table = self.token(self.at.wrapping_sub(2));
                before.word == Word::Outer
                    || is_name(before) && (!self.is_in(Set::OPERATOR_FUNCTIONS) || is_name(table))
            }
            _ if before.kind == Kind::Open
                && next.starts_value()
                && self.is_misspelled(token, "SELECT") =>
            {
                true
            }
            // `FROM AS t`, `FROM JOIN t`
            Word::As if begins || before.word == Word::As => !self.is_in(Set::EVERYTHING_IS_A_NAME),
            Word::Join if begins => true,
            // `LEFT t`, `LEFT OUTER t`, `LEFT LEFT JOIN t`
            Word::Left | Word::Right | Word::Inner | Word::Cross | Word::Natural
                if (!begins || self.is_in(Set::CLAUSES_RESERVED))
                    && (is_name(next)
                        || matches!(next.word, Word::Outer | Word::Lateral)
                        || next.word == token.word
                        || next.kind == Kind::Open && self.is_subquery(self.at + 2)) =>
            {
                !self.joins_tables() && !self.is_text(next, &["apply"]) || next.word == token.word
            }
            // `FROM (1, 2)`, `FROM t LIIMIT 1`
            _ if token.kind == Kind::Number => {
                let table = self.token(self.at.wrapping_sub(2));
                begins
                    || before.kind == Kind::Open
                    || is_name(before)
                        && (is_name(table) || table.word == Word::As)
                        && !self.is_text(before, &["of", "sample", "nearest"])
            }
            // `FROM t - WHERE a`; PostgreSQL's `FROM t * AS u` reads the tables that inherit from `t`.
            _ if token.is(INFIX) && (is_name(before) || before.kind == Kind::Close) => {
                (next.is(CLAUSE)
                    || next.word == Word::As
                    || matches!(next.kind, Kind::Close | Kind::Comma))
                    && !(token.is(STAR) && self.is_in(Set::EMPTY_SELECT))
            }
            // `FROM t NOT a`, `JOIN t TRUE`
            Word::Not | Word::Exists | Word::True | Word::False | Word::Case => {
                is_name(before) || before.kind == Kind::Close
            }
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
                    || matches!(next.word, Word::Join | Word::On | Word::Using)
                    || next.is(JOINS) && matches!(third.word, Word::Join | Word::Outer)
                    || matches!(next.word, Word::Group | Word::Order) && third.word == Word::By
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
                joins
                    || matches!(next.word, Word::On | Word::Using)
                    || is_name(next) && third.word == Word::On
                    || ends && !self.is_in(Set::SPARK)
            }
            // `a b.c`, but not `STREAM a.b`
            _ if begins
                && is_name(token)
                && is_name(next)
                && !self.is_text(next, &BEFORE_NAMES) =>
            {
                third.kind == Kind::Dot && !self.is_text(token, &["stream"])
                    || third.word == Word::As && !self.is_text(self.ahead(3), &["of"])
            }
            _ => false,
        }
    }

    /// Whether the name here follows a table and its alias, and nothing that takes names follows:
    /// `t u v,`, `t WEHRE a = 1`.
    fn is_third_name(&self) -> bool {
        let (token, next, third) = (self.peek(), self.ahead(1), self.ahead(2));
        let (alias, table) = (self.previous(), self.token(self.at.wrapping_sub(2)));
        // Spark: `LATERAL VIEW f(a) t b, c`
        let aliased = is_name(table)
            || table.word == Word::As
            || table.kind == Kind::Close && !self.is_in(Set::SPARK);
        if !is_name(token)
            || !is_name(alias)
            || !aliased
            || self.is_text(token, &BEFORE_NAMES)
            || self.is_text(alias, &BEFORE_NAMES)
            || self.is_text(table, &BEFORE_NAMES)
        {
            return false;
        }
        let ends = |token: &Token| {
            matches!(token.kind, Kind::Close | Kind::Comma | Kind::Dot)
                || token.is(COMPARES)
                || token.word == Word::As
                || token.is(KEYWORD | JOINS)
                    && matches!(
                        token.word,
                        Word::Where
                            | Word::Group
                            | Word::Order
                            | Word::On
                            | Word::Using
                            | Word::In
                            | Word::Is
                            | Word::Like
                            | Word::Between
                            | Word::Not
                            | Word::Exists
                            | Word::Union
                    )
        };
        // `t u LFET JOIN v`
        let joins = matches!(next.word, Word::Join | Word::Outer) && !self.joins_tables();
        ends(next) || is_name(next) && ends(third) || joins
    }
}

/// Words before names that are not reserved.
const BEFORE_NAMES: [&str; 7] = [
    "settings",
    "apply",
    "straight_join",
    "stream",
    "view",
    "ordinality",
    "returning",
];

/// Whether the token can be a table or its alias.
pub(super) fn is_name(token: &Token) -> bool {
    token.kind == Kind::Quoted
        || token.kind == Kind::Word && !token.is(CLAUSE | JOINS | KEYWORD | RESERVED)
}
