//! What an expression refers to, as the analysis returns it.

use std::borrow::Cow;

use serde::Serialize;

use super::dialect::Dialect;
use super::token::{Kind, Span};

/// A reference to a column, as far as the expression alone shows.
///
/// In `a.b.c` the last part is taken as the column and the part before it as its table. Only a
/// caller who knows the table's name can decide whether `a.b` is a column of a table or a field of
/// a column; `parts` returns all parts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one reference"
)]
pub struct ColumnRef<'s> {
    /// The last part, without quotes.
    pub name: Cow<'s, str>,
    /// The part before the last, without quotes.
    pub qualifier: Option<Cow<'s, str>>,
    /// Whether the last part is quoted.
    pub quoted: bool,
    /// All parts.
    pub span: Span,
    /// The last part.
    pub name_span: Span,
    /// The number of parts.
    pub part_count: u32,
    /// Found in a subquery, where it may also belong to a table of that subquery.
    pub in_subquery: bool,
    /// Inside an aggregate, a window call or a subquery.
    pub aggregated: bool,
    /// Followed by `.*`: the fields of a column, or all columns of a table.
    pub star: bool,
}

impl ColumnRef<'_> {
    /// All parts in order, without quotes, each with its span.
    #[must_use]
    pub fn parts<'s>(&self, sql: &'s str, dialect: Dialect) -> Vec<(Cow<'s, str>, Span)> {
        let text = self.span.text(sql);
        // If the dialect is unknown, brackets around a name have been read as in SQL Server.
        let has_brackets = dialect == Dialect::Generic && text.as_bytes().contains(&b'[');
        let dialect = if has_brackets {
            Dialect::SqlServer
        } else {
            dialect
        };
        let tokens = super::lexer::lex(text, dialect, false, Vec::new()).tokens;
        let moved = |span: Span| Span {
            start: span.start + self.span.start,
            end: span.end + self.span.start,
        };
        let names = tokens
            .iter()
            .filter(|token| !matches!(token.kind, Kind::Dot | Kind::End));
        names
            .map(|token| (unquoted(moved(token.span()).text(sql)), moved(token.span())))
            .collect()
    }
}

/// A function call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionCall<'s> {
    /// As written, dots included.
    pub name: Cow<'s, str>,
    /// The name.
    pub span: Span,
    /// What it does to rows, as far as its name and its tail show.
    pub kind: FunctionKind,
}

/// A subquery, or a function that runs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subquery {
    /// The subquery with its parentheses, or the function's name.
    pub span: Span,
    /// Whether it may read a table, instead of only rearranging values of the row.
    pub reads_table: bool,
}

/// What a function does to rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FunctionKind {
    /// One row in, one value out.
    Scalar,
    /// Many rows in, one value out.
    Aggregate,
    /// With `OVER`, or a function that needs it.
    Window,
}

/// A name without its quotes; borrowed unless it contains an escape.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    // `U&"name"`
    let text = match text.as_bytes() {
        [b'u' | b'U', b'&', ..] => text.get(2..).unwrap_or(text),
        _ => text,
    };
    let (open, rest) = match text.chars().next() {
        Some(open @ ('"' | '`' | '[' | '“')) => (open, text.get(open.len_utf8()..).unwrap_or("")),
        _ => return Cow::Borrowed(text),
    };
    let close = match open {
        '[' => ']',
        '“' => '”',
        other => other,
    };
    let inside = rest.strip_suffix(close).unwrap_or(rest);
    if !inside.chars().any(|character| character == close) {
        return Cow::Borrowed(inside);
    }
    let mut name = String::with_capacity(inside.len());
    let mut escaped = false;
    for character in inside.chars() {
        escaped = character == close && !escaped;
        if !escaped {
            name.push(character);
        }
    }
    Cow::Owned(name)
}
