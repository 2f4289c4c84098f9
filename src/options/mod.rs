//! What the caller knows besides the datamart: built in Rust, or read from the same tree of values as the datamart.
//!
//! Wrong options are the programmer's mistake, not the user's: they end in an [`OptionsError`] that names the option.

mod builder;
mod error;
mod lists;
mod messages;
mod read;
mod request;

use crate::catalog::Catalog;
pub use crate::contract::Operation;
pub use crate::datasource::DatasourceType;
use crate::document::PositionEncoding;
use crate::issue::{Limits, Messages, Severities};
use crate::sql::Dialect;
pub use builder::OptionsBuilder;
pub use error::OptionsError;
pub use lists::Datasource;
#[cfg(target_arch = "wasm32")]
pub(crate) use read::{Purpose, read};
pub use request::{Endpoint, RequestOptions, RequestOptionsBuilder};

/// What is known besides the datamart. Without any options, a datamart is checked on its own.
///
/// ```
/// use datamart_validator::{Code, DatasourceType, Options, Severity};
///
/// let options = Options::builder()
///     .datasource_type(DatasourceType::Postgres)
///     .existing_datamarts(["customers", "orders"])
///     .rule(Code::UnusedSql, Severity::Error)
///     .build()?;
/// # let _ = options;
/// # Ok::<(), datamart_validator::OptionsError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the datamart is for.
    pub(crate) operation: Operation,
    /// What becomes of each code: the options `rules` and `strict`.
    pub(crate) severities: Severities,
    /// Templates that replace those of this crate.
    pub(crate) messages: Messages,
    /// The type of the datasource, which the API does not return.
    pub(crate) datasource_type: Option<DatasourceType>,
    /// The tables of the datasource.
    pub(crate) catalog: Option<Catalog>,
    /// The names that are taken; for an update, those that there are to be updated.
    pub(crate) existing_datamarts: Option<Vec<String>>,
    /// The datasources of the organisation.
    pub(crate) datasources: Option<Vec<Datasource>>,
    /// Whether the guest token sets `params.timezone`.
    pub(crate) guest_token_timezone: Option<bool>,
    /// What the ranges of results count.
    pub(crate) position_encoding: PositionEncoding,
    /// How much a report may hold: the options `maxIssues` and `maxOutputBytes`.
    pub(crate) limits: Limits,
}

impl Options {
    /// Starts without any options.
    pub fn builder() -> OptionsBuilder {
        OptionsBuilder::default()
    }

    /// Reads the options from a JSON object with the names that they have in JavaScript. `docsBase`, which only
    /// JavaScript uses, is checked and ignored.
    ///
    /// ```
    /// use datamart_validator::Options;
    ///
    /// let options = Options::from_json(r#"{ "datasourceType": "postgres", "rules": { "unused-sql": "off" } }"#);
    /// assert!(options.is_ok());
    ///
    /// let error = Options::from_json(r#"{ "datasourceType": "postgress" }"#).unwrap_err();
    /// assert_eq!(error.to_string(), "option `datasourceType`: unknown datasource type `postgress`, did you mean `postgres`?");
    /// ```
    ///
    /// # Errors
    ///
    /// If an option is unknown, invalid, or a request option, and if the text is not JSON or repeats a key at any depth.
    pub fn from_json(text: &str) -> Result<Self, OptionsError> {
        let (options, _) = read::read_text(text, read::Purpose::Validation)?;
        Ok(options)
    }

    /// The SQL dialect of custom columns: what any datasource accepts while the type is unknown, and `None` for a
    /// datasource without SQL.
    pub(crate) fn dialect(&self) -> Option<Dialect> {
        self.datasource_type
            .map_or(Some(Dialect::Generic), DatasourceType::dialect)
    }
}
