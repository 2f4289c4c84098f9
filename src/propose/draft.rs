//! A datamart to start with: the tables and columns of a catalog as they are listed, with the
//! relationships and the tenancy settings that are certain enough.
//!
//! It is valid by construction: what the catalog would not find by its name is left out, because a
//! datamart cannot name it.

use std::fmt;

use super::write::{write_relationship, write_settings};
use super::{
    Confidence, RelationshipProposal, TenancyProposal, Wanted, is_column, is_table, propose,
};
use crate::catalog::{Catalog, CatalogMatch, TableRef};
use crate::contract::{column, datamart, table};
use crate::datasource::DatasourceType;
#[cfg(target_arch = "wasm32")]
use crate::document::{Kind, Value};
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
    /// A wanted table is not in the catalog. The second name is similar to it.
    UnknownTable(String, Option<String>),
    /// Tables of several schemas, of which two are named, have the name of a wanted table.
    SeveralSchemas(String, [String; 2]),
    /// A wanted table has no columns, or a datamart cannot name it.
    Unusable(String),
    /// The datamart would be too large to be read.
    TooLarge,
}

impl fmt::Display for DraftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCatalog => f.write_str("a draft needs a catalog"),
            Self::Empty => f.write_str("the catalog has no table with a column"),
            Self::UnknownTable(name, nearest) => {
                write!(f, "option `tables`: the catalog has no table `{name}`")?;
                match nearest {
                    Some(nearest) => write!(f, ", did you mean `{nearest}`?"),
                    None => Ok(()),
                }
            }
            Self::SeveralSchemas(name, [one, other]) => write!(
                f,
                "option `tables`: the catalog has `{name}` in several schemas, such as `{one}` and `{other}`; name the schema too"
            ),
            Self::Unusable(name) => write!(
                f,
                "option `tables`: `{name}` has no columns, or a name that a datamart cannot contain"
            ),
            Self::TooLarge => f.write_str("the draft would be too large"),
        }
    }
}

impl std::error::Error for DraftError {}

/// Makes a datamart from the catalog in the options, as JSON text: tables and columns as listed, with
/// the relationships and tenancy settings that are [confident](Confidence). It is valid with the
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
    let tables = match &draft.tables {
        Some(wanted) => chosen(catalog, wanted, options.datasource_type)?,
        None => catalog
            .tables()
            .filter(|it| is_usable(catalog, *it))
            .collect(),
    };
    if tables.is_empty() {
        return Err(DraftError::Empty);
    }
    let is_given = |name: &&str| !name.trim().is_empty();
    let datasource = draft.datasource_name.as_deref().filter(is_given);
    let datasource = datasource.or_else(|| Some(catalog.datasource_name()).filter(is_given));
    let name = draft.name.clone().filter(|it| !it.trim().is_empty());
    let name = name.unwrap_or_else(|| name_of(datasource.unwrap_or_default()));
    let writer = Writer {
        name: &name,
        datasource: datasource.unwrap_or("datasource"),
        tables: &tables,
    };
    let plain = writer.write(&[], None);
    let document = read_json(&plain, &[]);
    document.require_json().map_err(|_| DraftError::TooLarge)?;
    let (mut relationships, tenancy) = propose(&document, options, Wanted::Both);
    relationships.retain(|it| it.confidence == Confidence::Confident);
    let tenancy = tenancy.filter(|it| it.confidence == Confidence::Confident && it.is_complete());
    Ok(writer.write(&relationships, tenancy.as_ref()))
}

/// The same for an object with `name`, `datasourceName` and `tables`, as in JavaScript. The problem
/// is for the programmer.
#[cfg(target_arch = "wasm32")]
pub(crate) fn draft_document(wanted: Value<'_>, options: &Options) -> Result<String, String> {
    let text = |key: &str| match wanted.member(key).map(Value::kind) {
        None | Some(Kind::Null) => Ok(None),
        Some(Kind::Text(text)) => Ok(Some(text.to_owned())),
        Some(_) => Err(["option `", key, "`: expected a text"].concat()),
    };
    let mut draft = Draft {
        name: text("name")?,
        datasource_name: text("datasourceName")?,
        tables: None,
    };
    match wanted.member("tables").map(Value::kind) {
        None | Some(Kind::Null) => {}
        Some(Kind::Array(items)) => {
            let tables = draft.tables.insert(Vec::new());
            for item in items {
                let problem = "option `tables`: expected names, or objects with a `name`";
                tables.push(table_of(item).ok_or(problem)?);
            }
        }
        Some(_) => return Err("option `tables`: expected a list".to_owned()),
    }
    draft_datamart_json(&draft, options).map_err(|error| error.to_string())
}

/// A name, or a table as the catalog or a datamart has it.
#[cfg(target_arch = "wasm32")]
fn table_of(item: Value<'_>) -> Option<DraftTable> {
    let text = |value: Value<'_>| match value.kind() {
        Kind::Text(text) => Some(text.to_owned()),
        _ => None,
    };
    if let Some(name) = text(item) {
        return Some(name.into());
    }
    let key = |field| table::OBJECT.key(field);
    let schema = item
        .member("schema")
        .or_else(|| item.member(key(table::SCHEMA_NAME)));
    Some(DraftTable {
        name: text(item.member(key(table::NAME))?)?,
        schema: schema.and_then(text),
    })
}

/// Whether a datamart can contain a table.
fn is_usable(catalog: &Catalog, table: TableRef<'_>) -> bool {
    is_table(catalog, table) && table.columns().any(|column| is_column(table, column))
}

fn chosen<'c>(
    catalog: &'c Catalog,
    wanted: &[DraftTable],
    datasource: Option<DatasourceType>,
) -> Result<Vec<TableRef<'c>>, DraftError> {
    let rule = DatasourceType::case_of_tables(datasource);
    let mut tables: Vec<TableRef<'c>> = Vec::with_capacity(wanted.len());
    let mut seen = super::scan::Made::default();
    for DraftTable { name, schema } in wanted {
        let schema = schema.as_deref().filter(|it| !it.is_empty());
        let mut found = catalog.find(name, schema, rule);
        if found.table().is_none()
            && schema.is_none()
            && let Some((schema, name)) = name.split_once('.')
        {
            found = catalog.find(name, Some(schema), rule);
        }
        if let CatalogMatch::Table {
            table,
            other: Some(other),
            ..
        } = found
        {
            let schemas = [table, other].map(|it| it.schema().to_owned());
            return Err(DraftError::SeveralSchemas(name.clone(), schemas));
        }
        let Some(table) = found.table() else {
            let nearest = nearest(name, catalog.tables().map(TableRef::name));
            return Err(DraftError::UnknownTable(
                name.clone(),
                nearest.map(str::to_owned),
            ));
        };
        if !is_usable(catalog, table) {
            return Err(DraftError::Unusable(name.clone()));
        }
        // The same table may be wanted twice.
        let [first, _] = table.column_numbers();
        if seen.insert(first.to_string()).1 {
            tables.push(table);
        }
    }
    Ok(tables)
}

/// A name for a datamart that is made from a datasource, of the recommended characters.
fn name_of(datasource: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        }
    };
    let name: String = datasource.chars().map(plain).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "datamart" } else { name }.to_owned()
}

struct Writer<'c> {
    name: &'c str,
    datasource: &'c str,
    tables: &'c [TableRef<'c>],
}

impl Writer<'_> {
    fn write(
        &self,
        relationships: &[RelationshipProposal],
        tenancy: Option<&TenancyProposal>,
    ) -> String {
        let key = |field| datamart::OBJECT.key(field);
        let mut out = String::from("{");
        write_key(key(datamart::NAME), &mut out);
        write_text(self.name, &mut out);
        write_key(key(datamart::DATASOURCE_NAME), &mut out);
        write_text(self.datasource, &mut out);
        write_key(key(datamart::TABLE_LIST), &mut out);
        write_raw("[", &mut out);
        let mut client_columns = tenancy
            .map_or(&[][..], |it| &it.client_columns)
            .iter()
            .peekable();
        for (number, table) in self.tables.iter().enumerate() {
            let client = client_columns.next_if(|(table, _)| *table == number);
            write_comma(&mut out);
            write_table(*table, client.map(|(_, column)| column.as_str()), &mut out);
        }
        write_raw("]", &mut out);
        if let Some(tenancy) = tenancy {
            write_key(key(datamart::TENANCY_SETTINGS), &mut out);
            write_settings(tenancy, &mut out);
        }
        write_key(key(datamart::RELATIONSHIPS), &mut out);
        write_raw("[", &mut out);
        for it in relationships {
            write_comma(&mut out);
            write_relationship(it, &mut out);
        }
        write_raw("]}", &mut out);
        out
    }
}

fn write_table(table: TableRef<'_>, client_column: Option<&str>, out: &mut String) {
    let key = |field| table::OBJECT.key(field);
    let schema = Some(table.schema()).filter(|schema| !schema.is_empty());
    write_raw("{", out);
    for (field, text) in [
        (table::NAME, Some(table.name())),
        (table::SCHEMA_NAME, schema),
        (table::CLIENT_COLUMN, client_column),
    ] {
        if let Some(text) = text {
            write_key(key(field), out);
            write_text(text, out);
        }
    }
    write_key(key(table::COLUMNS), out);
    write_raw("[", out);
    for it in table.columns().filter(|column| is_column(table, *column)) {
        write_comma(out);
        write_raw("{", out);
        write_key(column::OBJECT.key(column::NAME), out);
        write_text(it.name(), out);
        write_raw("}", out);
    }
    write_raw("]}", out);
}
