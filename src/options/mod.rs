//! What the caller knows in addition to the datamart: built in Rust, or read from the same kind of
//! tree as the datamart.
//!
//! A wrong option is the programmer's mistake, not the user's, and causes an [`OptionsError`] that
//! names the option.

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

/// What the caller knows in addition to the datamart. Without options, only the datamart itself is
/// validated.
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
    /// The purpose of the datamart.
    pub(crate) operation: Operation,
    /// The setting of each code, from the options `rules` and `strict`.
    pub(crate) severities: Severities,
    /// Replacements for this crate's templates.
    pub(crate) messages: Messages,
    /// The type of the datasource, which the API does not return.
    pub(crate) datasource_type: Option<DatasourceType>,
    /// The tables of the datasource.
    pub(crate) catalog: Option<Catalog>,
    /// The names of existing datamarts: taken for a new one, required for an update.
    pub(crate) existing_datamarts: Option<Vec<String>>,
    /// The datasources of the organisation.
    pub(crate) datasources: Option<Vec<Datasource>>,
    /// Whether the guest token sets `params.timezone`.
    pub(crate) guest_token_timezone: Option<bool>,
    /// The unit of ranges in results.
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

    /// The SQL dialect of custom columns: while the type is unknown, one that accepts what any
    /// datasource accepts; `None` for a datasource without SQL.
    pub(crate) fn dialect(&self) -> Option<Dialect> {
        self.datasource_type
            .map_or(Some(Dialect::Generic), DatasourceType::dialect)
    }
}
