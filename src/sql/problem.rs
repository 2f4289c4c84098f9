//! What is wrong with an expression: the place, a sentence, and what to do about it.

use super::token::Span;
pub use crate::issue::Severity;

/// What sort of mistake it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The text does not follow the grammar.
    Syntax,
    /// The text is more or other than one expression: a statement, a list, an alias, a clause.
    NotAnExpression,
    /// There is nothing but white space and comments.
    Empty,
    /// A placeholder of a template language was left in.
    Template,
    /// An aggregate inside an aggregate. Parsers accept it, engines refuse it later; hence a warning here.
    NestedAggregate,
    /// A comparison that is never true, such as `= NULL`.
    Comparison,
    /// Something that dialects or sources disagree about.
    Suspicious,
    /// Brackets or `CASE` nested beyond `MAX_DEPTH`.
    TooDeep,
    /// Longer than `MAX_LENGTH`.
    TooLong,
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What sort of mistake.
    pub kind: ProblemKind,
    /// How bad it is.
    pub severity: Severity,
    /// The smallest part of the text that a person would underline.
    pub span: Span,
    /// What was found and what was expected: one line, lower case, no full stop.
    pub message: String,
    /// What to do, in a sentence.
    pub help: Option<String>,
    /// The text that should replace the span, where that is certain.
    pub suggestion: Option<String>,
    /// A second place that explains the first.
    pub related: Option<(Span, String)>,
}

impl Problem {
    /// The pieces are put together here, so that callers stay small.
    #[cold]
    pub(super) fn new(kind: ProblemKind, severity: Severity, span: Span, message: &[&str]) -> Self {
        Self {
            kind,
            severity,
            span,
            message: message.concat(),
            help: None,
            suggestion: None,
            related: None,
        }
    }

    pub(super) fn error(span: Span, message: &[&str]) -> Self {
        Self::new(ProblemKind::Syntax, Severity::Error, span, message)
    }

    pub(super) fn warning(span: Span, message: &[&str]) -> Self {
        Self::new(ProblemKind::Suspicious, Severity::Warning, span, message)
    }

    pub(super) fn of_kind(mut self, kind: ProblemKind) -> Self {
        self.kind = kind;
        self
    }

    pub(super) fn help(mut self, help: &[&str]) -> Self {
        self.help = Some(help.concat());
        self
    }

    pub(super) fn suggest(mut self, replacement: &str) -> Self {
        self.suggestion = Some(replacement.to_owned());
        self
    }

    pub(super) fn related(mut self, span: Span, message: &str) -> Self {
        self.related = Some((span, message.to_owned()));
        self
    }
}

/// User text in a message: one line and not too long.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut out = String::with_capacity(text.len().min(2 * LONGEST));
    let mut spaced = false;
    for (count, character) in text.trim().chars().enumerate() {
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
        out.push(character);
    }
    out
}
