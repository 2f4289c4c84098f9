//! Numbers, and names that start like numbers.

use super::super::dialect::Set;
use super::super::token::{Gap, Kind, Span};
use super::Lexer;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Lexer<'_> {
    pub(super) fn number(&mut self) {
        let start = self.at;
        let after_dot = self.previous().is_some_and(|token| token.kind == Kind::Dot)
            && self.gap == Gap::Nothing;
        let mut whole = true;
        match (self.byte(0), self.byte(1) | 32) {
            (b'0', b'x') if self.byte(2).is_ascii_hexdigit() || self.is_in(Set::SHORT_NUMBERS) => {
                self.at += 2;
                self.digits(u8::is_ascii_hexdigit);
            }
            (b'0', b'b' | b'o')
                if self.is_in(Set::BINARY_NUMBERS)
                    && (self.byte(2).is_ascii_digit()
                        || self.byte(2) == b'_' && self.byte(3).is_ascii_digit()) =>
            {
                self.at += 2;
                self.digits(u8::is_ascii_digit);
            }
            _ => {
                self.digits(u8::is_ascii_digit);
                if self.byte(0) == b'.' && !after_dot && !self.ends_dashed_name() {
                    whole = false;
                    self.at += 1;
                    self.digits(u8::is_ascii_digit);
                }
                self.exponent();
            }
        }
        if self.is_word_byte() {
            self.number_with_letters(start, whole);
        } else if self.byte(0) == b'.' && !whole && self.byte(1).is_ascii_digit() {
            while self.byte(0) == b'.' || self.byte(0).is_ascii_digit() {
                self.at += 1;
            }
            // ClickHouse reads tuple elements here.
            if self.is_in(Set::TUPLE_INDEX) {
                self.push(Kind::Number, start);
            } else {
                self.bad_number(start);
            }
        } else {
            self.push(Kind::Number, start);
        }
    }

    /// The end of `project-1` in `project-1.dataset.table`.
    fn ends_dashed_name(&self) -> bool {
        self.is_in(Set::DASHED_NAMES)
            && self.gap == Gap::Nothing
            && (self.byte(1).is_ascii_alphabetic() || matches!(self.byte(1), b'_' | b'`'))
            && self
                .previous()
                .is_some_and(|token| token.gap == Gap::Nothing && token.kind == Kind::Operator)
    }

    fn digits(&mut self, accepts: fn(&u8) -> bool) {
        let underscores = self.is_in(Set::UNDERSCORED_NUMBERS);
        while accepts(&self.byte(0))
            || underscores && self.byte(0) == b'_' && accepts(&self.byte(1))
        {
            self.at += 1;
        }
    }

    fn exponent(&mut self) {
        let sign = usize::from(matches!(self.byte(1), b'+' | b'-'));
        if self.byte(0) | 32 == b'e' && self.byte(1 + sign).is_ascii_digit() {
            self.at += 1 + sign;
            self.digits(u8::is_ascii_digit);
        }
    }

    fn number_with_letters(&mut self, start: usize, whole: bool) {
        let letters = self.at;
        self.rest_of_word();
        let suffix = self.sql.get(letters..self.at).unwrap_or("");
        let known = ["l", "s", "y", "f", "d", "bd"]
            .iter()
            .any(|one| one.eq_ignore_ascii_case(suffix));
        let field = self.is_in(Set::DIGIT_FIELDS)
            && self.previous().is_some_and(|token| token.kind == Kind::Dot);
        if known && self.is_in(Set::NUMBER_SUFFIXES)
            || suffix.eq_ignore_ascii_case("e") && self.is_in(Set::SHORT_NUMBERS)
        {
            self.push(Kind::Number, start);
        } else if whole && (field || self.is_in(Set::DIGIT_NAMES)) {
            self.push(Kind::Word, start);
        } else if self.is_in(Set::NUMBERS_END_ANYWHERE) && self.depth > 0 {
            // `(SELECT 1_)`
            self.at = letters;
            self.push(Kind::Number, start);
        } else {
            self.bad_number(start);
        }
    }

    #[cold]
    fn bad_number(&mut self, start: usize) {
        let span = Span::from_bytes(start, self.at);
        self.error(span, syntax::NUMBER, None);
        self.push(Kind::Number, start);
    }
}
