//! The contents of the parentheses of `OVER`.

use super::super::dialect::Set;
use super::super::keyword::{CLAUSE, RESERVED, Word};
use super::super::token::Kind;
use super::{Context, Failed, Parsed, Parser};
use crate::rules::sql::sql_suspicious::templates as suspicious;
use crate::rules::sql::sql_syntax::templates as syntax;

impl Parser<'_, '_> {
    /// `OVER name` or `OVER (…)`; the word has been consumed.
    pub(super) fn window(&mut self) -> Parsed {
        let over = self.previous();
        match self.peek().kind {
            Kind::Open => self.bracketed(|parser, _| parser.window_clauses()),
            Kind::Quoted => {
                self.at += 1;
                Ok(())
            }
            Kind::Word if !self.peek().is(RESERVED | CLAUSE) => {
                self.at += 1;
                Ok(())
            }
            _ => Err(self.fail(over.span(), syntax::OVER, Some(syntax::WRITE_OVER))),
        }
    }

    fn window_clauses(&mut self) -> Parsed {
        let first = self.peek();
        let next = self.ahead(1);
        let clause = |word| {
            matches!(
                word,
                Word::Partition
                    | Word::Order
                    | Word::Distribute
                    | Word::Cluster
                    | Word::Sort
                    | Word::Rows
                    | Word::Range
                    | Word::Groups
            )
        };
        // The name of another window, which this one extends.
        if matches!(first.kind, Kind::Word | Kind::Quoted)
            && (next.kind == Kind::Close || clause(next.word) && !clause(first.word))
        {
            self.at += 1;
        }
        let mut last = 0;
        loop {
            let word = self.peek().word;
            let part = match word {
                Word::Partition | Word::Distribute | Word::Cluster => 1,
                Word::Order | Word::Sort => 2,
                _ => 3,
            };
            // `OVER (ORDER BY a ORDER BY a)`
            if std::mem::replace(&mut last, part) >= part {
                return Ok(());
            }
            match word {
                Word::Partition | Word::Distribute | Word::Cluster => {
                    self.by()?;
                    self.list_of_values()?;
                    while self.bare_alias(Set::ALIAS_INSIDE) && self.eat(Kind::Comma) {
                        self.list_of_values()?;
                    }
                }
                Word::Order | Word::Sort => {
                    self.by()?;
                    self.order_list()?;
                    while self.bare_alias(Set::ALIAS_INSIDE) && self.eat(Kind::Comma) {
                        self.order_list()?;
                    }
                }
                Word::Rows | Word::Range | Word::Groups => self.frame()?,
                _ => return Ok(()),
            }
        }
    }

    /// `PARTITION BY` and similar; both words.
    fn by(&mut self) -> Parsed {
        let word = self.bump();
        if self.eat_word(Word::By) {
            return Ok(());
        }
        Err(self.fail(word.span(), syntax::BY, None))
    }

    fn list_of_values(&mut self) -> Parsed {
        loop {
            self.expression(Context::Inner)?;
            if !self.eat(Kind::Comma) || self.ends_with_comma() {
                return Ok(());
            }
        }
    }

    /// DuckDB: `PARTITION BY a, ORDER BY b,`
    fn ends_with_comma(&self) -> bool {
        self.is_in(Set::TRAILING_ARGUMENT_COMMA)
            && (self.is_kind(Kind::Close)
                || self.is_word(Word::Order) && self.ahead(1).word == Word::By
                || matches!(self.peek().word, Word::Rows | Word::Range | Word::Groups)
                    && self.ahead(1).kind == Kind::Word)
    }

    /// `a b`, which is nearly always a mistake, where the engine reads an alias.
    pub(super) fn bare_alias(&mut self, takes: Set) -> bool {
        let token = self.peek();
        let found = self.is_in(takes) && (token.kind == Kind::Quoted || token.is_plain_word());
        if found {
            self.warning(token.span(), suspicious::BARE_ALIAS, None);
            self.at += 1;
        }
        found
    }

    /// Values with their directions.
    pub(super) fn order_list(&mut self) -> Parsed {
        loop {
            self.expression(Context::Inner)?;
            self.direction()?;
            if !self.eat(Kind::Comma) || self.ends_with_comma() {
                return Ok(());
            }
        }
    }

    /// `ASC`, `DESC`, `USING >`, `NULLS FIRST`, ClickHouse's `WITH FILL`.
    pub(super) fn direction(&mut self) -> Parsed {
        if matches!(self.peek().word, Word::Asc | Word::Desc) {
            self.at += 1;
        } else if self.is_word(Word::Using) && self.ahead(1).kind == Kind::Operator {
            self.at += 2;
        }
        if self.is_word(Word::Nulls) {
            let nulls = self.bump();
            if !matches!(self.peek().word, Word::First | Word::Last) {
                let message = syntax::NULLS;
                return Err(self.fail(nulls.span(), message, None));
            }
            self.at += 1;
        }
        if self.eat_word(Word::Collate) {
            self.at += 1;
        }
        // `WITH FILL FROM 0 TO 10 STEP 1`
        if self.is_word(Word::With) && self.text(self.ahead(1)).eq_ignore_ascii_case("fill") {
            self.at += 2;
            while matches!(self.peek().word, Word::From | Word::To)
                || matches!(self.text(self.peek()), "STEP" | "step")
            {
                self.at += 1;
                self.expression(Context::Inner)?;
            }
        }
        Ok(())
    }

    /// `ROWS BETWEEN … AND …`
    fn frame(&mut self) -> Parsed {
        let word = self.bump();
        if self.eat_word(Word::Between) {
            let between = self.previous();
            self.bound()?;
            if !self.eat_word(Word::And) {
                let found = self.peek().span();
                let message = syntax::BOUNDS;
                self.error(between.span(), message, None)
                    .related(found, syntax::AND_HERE);
                return Err(Failed);
            }
            self.bound()?;
        } else {
            if self.is_kind(Kind::Close) {
                let message = syntax::BOUND;
                return Err(self.fail(word.span(), message, None));
            }
            self.bound()?;
        }
        if self.eat_word(Word::Exclude) {
            // `CURRENT ROW`, `NO OTHERS`, `GROUP`, `TIES`
            self.at += 1 + usize::from(matches!(self.peek().word, Word::Current | Word::No));
        }
        Ok(())
    }

    fn bound(&mut self) -> Result<(), Failed> {
        let first = self.peek();
        match first.word {
            Word::Current if self.ahead(1).word == Word::Row => {
                self.at += 2;
                return Ok(());
            }
            Word::Unbounded if self.ahead(1).kind == Kind::Word => self.at += 1,
            _ => self.expression(Context::Inner)?,
        }
        if matches!(self.peek().word, Word::Preceding | Word::Following) {
            self.at += 1;
            return Ok(());
        }
        let span = first.span().to(self.previous().span());
        let message = syntax::PRECEDING;
        Err(self.fail(span, message, None))
    }
}
