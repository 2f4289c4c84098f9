//! Whether a subquery reads a table. `(SELECT MAX(v) FROM (VALUES (a), (b)) AS t(v))` and
//! `(SELECT value FROM UNNEST(items))` only rearrange values of the row.

use super::super::keyword::{CLAUSE, MAKES_ROWS, READS_TABLES, Word};
use super::super::token::Kind;
use super::Parser;

impl Parser<'_, '_> {
    /// Whether the subquery between two tokens may read a table. When in doubt, it does.
    pub(super) fn reads_table(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            let (token, next) = (self.token(at), self.token(at + 1).kind);
            match token.word {
                // `a IS DISTINCT FROM b`
                Word::From => {
                    self.token(at.wrapping_sub(1)).word != Word::Distinct
                        && !self.has_own_rows(at + 1)
                }
                // `CROSS APPLY f(a)`
                Word::Join | Word::Cross | Word::Outer => true,
                // `TABLE t`
                Word::Table => next != Kind::Open,
                // ClickHouse: `a IN t`
                Word::In => next != Kind::Open && self.token(at + 2).kind != Kind::Open,
                _ => token.is(READS_TABLES),
            }
        })
    }

    /// Whether what follows `FROM` contains no table: only values, functions that make rows of
    /// values, and subqueries, which are examined by themselves.
    fn has_own_rows(&self, mut at: usize) -> bool {
        loop {
            // `LATERAL FLATTEN(…)`, `TABLE(FLATTEN(…))`
            let is_table = self.token(at).word == Word::Table;
            if is_table || self.token(at).word == Word::Lateral {
                at += 1 + usize::from(is_table);
            }
            let is_known = if self.token(at).is(MAKES_ROWS) {
                at += 1;
                self.token(at).kind == Kind::Open
            } else {
                self.token(at).kind == Kind::Open && self.is_subquery(at + 1)
            };
            if !is_known {
                return false;
            }
            at = self.partner(at) + 1 + usize::from(is_table);
            // Its alias, up to the next table or the next clause.
            loop {
                let token = self.token(at);
                match token.kind {
                    Kind::Open => at = self.partner(at),
                    Kind::Comma => break,
                    // `UNNEST(a) WITH OFFSET`
                    Kind::Word | Kind::Quoted
                        if !token.is(CLAUSE) || self.token(at - 1).word == Word::With => {}
                    _ => return true,
                }
                at += 1;
            }
            at += 1;
        }
    }
}
