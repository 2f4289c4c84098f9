//! Operators: a table of those with a fixed spelling, and PostgreSQL's open set.

use super::super::Severity;
use super::super::dialect::Set;
use super::super::keyword::{COMPARES, INFIX, PREFIX, STAR, Traits, Word};
use super::super::meter::step;
use super::super::token::{Kind, Span};
use super::Lexer;
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

/// One operator: where it has a meaning, where it may have one, and what was probably meant
/// elsewhere.
struct Row {
    text: &'static str,
    traits: Traits,
    known: Set,
    doubtful: Set,
    instead: Option<&'static str>,
}

const fn row(
    text: &'static str,
    traits: Traits,
    known: Set,
    doubtful: Set,
    instead: Option<&'static str>,
) -> Row {
    Row {
        text,
        traits,
        known,
        doubtful,
        instead,
    }
}

impl Row {
    /// In other places these are several signs: `ARRAY<STRUCT<a ARRAY<INT>>>`, `!~x`.
    fn divides(&self) -> bool {
        matches!(self.text, ">>" | ">>>" | "|>")
            || self.text.len() > 1 && self.text.as_bytes().contains(&b'~')
    }
}

/// Longer spellings come before their prefixes.
static ROWS: &[Row] = &[
    row(
        "<=>",
        INFIX | COMPARES,
        Set::NULL_SAFE_EQUALS,
        Set::UNDOCUMENTED,
        None,
    ),
    row("->>", INFIX, Set::JSON_ARROW, Set::UNDOCUMENTED, None),
    row(">>>", INFIX, Set::SPARK, Set::NONE, None),
    row("!~*", INFIX, Set::REGEXP_SIGNS, Set::NONE, None),
    row("!~", INFIX, Set::REGEXP_SIGNS, Set::NONE, None),
    row("~*", INFIX, Set::REGEXP_SIGNS, Set::NONE, None),
    row("<=", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
    row(">=", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
    row("<>", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
    row("!=", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
    row("!<", INFIX | COMPARES, Set::NOT_LESS, Set::NONE, Some(">=")),
    row("!>", INFIX | COMPARES, Set::NOT_LESS, Set::NONE, Some("<=")),
    row("===", INFIX | COMPARES, Set::NONE, Set::NONE, Some("=")),
    row(
        "==",
        INFIX | COMPARES,
        Set::DOUBLE_EQUALS,
        Set::UNDOCUMENTED,
        Some("="),
    ),
    row("||", INFIX, Set::EVERY, Set::NONE, None),
    row("|>", 0, Set::PIPES, Set::NONE, None),
    row("&&", INFIX, Set::MYSQL, Set::NONE, Some("AND")),
    row("<<", INFIX, Set::BITWISE, Set::BITWISE_DOUBTFUL, None),
    row(">>", INFIX, Set::BITWISE, Set::BITWISE_DOUBTFUL, None),
    row("&", INFIX, Set::BITWISE, Set::BITWISE_DOUBTFUL, None),
    row("|", INFIX, Set::BITWISE, Set::BITWISE_DOUBTFUL, None),
    row("^", INFIX, Set::CARET, Set::BITWISE_DOUBTFUL, None),
    row("~", INFIX | PREFIX, Set::TILDE, Set::NONE, None),
    row("!", PREFIX, Set::BANG, Set::NONE, Some("NOT ")),
    row("+", INFIX | PREFIX, Set::EVERY, Set::NONE, None),
    row("-", INFIX | PREFIX, Set::EVERY, Set::NONE, None),
    row("*", INFIX | STAR, Set::EVERY, Set::NONE, None),
    row("/", INFIX, Set::EVERY, Set::NONE, None),
    row("%", INFIX, Set::EVERY, Set::NONE, None),
    row("=", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
    row("<", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
    row(">", INFIX | COMPARES, Set::EVERY, Set::NONE, None),
];

fn is_operator_byte(byte: u8) -> bool {
    matches!(
        byte,
        b'+' | b'-'
            | b'*'
            | b'/'
            | b'<'
            | b'>'
            | b'='
            | b'~'
            | b'!'
            | b'@'
            | b'#'
            | b'%'
            | b'^'
            | b'&'
            | b'|'
    )
}

impl Lexer<'_> {
    /// Any operator, or a character that is not one.
    pub(super) fn operator(&mut self) {
        match (self.byte(0), self.byte(1)) {
            (b'=', b'>') => self.punctuation(Kind::Named, 2),
            (b'-', b'>') if self.byte(2) != b'>' && self.is_in(Set::LAMBDA) => {
                self.punctuation(Kind::Arrow, 2);
            }
            (b'!', b':') if self.byte(2) == b'>' && self.is_in(Set::COLON_PATHS) => {
                self.punctuation(Kind::Cast, 3);
            }
            _ if self.is_in(Set::OPEN_OPERATORS) => self.operator_run(),
            _ => self.listed_operator(),
        }
    }

    fn push_operator(&mut self, start: usize, traits: Traits) {
        self.push_known(Kind::Operator, start, Word::Other, traits);
    }

    fn listed_operator(&mut self) {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        // Most operators are a single character before a space or a value, and plain in every
        // dialect.
        let simple = match rest.first() {
            Some(b'+' | b'-') => INFIX | PREFIX,
            Some(b'*') => INFIX | STAR,
            Some(b'/' | b'%') => INFIX,
            Some(b'=' | b'<' | b'>') => INFIX | COMPARES,
            _ => 0,
        };
        let spaced = self.is_in(Set::SPACED_OPERATORS) && matches!(rest.first(), Some(b'<' | b'>'));
        if simple != 0 && !spaced && !rest.get(1).is_some_and(|&next| is_operator_byte(next)) {
            self.at += 1;
            return self.push_operator(start, simple);
        }
        if self.is_in(Set::SPACED_OPERATORS) && self.spaced_operator() {
            return self.push_operator(start, INFIX | COMPARES);
        }
        let is_arrow = rest.starts_with(b"->") && !rest.starts_with(b"->>");
        if is_arrow && (self.is_in(Set::JSON_ARROW) || self.is_in(Set::UNDOCUMENTED)) {
            self.at += 2;
            return self.push_operator(start, INFIX);
        }
        let Some(row) = ROWS.iter().find(|row| {
            rest.starts_with(row.text.as_bytes())
                && (self.is_in(row.known) || self.is_in(row.doubtful) || !row.divides())
        }) else {
            return self.unknown(1);
        };
        self.at += row.text.len();
        if !self.is_in(row.known) {
            self.foreign_operator(row);
        }
        self.push_operator(start, row.traits);
    }

    /// SQL Server: `> =`, `< >`, `! <`; consumes both signs and the spaces between them.
    fn spaced_operator(&mut self) -> bool {
        let mut length = 1;
        while self.byte(length).is_ascii_whitespace() {
            length += 1;
        }
        let found = matches!(
            (self.byte(0), self.byte(length)),
            (b'<' | b'>' | b'!', b'=') | (b'<' | b'!', b'>') | (b'!', b'<')
        );
        if found {
            self.at += length + 1;
        }
        found
    }

    #[cold]
    fn foreign_operator(&mut self, row: &Row) {
        let span = Span::from_bytes(self.at - row.text.len(), self.at);
        let (severity, message, help) = if self.is_in(row.doubtful) {
            (
                Severity::Warning,
                suspicious::OPERATOR,
                suspicious::WRITE_INSTEAD,
            )
        } else {
            (
                Severity::Error,
                syntax::FOREIGN_OPERATOR,
                syntax::WRITE_INSTEAD,
            )
        };
        let help = row.instead.map(|_| help);
        let instead = row.instead.unwrap_or_default();
        let problems = &mut self.out.problems;
        problems.add(severity, span, message, help, instead);
        if row.instead.is_some() {
            problems.suggest(instead);
        }
    }

    /// The longest run of operator characters, by PostgreSQL's rules: a comment ends it, and a run
    /// of several characters ends in `+` or `-` only if it contains a character that plain
    /// arithmetic never uses.
    fn operator_run(&mut self) {
        let start = self.at;
        let odd = self.is_in(Set::ODD_OPERATORS);
        let mut unusual = false;
        loop {
            let byte = self.byte(0);
            let comment = matches!((byte, self.byte(1)), (b'-', b'-') | (b'/', b'*'));
            if comment || !(is_operator_byte(byte) || odd && matches!(byte, b'`' | b'?')) {
                break;
            }
            unusual |= !matches!(byte, b'+' | b'-' | b'*' | b'/' | b'<' | b'>' | b'=');
            self.at += 1;
        }
        let end = self.at;
        while self.at > start + 1
            && !unusual
            && matches!(self.bytes.get(self.at - 1), Some(b'+' | b'-'))
        {
            step(1);
            self.at -= 1;
        }
        if self.at == start {
            return self.unknown(1);
        }
        let run = self.bytes.get(start..self.at).unwrap_or_default();
        // The parser takes any run as an operator, but nobody has defined these.
        let instead = match run {
            b"==" | b"===" if odd => "=",
            b"!" if odd => "NOT ",
            _ => "",
        };
        if !instead.is_empty() {
            let span = Span::from_bytes(start, self.at);
            let message = suspicious::OPERATOR;
            let problems = &mut self.out.problems;
            let help = Some(suspicious::WRITE_INSTEAD);
            problems.add(Severity::Warning, span, message, help, instead);
            problems.suggest(instead);
        }
        let traits = match run {
            b"*" => INFIX | STAR,
            b"%" | b"^" if !odd => INFIX | PREFIX,
            b"==" if !odd => INFIX | COMPARES,
            b"/" | b"%" | b"^" => INFIX,
            b"=" | b"<" | b">" | b"<=" | b">=" | b"<>" | b"!=" => INFIX | COMPARES,
            _ => INFIX | PREFIX,
        };
        self.push_operator(start, traits);
        // The signs cut off at the end are one operator each. Scanning them again one by one would
        // take quadratic time.
        while self.at < end {
            self.at += 1;
            self.push_operator(self.at - 1, INFIX | PREFIX);
        }
    }
}
