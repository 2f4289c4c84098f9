//! Type names, which are open: any words that could name a type; and strings with a type before them.

use super::super::dialect::Set;
use super::super::keyword::{CONSTANT, CONTAINER, RESERVED, TYPE, UNIT, Word};
use super::super::token::{Kind, Token};
use super::{Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// The type after `::`, or a call: `geography::Point(…)`.
    pub(super) fn cast_type(&mut self) -> Parsed {
        if self.is_in(Set::BRACKET_NAMES)
            && self.is_kind(Kind::Word)
            && self.ahead(1).kind == Kind::Open
        {
            let name = self.bump();
            return self.call(name, name);
        }
        self.type_name()
    }

    /// One type; stops before the first token that cannot belong to it.
    pub(super) fn type_name(&mut self) -> Parsed {
        let first = self.peek();
        // DuckDB: `UNION(number INTEGER, text VARCHAR)`
        let union = first.word == Word::Union && self.ahead(1).kind == Kind::Open;
        let named =
            first.kind == Kind::Quoted || first.kind == Kind::Word && !first.is(RESERVED) || union;
        if !named || first.word == Word::Precision && self.is_in(Set::COMPARE_ONCE) {
            let before = self.previous();
            let message = syntax::TYPE_AFTER;
            return Err(self.fail(before.span(), message, None));
        }
        self.at += 1;
        while self.is_kind(Kind::Dot) && matches!(self.ahead(1).kind, Kind::Word | Kind::Quoted) {
            self.at += 2;
        }
        match first.word {
            Word::National | Word::Long | Word::Signed | Word::Unsigned | Word::Large
                if matches!(
                    self.peek().word,
                    Word::Char
                        | Word::Character
                        | Word::Varchar
                        | Word::Integer
                        | Word::Int
                        | Word::Large
                ) =>
            {
                self.at += 1;
            }
            Word::Double => {
                self.eat_word(Word::Precision);
            }
            Word::Interval => self.interval_type(),
            _ => {}
        }
        self.type_parameters()?;
        self.type_tail()
    }

    /// `INTERVAL DAY TO SECOND(3)`
    fn interval_type(&mut self) {
        if self.peek().is(UNIT) {
            self.at += 1;
            if self.is_word(Word::To) && self.ahead(1).is(UNIT) {
                self.at += 2;
            }
        }
    }

    /// `(10, 2)`, `<INT64>`, `[]`, in any order.
    fn type_parameters(&mut self) -> Parsed {
        loop {
            let token = self.peek();
            match token.kind {
                Kind::Open => {
                    let struct_type = matches!(self.previous().word, Word::Struct | Word::Union);
                    let fields = !struct_type || self.holds_fields(self.at);
                    if !fields || !self.is_type_list(self.at) {
                        return self.bracketed(super::Parser::elements);
                    }
                    self.at = self.partner(self.at) + 1;
                }
                Kind::OpenSquare
                    if matches!(self.ahead(1).kind, Kind::CloseSquare | Kind::Number) =>
                {
                    let close = self.partner(self.at);
                    if close != self.at + 1 && close != self.at + 2 {
                        return Ok(());
                    }
                    self.at = close + 1;
                }
                Kind::Operator if self.is_in(Set::ANGLE_TYPES) || self.out.is_inside_cast() => {
                    if !self.text(token).starts_with('<') {
                        return Ok(());
                    }
                    // The lexer reads `ARRAY<>` as `<>`, and `<>` is an operator after a cast.
                    match self.after_angles(self.at) {
                        Some(after) if self.previous().is(CONTAINER) => self.at = after,
                        _ => return Ok(()),
                    }
                }
                _ => return Ok(()),
            }
        }
    }

    /// Whether each field in the brackets at `open` has a name and a type, as `DuckDB` requires.
    fn holds_fields(&self, open: usize) -> bool {
        let named = |at: usize| matches!(self.token(at).kind, Kind::Word | Kind::Quoted);
        let close = self.partner(open);
        let mut at = open + 1;
        while at < close && self.is_in(Set::DUCKDB) && self.is_in(Set::METHODS) {
            // A third name is part of a type only if the grammar knows it: `double precision`.
            if !named(at) || !named(at + 1) || self.token(at + 2).is_plain_word() {
                return false;
            }
            at += 2;
            while at < close && self.token(at).kind != Kind::Comma {
                if matches!(self.token(at).kind, Kind::Open | Kind::OpenSquare) {
                    at = self.partner(at);
                }
                at += 1;
            }
            if at + 1 == close {
                return false;
            }
            at += 1;
        }
        true
    }

    /// Whether the brackets at `open` contain only numbers: `(3)`, `(10, 2)`.
    pub(super) fn holds_numbers(&self, open: usize) -> bool {
        let kind = |distance: usize| self.token(open + distance).kind;
        kind(1) == Kind::Number
            && (kind(2) == Kind::Close
                || kind(2) == Kind::Comma && kind(3) == Kind::Number && kind(4) == Kind::Close)
    }

    /// Whether the brackets at `open` could contain lengths, type names and fields: no doubled or
    /// dangling commas, no two adjacent numbers.
    fn is_type_list(&mut self, open: usize) -> bool {
        if !self.is_closed(open) {
            return true;
        }
        let close = self.partner(open);
        // A list with a mistake is read as values, and lists inside it get here again.
        let (from, mistake) = self.checked_types;
        if !(from..=mistake).contains(&open) {
            let is_mistake = |at: &usize| {
                matches!(
                    (self.token(*at).kind, self.token(at + 1).kind),
                    (Kind::Comma | Kind::Open, Kind::Comma)
                        | (Kind::Comma, Kind::Close)
                        | (Kind::Number, Kind::Number)
                )
            };
            let mistake = (open..close).find(is_mistake).unwrap_or(close);
            self.checked_types = (open, mistake);
        }
        close <= self.checked_types.1
    }

    /// `WITH TIME ZONE`, `VARYING`, `CHARACTER SET utf8`, `UNSIGNED` and so on.
    fn type_tail(&mut self) -> Parsed {
        loop {
            let (next, after) = (self.ahead(1).word, self.ahead(2).word);
            // `varying varying`
            if self.is_kind(Kind::Word) && self.text(self.peek()) == self.text(self.previous()) {
                return Ok(());
            }
            match self.peek().word {
                Word::With | Word::Without if next == Word::Time && after == Word::Zone => {
                    self.at += 3;
                }
                Word::With | Word::Without if next == Word::Local && after == Word::Time => {
                    self.at += 4;
                }
                Word::Character if next == Word::Set => self.at += 3,
                Word::Charset => self.at += 2,
                Word::Large if self.ahead(1).kind == Kind::Word => self.at += 2,
                Word::Not if next == Word::Null => self.at += 2,
                Word::Varying
                | Word::Unsigned
                | Word::Signed
                | Word::Byte
                | Word::Ascii
                | Word::Unicode => self.at += 1,
                // `int ARRAY[4]`, but not `'a'::text ARRAY['b']`
                Word::Array
                    if self.ahead(1).kind != Kind::OpenSquare
                        || matches!(self.ahead(2).kind, Kind::Number | Kind::CloseSquare) =>
                {
                    self.at += 1;
                }
                Word::Integer | Word::Int
                    if matches!(self.previous().word, Word::Signed | Word::Unsigned) =>
                {
                    self.at += 1;
                }
                Word::Collate
                    if matches!(self.ahead(1).kind, Kind::Word | Kind::Quoted | Kind::Text) =>
                {
                    self.at += 2;
                }
                // Snowflake: `RENAME FIELDS`, `ADD FIELDS`
                _ if self.text(self.ahead(1)).eq_ignore_ascii_case("fields") => self.at += 2,
                _ => match self.peek().kind {
                    Kind::Open if matches!(self.previous().word, Word::Varying | Word::Array) => {
                        self.type_parameters()?;
                    }
                    Kind::OpenSquare if matches!(self.ahead(1).kind, Kind::CloseSquare) => {
                        self.type_parameters()?;
                    }
                    _ => return Ok(()),
                },
            }
        }
    }

    /// `DATE '2024-01-01'`.
    pub(super) fn is_typed_text(&self, first: &Token, last: &Token) -> bool {
        if self.is_in(Set::OPEN_TYPED_TEXT) {
            // `B'1'` and `X'1F'` include their type.
            let bits = !self.is_in(Set::DUCKDB)
                && self.text(self.peek()).starts_with(['b', 'B', 'x', 'X']);
            return !first.is(CONSTANT) && !bits;
        }
        // `_utf8mb4 'x'`
        if self.text(first).starts_with('_') && self.is_in(Set::CHARSET_TEXT) {
            return true;
        }
        first.start == last.start && first.is(TYPE) && !self.is_in(Set::BRACKET_NAMES)
    }

    /// `timestamp with time zone '…'`, `double precision '1'`: types of several words before a
    /// string.
    pub(super) fn worded_type(&mut self, first: &Token) -> Option<Parsed> {
        let mut at = self.at + 1;
        let eats = |at: &mut usize, words: &[Word]| {
            let found = words.contains(&self.token(*at).word);
            *at += usize::from(found);
            found
        };
        match first.word {
            Word::Double => _ = eats(&mut at, &[Word::Precision]),
            Word::Bit | Word::Character => _ = eats(&mut at, &[Word::Varying]),
            Word::National => {
                if !eats(&mut at, &[Word::Character, Word::Char, Word::Varchar]) {
                    return None;
                }
                eats(&mut at, &[Word::Varying]);
            }
            _ => {}
        }
        if self.token(at).kind == Kind::Open {
            if !self.holds_numbers(at) {
                return None;
            }
            at = self.partner(at) + 1;
        }
        if matches!(first.word, Word::Time | Word::Timestamp)
            && eats(&mut at, &[Word::With, Word::Without])
        {
            eats(&mut at, &[Word::Local]);
            if !eats(&mut at, &[Word::Time]) || !eats(&mut at, &[Word::Zone]) {
                return None;
            }
        }
        let found = at > self.at + 1 && self.token(at).kind == Kind::Text;
        if !found || first.kind != Kind::Word {
            return None;
        }
        self.at = at + 1;
        Some(Ok(()))
    }

    /// The position after the angle brackets that open at `at`; `None` if they are comparisons.
    pub(super) fn after_angles(&self, mut at: usize) -> Option<usize> {
        // Nobody writes longer types by hand, and the bound keeps a text that consists of `<`
        // linear.
        const LONGEST: usize = 256;
        let (mut depth, limit) = (0_i32, at + LONGEST);
        while at < limit {
            let token = self.token(at);
            let next = self.token(at + 1);
            // `<a: , b>`: a name or a type is missing.
            let waits = matches!(token.kind, Kind::Comma | Kind::Colon)
                || token.kind == Kind::Operator && self.text(token).ends_with('<');
            let lacks = matches!(next.kind, Kind::Comma | Kind::Colon | Kind::Operator);
            if waits && lacks {
                return None;
            }
            match token.kind {
                Kind::Operator => {
                    for character in self.text(token).chars() {
                        depth += match character {
                            '<' => 1,
                            '>' => -1,
                            _ => return None,
                        };
                    }
                    if depth <= 0 {
                        return Some(at + 1);
                    }
                }
                Kind::Open => at = self.partner(at),
                Kind::Word
                | Kind::Quoted
                | Kind::Comma
                | Kind::Number
                | Kind::Colon
                | Kind::Dot
                | Kind::Text => {}
                _ => return None,
            }
            at += 1;
        }
        None
    }
}
