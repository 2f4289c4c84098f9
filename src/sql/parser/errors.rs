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
use crate::rules::sql::sql_not_an_expression::templates as not_an_expression;
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// Reports a text that is empty or a statement; whether it did.
    pub(super) fn statement(&mut self) -> bool {
        let (first, next) = (self.peek(), self.ahead(1));
        if first.kind == Kind::End {
            let span = Span {
                start: 0,
                end: first.end,
            };
            self.error(span, not_an_expression::EMPTY, None)
                .of_kind(ProblemKind::Empty);
            return true;
        }
        if first.kind == Kind::Operator && self.text(first) == "=" {
            self.error(first.span(), syntax::EQUALS_SIGN, Some(syntax::SPREADSHEET));
            return true;
        }
        if first.word == Word::From && next.kind == Kind::Word && self.is_in(Set::BARE_FROM) {
            let message = suspicious::BARE_FROM;
            self.warning(first.span(), message, None);
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
                not_an_expression::CLAUSE,
                Some(not_an_expression::REMOVE_KEYWORD),
            )
        } else if matches!(first.word, Word::Select | Word::With) {
            (
                not_an_expression::STATEMENT,
                Some(not_an_expression::KEEP_COLUMNS),
            )
        } else {
            (not_an_expression::STATEMENT, None)
        };
        self.error(first.span(), message, help)
            .of_kind(ProblemKind::NotAnExpression);
        true
    }

    /// `||` next to a string, where it means OR.
    pub(super) fn joins_texts(&mut self, pipes: &Token) {
        if self.previous().kind == Kind::Text || self.ahead(1).kind == Kind::Text {
            let message = suspicious::PIPES;
            self.warning(pipes.span(), message, Some(suspicious::CONCAT));
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
                not_an_expression::SEMICOLON,
                Some(not_an_expression::REMOVE_SEMICOLON),
            ),
            Kind::Semicolon => (not_an_expression::STATEMENTS, None),
            Kind::Comma => (
                not_an_expression::LIST,
                Some(not_an_expression::COLUMN_EACH),
            ),
            Kind::Word if token.word == Word::As => return self.trailing_alias(rest),
            Kind::Word if token.is(CLAUSE) => (
                not_an_expression::CLAUSE,
                Some(not_an_expression::REMOVE_CLAUSE),
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
            self.error(self.peek().span(), not_an_expression::NAMELESS, None)
                .of_kind(ProblemKind::NotAnExpression);
            return;
        }
        if self.is_in(Set::ALIAS_INSIDE) {
            let help = Some(suspicious::REMOVE_ALIAS);
            self.warning(rest, suspicious::ALIAS, help)
        } else {
            let help = Some(not_an_expression::REMOVE_ALIAS);
            self.error(rest, not_an_expression::ALIAS, help)
        }
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
            _ if between && this_between => (token, syntax::VALUE_BETWEEN, None),
            _ if between || before.is(RESERVED) => (before, syntax::VALUE_AFTER_WORD, None),
            _ if this_between => (token, syntax::VALUE_BEFORE_WORD, None),
            Kind::Comma => (token, syntax::VALUE_BEFORE_COMMA, None),
            Kind::Close | Kind::CloseSquare | Kind::CloseBrace if before.kind == Kind::Comma => {
                (before, syntax::VALUE_AFTER_COMMA, None)
            }
            Kind::End | Kind::Close | Kind::CloseSquare | Kind::CloseBrace => {
                let at = if before.kind == Kind::End {
                    token
                } else {
                    before
                };
                (at, syntax::VALUE_AFTER, None)
            }
            Kind::Word if token.word == Word::Select => {
                (token, syntax::BARE_SUBQUERY, Some(syntax::WRITE_SUBQUERY))
            }
            _ if context == Context::Arm => (token, syntax::VALUE_BEFORE, None),
            _ => (token, syntax::VALUE_EXPECTED, None),
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
        // A name that is only this sign.
        if let Some(sign) = sign.filter(|_| is_word)
            && token.end - token.start == u32::try_from(sign.len_utf8()).unwrap_or_default()
            && let Some(plain) = plain
        {
            const OPERATORS: &[u8] = b"+-*/%<>=|&^";
            let operates = plain.bytes().all(|byte| OPERATORS.contains(&byte));
            let (span, name) = (token.span(), confusable(sign).0);
            let problems = &mut self.problems;
            if plain.is_empty() {
                let help = Some(syntax::REMOVE);
                problems
                    .add(Severity::Error, span, syntax::NO_MEANING_HERE, help, &name)
                    .suggest("");
                return Err(Failed);
            }
            if operates && self.token(self.at + 1).starts_value() {
                self.error(span, syntax::FOREIGN_OPERATOR, None)
                    .write_plain(plain)
                    .suggest(plain);
                return Err(Failed);
            }
        }
        let plain = plain.filter(|plain| !plain.is_empty());
        let is_clause = is_word && token.is(CLAUSE) && token.word != Word::Order;
        let (at, message, help) = match token.kind {
            Kind::Word if token.word == Word::As => (token, not_an_expression::NAMELESS, None),
            Kind::Word
                if matches!(token.word, Word::When | Word::Then | Word::Else | Word::End) =>
            {
                (token, syntax::NO_CASE, None)
            }
            _ if is_clause => (token, not_an_expression::INNER_CLAUSE, None),
            Kind::Word | Kind::Quoted | Kind::Text | Kind::Number | Kind::Value | Kind::Open => {
                let help = if token.is(UNIT) && before.kind == Kind::Number {
                    Some(syntax::INTERVAL_LENGTH)
                } else if before.word == Word::If && self.at == 1 {
                    Some(syntax::CONDITION)
                } else {
                    None
                };
                let message = if context == Context::Argument && plain.is_none() {
                    syntax::OPERATOR_OR_COMMA
                } else {
                    syntax::OPERATOR
                };
                (token, message, help)
            }
            Kind::Question => (token, syntax::QUESTION_MARK, Some(syntax::CONDITION)),
            Kind::Semicolon => (token, syntax::INNER_SEMICOLON, None),
            Kind::Named => (token, syntax::ARGUMENT_NAME, None),
            Kind::End => (before, syntax::TOO_EARLY, None),
            _ => (token, syntax::UNEXPECTED, None),
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

/// Operators, as signs or words.
fn stands_between_values(token: &Token) -> bool {
    token.is(INFIX | PREFIX | BETWEEN)
        || matches!(
            token.kind,
            Kind::Cast | Kind::Named | Kind::Assign | Kind::Arrow
        )
}
