//! Every name of a datamart, bound once to what it refers to, with the quality of the match.
//!
//! This stage is between the model and the rules: rules ask what a name is bound to and compare
//! numbers, never strings. Only this module and [`names`](crate::names) decide what whitespace,
//! case, Unicode composition, index patterns and aliases mean.

mod columns;
mod ends;
mod expressions;
mod joins;
mod lists;
mod tables;

use crate::catalog::{Catalog, CatalogMatch, TableRef};
use crate::contract::LEVEL_TABLE;
use crate::datasource::DatasourceType;
use crate::document::Span;
use crate::model::{Column, Datamart, Field, Table, Tenancy, Text};
use crate::names::{CaseRule, Names};
use crate::options::Options;
use crate::sql::Dialect;
pub(crate) use columns::{BoundColumn, ColumnMatch};
pub(crate) use ends::{BoundEnd, EndTable};
pub(crate) use expressions::{Expression, Reference, Scope};
pub(crate) use joins::Join;
pub(crate) use lists::ListMatch;
pub(crate) use tables::{BoundTable, Group};

/// A datamart with its names bound.
///
/// Tables, relationships and columns have the same numbers as in the model. All columns are in one
/// list, table by table; those of a table are followed by one more for its client column.
#[derive(Debug)]
pub(crate) struct Resolved<'c, 'd> {
    datamart: &'c Datamart<'d>,
    catalog: Option<&'c Catalog>,
    /// Whether case matters in the names of tables and schemas.
    pub case_of_tables: CaseRule,
    /// Whether case matters in the names of columns.
    pub case_of_columns: CaseRule,
    tables: Vec<BoundTable<'c, 'd>>,
    columns: Vec<BoundColumn<'c, 'd>>,
    /// The tables as relationships refer to them: by name and by index pattern.
    groups: Vec<Group<'d>>,
    groups_by_name: Names<'d>,
    /// Two for each relationship: parent and child.
    ends: Vec<BoundEnd<'c>>,
    /// For each relationship, the first one that connects the same columns.
    first_relationships: Vec<usize>,
    /// The table that maps clients, if the tenancy level uses one.
    mapping: Option<(Tenancy<'d>, CatalogMatch<'c>)>,
    /// The SQL dialect of custom columns; `None` if they are not written in SQL, so that nothing is
    /// claimed.
    dialect: Option<Dialect>,
    /// The expressions of the tables that have any.
    expressions: Vec<(usize, Vec<Expression<'c, 'd>>)>,
    /// The datasource, in the list of existing ones.
    pub datasource: Option<ListMatch>,
    /// The datamart that already has this name, in the list of existing ones.
    pub existing: Option<ListMatch>,
}

/// Marks the absence of a number.
const NONE: u32 = u32::MAX;

/// Binds every name of a datamart, those in SQL expressions included.
pub(crate) fn resolve<'c, 'd>(
    datamart: &'c Datamart<'d>,
    options: &'c Options,
) -> Resolved<'c, 'd> {
    let mut resolved = bind_names(datamart, options);
    if let Some(dialect) = resolved.dialect {
        resolved.bind_expressions(dialect);
    }
    if let (Some(name), Some(known)) = (datamart.datasource_name.given(), &options.datasources) {
        let known = known.iter().map(|datasource| datasource.name.as_str());
        resolved.datasource = ListMatch::find(name.text, known);
    }
    if let (Some(name), Some(known)) = (datamart.name.given(), &options.existing_datamarts) {
        resolved.existing = ListMatch::find(name.text, known.iter().map(String::as_str));
    }
    resolved
}

/// Binds the names of tables, columns, and the ends of relationships, for those who look at nothing
/// else: what they are used in need not contain the SQL parser.
pub(crate) fn bind_names<'c, 'd>(
    datamart: &'c Datamart<'d>,
    options: &'c Options,
) -> Resolved<'c, 'd> {
    let datasource = options.datasource_type;
    let mut resolved = Resolved {
        datamart,
        catalog: options.catalog.as_ref(),
        case_of_tables: DatasourceType::case_of_tables(datasource),
        case_of_columns: DatasourceType::case_of_columns(datasource),
        tables: Vec::with_capacity(datamart.tables.len()),
        columns: Vec::new(),
        groups: Vec::new(),
        groups_by_name: Names::loose(),
        ends: Vec::new(),
        first_relationships: Vec::new(),
        mapping: None,
        dialect: options.dialect(),
        expressions: Vec::new(),
        datasource: None,
        existing: None,
    };
    resolved.bind_tables();
    resolved.bind_columns();
    resolved.bind_ends();
    resolved.mapping = resolved.bind_mapping();
    resolved
}

impl<'c, 'd> Resolved<'c, 'd> {
    /// The tables of the datamart, each with what it is bound to.
    pub(crate) fn tables(
        &self,
    ) -> impl Iterator<Item = (&'c Table<'d>, &BoundTable<'c, 'd>)> + use<'_, 'c, 'd> {
        self.datamart.tables.iter().zip(&self.tables)
    }

    /// What the table with this number is bound to.
    pub(crate) fn table(&self, number: usize) -> Option<&BoundTable<'c, 'd>> {
        self.tables.get(number)
    }

    /// The tables that the catalog has.
    pub(crate) fn known_tables(
        &self,
    ) -> impl Iterator<Item = (&'c Table<'d>, &BoundTable<'c, 'd>, TableRef<'c>)> + use<'_, 'c, 'd>
    {
        self.tables()
            .filter_map(|(table, bound)| Some((table, bound, bound.catalog.table()?)))
    }

    /// The columns of a table, each with what it is bound to.
    pub(crate) fn columns<'s>(
        &'s self,
        table: &'c Table<'d>,
        bound: &BoundTable<'c, 'd>,
    ) -> impl Iterator<Item = (&'c Column<'d>, &'s BoundColumn<'c, 'd>)> + use<'s, 'c, 'd> {
        let columns = self.columns.get(bound.first_column..).unwrap_or_default();
        table.columns.iter().zip(columns)
    }

    /// The first column of the table that is the same as this one, both as numbers in the list of
    /// all columns.
    pub(crate) fn first_column(&self, number: u32) -> u32 {
        self.columns
            .get(number as usize)
            .map_or(number, |column| column.first)
    }

    /// Whether a column that is not custom has the name of this first column.
    pub(crate) fn is_plain(&self, number: u32) -> bool {
        self.columns
            .get(number as usize)
            .is_some_and(|column| column.is_plain)
    }

    /// Whether a table lists another column of this name.
    pub(crate) fn lists_beside(&self, table: usize, column: u32, name: &str) -> bool {
        let index = self.tables.get(table).map(|table| &table.index);
        let listed = index.and_then(|index| self.listed(index, &[table], name));
        listed.is_some_and(|listed| listed != self.first_column(column))
    }

    /// The listed column of this name.
    pub(crate) fn column_called(&self, table: usize, name: &str) -> Option<&'c Column<'d>> {
        let bound = self.tables.get(table)?;
        let number = self.listed(&bound.index, &[table], name)? as usize;
        let columns = &self.datamart.tables.get(table)?.columns;
        columns.get(number.checked_sub(bound.first_column)?)
    }

    /// What the client column of a table is bound to.
    pub(crate) fn client_column(&self, bound: &BoundTable<'c, 'd>) -> ColumnMatch<'c> {
        let client = self.columns.get(bound.client_column);
        client.map_or(ColumnMatch::NoClaim, |column| column.catalog)
    }

    /// The settings that map clients, with the catalog's match for their table; only if the tenancy
    /// level uses them.
    pub(crate) fn mapping(&self) -> Option<(Tenancy<'d>, CatalogMatch<'c>)> {
        self.mapping
    }

    /// What a column of the mapping table is bound to.
    pub(crate) fn column_of(&self, table: TableRef<'c>, name: Text<'_>) -> ColumnMatch<'c> {
        ColumnMatch::find(Some(table), name.text, self.case_of_columns)
    }

    /// The part of the mapping table's name that repeats its schema, and whether the catalog has
    /// the table without it.
    pub(crate) fn repeated_schema_of_mapping(&self) -> Option<(Span, bool)> {
        let (settings, found) = self.mapping?;
        let piece = tables::repeated_schema(settings.table_name, settings.schema_name)?;
        if found.table().is_some() {
            return None;
        }
        let Some(catalog) = self.catalog else {
            return Some((piece, false));
        };
        let name = text_of(settings.table_name).get(piece.end as usize..)?;
        let schema = text_of(settings.schema_name);
        let of_rest = catalog.find(name, Some(schema), self.case_of_tables);
        of_rest.table().map(|_| (piece, true))
    }

    fn bind_mapping(&self) -> Option<(Tenancy<'d>, CatalogMatch<'c>)> {
        let settings = self.datamart.tenancy.given()?;
        if settings.level.given()?.text != LEVEL_TABLE {
            return None;
        }
        let name = settings.table_name.given()?;
        let schema = settings.schema_name.given()?;
        let found = self.catalog.map_or(CatalogMatch::NoClaim, |catalog| {
            catalog.find(name.text, Some(schema.text), self.case_of_tables)
        });
        Some((settings, found))
    }

    /// The name of a listed column, without whitespace.
    pub(crate) fn listed_name(&self, number: u32) -> &'d str {
        self.columns
            .get(number as usize)
            .map_or("", |column| column.name)
    }
}

/// The text of a field; empty if there is none.
fn text_of(field: Field<Text<'_>>) -> &str {
    field.given().map_or("", |name| name.text)
}
