//! What to say where the text stops being an expression.

use super::super::dialect::Set;
use super::super::keyword::Word;
use super::super::lexer::confusable;
use super::super::problem::{Problem, ProblemKind, Severity, shown};
use super::super::token::{INFIX, Kind, PREFIX, Span, Token};
use super::{Failed, Parsed, Parser, Place};

impl Parser<'_, '_> {
    /// Whether the text is empty or a statement, which is then reported.
    pub(super) fn statement(&mut self) -> bool {
        let (first, next) = (self.peek(), self.ahead(1));
        if first.kind == Kind::End {
            let span = Span {
                start: 0,
                end: first.end,
            };
            self.report(
                Problem::error(span, &["there is no expression"]).of_kind(ProblemKind::Empty),
            );
            return true;
        }
        if first.kind == Kind::Operator && self.text(first) == "=" {
            self.report(
                Problem::error(first.span(), &["an expression does not begin with `=`"])
                    .help(&["That is how spreadsheets begin; leave it out and write SQL, such as CASE WHEN … THEN … END."]),
            );
            return true;
        }
        if first.word == Word::From && next.kind == Kind::Word && self.is_in(Set::BARE_FROM) {
            let message = ["`FROM` alone counts as `SELECT * FROM` here"];
            self.report(Problem::warning(first.span(), &message));
            return true;
        }
        let follows = !matches!(
            next.kind,
            Kind::End | Kind::Dot | Kind::Operator | Kind::Cast | Kind::Comma | Kind::Semicolon
        );
        let statement = match first.word {
            Word::Select
            | Word::Update
            | Word::Delete
            | Word::Drop
            | Word::Alter
            | Word::Create
            | Word::Grant
            | Word::Revoke
            | Word::Explain
            | Word::Where
            | Word::Having => follows,
            Word::From => follows && next.kind != Kind::Open,
            Word::With => {
                follows
                    && (next.kind != Kind::Open || self.token(self.partner(1) + 1).word == Word::As)
            }
            Word::Insert
            | Word::Truncate
            | Word::Describe
            | Word::Show
            | Word::Merge
            | Word::Call
            | Word::Use
            | Word::Set
            | Word::Begin
            | Word::Commit
            | Word::Rollback
            | Word::Declare
            | Word::Exec
            | Word::Execute => matches!(next.kind, Kind::Word | Kind::Quoted) && !continues(next),
            Word::Values => next.kind == Kind::Open && !self.is_in(Set::VALUES_IS_A_FUNCTION),
            _ => false,
        };
        if !statement {
            return false;
        }
        let text = shown(self.text(first));
        let problem = Problem::error(
            first.span(),
            &[
                "`",
                &text,
                "` begins a statement, and a column is one expression",
            ],
        )
        .of_kind(ProblemKind::NotAnExpression);
        let select = matches!(first.word, Word::Select | Word::With);
        self.report(if select {
            problem.help(&[
                "Keep what stands between SELECT and FROM, or put the whole SELECT in parentheses.",
            ])
        } else {
            problem
        });
        true
    }

    /// The expression has ended; the text should have, too.
    pub(super) fn after_expression(&mut self) {
        let token = self.peek();
        let rest = token
            .span()
            .to(self.token(self.last().saturating_sub(1)).span());
        let not_one = |message: &[&str]| {
            Problem::error(token.span(), message).of_kind(ProblemKind::NotAnExpression)
        };
        let problem = match token.kind {
            Kind::End => return,
            Kind::Semicolon if self.ahead(1).kind == Kind::End => {
                not_one(&["an expression ends without `;`"])
                    .help(&["Remove the semicolon."])
                    .suggest("")
            }
            Kind::Semicolon => not_one(&[
                "after this `;` begins another statement, and a column is one expression",
            ]),
            Kind::Comma => not_one(&[
                "after this comma begins another expression, and a column is one expression",
            ])
            .help(&["Make a column of each."]),
            Kind::Word if token.word == Word::As => return self.trailing_alias(rest),
            Kind::Word if token.word.is_clause() => {
                let text = shown(self.text(token));
                not_one(&[
                    "`",
                    &text,
                    "` begins a clause of a statement, and a column is one expression",
                ])
                .help(&["Remove it and what follows, or put a whole SELECT in parentheses."])
            }
            _ => {
                let _: Parsed = self.unexpected(Place::Top);
                return;
            }
        };
        self.report(problem);
    }

    /// `… AS name` at the end.
    fn trailing_alias(&mut self, rest: Span) {
        let (name, after) = (self.ahead(1), self.ahead(2));
        if !matches!(name.kind, Kind::Word | Kind::Quoted | Kind::Text) || after.kind != Kind::End {
            let problem = Problem::error(self.peek().span(), &["`AS` names nothing here"]);
            return self.report(problem.of_kind(ProblemKind::NotAnExpression));
        }
        let severity = if self.is_in(Set::ALIAS_INSIDE) {
            Severity::Warning
        } else {
            Severity::Error
        };
        let text = shown(rest.text(self.sql));
        let problem = Problem::new(
            ProblemKind::NotAnExpression,
            severity,
            rest,
            &[
                "`",
                &text,
                "` names the result, which is no part of the expression",
            ],
        );
        self.report(
            problem
                .help(&["The column's own name says what the result is called; remove this."])
                .suggest(""),
        );
    }

    /// A value should begin here, and does not.
    #[cold]
    pub(super) fn missing_value<T>(&mut self, place: Place) -> Result<T, Failed> {
        let (token, before) = (self.peek(), self.previous());
        let text = shown(self.text(token));
        let before_text = shown(self.text(before));
        let between = stands_between_values(before);
        let this_between = stands_between_values(token);
        let problem = match token.kind {
            _ if between && this_between => Problem::error(
                token.span(),
                &[
                    "`",
                    &text,
                    "` follows `",
                    &before_text,
                    "`, and a value is missing between them",
                ],
            ),
            _ if between || before.kind == Kind::Word && before.word.is_reserved() => {
                Problem::error(
                    before.span(),
                    &["`", &before_text, "` needs a value after it"],
                )
            }
            _ if this_between => {
                Problem::error(token.span(), &["`", &text, "` needs a value before it"])
            }
            Kind::Comma => Problem::error(token.span(), &["a value is missing before this comma"]),
            Kind::Close | Kind::CloseSquare | Kind::CloseBrace if before.kind == Kind::Comma => {
                Problem::error(before.span(), &["a value is missing after this comma"])
            }
            Kind::End | Kind::Close | Kind::CloseSquare | Kind::CloseBrace => {
                let span = if before.kind == Kind::End {
                    token.span()
                } else {
                    before.span()
                };
                Problem::error(span, &["a value is missing after `", &before_text, "`"])
            }
            Kind::Word if token.word == Word::Select => {
                Problem::error(token.span(), &["a sub-select needs parentheses around it"])
                    .help(&["Write (SELECT …)."])
            }
            _ if place == Place::Arm => {
                Problem::error(token.span(), &["a value is missing before `", &text, "`"])
            }
            _ => Problem::error(
                token.span(),
                &["`", &text, "` stands where a value is expected"],
            ),
        };
        self.fail(problem)
    }

    /// An expression has ended, and what follows belongs to nothing.
    #[cold]
    pub(super) fn unexpected(&mut self, place: Place) -> Parsed {
        let (token, before) = (self.peek(), self.previous());
        let text = shown(self.text(token));
        let before_text = shown(self.text(before));
        let sign = self
            .text(token)
            .chars()
            .find(|character| !character.is_ascii());
        let problem = match token.kind {
            Kind::Word if token.word == Word::As => {
                Problem::error(token.span(), &["`AS` names nothing here"])
                    .of_kind(ProblemKind::NotAnExpression)
            }
            Kind::Word
                if matches!(token.word, Word::When | Word::Then | Word::Else | Word::End) =>
            {
                Problem::error(token.span(), &["`", &text, "` belongs to no `CASE`"])
            }
            Kind::Word if token.word.is_clause() && token.word != Word::Order => Problem::error(
                token.span(),
                &[
                    "`",
                    &text,
                    "` begins a clause of a statement, which has no place here",
                ],
            )
            .of_kind(ProblemKind::NotAnExpression),
            Kind::Word if sign.is_some_and(|sign| confusable(sign).1.is_some()) => {
                let plain = sign.and_then(|sign| confusable(sign).1).unwrap_or("");
                Problem::error(
                    token.span(),
                    &[
                        "`",
                        &text,
                        "` follows `",
                        &before_text,
                        "` without an operator between them",
                    ],
                )
                .help(&["Write the plain `", plain, "`."])
            }
            Kind::Word | Kind::Quoted | Kind::Text | Kind::Number | Kind::Value | Kind::Open => {
                let what = if place == Place::Argument {
                    "an operator or a comma"
                } else {
                    "an operator"
                };
                let problem = Problem::error(
                    token.span(),
                    &[
                        "`",
                        &text,
                        "` follows `",
                        &before_text,
                        "` without ",
                        what,
                        " between them",
                    ],
                );
                if token.word.is_unit() && before.kind == Kind::Number {
                    problem.help(&[
                        "A length of time is written INTERVAL ",
                        &before_text,
                        " ",
                        &text,
                        ".",
                    ])
                } else if before.kind == Kind::Word
                    && self.text(before).eq_ignore_ascii_case("if")
                    && self.at == 1
                {
                    problem.help(&[
                        "A condition is written CASE WHEN condition THEN value ELSE value END.",
                    ])
                } else {
                    problem
                }
            }
            Kind::Question => Problem::error(token.span(), &["`?` has no meaning here"])
                .help(&["A condition is written CASE WHEN condition THEN value ELSE value END."]),
            Kind::Semicolon => Problem::error(token.span(), &["`;` stands inside the expression"]),
            Kind::Named => {
                Problem::error(token.span(), &["`=>` names an argument only behind a name"])
            }
            Kind::End => Problem::error(before.span(), &["the expression ends too early"]),
            _ => Problem::error(token.span(), &["`", &text, "` has no meaning here"]),
        };
        self.fail(problem)
    }
}

/// Whether an expression may go on with this token, so that the word before it is a name.
fn continues(token: Token) -> bool {
    matches!(
        token.word,
        Word::And
            | Word::Or
            | Word::Is
            | Word::In
            | Word::Like
            | Word::Ilike
            | Word::Between
            | Word::Not
            | Word::Collate
            | Word::At
            | Word::Rlike
            | Word::Regexp
            | Word::Similar
            | Word::Xor
            | Word::Div
            | Word::Mod
            | Word::As
            | Word::Isnull
            | Word::Notnull
    )
}

/// Operators, in signs or words.
fn stands_between_values(token: Token) -> bool {
    match token.kind {
        Kind::Operator => token.link & INFIX != 0 || token.link & PREFIX != 0,
        Kind::Cast | Kind::Named | Kind::Assign | Kind::Arrow => true,
        Kind::Word => matches!(
            token.word,
            Word::And
                | Word::Or
                | Word::Like
                | Word::Ilike
                | Word::Between
                | Word::In
                | Word::Is
                | Word::When
                | Word::Then
                | Word::Else
                | Word::Not
        ),
        _ => false,
    }
}
