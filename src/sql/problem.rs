//! What is wrong with an expression: the position, a message, and what to do about it.

use super::dialect::Dialect;
use super::lexer::is_invisible;
use super::token::Span;
pub use crate::issue::Severity;
use crate::issue::{Message, Template};
use crate::rules::sql::sql_syntax::templates as syntax;
use crate::text::trimmed;

/// The kind of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The text does not follow the grammar.
    Syntax,
    /// The text is more than one expression, or something else: a statement, a list, an alias, a
    /// clause.
    NotAnExpression,
    /// The text contains only whitespace and comments.
    Empty,
    /// A template placeholder was left in.
    Template,
    /// An aggregate inside an aggregate. Parsers accept it and engines refuse it later, hence a
    /// warning here.
    NestedAggregate,
    /// A comparison that is never true, such as `= NULL`.
    Comparison,
    /// Something on which dialects or sources disagree.
    Suspicious,
    /// Brackets or `CASE` nested deeper than `MAX_DEPTH`.
    TooDeep,
    /// Longer than `MAX_LENGTH`.
    TooLong,
}

/// A mistake in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The kind of mistake.
    pub kind: ProblemKind,
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The smallest part of the text that a person would underline.
    pub span: Span,
    /// What was found and what was expected: one line, lower case, no final period.
    pub message: Message,
    /// The next step, in one sentence.
    pub help: Option<Message>,
    /// The text that should replace the span, if that is certain.
    pub suggestion: Option<String>,
    /// A second position that explains the first.
    pub related: Option<(Span, Message)>,
}

/// More problems in one text help nobody, and each costs memory.
pub(super) const MAX_PROBLEMS: usize = 50;

/// The problems found so far. Parameters are filled in here, which keeps the callers small: `{found}` is the text at
/// the position, `{dialect}` the name of the dialect, and any other one a text that the caller passes.
#[derive(Debug)]
pub(super) struct Problems<'s> {
    sql: &'s str,
    dialect: Dialect,
    pub(super) list: Vec<Problem>,
    /// The last problem was one too many and was dropped.
    dropped: bool,
}

impl<'s> Problems<'s> {
    pub(super) fn new(sql: &'s str, dialect: Dialect) -> Self {
        Self {
            sql,
            dialect,
            list: Vec::new(),
            dropped: false,
        }
    }

    /// Whether to stop reading.
    pub(super) fn is_full_of_errors(&self) -> bool {
        self.list.len() >= MAX_PROBLEMS && self.has_errors()
    }

    pub(super) fn has_errors(&self) -> bool {
        has_errors(&self.list)
    }

    /// Adds an error or a warning; at most one text is passed for both. If there are too many problems,
    /// the first ones are kept, and an error replaces a warning.
    #[cold]
    #[inline(never)]
    pub(super) fn add(
        &mut self,
        severity: Severity,
        span: Span,
        message: Template,
        help: Option<Template>,
        other: &str,
    ) -> &mut Self {
        let full = self.list.len() >= MAX_PROBLEMS;
        self.dropped = full && (severity == Severity::Warning || self.has_errors());
        if self.dropped {
            return self;
        }
        let value = |name| match name {
            "found" => shown(span.text(self.sql)),
            "dialect" => self.dialect.name().to_owned(),
            _ => shown(other),
        };
        let problem = Problem {
            kind: match severity {
                Severity::Error => ProblemKind::Syntax,
                Severity::Warning => ProblemKind::Suspicious,
            },
            severity,
            span,
            message: Message::filled(message, &value),
            help: help.map(|help| Message::filled(help, &value)),
            suggestion: None,
            related: None,
        };
        self.list.truncate(MAX_PROBLEMS - 1);
        self.list.push(problem);
        self
    }

    // The following methods change the problem added last.

    fn added(&mut self) -> Option<&mut Problem> {
        self.list.last_mut().filter(|_| !self.dropped)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn of_kind(&mut self, kind: ProblemKind) -> &mut Self {
        if let Some(last) = self.added() {
            last.kind = kind;
        }
        self
    }

    /// For a character that looks like a plain one.
    #[cold]
    #[inline(never)]
    pub(super) fn write_plain(&mut self, plain: &str) -> &mut Self {
        if let Some(last) = self.added() {
            last.help = Some(Message::new(syntax::WRITE_PLAIN, &[plain]));
        }
        self
    }

    #[cold]
    #[inline(never)]
    pub(super) fn suggest(&mut self, replacement: &str) -> &mut Self {
        if let Some(last) = self.added() {
            last.suggestion = Some(replacement.to_owned());
        }
        self
    }

    #[cold]
    #[inline(never)]
    pub(super) fn related(&mut self, span: Span, message: Template) -> &mut Self {
        if let Some(last) = self.added() {
            last.related = Some((span, Message::new(message, &[])));
        }
        self
    }
}

pub(super) fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// User text in a message: one line, shortened.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut out = String::new();
    let mut spaced = false;
    for (count, character) in trimmed(text).chars().enumerate() {
        if count == LONGEST {
            out.push('…');
            break;
        }
        if character.is_ascii_whitespace() || character.is_ascii_control() {
            spaced = true;
            continue;
        }
        if std::mem::take(&mut spaced) {
            out.push(' ');
        }
        // An invisible character would not show, and some reverse the rest of the line.
        out.push(if is_invisible(character) {
            '\u{FFFD}'
        } else {
            character
        });
    }
    out
}
