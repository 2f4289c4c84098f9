//! What a catalog suggests: a datamart to start with, joins, and the column that tells tenants
//! apart.
//!
//! Names and types are all there is to judge by: the API's schema reply has no keys. So everything
//! here is a proposal with a reason, and says how far it can be trusted. Cardinality is never
//! proposed, because no name makes it certain. The work is linear in the names: each is taken apart
//! once and looked up a few times, whatever the others are.

mod draft;
#[cfg(target_arch = "wasm32")]
pub(crate) mod javascript;
pub(crate) mod messages;
mod relationships;
mod scan;
mod tenancy;
mod words;
mod write;

use crate::catalog::{Catalog, CatalogMatch, ColumnRef, TableRef};
use crate::contract::Operation;
use crate::document::{Document, read_json};
use crate::issue::{Findings, Messages, Params, Renderer, Severities};
use crate::model;
use crate::names::{CaseRule, NameMatch};
use crate::options::Options;
use crate::resolve::{Resolved, bind_names};
pub use draft::{Draft, DraftError, DraftTable, draft_datamart_json};
use scan::{Key, Scan};

/// How far a proposal can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Names and types leave no other reading; wrong about once in ten times at most.
    Confident,
    /// Worth a look.
    Possible,
}

impl Confidence {
    fn of(is_certain: bool) -> Self {
        if is_certain {
            Self::Confident
        } else {
            Self::Possible
        }
    }

    /// The confidence as it is in JavaScript.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Confident => "confident",
            Self::Possible => "possible",
        }
    }
}

/// A relationship that a datamart lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RelationshipProposal {
    /// The table that is referred to, as `tableList` has it.
    pub parent_table: String,
    /// Its key.
    pub parent_column: String,
    /// The table that refers to it.
    pub child_table: String,
    /// The column that does.
    pub child_column: String,
    /// A name that no other relationship has.
    pub name: String,
    /// Why it is proposed, for people.
    pub reason: String,
    /// What the reason names.
    pub params: Params,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// Settings that isolate tenants by a column in each table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TenancyProposal {
    /// `NUMBER` or `STRING`; `None` if the catalog does not tell the type.
    pub client_column_type: Option<String>,
    /// The schema of the table that maps clients; `None` if the catalog has no schemas.
    pub schema_name: Option<String>,
    /// The table that maps clients; `None` if there seems to be none, as in the next two.
    pub table_name: Option<String>,
    /// The column with the client's name.
    pub table_client_name_column: Option<String>,
    /// Its primary key.
    pub table_primary_key_column: Option<String>,
    /// The tables that have no client column yet, by their numbers, with the one that they get.
    pub client_columns: Vec<(usize, String)>,
    /// The tables that would not be isolated, by their numbers.
    pub left_out: Vec<usize>,
    /// Why it is proposed, for people.
    pub reason: String,
    /// What the reason names.
    pub params: Params,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

impl TenancyProposal {
    /// Whether every setting that the level requires is known.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.client_column_type.is_some() && self.schema_name.is_some() && self.table_name.is_some()
    }
}

/// Proposes relationships that a datamart lacks, by the names and types of columns. The datamart is
/// JSON text; what cannot be read of it is omitted. Of the options, the catalog, the datasource
/// type and replaced messages count.
///
/// ```
/// use datamart_validator::{Confidence, Options, propose_relationships_json};
///
/// let options = Options::builder()
///     .catalog_json(r#"{ "tables": [
///         { "name": "orders", "columns": [{ "name": "id", "dataType": "int" }, { "name": "customer_id", "dataType": "int" }] },
///         { "name": "customers", "columns": [{ "name": "id", "dataType": "int" }] }
///     ] }"#)
///     .build()?;
/// let datamart = r#"{ "tableList": [{ "name": "orders" }, { "name": "customers" }] }"#;
/// let proposals = propose_relationships_json(datamart, &options);
/// assert_eq!(proposals.len(), 1);
/// assert_eq!(proposals[0].name, "orders_to_customers");
/// assert_eq!(proposals[0].confidence, Confidence::Confident);
/// assert_eq!(proposals[0].reason, "`customer_id` is named after the table `customers` and its key `id`");
/// # Ok::<(), datamart_validator::OptionsError>(())
/// ```
#[must_use]
pub fn propose_relationships_json(datamart: &str, options: &Options) -> Vec<RelationshipProposal> {
    let mut renderer = Renderer::new(&options.messages);
    let mut proposals = Vec::new();
    scan(&read_json(datamart, &[]), options, &mut |scan, resolved| {
        relationships::propose(scan, resolved, &mut |join| {
            let (reason, params) = renderer.render(join.message());
            let [parent_table, parent_column, child_table, child_column, name] =
                join.fields.map(str::to_owned);
            proposals.push(RelationshipProposal {
                parent_table,
                parent_column,
                child_table,
                child_column,
                name,
                reason,
                params,
                confidence: Confidence::of(join.is_certain),
            });
        });
    });
    proposals
}

/// Proposes tenancy settings at level TABLE: the column that most tables share, the table that maps
/// it, and the tables that it leaves out. `None` if nothing is sensible. The datamart is JSON text.
///
/// ```
/// use datamart_validator::{Options, propose_tenancy_json};
///
/// let options = Options::builder()
///     .catalog_json(r#"{ "tables": [
///         { "name": "orders", "schema": "app", "columns": [{ "name": "tenant_id", "dataType": "int" }] },
///         { "name": "tenants", "schema": "app", "columns": [{ "name": "id", "dataType": "int" }, { "name": "name", "dataType": "text" }] }
///     ] }"#)
///     .build()?;
/// let datamart = r#"{ "tableList": [{ "name": "orders", "schemaName": "app" }] }"#;
/// let proposal = propose_tenancy_json(datamart, &options).unwrap();
/// assert_eq!(proposal.client_columns, [(0, "tenant_id".to_owned())]);
/// assert_eq!(proposal.table_name.as_deref(), Some("tenants"));
/// assert_eq!(proposal.table_client_name_column.as_deref(), Some("name"));
/// # Ok::<(), datamart_validator::OptionsError>(())
/// ```
#[must_use]
pub fn propose_tenancy_json(datamart: &str, options: &Options) -> Option<TenancyProposal> {
    let mut proposal = None;
    scan(&read_json(datamart, &[]), options, &mut |scan, resolved| {
        let settings = tenancy::propose(scan, resolved, options.catalog.as_ref());
        proposal = settings.map(|settings| {
            let (reason, params) = Renderer::new(&options.messages).render(settings.message);
            let [_, client_column_type, _, rest @ ..] = settings.fields;
            let [
                schema_name,
                table_name,
                table_client_name_column,
                table_primary_key_column,
            ] = rest.map(|it| it.map(str::to_owned));
            let columns = settings.client_columns.into_iter();
            TenancyProposal {
                client_column_type: client_column_type.map(str::to_owned),
                schema_name,
                table_name,
                table_client_name_column,
                table_primary_key_column,
                client_columns: columns.map(|(table, it)| (table, it.to_owned())).collect(),
                left_out: settings.left_out,
                reason,
                params,
                confidence: Confidence::of(settings.is_certain),
            }
        });
    });
    proposal
}

/// Takes the names of a datamart apart, and calls `use_it`; not if it is no datamart at all.
#[inline(never)]
fn scan(
    document: &Document<'_>,
    options: &Options,
    use_it: &mut dyn for<'n> FnMut(&Scan<'n>, &Resolved<'n, 'n>),
) {
    let severities = Severities::default();
    let plain = Messages::default();
    let mut findings = Findings::new(document, &severities, &plain);
    if let Some(datamart) = model::read(document, &mut findings, Operation::default()) {
        let resolved = bind_names(&datamart, options);
        use_it(&Scan::new(&resolved), &resolved);
    }
}

impl Scan<'_> {
    /// Whether the name of a column means this column, and no other that differs in whitespace.
    fn is_found(&self, key: &Key<'_>) -> bool {
        let known = self.tables.get(key.table).and_then(|table| table.known);
        let both = known.zip(key.column.known);
        both.is_none_or(|(table, column)| is_column(table, column))
    }
}

/// Whether a catalog finds a column of a table by its name. It finds none whose name is blank, and
/// of several with the same name the first.
#[inline(never)]
fn is_column(table: TableRef<'_>, column: ColumnRef<'_>) -> bool {
    let name = column.name();
    let found = || table.column(name, CaseRule::EXACT);
    !name.trim().is_empty() && found().is_some_and(|(it, _)| it.number() == column.number())
}

/// Whether a datamart can name a table: by its name and, unless that is empty, its schema. A star
/// makes the name a pattern, of which nothing is known.
#[inline(never)]
fn is_table(catalog: &Catalog, table: TableRef<'_>) -> bool {
    let schema = Some(table.schema()).filter(|schema| !schema.is_empty());
    let is_blank = |name: &str| name.trim().is_empty();
    if is_blank(table.name()) || schema.is_some_and(is_blank) || table.name().contains('*') {
        return false;
    }
    matches!(
        catalog.find(table.name(), schema, CaseRule::EXACT),
        CatalogMatch::Table { table: found, name: NameMatch::Exact, other: None, .. }
            if found.column_numbers() == table.column_numbers()
    )
}

/// Counts work, for tests: the bytes of the names that are taken apart and looked up.
#[cfg(not(test))]
#[inline]
fn count(_bytes: usize) {}

#[cfg(test)]
use tests::count;

#[cfg(test)]
mod tests;
