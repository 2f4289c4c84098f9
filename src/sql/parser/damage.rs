//! Signs of damage in a subquery: two adjacent tokens that are a mistake in every statement of the
//! dialect.
//!
//! A statement has far more grammar than an expression, and each dialect has its own. So nothing is
//! refused because it is unknown, only because no dialect could give it a meaning; whatever a
//! dialect reads differently is left alone. After a dot or `AS` comes a name, a row pattern is
//! another language, and `OPERATOR(…)` contains an operator.

use super::super::dialect::Set;
use super::super::keyword::{CLAUSE, COMPARES, INFIX, PREFIX, RESERVED, STAR, Word};
use super::super::token::{Gap, Kind, Span, Token};
use super::Parser;
use super::query::names::is_name;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// Reports the first sign of damage between these brackets, and returns whether there is one.
    pub(super) fn signs_of_damage(&mut self, open: usize, close: usize) -> bool {
        let span = self.impossible_pair(open, close);
        let span = span.or_else(|| {
            // Reading the expressions shows this better.
            if self.is_in(Set::READABLE_QUERIES) {
                return None;
            }
            let span = self.three_names(open, close);
            span.or_else(|| self.unjoined_names(open, close))
        });
        if let Some(span) = span {
            self.error(span, syntax::DAMAGE, None);
        }
        span.is_some()
    }

    fn impossible_pair(&self, open: usize, close: usize) -> Option<Span> {
        let mut at = open;
        let mut is_name = false;
        while at < close {
            let (left, right) = (self.token(at), self.token(at + 1));
            let is_other = match left.word {
                // `PATTERN (a+ b*?)`
                Word::Pattern | Word::Operator => right.kind == Kind::Open,
                _ => false,
            };
            if is_other && !is_name {
                at = self.partner(at + 1);
                continue;
            }
            // `(+)` marks an outer join, and `ORDER BY a USING <` ends with an operator.
            let before = self.token(at.wrapping_sub(1));
            let is_whole = left.is(INFIX)
                && (before.kind == Kind::Open && right.kind == Kind::Close
                    || before.word == Word::Using);
            if !is_whole && !is_name && self.cannot_meet(at, left, right) {
                return Some(left.span().to(right.span()));
            }
            is_name = left.kind == Kind::Dot || left.word == Word::As && !is_name;
            at += 1;
        }
        None
    }

    /// Whether no statement has `right` after `left`, which is not a name after a dot.
    #[expect(clippy::too_many_lines, reason = "one pair after another")]
    fn cannot_meet(&self, at: usize, left: &Token, right: &Token) -> bool {
        // If nothing is reserved, words such as `AND` may be names.
        let reserved = !self.is_in(Set::OPERATOR_FUNCTIONS);
        // A `>` may close the brackets of a type, and a `!` may follow its value.
        let sign = self.text(left);
        let closes_type = matches!(sign, ">" | ">>") && self.is_in(Set::ANGLE_TYPES);
        let operator =
            left.is(INFIX) && !left.is(STAR) && !closes_type && !matches!(sign, "!" | "%");
        let joins = match left.word {
            // DuckDB: `JOIN BY (…)`
            Word::Join => right.word != Word::By || !self.is_in(Set::DUCKDB),
            // Where columns have these names, see `keyword_names.rs`.
            Word::And | Word::Or | Word::Like | Word::In | Word::Between => true,
            Word::By => matches!(
                self.token(at.wrapping_sub(1)).word,
                Word::Order | Word::Group | Word::Partition
            ),
            _ => false,
        };
        let clause = matches!(left.word, Word::Where | Word::From | Word::Having)
            || left.word == Word::Limit && self.is_in(Set::CLAUSES_RESERVED);
        let trailing = self.is_in(Set::TRAILING_SELECT_COMMA);
        // `COUNT*)`: this star multiplies.
        let before = self.token(at.wrapping_sub(1));
        let multiplies = left.is(STAR)
            && (before.kind == Kind::Number && self.token(at.wrapping_sub(2)).word != Word::Top
                || before.is_plain_word() && !self.is_in(Set::OPERATOR_FUNCTIONS))
            && !self.has_descendants(at);
        match right.kind {
            Kind::Comma | Kind::Close if multiplies => true,
            Kind::Comma => {
                operator
                    || joins
                    || matches!(left.kind, Kind::Comma | Kind::Open | Kind::Dot)
                    || left.word == Word::Select
                    || clause && !self.is_in(Set::EVERYTHING_IS_A_NAME)
            }
            Kind::Close => {
                operator
                    || joins
                    || left.kind == Kind::Dot
                    || left.kind == Kind::Comma && !(trailing && self.may_end_with_comma(right))
                    || clause && !self.is_in(Set::EVERYTHING_IS_A_NAME)
                    || left.word == Word::Select && self.needs_columns()
                    || sign == "|>" && reserved
                    || left.kind == Kind::Open
                        && before.word == Word::Values
                        && self.is_in(Set::VALUES_ARE_ROWS)
            }
            // DuckDB: `UNPIVOT (values FOR a IN (b, c))`
            _ if left.word == Word::Values
                && right.kind != Kind::Open
                && right.word != Word::For
                && self.is_in(Set::VALUES_ARE_ROWS)
                && before.kind == Kind::Open =>
            {
                true
            }
            // `SELECT TOP 1 1`, `ORDER 1`
            Kind::Number => {
                left.kind == Kind::Number && right.gap != Gap::Nothing && before.word != Word::Top
                    || matches!(left.word, Word::Group | Word::Order)
            }
            // `COUNT(* *)`
            Kind::Operator if left.is(STAR) && right.is(STAR) && reserved => true,
            Kind::Operator if !right.is(PREFIX | STAR) && right.is(INFIX) => {
                // `> =`, `< >` and `|>` are operators in pieces.
                let pieces = matches!(sign, "<" | "|");
                operator && !pieces
                    || matches!(left.kind, Kind::Comma | Kind::Open)
                    || left.kind == Kind::Dot && right.is(COMPARES)
                    || reserved && (joins || clause)
            }
            // `mysql,.user`, `FROM .user`
            Kind::Dot
                if (matches!(left.word, Word::From | Word::Join) || left.kind == Kind::Comma)
                    && (self.is_in(Set::EVERYTHING_IS_A_NAME) || self.is_in(Set::JOINER_SPACE)) =>
            {
                true
            }
            // `= .b`, `, .b`. In some dialects two dots leave out the schema between them.
            Kind::Dot => {
                (operator || joins || clause || matches!(left.kind, Kind::Comma | Kind::Open))
                    && (self.is_in(Set::CLAUSES_RESERVED) || self.is_in(Set::JOINER_SPACE))
                    || left.kind == Kind::Dot && self.is_in(Set::NO_EMPTY_SCHEMA)
                    || self.is_in(Set::NO_LEADING_DOT)
                        && (operator
                            || left.kind == Kind::Open
                            || (joins || clause)
                                && !matches!(left.word, Word::From | Word::Join)
                                && (before.kind == Kind::Close
                                    || before.kind == Kind::Quoted
                                    || before.is_plain_word()))
            }
            // `SELECT t. AS a`
            Kind::Word
                if left.kind == Kind::Dot
                    && right.is(RESERVED)
                    && (right.gap != Gap::Nothing && self.is_in(Set::MYSQL)
                        || matches!(right.word, Word::As | Word::From)
                            && self.is_in(Set::BRACKET_NAMES)) =>
            {
                true
            }
            Kind::Word
                if self.is_in(Set::CLAUSES_RESERVED) && self.lacks_words(at, left, right) =>
            {
                true
            }
            Kind::Word if self.is_in(Set::ALIAS_INSIDE) => self.lacks_name(at, left, right),
            Kind::Word if reserved => {
                let between = matches!(right.word, Word::And | Word::Or);
                let begins = matches!(right.word, Word::Where | Word::Having | Word::By);
                // `SELECT a, WHERE`
                let comma = left.kind == Kind::Comma && !trailing;
                between && (operator || joins || clause || left.kind == Kind::Open)
                    || begins && (operator || joins || clause)
                    || (between || begins && right.word != Word::By) && comma
                    || left.word == right.word && is_never_doubled(left.word)
            }
            _ => false,
        }
    }

    /// ClickHouse: `FROM FROM`, `SELECT FROM t`, although these words may be columns.
    fn lacks_name(&self, at: usize, left: &Token, right: &Token) -> bool {
        // ClickHouse: `SELECT a, FROM FROM t` has a column called `from`.
        let before = self.token(at.wrapping_sub(1));
        let named = before.kind == Kind::Comma || before.word == Word::Select;
        let after = self.token(at + 2).kind;
        // `SELECT SELECT b` has a column called `select`, but 1 is no alias.
        let twice = left.word == Word::Select && right.word == Word::Select;
        let nothing = left.word == Word::Select
            && right.word == Word::From
            && (matches!(after, Kind::Quoted | Kind::Open)
                || is_name(self.token(at + 2))
                || self.token(at + 2).word == Word::Unnest);
        twice && matches!(after, Kind::Number | Kind::Text)
            || nothing
            || left.word == right.word
                && matches!(
                    left.word,
                    Word::From
                        | Word::Where
                        | Word::Group
                        | Word::Order
                        | Word::Join
                        | Word::Having
                )
                && !named
    }

    /// Whether the list in the brackets that close here may end with a comma: ClickHouse and
    /// BigQuery refuse it in a call.
    fn may_end_with_comma(&self, close: &Token) -> bool {
        let open = close.link as usize;
        let name = self.token(open.wrapping_sub(1));
        let calls = name.is_plain_word() || matches!(name.word, Word::Max | Word::Min);
        let selects = matches!(
            self.token(open + 1).word,
            Word::Select | Word::With | Word::From
        );
        !(calls && self.is_in(Set::NO_COMMA_IN_CALL) || selects && self.is_in(Set::JOINER_SPACE))
    }

    /// PostgreSQL: `FROM t*` reads the tables that inherit from `t`, too.
    fn has_descendants(&self, star: usize) -> bool {
        let before = self.token(star.wrapping_sub(2));
        self.is_in(Set::EMPTY_SELECT) && matches!(before.word, Word::From | Word::Join)
    }

    /// Whether `SELECT FROM t` selects nothing.
    pub(super) fn needs_columns(&self) -> bool {
        (self.is_in(Set::CLAUSES_RESERVED) || self.is_in(Set::BRACKET_NAMES))
            && !self.is_in(Set::EMPTY_SELECT)
    }

    /// `ORDER a`, `FROM WHERE`, `= ORDER`: a required word or value is missing.
    fn lacks_words(&self, at: usize, left: &Token, right: &Token) -> bool {
        let clause = matches!(
            right.word,
            Word::From
                | Word::Where
                | Word::Group
                | Word::Order
                | Word::Having
                | Word::Union
                | Word::Except
                | Word::On
        );
        let sign = self.text(left);
        let closes_type = matches!(sign, ">" | ">>") && self.is_in(Set::ANGLE_TYPES);
        let before = self.token(at.wrapping_sub(1)).word;
        // `GROUP AND ORDER BY`
        let pipes = before == Word::Group && self.is_in(Set::PIPES);
        let waits = left.is(INFIX) && !left.is(STAR) && !closes_type && sign != "!"
            || matches!(
                left.word,
                Word::Or | Word::From | Word::Where | Word::Having | Word::Join
            )
            || left.word == Word::And && !pipes;
        let comma = left.kind == Kind::Comma
            && (right.word != Word::From || self.is_in(Set::NO_COMMA_BEFORE_FROM))
            && !self.is_in(Set::TRAILING_SELECT_COMMA);
        left.word == Word::Select && right.word == Word::From && self.needs_columns()
            || clause && (waits || comma)
            || left.word == Word::Order && right.word != Word::By && before != Word::Within
    }

    /// Before any `FROM`, at most two names are adjacent: a value and its alias.
    fn three_names(&self, open: usize, close: usize) -> Option<Span> {
        let plain = |token: &Token| token.kind == Kind::Quoted || token.is_plain_word();
        if self.token(open + 1).word != Word::Select {
            return None;
        }
        let mut at = open + 3;
        while at + 2 < close {
            let (first, second) = (self.token(at), self.token(at + 1));
            match first.kind {
                Kind::Open if !matches!(second.word, Word::Select | Word::With) => {
                    at = self.partner(at);
                }
                Kind::Word if first.word == Word::From || first.word == Word::Union => return None,
                _ => {}
            }
            let value =
                matches!(self.token(at).kind, Kind::Close | Kind::Text) || plain(self.token(at));
            let (second, third) = (self.token(at + 1), self.token(at + 2));
            if value && plain(second) && plain(third) && at + 2 < close && !self.takes_name(at) {
                return Some(second.span().to(third.span()));
            }
            at += 1;
        }
        None
    }

    /// Two adjacent names where the second one calls or is called: `SELECT COUNT COUNT(*)`,
    /// `WHERE a b.c`; and inside a call, `SELECT MAX(a a)`. After `FROM` there are aliases, and too
    /// many ways to join tables.
    fn unjoined_names(&self, open: usize, close: usize) -> Option<Span> {
        let plain = |token: &Token| {
            token.kind == Kind::Quoted
                || token.is_plain_word()
                || matches!(token.word, Word::Max | Word::Min | Word::Name)
        };
        let first = self.token(open + 1);
        let clickhouse = self.is_in(Set::JOINER_SPACE);
        if first.word != Word::Select || !self.is_in(Set::CLAUSES_RESERVED) && !clickhouse {
            return None;
        }
        let (mut selects, mut filters) = (true, false);
        let mut at = open + 1;
        while at + 3 < close {
            let before = self.token(at);
            let (left, right, after) = (self.token(at + 1), self.token(at + 2), self.token(at + 3));
            let is_name = before.kind == Kind::Dot || before.word == Word::As;
            if !is_name {
                match left.word {
                    Word::Select => (selects, filters) = (true, false),
                    Word::From => (selects, filters) = (false, false),
                    Word::Where => (selects, filters) = (false, true),
                    _ if left.is(CLAUSE) => (selects, filters) = (false, false),
                    _ => {}
                }
            }
            // `USING SAMPLE reservoir(…)`
            let joined = plain(left)
                && plain(right)
                && before.word != Word::Using
                && !self.takes_name(at + 1);
            if joined
                && ((after.kind == Kind::Dot && (selects || filters)
                    || after.is(COMPARES) && filters)
                    && !clickhouse
                    || after.kind == Kind::Open && selects)
            {
                return Some(left.span().to(right.span()));
            }
            // `SELECT MAX(a a)`, `= MAX(a a)`; elsewhere it may be a type, and MySQL names
            // arguments this way.
            let calls = plain(before) && left.kind == Kind::Open && at > open + 1;
            let starts = self.token(at.wrapping_sub(1));
            if calls
                && (starts.word == Word::Select || starts.is(INFIX))
                && plain(right)
                && plain(after)
                && self.token(at + 4).kind == Kind::Close
                && !self.is_in(Set::MYSQL)
                && !clickhouse
            {
                return Some(right.span().to(after.span()));
            }
            at += 1;
        }
        None
    }

    /// `PRIOR a`, `SQL_NO_CACHE a`, `f(x) APPLY sum`, `a SETTINGS b`: words before names and between them.
    fn takes_name(&self, at: usize) -> bool {
        const BETWEEN: &str = "apply settings into percent";
        let first = self.token(at);
        let sql = self.text(first).get(..4).unwrap_or_default();
        self.is_text(first, "prior straight_join high_priority")
            || sql.eq_ignore_ascii_case("sql_")
            || self.is_text(self.token(at + 1), BETWEEN)
            || self.is_text(self.token(at + 2), BETWEEN)
    }
}

/// Words that every dialect with reserved words reserves, and that never follow themselves.
fn is_never_doubled(word: Word) -> bool {
    matches!(
        word,
        Word::From
            | Word::Where
            | Word::Group
            | Word::Having
            | Word::Order
            | Word::By
            | Word::And
            | Word::Or
            | Word::In
            | Word::Is
            | Word::Select
            | Word::Join
            | Word::On
            | Word::When
            | Word::Then
            | Word::Else
            | Word::Between
            | Word::Union
            | Word::Limit
            | Word::Values
            | Word::Using
            | Word::With
    )
}
