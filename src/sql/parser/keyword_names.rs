//! Keywords as names, where the engine reserves hardly any: `max(from)`, `when > 1`.

use super::super::dialect::{Dialect, Set};
use super::super::keyword::{BETWEEN, CLAUSE, CONTINUES, INFIX, PREFIX, RESERVED, STAR, Word};
use super::super::token::{Kind, Token};
use super::END;

/// Turns each keyword that stands where a whole value fits into a name.
///
/// This reading is tried after a mistake only, and counts only if it has none: with the keyword
/// `WHEN`, `CASE WHEN when THEN a END` has no value between `WHEN` and `THEN`.
#[cold]
#[inline(never)]
pub(in super::super) fn keywords_to_names(tokens: &mut [Token], dialect: Dialect) {
    let mut depth = 0_u32;
    // From the right, so that of two `FROM`s in `SELECT from FROM t` the first one is the name.
    for at in (0..tokens.len()).rev() {
        let token = |at: usize| tokens.get(at).unwrap_or(&END);
        let (before, keyword, next) = (token(at.wrapping_sub(1)), token(at), token(at + 1));
        match keyword.kind {
            Kind::Close => depth += 1,
            Kind::Open => depth = depth.saturating_sub(1),
            _ => {}
        }
        let signed = next.is(PREFIX | STAR) || next.kind == Kind::OpenSquare;
        let may_be_one = match keyword.word {
            // PostgreSQL and DuckDB reserve all but these.
            _ if !dialect.is_in(Set::OPERATOR_FUNCTIONS) => {
                matches!(keyword.word, Word::Between | Word::By | Word::Prewhere)
            }
            // `SELECT *`, `(SELECT FROM t)`, `(SELECT, a FROM t)`
            Word::Select => {
                before.kind != Kind::Open
                    || !signed && !matches!(next.kind, Kind::Word | Kind::Comma)
            }
            // `IS DISTINCT FROM a`
            Word::Distinct => !signed && (next.word != Word::From || before.kind == Kind::Comma),
            Word::With | Word::All => !signed,
            Word::Case => !signed && next.word != Word::When,
            // ClickHouse: `1 + when` would end a value of the `CASE` around it.
            Word::When | Word::Else
                if depth == 0 && before.is(INFIX) && !dialect.is_in(Set::EVERYTHING_IS_A_NAME) =>
            {
                false
            }
            // `CASE WHEN -1`
            Word::When => !signed || before.word != Word::Case,
            // `THEN end END`
            Word::End => next.word == Word::End,
            // `when NOT IN (1)`, `when IS NOT NULL`
            Word::Not => !signed && !next.is(CONTINUES) && dialect.is_in(Set::EVERYTHING_IS_A_NAME),
            Word::Is => next.word != Word::Not,
            // `OVER (ORDER ORDER BY a)`
            _ => {
                keyword.is(RESERVED | BETWEEN | CLAUSE)
                    && (before.kind != Kind::Open || next.word != keyword.word)
            }
        };
        // `EXTRACT(YEAR FROM when)`
        let opened = opens_value(before) || before.word == Word::From && next.kind == Kind::Close;
        // ClickHouse: `OVER (ORDER BY a DESC DESC)` has an alias.
        let doubled = matches!(keyword.word, Word::Asc | Word::Desc) && before.word == keyword.word;
        if (may_be_one && opened && ends_value(next) || doubled)
            && let Some(token) = tokens.get_mut(at)
        {
            (token.word, token.traits) = (Word::Other, 0);
        }
    }
}

/// Whether a value begins after this token.
fn opens_value(token: &Token) -> bool {
    token.is(INFIX | PREFIX | BETWEEN)
        || matches!(
            token.kind,
            Kind::End | Kind::Comma | Kind::Open | Kind::OpenSquare
        )
        || matches!(
            token.word,
            Word::Select
                | Word::Distinct
                | Word::Where
                | Word::Prewhere
                | Word::Having
                | Word::Qualify
                | Word::By
                | Word::On
                | Word::Case
        )
}

/// Whether a value ends before this token.
fn ends_value(token: &Token) -> bool {
    token.is(INFIX | BETWEEN | CLAUSE | CONTINUES)
        || matches!(
            token.kind,
            Kind::End
                | Kind::Comma
                | Kind::Close
                | Kind::OpenSquare
                | Kind::CloseSquare
                | Kind::Cast
                | Kind::Question
                | Kind::Colon
        )
        || matches!(token.word, Word::End | Word::Asc | Word::Desc)
}
