//! Comments, which are whitespace with an end of their own.

use super::super::dialect::Set;
use super::super::meter::step;
use super::super::token::{Gap, Kind, Span};
use super::Lexer;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Lexer<'_> {
    /// `--`: a comment or two minus signs.
    pub(super) fn dashes(&mut self) {
        let comment = !self.is_in(Set::SPACED_DASH_COMMENT)
            || self.at + 2 >= self.bytes.len()
            || self.byte(2).is_ascii_whitespace()
            || self.byte(2).is_ascii_control();
        if comment {
            self.line_comment();
        } else {
            self.operator();
        }
    }

    /// To the end of the line.
    pub(super) fn line_comment(&mut self) {
        while self.at < self.bytes.len() && !matches!(self.byte(0), b'\n' | b'\r') {
            self.at += 1;
        }
        self.gap = self.gap.max(Gap::Space);
    }

    pub(super) fn hash(&mut self) {
        let spaced = matches!(self.byte(1), b' ' | b'\t' | b'\n' | b'!');
        if self.is_in(Set::HASH_COMMENT) || spaced && self.is_in(Set::SPACED_HASH_COMMENT) {
            self.line_comment();
        } else {
            self.unknown(1);
        }
    }

    pub(super) fn block_comment(&mut self) {
        let start = self.at;
        self.at += 2;
        // `/*!99999 …*/`: no server has this version, so it is a comment after all.
        let mut later = false;
        if self.byte(0) == b'!' && self.is_in(Set::VERSION_COMMENT) {
            let code = self.bytes.get(self.at + 1..).unwrap_or_default();
            let digits = code.iter().take(6).take_while(|byte| byte.is_ascii_digit());
            // A version has five or six digits.
            let version = Some(digits.count()).filter(|&count| count >= 5);
            later = version.is_some() && code.starts_with(b"99");
            if !later {
                self.at += 1 + version.unwrap_or(0);
                self.in_version_comment = true;
                self.gap = self.gap.max(Gap::Space);
                return;
            }
        }
        let nested = later || self.is_in(Set::NESTED_COMMENT);
        let mut depth = 1_u32;
        while let Some(&byte) = self.bytes.get(self.at) {
            step(1);
            self.at += 1;
            match byte {
                b'*' if self.byte(0) == b'/' => {
                    self.at += 1;
                    depth -= 1;
                    if depth == 0 {
                        self.gap = self.gap.max(Gap::Space);
                        return;
                    }
                }
                b'/' if nested && self.byte(0) == b'*' => {
                    self.at += 1;
                    depth += 1;
                }
                b'\n' | b'\r' => self.gap = Gap::Line,
                _ => {}
            }
        }
        let span = self.to_end_of_line(start);
        self.cut = true;
        self.error(span, syntax::COMMENT, Some(syntax::CLOSE_COMMENT));
    }

    /// From `start` to the end of its line: the part of an unterminated piece of text that is
    /// shown.
    pub(super) fn to_end_of_line(&self, start: usize) -> Span {
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|&byte| matches!(byte, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        step(length);
        Span::from_bytes(start, start + length)
    }

    /// A character without a meaning here.
    pub(super) fn unknown(&mut self, length: usize) {
        let start = self.at;
        self.at += length;
        let span = Span::from_bytes(start, self.at);
        self.error(span, syntax::UNEXPECTED_IN, None);
        self.push(Kind::Unknown, start);
    }
}
