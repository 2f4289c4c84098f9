//! What to report where the text stops being an expression.

use super::super::Severity;
use super::super::dialect::Set;
use super::super::keyword::{
    BETWEEN, CLAUSE, COMMAND, CONTINUES, INFIX, PREFIX, RESERVED, STATEMENT, UNIT, Word,
};
use super::super::lexer::confusable;
use super::super::problem::ProblemKind;
use super::super::token::{Kind, Span, Token};
use super::{Context, Failed, Parsed, Parser};

const STATEMENT_BEGINS: &str = "`{}` begins a statement, and a column is one expression";
const CLAUSE_BEGINS: &str = "`{}` begins a clause of a statement, and a column is one expression";

impl Parser<'_, '_> {
    /// Reports a text that is empty or a statement; whether it did.
    pub(super) fn statement(&mut self) -> bool {
        let (first, next) = (self.peek(), self.ahead(1));
        if first.kind == Kind::End {
            let span = Span {
                start: 0,
                end: first.end,
            };
            self.error(span, "the expression is empty", "")
                .of_kind(ProblemKind::Empty);
            return true;
        }
        if first.kind == Kind::Operator && self.text(first) == "=" {
            self.error(
                first.span(),
                "an expression does not start with `=`",
                "Spreadsheet formulas start like this. Remove the sign and write SQL, such as CASE WHEN … THEN … END.",
            );
            return true;
        }
        if first.word == Word::From && next.kind == Kind::Word && self.is_in(Set::BARE_FROM) {
            let message = "`FROM` alone means `SELECT * FROM` here";
            self.warning(first.span(), message, "");
            return true;
        }
        let follows = !matches!(
            next.kind,
            Kind::End
                | Kind::Dot
                | Kind::Operator
                | Kind::Cast
                | Kind::Comma
                | Kind::Semicolon
                | Kind::OpenSquare
        );
        let statement = match first.word {
            Word::From => follows && next.kind != Kind::Open,
            Word::With => {
                follows
                    && (next.kind != Kind::Open || self.token(self.partner(1) + 1).word == Word::As)
            }
            Word::Values => {
                // MySQL's function takes a column.
                let empty = self.is_in(Set::PIPES_ARE_OR) && self.ahead(2).kind == Kind::Close;
                next.kind == Kind::Open && (empty || !self.is_in(Set::VALUES_IS_A_FUNCTION))
            }
            Word::Select => follows,
            _ if first.is(CLAUSE) && next.word == Word::By => true,
            _ if first.is(STATEMENT) => follows && next.kind != Kind::Open && !next.is(CONTINUES),
            _ if first.is(COMMAND) => {
                matches!(next.kind, Kind::Word | Kind::Quoted) && !next.is(CONTINUES)
            }
            _ => false,
        };
        if !statement {
            return false;
        }
        let (message, help) = if first.is(CLAUSE) {
            (
                CLAUSE_BEGINS,
                "Remove the clause keyword; a condition alone is an expression.",
            )
        } else if matches!(first.word, Word::Select | Word::With) {
            (
                STATEMENT_BEGINS,
                "Keep what is between SELECT and FROM, or put the whole SELECT in parentheses.",
            )
        } else {
            (STATEMENT_BEGINS, "")
        };
        self.error(first.span(), message, help)
            .of_kind(ProblemKind::NotAnExpression);
        true
    }

    /// `||` next to a string, where it means OR.
    pub(super) fn joins_texts(&mut self, pipes: &Token) {
        if self.previous().kind == Kind::Text || self.ahead(1).kind == Kind::Text {
            let message = "`||` means OR in {dialect}";
            self.warning(
                pipes.span(),
                message,
                "Use CONCAT(first, second) to join strings.",
            );
        }
    }

    /// The expression has ended, so the text should end too.
    pub(super) fn after_expression(&mut self) {
        let token = self.peek();
        let rest = token
            .span()
            .to(self.token(self.last().saturating_sub(1)).span());
        let (message, help) = match token.kind {
            Kind::End => return,
            Kind::Semicolon if self.ahead(1).kind == Kind::End => (
                "an expression does not end with `;`",
                "Remove the semicolon.",
            ),
            Kind::Semicolon => (
                "another statement follows this `;`, but a column is one expression",
                "",
            ),
            Kind::Comma => (
                "another expression follows this comma, but a column is one expression",
                "Create a column for each.",
            ),
            Kind::Word if token.word == Word::As => return self.trailing_alias(rest),
            Kind::Word if token.is(CLAUSE) => (
                CLAUSE_BEGINS,
                "Remove it and what follows, or put a whole SELECT in parentheses.",
            ),
            _ => {
                let _: Parsed = self.unexpected(Context::Top);
                return;
            }
        };
        let ends = self.ahead(1).kind == Kind::End;
        let problem = self.error(token.span(), message, help);
        problem.of_kind(ProblemKind::NotAnExpression);
        if token.kind == Kind::Semicolon && ends {
            problem.suggest("");
        }
    }

    /// `… AS name` at the end.
    fn trailing_alias(&mut self, rest: Span) {
        let (name, after) = (self.ahead(1), self.ahead(2));
        if !matches!(name.kind, Kind::Word | Kind::Quoted | Kind::Text) || after.kind != Kind::End {
            self.error(self.peek().span(), NAMELESS, "")
                .of_kind(ProblemKind::NotAnExpression);
            return;
        }
        let severity = if self.is_in(Set::ALIAS_INSIDE) {
            Severity::Warning
        } else {
            Severity::Error
        };
        let message = "`{}` is an alias, which is not part of the expression";
        let help = "Remove the alias; the column's name already names the result.";
        let problems = &mut self.problems;
        problems
            .add(severity, rest, message, help, "")
            .of_kind(ProblemKind::NotAnExpression)
            .suggest("");
    }

    /// A value should begin here, but does not.
    #[cold]
    #[inline(never)]
    pub(super) fn missing_value(&mut self, context: Context) -> Failed {
        let (token, before) = (self.peek(), self.previous());
        let between = stands_between_values(before);
        let this_between = stands_between_values(token);
        let (at, message, help) = match token.kind {
            _ if between && this_between => {
                (token, "a value is missing between `{other}` and `{}`", "")
            }
            _ if between || before.is(RESERVED) => (before, "`{}` needs a value after it", ""),
            _ if this_between => (token, "`{}` needs a value before it", ""),
            Kind::Comma => (token, "a value is missing before this comma", ""),
            Kind::Close | Kind::CloseSquare | Kind::CloseBrace if before.kind == Kind::Comma => {
                (before, "a value is missing after this comma", "")
            }
            Kind::End | Kind::Close | Kind::CloseSquare | Kind::CloseBrace => {
                let at = if before.kind == Kind::End {
                    token
                } else {
                    before
                };
                (at, "a value is missing after `{other}`", "")
            }
            Kind::Word if token.word == Word::Select => (
                token,
                "a subquery needs parentheses around it",
                "Write (SELECT …).",
            ),
            _ if context == Context::Arm => (token, "a value is missing before `{}`", ""),
            _ => (token, "expected a value, found `{}`", ""),
        };
        self.fail(at.span(), message, help)
    }

    /// An expression has ended, and what follows does not belong to it.
    #[cold]
    pub(super) fn unexpected(&mut self, context: Context) -> Parsed {
        let (token, before) = (self.peek(), self.previous());
        let sign = self
            .text(token)
            .chars()
            .find(|character| !character.is_ascii());
        let is_word = token.kind == Kind::Word;
        let plain = sign.filter(|_| is_word).and_then(|sign| confusable(sign).1);
        if let Some(sign) = sign.filter(|_| is_word)
            && plain == Some("")
            && token.end - token.start == u32::try_from(sign.len_utf8()).unwrap_or_default()
        {
            let (message, name) = ("{other} has no meaning here", confusable(sign).0);
            let problems = &mut self.problems;
            problems
                .add(Severity::Error, token.span(), message, "Remove it.", &name)
                .suggest("");
            return Err(Failed);
        }
        let plain = plain.filter(|plain| !plain.is_empty());
        let is_clause = is_word && token.is(CLAUSE) && token.word != Word::Order;
        let (at, message, help) = match token.kind {
            Kind::Word if token.word == Word::As => (token, NAMELESS, ""),
            Kind::Word
                if matches!(token.word, Word::When | Word::Then | Word::Else | Word::End) =>
            {
                (token, "`{}` does not belong to a `CASE`", "")
            }
            _ if is_clause => (
                token,
                "`{}` begins a clause of a statement, which is not allowed here",
                "",
            ),
            Kind::Word | Kind::Quoted | Kind::Text | Kind::Number | Kind::Value | Kind::Open => {
                let help = if token.is(UNIT) && before.kind == Kind::Number {
                    "Write a length of time as INTERVAL {other} {}."
                } else if before.word == Word::If && self.at == 1 {
                    CONDITION
                } else {
                    ""
                };
                let message = if context == Context::Argument && plain.is_none() {
                    "an operator or a comma is missing between `{other}` and `{}`"
                } else {
                    "an operator is missing between `{other}` and `{}`"
                };
                (token, message, help)
            }
            Kind::Question => (token, "`?` has no meaning here", CONDITION),
            Kind::Semicolon => (token, "unexpected `;` inside the expression", ""),
            Kind::Named => (token, "`=>` needs an argument name before it", ""),
            Kind::End => (before, "the expression ends too early", ""),
            _ => (token, "`{}` has no meaning here", ""),
        };
        let problem = self.error(at.span(), message, help);
        if is_clause || token.word == Word::As {
            problem.of_kind(ProblemKind::NotAnExpression);
        } else if let Some(plain) = plain {
            problem.write_plain(plain);
        }
        Err(Failed)
    }
}

const NAMELESS: &str = "`AS` names nothing here";
const CONDITION: &str = "A condition is written CASE WHEN condition THEN value ELSE value END.";

/// Operators, as signs or words.
fn stands_between_values(token: &Token) -> bool {
    token.is(INFIX | PREFIX | BETWEEN)
        || matches!(
            token.kind,
            Kind::Cast | Kind::Named | Kind::Assign | Kind::Arrow
        )
}
