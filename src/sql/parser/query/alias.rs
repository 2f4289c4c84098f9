//! The first mistake in a subquery, or the keyword that the engine reads as an alias there.

use super::super::super::dialect::Set;
use super::super::super::keyword::{BETWEEN, CLAUSE, Word};
use super::super::super::problem::{MAX_PROBLEMS, Problem, ProblemKind};
use super::super::super::token::{Kind, Span, Token};
use super::super::{Parsed, Parser, Severity};
use super::names::is_name;
use crate::rules::sql::sql_suspicious::templates as suspicious;

impl Parser<'_, '_> {
    /// Reports the first mistake in the subquery at `open`, or the keyword that the engine reads as
    /// an alias there.
    pub(in super::super::super) fn check_query(&mut self, open: usize) {
        let Some(problem) = self.first_mistake(self.tokens, open) else {
            return;
        };
        match self.keyword_as_alias(open, problem.span) {
            Some(word) => drop(self.warning(word, suspicious::KEYWORD_AS_ALIAS, None)),
            None => self.problems.list.push(problem),
        }
    }

    fn first_mistake(&self, tokens: &[Token], open: usize) -> Option<Problem> {
        let mut reader = Parser::new(self.sql, self.dialect, tokens);
        reader.reads_query = true;
        reader.depth = self.depth;
        if !reader.signs_of_damage(open, self.partner(open)) && self.is_in(Set::READABLE_QUERIES) {
            let _: Parsed = reader.query(open);
        }
        // Too deep for this reader is not too deep for the engine.
        reader.problems.list.into_iter().find(|problem| {
            problem.severity == Severity::Error && problem.kind != ProblemKind::TooDeep
        })
    }

    /// The keyword next to the mistake at `place` without which, as an alias, there is no mistake:
    /// Spark reads `a FROM FROM t` as the column `a` called `from`. Tried for few subqueries only,
    /// because the tokens are copied.
    #[cold]
    fn keyword_as_alias(&self, open: usize, place: Span) -> Option<Span> {
        let few = self.problems.list.len() < MAX_PROBLEMS && !self.problems.has_errors();
        if !few || !self.is_in(Set::KEYWORDS_AS_ALIASES) {
            return None;
        }
        let mut tokens = self.tokens.to_vec();
        let first = tokens.partition_point(|token| token.end <= place.start);
        (first.saturating_sub(2)..first + 3).find_map(|at| {
            let (before, keyword) = (self.token(at.wrapping_sub(1)), self.token(at));
            let next = self.token(at + 1);
            let named = is_name(before)
                || before.word == Word::End
                || matches!(before.kind, Kind::Close | Kind::Number | Kind::Text);
            let may_be_one = match keyword.word {
                // PostgreSQL: `SELECT a AND FROM t`
                _ if self.is_in(Set::VALUES_ARE_ROWS) => {
                    keyword.is(BETWEEN)
                        && self.clause_of(at) == Word::Select
                        && (next.word == Word::From
                            || matches!(next.kind, Kind::Comma | Kind::Close))
                }
                // ClickHouse: `OVER (PARTITION BY a ORDER ORDER BY b)`
                Word::Order if self.is_in(Set::ALIAS_INSIDE) => {
                    next.word == keyword.word && self.clause_of(at) == Word::Other
                }
                // ClickHouse: `FROM t OR WHERE a`
                _ if self.is_in(Set::ALIAS_INSIDE) => {
                    matches!(keyword.word, Word::And | Word::Or)
                        && self.clause_of(at) == Word::From
                        && (next.is(CLAUSE)
                            || next.kind == Kind::Close && self.is_subquery(next.link as usize + 1))
                }
                Word::From => {
                    next.kind != Kind::Close
                        && next.word != Word::Where
                        && self.clause_of(at) != Word::Other
                }
                Word::And | Word::Or => {
                    next.kind != Kind::Close || self.is_subquery(next.link as usize + 1)
                }
                // `SELECT a AS, b`
                Word::As => {
                    !matches!(next.kind, Kind::Open | Kind::Close)
                        && next.word != Word::As
                        && self.token(at + 2).kind != Kind::Open
                }
                // `FROM t WHERE WHERE a`
                Word::Where | Word::Group | Word::Order | Word::Having => next.word == keyword.word,
                _ => next.kind == Kind::Close && keyword.kind == Kind::Word,
            };
            if !named || !may_be_one {
                return None;
            }
            let token = tokens.get_mut(at)?;
            (token.word, token.traits) = (Word::Other, 0);
            let right = self.first_mistake(&tokens, open).is_none();
            *tokens.get_mut(at)? = *keyword;
            right.then(|| keyword.span())
        })
    }

    /// The word that begins the clause of the token at `at`.
    fn clause_of(&self, mut at: usize) -> Word {
        loop {
            at = at.wrapping_sub(1);
            let token = self.token(at);
            match token.kind {
                Kind::Close => at = token.link as usize,
                Kind::Open | Kind::End => return Word::Other,
                _ if token.is(CLAUSE) || matches!(token.word, Word::Select | Word::On) => {
                    return token.word;
                }
                _ => {}
            }
        }
    }
}
