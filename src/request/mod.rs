//! The request that creates or updates a datamart: URL, headers, body. It is built only from a
//! datamart without errors, and never sent.

mod body;

use std::fmt;

use serde::Serialize;

use crate::contract::Operation;
use crate::document::{Document, read_json};
use crate::issue::{Report, Severity};
use crate::options::{Endpoint, Options, RequestOptions};
use crate::validate::validate_document;

/// A request that any HTTP client can send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Request {
    /// Target URL.
    pub url: String,
    /// `POST` to create, `PUT` to update.
    pub method: &'static str,
    /// The headers.
    pub headers: Headers,
    /// The body, as JSON.
    pub body: String,
}

/// The headers of a [`Request`].
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Headers {
    /// `application/json`.
    #[serde(rename = "Content-Type")]
    pub content_type: &'static str,
    /// `Bearer` and the service token, if one was given.
    #[serde(rename = "Authorization", skip_serializing_if = "Option::is_none")]
    pub authorization: Option<String>,
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let authorization = self.authorization.as_ref().map(|_| "Bearer …");
        f.debug_struct("Headers")
            .field("content_type", &self.content_type)
            .field("authorization", &authorization)
            .finish()
    }
}

/// Why there is no request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// The datamart has errors; the report lists them.
    Invalid(Report),
    /// Nothing can be updated at the legacy address.
    LegacyUpdate,
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RequestError::Invalid(report) => {
                let errors = report
                    .issues
                    .iter()
                    .filter(|issue| issue.severity == Severity::Error)
                    .count();
                write!(
                    f,
                    "the datamart has {errors} error{}",
                    if errors == 1 { "" } else { "s" }
                )
            }
            RequestError::LegacyUpdate => {
                f.write_str("option `endpoint` is `legacy`, where nothing can be updated")
            }
        }
    }
}

impl std::error::Error for RequestError {}

/// Validates a datamart given as JSON text and builds the request for it. The option `operation`
/// determines whether the request creates or updates the datamart.
///
/// ```
/// use datamart_validator::{Options, RequestOptions, build_request_json};
///
/// let datamart = r#"{
///     "name": "sales",
///     "datasourceName": "warehouse",
///     "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }]
/// }"#;
/// let target = RequestOptions::builder().base_url("/api/databrain").build()?;
/// let request = build_request_json(datamart, &Options::default(), &target)?;
/// assert_eq!(request.url, "/api/databrain/api/v2/data-app/datamarts");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// If the datamart has errors, and for an update at the legacy address.
pub fn build_request_json(
    text: &str,
    options: &Options,
    request: &RequestOptions,
) -> Result<Request, RequestError> {
    build_request_document(&read_json(text, &[]), options, request)
}

/// Builds the request for a document.
///
/// # Errors
///
/// The same as for [`build_request_json`].
pub(crate) fn build_request_document(
    document: &Document<'_>,
    options: &Options,
    request: &RequestOptions,
) -> Result<Request, RequestError> {
    let path = match (request.endpoint, options.operation) {
        (Endpoint::Current, _) => "/api/v2/data-app/datamarts",
        (Endpoint::Legacy, Operation::Create) => "/api/v2/dataApp/datamarts",
        (Endpoint::Legacy, Operation::Update) => return Err(RequestError::LegacyUpdate),
    };
    let report = validate_document(document, options);
    if !report.valid {
        return Err(RequestError::Invalid(report));
    }
    let authorization = request.authorization.as_ref();
    Ok(Request {
        url: format!("{}{path}", request.base_url),
        method: match options.operation {
            Operation::Create => "POST",
            Operation::Update => "PUT",
        },
        headers: Headers {
            content_type: "application/json",
            authorization: authorization.map(|it| it.reveal().to_owned()),
        },
        body: body::write(document, options.operation),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"name": "a", "datasourceName": "b", "tableList": [{"name": "t", "columns": [{"name": "c"}]}]}"#;

    fn options(json: &str) -> RequestOptions {
        RequestOptions::from_json(json).unwrap()
    }

    #[test]
    fn builds_the_arguments_of_fetch() {
        let request = build_request_json(
            GOOD,
            &Options::default(),
            &options(r#"{"serviceToken": "abc"}"#),
        )
        .unwrap();
        assert_eq!(
            serde_json::to_value(&request).unwrap(),
            serde_json::json!({
                "url": "https://api.usedatabrain.com/api/v2/data-app/datamarts",
                "method": "POST",
                "headers": { "Content-Type": "application/json", "Authorization": "Bearer abc" },
                "body": r#"{"name":"a","datasourceName":"b","tableList":[{"name":"t","columns":[{"name":"c"}]}]}"#,
            })
        );
        assert!(!format!("{request:?}").contains("abc"));
        let legacy = build_request_json(
            GOOD,
            &Options::default(),
            &options(r#"{"endpoint": "legacy", "baseUrl": "/proxy/"}"#),
        )
        .unwrap();
        assert_eq!(legacy.url, "/proxy/api/v2/dataApp/datamarts");
        assert_eq!(legacy.headers.authorization, None);
    }

    #[test]
    fn an_update_has_a_different_method_and_body() {
        let update = Options::builder()
            .operation(Operation::Update)
            .build()
            .unwrap();
        let request = build_request_json(GOOD, &update, &RequestOptions::default()).unwrap();
        let address = "https://api.usedatabrain.com/api/v2/data-app/datamarts";
        assert_eq!((request.method, request.url.as_str()), ("PUT", address));
        assert_eq!(
            request.body,
            r#"{"datamartName":"a","tableList":[{"name":"t","columns":[{"name":"c"}]}],"relationships":[]}"#
        );
        let legacy = options(r#"{"endpoint": "legacy"}"#);
        for datamart in [GOOD, "{}"] {
            let error = build_request_json(datamart, &update, &legacy).unwrap_err();
            assert_eq!(error, RequestError::LegacyUpdate);
        }
    }

    #[test]
    fn refuses_a_datamart_with_errors() {
        let error =
            build_request_json("{}", &Options::default(), &RequestOptions::default()).unwrap_err();
        assert_eq!(error.to_string(), "the datamart has 3 errors");
    }
}
