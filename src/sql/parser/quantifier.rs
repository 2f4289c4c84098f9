//! `ANY`, `ALL`, `SOME` and `EXISTS` with what they apply to.

use super::super::dialect::Set;
use super::super::keyword::{INFIX, Word};
use super::super::token::{Kind, Token};
use super::{Context, Parsed, Parser};
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// `= ANY (…)`; `None` if the word is a name.
    pub(super) fn quantifier(
        &mut self,
        word: &Token,
        next: &Token,
        context: Context,
    ) -> Option<Parsed> {
        let calls = next.kind == Kind::Open;
        let reserved = self.is_in(Set::QUANTIFIERS_RESERVED);
        let quantifies = self.is_quantifier();
        Some(if quantifies && calls {
            self.at += 1;
            self.quantified()
        } else if quantifies
            && reserved
            && !self.is_in(Set::COMPARE_ONCE)
            && next.starts_value()
            && next.kind != Kind::Operator
            && !matches!(next.word, Word::Any | Word::All | Word::Some)
        {
            // `= ANY list`, `LIKE ANY UNNEST(list)`
            self.at += 1;
            self.value(context)
        } else if word.word == Word::All && !calls && self.previous().word == Word::By {
            // DuckDB: `ORDER BY ALL`
            self.at += 1;
            Ok(())
        } else if !calls && reserved && next.kind != Kind::Dot {
            Err(self.missing_value(context))
        } else if calls && word.word == Word::Any && self.is_in(Set::ANY_NEEDS_COMPARISON) {
            Err(self.fail(word.span(), syntax::ANY, Some(syntax::WRITE_ANY)))
        } else {
            return None;
        })
    }

    /// `(SELECT …)`, a list or an array after `ANY`, `EXISTS` and so on.
    pub(super) fn quantified(&mut self) -> Parsed {
        let open = self.at;
        if self.is_subquery(open + 1) || self.is_combination(open) {
            self.subquery(open);
            return Ok(());
        }
        self.bracketed(super::Parser::row)
    }

    /// Whether `ANY` or a similar word follows a comparison.
    pub(super) fn is_quantifier(&self) -> bool {
        let before = self.previous();
        // If a value is expected, a closing bracket is that of `OPERATOR(schema.=)`.
        before.is(INFIX)
            || before.kind == Kind::Close
            || matches!(
                before.word,
                Word::Like | Word::Ilike | Word::Rlike | Word::Regexp | Word::To
            )
    }

    /// Whether the `EXISTS` here is an ordinary function: `EXISTS(list, x -> x > 1)`.
    pub(super) fn is_plain_exists(&self) -> bool {
        let first = self.ahead(2);
        if first.kind == Kind::Close {
            self.is_in(Set::EVERYTHING_IS_A_NAME)
        } else {
            // `EXISTS ((SELECT …) UNION (SELECT …))`
            first.kind != Kind::Open
                && !self.is_in(Set::EXISTS_NEEDS_QUERY)
                && !self.is_subquery(self.at + 2)
        }
    }
}
