//! What is wrong with an expression: the place, a sentence, and what to do about it.

use super::dialect::Dialect;
use super::lexer::is_invisible;
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

/// More mistakes than this in one text help nobody, and each costs memory.
pub(super) const MAX_PROBLEMS: usize = 50;

/// The mistakes met so far. Texts are put together here, so that callers stay small: in a message or a help, `{}` is
/// what stands at the place, `{dialect}` the name of the dialect, and `{other}` a text that the caller gives.
#[derive(Debug)]
pub(super) struct Problems<'s> {
    sql: &'s str,
    dialect: Dialect,
    pub(super) list: Vec<Problem>,
    /// The problem added last was one too many.
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

    /// Whether reading on is pointless.
    pub(super) fn is_full_of_errors(&self) -> bool {
        self.list.len() >= MAX_PROBLEMS && self.has_errors()
    }

    pub(super) fn has_errors(&self) -> bool {
        has_errors(&self.list)
    }

    /// Adds a mistake of grammar or a doubt; an empty help is none. Of too many the first are kept, and an error before
    /// warnings.
    #[cold]
    #[inline(never)]
    pub(super) fn add(
        &mut self,
        severity: Severity,
        span: Span,
        message: &str,
        help: &str,
        other: &str,
    ) -> &mut Self {
        let full = self.list.len() >= MAX_PROBLEMS;
        self.dropped = full && (severity == Severity::Warning || self.has_errors());
        if self.dropped {
            return self;
        }
        let filled = |template: &str| {
            let mut text = String::new();
            for (number, piece) in template.split(['{', '}']).enumerate() {
                match piece {
                    _ if number % 2 == 0 => text.push_str(piece),
                    "" => push_shown(&mut text, span.text(self.sql)),
                    "dialect" => text.push_str(self.dialect.name()),
                    _ => push_shown(&mut text, other),
                }
            }
            text
        };
        let problem = Problem {
            kind: match severity {
                Severity::Error => ProblemKind::Syntax,
                Severity::Warning => ProblemKind::Suspicious,
            },
            severity,
            span,
            message: filled(message),
            help: Some(filled(help)).filter(|help| !help.is_empty()),
            suggestion: None,
            related: None,
        };
        self.list.truncate(MAX_PROBLEMS - 1);
        self.list.push(problem);
        self
    }

    // What follows changes the problem added last.

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

    /// For a sign that looks like the plain one.
    #[cold]
    #[inline(never)]
    pub(super) fn write_plain(&mut self, plain: &str) -> &mut Self {
        if let Some(last) = self.added() {
            last.help = Some(["Write the plain `", plain, "`."].concat());
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
    pub(super) fn related(&mut self, span: Span, message: &str) -> &mut Self {
        if let Some(last) = self.added() {
            last.related = Some((span, message.to_owned()));
        }
        self
    }
}

pub(super) fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// User text in a message: one line and not too long.
fn push_shown(out: &mut String, text: &str) {
    const LONGEST: usize = 40;
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
        // Nobody would see it, and some of these turn the rest of the line around.
        out.push(if is_invisible(character) {
            '\u{FFFD}'
        } else {
            character
        });
    }
}
