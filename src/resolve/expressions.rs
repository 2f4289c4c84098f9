//! The SQL of custom columns: what each name in it refers to.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::{BoundTable, Resolved, text_of};
use crate::catalog::ColumnRef as CatalogColumn;
use crate::model::{Column, Field, Table, Text};
use crate::names::{CaseRule, CaseSensitivity, Names, Sameness, trim};
use crate::sql::{Analysis, ColumnRef, Dialect, Reader, Span};

/// So many references are followed to learn whether a column is computed from another one.
const MAX_STEPS: usize = 256;

/// The SQL of one custom column, read and bound.
#[derive(Debug)]
pub(crate) struct Expression<'c, 'd> {
    pub column: &'c Column<'d>,
    /// The custom column's number in the list of all columns.
    pub number: u32,
    pub sql: Text<'d>,
    pub analysis: Analysis<'d>,
    /// What each of `analysis.columns` refers to. Empty for a broken expression, where that would
    /// be a guess.
    pub references: Vec<Reference>,
}

/// What a name in an expression refers to.
#[derive(Debug)]
pub(crate) enum Reference {
    /// A listed column or the client column, as the number of the first column of that name in the
    /// list of all columns.
    Listed(u32),
    /// A column of the datasource that the table does not list.
    Unlisted,
    /// A name that the table does not list, with its span.
    Unknown(String, Span),
    /// A dotted name that begins neither with this table nor with one of its columns: the part
    /// before the last dot, and the other table of the datamart with that name.
    Foreign(String, Span, Option<usize>),
    /// All columns, or something that cannot be determined.
    NoClaim,
}

/// The names that the expressions of one table may use.
#[derive(Debug)]
pub(crate) struct Scope<'r, 'c, 'd> {
    resolved: &'r Resolved<'c, 'd>,
    /// The table's number.
    pub number: usize,
    pub table: &'c Table<'d>,
    bound: &'r BoundTable<'c, 'd>,
    dialect: Dialect,
    /// The columns by alias, collected when a name is unknown.
    aliases: OnceCell<Names<'d>>,
}

impl<'c, 'd> Resolved<'c, 'd> {
    /// Binds the expressions of each table that has any.
    pub(super) fn bind_expressions(&mut self, dialect: Dialect) {
        let mut reader = Reader::default();
        for (number, table) in self.datamart.tables.iter().enumerate() {
            if !table.columns.iter().any(|column| column.is_custom.is_set()) {
                continue;
            }
            let Some(scope) = self.scope(number, dialect) else {
                continue;
            };
            let expressions = scope.expressions(&mut reader);
            let mut is_unclear = false;
            for expression in &expressions {
                is_unclear |= !expression.analysis.is_valid();
                for reference in &expression.references {
                    match reference {
                        Reference::Listed(column) => {
                            if let Some(column) = self.columns.get_mut(*column as usize) {
                                column.is_used = true;
                            }
                        }
                        Reference::NoClaim => is_unclear = true,
                        _ => {}
                    }
                }
            }
            if let Some(bound) = self.tables.get_mut(number) {
                bound.has_unclear_sql = is_unclear;
            }
            self.expressions.push((number, expressions));
        }
    }

    /// The expressions of each table that has any, with the names that they may use.
    pub(crate) fn expressions(
        &self,
    ) -> impl Iterator<Item = (Scope<'_, 'c, 'd>, &[Expression<'c, 'd>])> {
        self.expressions.iter().filter_map(|(table, expressions)| {
            let scope = self.scope(*table, self.dialect?)?;
            Some((scope, expressions.as_slice()))
        })
    }

    fn scope(&self, table: usize, dialect: Dialect) -> Option<Scope<'_, 'c, 'd>> {
        Some(Scope {
            resolved: self,
            number: table,
            table: self.datamart.tables.get(table)?,
            bound: self.tables.get(table)?,
            dialect,
            aliases: OnceCell::new(),
        })
    }
}

impl<'c, 'd> Scope<'_, 'c, 'd> {
    fn expressions(&self, reader: &mut Reader) -> Vec<Expression<'c, 'd>> {
        let columns = self.resolved.columns(self.table, self.bound);
        columns
            .filter(|(column, _)| column.is_custom.is_set())
            .filter_map(|(column, bound)| {
                let sql = column.sql.given()?;
                let analysis = reader.analyze(sql.text, self.dialect);
                let references = if analysis.is_valid() {
                    let columns = analysis.columns.iter();
                    columns.map(|it| self.reference(it, sql.text)).collect()
                } else {
                    Vec::new()
                };
                Some(Expression {
                    column,
                    number: bound.number,
                    sql,
                    analysis,
                    references,
                })
            })
            .collect()
    }

    /// Every name that an expression may use.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'c str>
    where
        'd: 'c,
    {
        let listed = self.resolved.bound_columns(self.bound).iter();
        let listed = listed.map(|column| column.name);
        let others = self.bound.catalog.table().into_iter();
        let others = others.flat_map(|table| table.columns().map(CatalogColumn::name));
        listed.filter(|name| !name.is_empty()).chain(others)
    }

    /// Whether it is certain that the datasource has no other columns.
    pub(crate) fn is_certain(&self) -> bool {
        let table = self.bound.catalog.table();
        table.is_some_and(|table| !table.is_partial())
    }

    /// The column of the table whose name differs from an unknown one only in case, whitespace or
    /// composition.
    pub(crate) fn spelt_otherwise(&self, name: &str) -> Option<&'c str>
    where
        'd: 'c,
    {
        let resolved = self.resolved;
        let rule = resolved.case_of_columns;
        let index = &self.bound.index;
        if let Some((number, _)) = resolved.listed_like(index, &[self.number], name, rule) {
            return Some(resolved.listed_name(number));
        }
        let (column, _) = self.bound.catalog.table()?.column(name, rule)?;
        Some(column.name())
    }

    /// The name of the column with this alias, for a hint.
    pub(crate) fn of_alias(&self, alias: &str) -> Option<&'d str> {
        let aliases = self.aliases.get_or_init(|| {
            let mut aliases = Names::exact();
            for (number, column) in self.table.columns.iter().enumerate() {
                if let (Some(alias), Some(_)) = (column.alias.given(), column.name.given()) {
                    aliases.insert(alias.text, number);
                }
            }
            aliases
        });
        let number = aliases.get(alias, Sameness::Exact)?;
        let name = self.table.columns.get(number)?.name.given()?;
        Some(trim(name.text))
    }

    /// What a name without dots refers to; `None` if the table has nothing of that name.
    ///
    /// An unquoted name matches in any case, except in databases that are case-sensitive
    /// everywhere: a wrong claim costs more than a right one is worth.
    fn find(&self, name: &str, is_quoted: bool) -> Option<Reference> {
        let resolved = self.resolved;
        let case = resolved.case_of_columns;
        let sensitivity = match case.sensitivity {
            CaseSensitivity::LowersUnquoted | CaseSensitivity::RaisesUnquoted if is_quoted => {
                CaseSensitivity::Sensitive
            }
            CaseSensitivity::LowersUnquoted | CaseSensitivity::RaisesUnquoted => {
                CaseSensitivity::Insensitive
            }
            other => other,
        };
        let rule = CaseRule {
            sensitivity,
            ..case
        };
        let index = &self.bound.index;
        if let Some((number, quality)) = resolved.listed_like(index, &[self.number], name, rule)
            && quality.is_found()
        {
            return Some(Reference::Listed(number));
        }
        let (_, quality) = self.bound.catalog.table()?.column(name, rule)?;
        quality.is_found().then_some(Reference::Unlisted)
    }

    /// Whether the column that a name stands for is another one, or is computed from it. Also true
    /// if that takes long to find out.
    pub(crate) fn is_computed_from(&self, name: &str, column: u32) -> bool {
        let Some(Reference::Listed(start)) = self.find(name, false) else {
            return false;
        };
        let tables = &self.resolved.expressions;
        let at = tables.binary_search_by_key(&self.number, |(table, _)| *table);
        let expressions = at.ok().and_then(|at| tables.get(at));
        let expressions = expressions.map_or(&[][..], |(_, it)| it.as_slice());
        let mut open = vec![start];
        let mut steps = 0;
        while let Some(next) = open.pop() {
            if next == column {
                return true;
            }
            if self.resolved.is_plain(next) {
                continue;
            }
            let Ok(at) = expressions.binary_search_by_key(&next, |it| it.number) else {
                continue;
            };
            for reference in expressions.get(at).iter().flat_map(|it| &it.references) {
                steps += 1;
                if steps > MAX_STEPS {
                    return true;
                }
                if let Reference::Listed(used) = reference {
                    open.push(*used);
                }
            }
        }
        false
    }

    fn is_this_table(&self, name: &str) -> bool {
        let is = |own: Field<Text<'_>>| ends_alike(name, text_of(own));
        is(self.table.name) || is(self.table.index_pattern)
    }

    /// A table of the same name in another schema. Where databases are something else than schemas
    /// and also stand before tables, or where the engine has no schemas, no claim is made.
    fn in_other_schema(&self, parts: &[(Cow<'_, str>, Span)], sql: &str) -> Option<Reference> {
        let own = text_of(self.table.schema_name);
        let [schemas @ .., (_, table)] = parts else {
            return None;
        };
        let (_, schema) = schemas.last()?;
        let may_be_database = matches!(
            self.dialect,
            Dialect::Generic
                | Dialect::Cockroach
                | Dialect::DuckDb
                | Dialect::MySql
                | Dialect::SingleStore
                | Dialect::ClickHouse
        );
        if own.is_empty()
            || may_be_database
            || schemas.iter().any(|(name, _)| ends_alike(name, own))
        {
            return None;
        }
        let span = schema.to(*table);
        let text = span.text(sql);
        // `db..orders`
        let between = sql.get(schema.end as usize..table.start as usize)?;
        (between.matches('.').count() == 1).then(|| Reference::Foreign(text.to_owned(), span, None))
    }

    /// If the dialect is unknown: `"x"` is a string in MySQL and others, `USER` is a value in
    /// PostgreSQL and others.
    fn may_be_a_value(&self, reference: &ColumnRef<'_>, sql: &str) -> bool {
        let written = reference.span.text(sql);
        self.dialect == Dialect::Generic
            && (written.starts_with('"') || written.eq_ignore_ascii_case("user"))
    }

    fn reference(&self, reference: &ColumnRef<'_>, sql: &str) -> Reference {
        // A name in a subquery may belong to a table of that subquery.
        if reference.in_subquery || reference.star {
            return Reference::NoClaim;
        }
        if reference.part_count == 1 {
            return match self.find(&reference.name, reference.quoted) {
                Some(found) => found,
                None if self.may_be_a_value(reference, sql) => Reference::NoClaim,
                None => Reference::Unknown(reference.name.clone().into_owned(), reference.span),
            };
        }
        // OpenSearch lists the fields of objects by their dotted names.
        if let Some(found) = self.find(reference.span.text(sql), false) {
            return found;
        }
        let parts = reference.parts(sql, self.dialect);
        let column = |at: usize| {
            let (name, span) = parts.get(at)?;
            self.find(name, span.text(sql) != name)
        };
        let is_table = |at: usize| {
            let name = parts.get(at).filter(|_| at + 1 < parts.len());
            name.is_some_and(|(name, _)| self.is_this_table(name))
        };
        // What precedes the table's name is its schema or its database.
        let mut table = (0..parts.len()).find(|at| is_table(*at));
        if let Some(table) = &mut table
            && is_table(*table + 1)
            && column(*table + 1).is_none()
        {
            // The schema has the same name.
            *table += 1;
        }
        if let Some(found) = table.and_then(|table| self.in_other_schema(parts.get(..=table)?, sql))
            && column(0).is_none()
        {
            return found;
        }
        let after_table = table.map(|table| table + 1);
        match column(after_table.unwrap_or(0)) {
            Some(found) => found,
            // A field of a column that has the same name as the table.
            None if column(0).is_some() => Reference::NoClaim,
            None => {
                let at = after_table.unwrap_or(parts.len().saturating_sub(2));
                let Some((name, span)) = parts.get(at) else {
                    return Reference::NoClaim;
                };
                let name = name.clone().into_owned();
                if after_table.is_some() {
                    Reference::Unknown(name, *span)
                } else {
                    let other = self.resolved.table_like(&name);
                    Reference::Foreign(name, *span, other)
                }
            }
        }
    }
}

/// Whether two names of tables or schemas have the same last part. Some people write the schema into
/// the table's name; BigQuery accepts `project.dataset.table` in one pair of quotes.
fn ends_alike(one: &str, other: &str) -> bool {
    last_part(one).eq_ignore_ascii_case(last_part(other))
}

#[inline(never)]
fn last_part(name: &str) -> &str {
    let name = trim(name);
    name.rsplit('.').next().unwrap_or(name)
}
