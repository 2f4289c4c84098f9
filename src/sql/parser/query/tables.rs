//! Tables and joins, as far as the next clause.

use super::super::super::dialect::Set;
use super::super::super::keyword::{AMONG_TABLES, CLAUSE, COMPARES, INFIX, JOINS, STAR, Word};
use super::super::super::token::Kind;
use super::super::{Context, Parsed, Parser};
use super::ends::says_how_to_join;
use super::names::is_name;

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
    #[expect(clippy::too_many_lines, reason = "one word after another")]
    pub(super) fn tables(&mut self, close: usize) -> Parsed {
        const UNREAD: &str = "settings into pivot unpivot nearest";
        let mut known = true;
        // Joins, those that need a condition, and conditions.
        let (mut joins, mut needed, mut conditions) = (0_u32, 0, 0);
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
                _ if token.kind == Kind::Open && known && self.follows_alias() => self.names()?,
                _ if token.kind == Kind::Open => {
                    let before = self.previous();
                    let queries = self.is_subquery(self.at + 1);
                    // `FROM ((a JOIN b ON …), c)`
                    if matches!(before.kind, Kind::Open | Kind::Comma) && !queries {
                        self.at += 1;
                    } else {
                        self.skip_brackets()?;
                    }
                }
                _ if self.follows_dot_or_as() => self.at += 1,
                _ if self.text(token) == "|>" => break,
                Word::Join => {
                    joins += 1;
                    needed += u32::from(self.needs_condition());
                    self.at += 1;
                }
                Word::Using if self.ahead(1).kind == Kind::Open => {
                    conditions += 1;
                    self.at += 1;
                    if !self.is_in(Set::CLICKHOUSE) {
                        self.names()?;
                    }
                }
                Word::Using => {
                    conditions += u32::from(!self.is_text(self.ahead(1), "sample"));
                    self.at += 1;
                }
                Word::On if !matches!(self.ahead(1).kind, Kind::Comma | Kind::Dot) => {
                    conditions += 1;
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
                _ if token.word == Word::For || self.is_text(token, UNREAD) => {
                    known = false;
                    self.at += 1;
                }
                Word::From if !known => self.at += 1,
                // `LOCK IN SHARE MODE`
                Word::In if self.is_text(self.previous(), "lock") => {
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
                Word::Select if self.is_in(Set::FROM_FIRST) => break,
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
                _ if token.is(CLAUSE) || self.combines() => break,
                _ if matches!(token.kind, Kind::OpenSquare | Kind::OpenBrace) => {
                    self.at = self.partner(self.at) + 1;
                }
                _ => {
                    joins += u32::from(self.is_text(token, "straight_join"));
                    self.at += 1;
                }
            }
        }
        // `a JOIN b WHERE`, `a, b ON a.c = b.c`; but ClickHouse: `a JOIN b SAMPLE 1/2 OFFSET 1/2 USING c`
        let counted = known && !self.is_text(self.peek(), "offset");
        if counted && (conditions < needed || conditions > joins) {
            return self.damaged();
        }
        Ok(())
    }

    /// Whether the join whose `JOIN` is here needs `ON` or `USING`.
    fn needs_condition(&self) -> bool {
        let mut needs = self.is_in(Set::JOIN_NEEDS_CONDITION);
        let mut at = self.at;
        loop {
            at = at.wrapping_sub(1);
            let how = self.token(at);
            if !says_how_to_join(how) {
                return needs;
            }
            if self.is_text(how, "cross natural positional paste array") {
                return false;
            }
            needs |= self.is_in(Set::MYSQL) && matches!(how.word, Word::Left | Word::Right);
        }
    }

    /// Whether a function is called that has no grammar of its own.
    pub(super) fn is_table_function(&self) -> bool {
        const OWN: &str = "xmltable json_table openrowset changetable view viewifpermitted";
        let (token, before) = (self.peek(), self.previous());
        let begins = before.kind == Kind::Comma || matches!(before.word, Word::From | Word::Join);
        let plain = token.is_plain_word() && !self.is_in(Set::MYSQL);
        begins
            && self.ahead(1).kind == Kind::Open
            && (token.word == Word::Unnest || plain)
            && !self.is_text(token, OWN)
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
            // `t u AS v`, `f(x) u AS (v)`
            Word::As
                if is_name(before)
                    && next.word != Word::Of
                    && self.is_aliased(self.token(self.at.wrapping_sub(2))) =>
            {
                true
            }
            // `FROM AS t`, `FROM JOIN t`
            Word::As if begins || before.word == Word::As => !self.is_in(Set::EVERYTHING_IS_A_NAME),
            Word::Join if begins => true,
            // `LEFT t`, `LEFT OUTER t`, `LEFT LEFT JOIN t`
            Word::Left | Word::Right | Word::Inner | Word::Cross | Word::Natural
                if (!begins || self.reserves_clauses())
                    && (is_name(next)
                        || matches!(next.word, Word::Outer | Word::Lateral)
                        || next.word == token.word
                        || next.kind == Kind::Open && self.is_subquery(self.at + 2)) =>
            {
                let united = next.word == Word::Union || third.word == Word::Union;
                !self.joins_tables() && !united && !self.is_text(next, "apply")
                    || next.word == token.word
            }
            // `FROM (1, 2)`, `FROM t LIIMIT 1`
            _ if token.kind == Kind::Number => {
                let table = self.token(self.at.wrapping_sub(2));
                begins
                    || before.kind == Kind::Open
                    || is_name(before)
                        && !self.is_text(before, "of sample nearest")
                        && (is_name(table)
                            || matches!(table.kind, Kind::Close | Kind::Comma)
                            || matches!(table.word, Word::As | Word::From | Word::Join))
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
            // `AS, t`, `AS t()`
            Word::As => {
                !matches!(
                    next.kind,
                    Kind::Word | Kind::Quoted | Kind::Text | Kind::Open
                ) || next.word == Word::As
                    || matches!(next.word, Word::Join | Word::On | Word::Using)
                    || next.is(JOINS) && matches!(third.word, Word::Join | Word::Outer)
                    || matches!(next.word, Word::Group | Word::Order) && third.word == Word::By
            }
            // `t, LEFT JOIN u`, `t, WHERE`
            _ if token.kind == Kind::Comma => {
                let joins = matches!(
                    next.word,
                    Word::Join | Word::Left | Word::Right | Word::Inner | Word::Cross
                ) && (next.word == Word::Join || third.word == Word::Join);
                let ends = next.is(CLAUSE) || next.kind == Kind::Close;
                joins
                    || matches!(next.word, Word::On | Word::Using)
                    || ends && !self.is_in(Set::SPARK)
            }
            // `a b.c`, but not `STREAM a.b`
            _ if begins && is_name(token) && is_name(next) && !next.is(AMONG_TABLES) => {
                third.kind == Kind::Dot && !self.is_text(token, "stream")
                    || third.word == Word::As && self.ahead(3).word != Word::Of
            }
            _ => false,
        }
    }
}
