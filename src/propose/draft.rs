//! A datamart to start with: the tables and columns of a catalog as they are listed, with the
//! relationships and the tenancy settings that are certain enough.
//!
//! It is valid by construction: what the catalog would not find by its name is left out, because a
//! datamart cannot name it.

use std::fmt;

use super::scan::Made;
use super::words::cut;
use super::write::{write_fields, write_relationship, write_settings};
use super::{is_column, is_table, relationships, tenancy};
use crate::catalog::{Catalog, CatalogMatch, TableRef};
use crate::contract::{column, datamart, table};
use crate::datasource::DatasourceType;
use crate::document::{read_json, write_comma, write_key, write_raw, write_text};
use crate::options::Options;
use crate::suggest::nearest;

/// What a draft is to contain. Everything is optional.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Draft {
    pub(super) name: Option<String>,
    pub(super) datasource_name: Option<String>,
    pub(super) tables: Option<Vec<DraftTable>>,
}

/// A table that is wanted in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftTable {
    /// Its name; `schema.name` if there is no schema here.
    pub name: String,
    /// Its schema, if tables of several schemas have the name.
    pub schema: Option<String>,
}

impl<Name: Into<String>> From<Name> for DraftTable {
    fn from(name: Name) -> Self {
        Self {
            name: name.into(),
            schema: None,
        }
    }
}

impl Draft {
    /// A draft with every table of the catalog.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the name of the datamart; by default it is made from that of the datasource.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the name of the datasource; by default the catalog tells it.
    pub fn datasource_name(mut self, name: impl Into<String>) -> Self {
        self.datasource_name = Some(name.into());
        self
    }

    /// Chooses tables, in this order.
    pub fn tables(mut self, tables: impl IntoIterator<Item = impl Into<DraftTable>>) -> Self {
        self.tables = Some(tables.into_iter().map(Into::into).collect());
        self
    }
}

/// Why there is no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DraftError {
    /// The options have no catalog.
    NoCatalog,
    /// The catalog has no table with a column.
    Empty,
    /// The catalog has not exactly one such table, or a datamart cannot contain it. The text says
    /// what is wrong with it.
    Table(String),
    /// The datamart would be too large to be read.
    TooLarge,
}

impl fmt::Display for DraftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Table(_) = self {
            f.write_str("option `tables`: ")?;
        }
        f.write_str(match self {
            Self::NoCatalog => "a draft needs a catalog",
            Self::Empty => "the catalog has no table with a column",
            Self::Table(problem) => problem,
            Self::TooLarge => "the draft would be too large",
        })
    }
}

impl std::error::Error for DraftError {}

/// Makes a datamart from the catalog in the options, as JSON text: tables and columns as listed, with
/// the relationships and tenancy settings that are marked as confident. It is valid with the
/// same catalog and datasource type.
///
/// ```
/// use datamart_validator::{Draft, Options, draft_datamart_json, validate_json};
///
/// let catalog = r#"{ "datasourceName": "warehouse", "tables": [
///     { "name": "orders", "columns": [{ "name": "id", "dataType": "int" }] },
///     { "name": "log", "columns": [] }
/// ] }"#;
/// let options = Options::builder().catalog_json(catalog).build()?;
/// let datamart = draft_datamart_json(&Draft::new().name("sales"), &options)?;
/// assert_eq!(
///     datamart,
///     r#"{"name":"sales","datasourceName":"warehouse","tableList":[{"name":"orders","columns":[{"name":"id"}]}],"relationships":[]}"#
/// );
/// assert!(validate_json(&datamart, &options).valid);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// If the catalog has no table that a datamart can contain, or not one that is wanted.
pub fn draft_datamart_json(draft: &Draft, options: &Options) -> Result<String, DraftError> {
    let catalog = options.catalog.as_ref().ok_or(DraftError::NoCatalog)?;
    let mut tables: Vec<TableRef<'_>> = Vec::new();
    match &draft.tables {
        Some(wanted) => choose(catalog, wanted, options.datasource_type, &mut tables)?,
        None => tables.extend(catalog.tables().filter(|it| is_usable(catalog, *it))),
    }
    if tables.is_empty() {
        return Err(DraftError::Empty);
    }
    let mut plain = String::new();
    write_tables(draft, catalog, &tables, &[], &mut plain);
    write_raw("}", &mut plain);
    let document = read_json(&plain, &[]);
    document.require_json().map_err(|_| DraftError::TooLarge)?;
    let mut out = String::new();
    super::scan(&document, options, &mut |scan, resolved| {
        let tenancy = tenancy::propose(scan, resolved, Some(catalog));
        let tenancy = tenancy.filter(|it| it.is_certain && it.is_complete());
        let client_columns = tenancy.as_ref().map_or(&[][..], |it| &it.client_columns);
        write_tables(draft, catalog, &tables, client_columns, &mut out);
        if let Some(tenancy) = &tenancy {
            write_key(datamart::OBJECT.key(datamart::TENANCY_SETTINGS), &mut out);
            write_settings(tenancy, &mut out);
        }
        write_key(datamart::OBJECT.key(datamart::RELATIONSHIPS), &mut out);
        write_raw("[", &mut out);
        relationships::propose(scan, resolved, &mut |join| {
            if join.is_certain {
                write_comma(&mut out);
                write_relationship(join, &mut out);
            }
        });
        write_raw("]}", &mut out);
    });
    Ok(out)
}

/// Whether a datamart can contain a table.
fn is_usable(catalog: &Catalog, table: TableRef<'_>) -> bool {
    is_table(catalog, table) && table.columns().any(|column| is_column(table, column))
}

/// Adds the tables that are wanted, each once.
#[inline(never)]
fn choose<'c>(
    catalog: &'c Catalog,
    wanted: &[DraftTable],
    datasource: Option<DatasourceType>,
    tables: &mut Vec<TableRef<'c>>,
) -> Result<(), DraftError> {
    let rule = DatasourceType::case_of_tables(datasource);
    let mut seen = Made::default();
    for DraftTable { name, schema } in wanted {
        let schema = schema.as_deref().filter(|it| !it.is_empty());
        let mut found = catalog.find(name, schema, rule);
        let (before, after) = cut(name, b'.');
        if found.table().is_none() && schema.is_none() && !after.is_empty() {
            found = catalog.find(after, Some(before), rule);
        }
        let problem = match found {
            CatalogMatch::Table {
                table,
                other: Some(other),
                ..
            } => [
                "the catalog has `",
                name,
                "` in several schemas, such as `",
                table.schema(),
                "` and `",
                other.schema(),
                "`; name the schema too",
            ]
            .concat(),
            _ => match found.table() {
                Some(table) if is_usable(catalog, table) => {
                    let number = table.column_numbers()[0];
                    if seen.insert(number.to_string()).1 {
                        tables.push(table);
                    }
                    continue;
                }
                Some(_) => [
                    "`",
                    name,
                    "` has no columns, or a name that a datamart cannot contain",
                ]
                .concat(),
                None => {
                    let known: Vec<_> = catalog.tables().map(|it| it.name().to_owned()).collect();
                    let unknown = ["the catalog has no table `", name, "`"].concat();
                    match nearest(name, known.iter().map(String::as_str)) {
                        Some(nearest) => [&unknown, ", did you mean `", nearest, "`?"].concat(),
                        None => unknown,
                    }
                }
            },
        };
        return Err(DraftError::Table(problem));
    }
    Ok(())
}

/// Appends the beginning of the datamart, up to its tables.
#[inline(never)]
fn write_tables(
    draft: &Draft,
    catalog: &Catalog,
    tables: &[TableRef<'_>],
    client_columns: &[(usize, &str)],
    out: &mut String,
) {
    let key = |field| datamart::OBJECT.key(field);
    let is_given = |name: &&str| !name.trim().is_empty();
    let datasource = draft.datasource_name.as_deref().filter(is_given);
    let datasource = datasource.or_else(|| Some(catalog.datasource_name()).filter(is_given));
    write_raw("{", out);
    write_key(key(datamart::NAME), out);
    match draft.name.as_deref().filter(is_given) {
        Some(name) => write_text(name, out),
        None => write_text(&name_of(datasource.unwrap_or_default()), out),
    }
    write_key(key(datamart::DATASOURCE_NAME), out);
    write_text(datasource.unwrap_or("datasource"), out);
    write_key(key(datamart::TABLE_LIST), out);
    write_raw("[", out);
    let mut client_columns = client_columns.iter().peekable();
    for (number, table) in tables.iter().enumerate() {
        let client = client_columns.next_if(|(table, _)| *table == number);
        write_comma(out);
        write_table(*table, client.map(|(_, column)| *column), out);
    }
    write_raw("]", out);
}

/// A name for a datamart that is made from a datasource, of the recommended characters.
fn name_of(datasource: &str) -> String {
    let mut name = String::new();
    for c in datasource.chars() {
        name.push(if c.is_ascii_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        });
    }
    let name = name.trim_matches('-');
    if name.is_empty() { "datamart" } else { name }.to_owned()
}

fn write_table(table: TableRef<'_>, client_column: Option<&str>, out: &mut String) {
    let key = |field| table::OBJECT.key(field);
    let fields = [
        Some(table.name()),
        Some(table.schema()).filter(|schema| !schema.is_empty()),
        client_column,
    ];
    write_fields(&table::OBJECT, &fields, out);
    out.pop();
    write_key(key(table::COLUMNS), out);
    write_raw("[", out);
    for column in table.columns().filter(|column| is_column(table, *column)) {
        write_comma(out);
        write_fields(&column::OBJECT, &[Some(column.name())], out);
    }
    write_raw("]}", out);
}
