//! A validator: options that are read once, for any number of datamarts.

use crate::analyze::{SqlReport, analyze_document};
use crate::document::{Document, read_json};
use crate::issue::Report;
use crate::options::{Options, RequestOptions};
use crate::request::{Request, RequestError, build_request_document};
use crate::validate::validate_document;

/// Validates any number of datamarts with the same options. Sharing it between threads needs no
/// lock.
///
/// ```
/// use datamart_validator::{Code, DatasourceType, Options, Validator};
///
/// let options = Options::builder().datasource_type(DatasourceType::Postgres).build()?;
/// let validator = Validator::new(options);
///
/// let report = validator.validate_json(r#"{
///     "name": "sales",
///     "datasourceName": "warehouse",
///     "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }, { "name": "id" }] }]
/// }"#);
/// assert!(report.valid, "a warning is not an error");
/// let [issue] = report.issues.as_slice() else { unreachable!() };
/// assert_eq!(issue.code, Code::DuplicateColumn);
/// assert_eq!(issue.path.to_string(), "tableList[0].columns[1].name");
/// # Ok::<(), datamart_validator::OptionsError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Validator {
    options: Options,
}

impl Validator {
    /// A validator with these options.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Validates a datamart given as JSON text. See [`validate_json`](crate::validate_json).
    #[must_use]
    pub fn validate_json(&self, text: &str) -> Report {
        self.validate(&read_json(text, &[]))
    }

    /// Builds the request for a datamart given as JSON text. See
    /// [`build_request_json`](crate::build_request_json).
    ///
    /// # Errors
    ///
    /// If the datamart has errors, or for an update at the legacy endpoint.
    pub fn build_request_json(
        &self,
        text: &str,
        request: &RequestOptions,
    ) -> Result<Request, RequestError> {
        self.build_request(&read_json(text, &[]), request)
    }

    /// Describes one SQL expression. See [`analyze_sql`](crate::analyze_sql).
    #[must_use]
    pub fn analyze_sql(&self, sql: &str) -> SqlReport {
        self.analyze(&Document::of_text(sql))
    }

    pub(crate) fn validate(&self, document: &Document<'_>) -> Report {
        validate_document(document, &self.options)
    }

    pub(crate) fn build_request(
        &self,
        document: &Document<'_>,
        request: &RequestOptions,
    ) -> Result<Request, RequestError> {
        build_request_document(document, &self.options, request)
    }

    pub(crate) fn analyze(&self, document: &Document<'_>) -> SqlReport {
        analyze_document(document, &self.options)
    }
}

impl From<Options> for Validator {
    fn from(options: Options) -> Self {
        Self::new(options)
    }
}
