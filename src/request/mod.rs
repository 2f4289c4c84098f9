//! The request that creates a datamart: endpoint, headers, body. Made only from a datamart without errors, never sent.

mod base_url;
mod body;
mod host;
mod token;

use std::fmt;

use serde::Serialize;

use crate::document::{Document, read_json};
use crate::issue::{Report, Severity};
use crate::options::{Endpoint, RequestOptions};
use crate::validate::validate_document;

/// What `fetch(url, init)` takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Request {
    /// Where to.
    pub url: String,
    /// `POST`.
    pub method: &'static str,
    /// The headers.
    pub headers: Headers,
    /// The body: JSON.
    pub body: String,
}

/// The headers of a [`Request`].
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Headers {
    /// `application/json`.
    #[serde(rename = "Content-Type")]
    pub content_type: &'static str,
    /// `Bearer` and the service token, when one was given.
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
pub enum RequestError {
    /// The datamart has errors; the report holds them.
    Invalid(Report),
    /// An option is wrong, which is the programmer's mistake. Tells which and how, never the token.
    Options(String),
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
            RequestError::Options(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for RequestError {}

/// Builds the request for a datamart given as JSON text.
///
/// # Errors
///
/// [`RequestError::Options`] for a base URL or a token that cannot be right, [`RequestError::Invalid`] for a datamart
/// with errors.
pub fn build_request_json(text: &str, options: &RequestOptions) -> Result<Request, RequestError> {
    build_request_document(&read_json(text, &[]), options)
}

/// Builds the request for a datamart that has been read already.
///
/// # Errors
///
/// As [`build_request_json`].
pub fn build_request_document(
    document: &Document<'_>,
    options: &RequestOptions,
) -> Result<Request, RequestError> {
    let base = base_url::check(options.base_url.as_deref()).map_err(RequestError::Options)?;
    let authorization = options
        .service_token
        .as_ref()
        .map(|token| token::authorization(token.reveal()))
        .transpose()
        .map_err(|problem| RequestError::Options(format!("option `serviceToken` {problem}")))?;
    let report = validate_document(document, &options.validation);
    if !report.valid {
        return Err(RequestError::Invalid(report));
    }
    let path = match options.endpoint {
        Endpoint::Current => "/api/v2/data-app/datamarts",
        Endpoint::Legacy => "/api/v2/dataApp/datamarts",
    };
    Ok(Request {
        url: format!("{base}{path}"),
        method: "POST",
        headers: Headers {
            content_type: "application/json",
            authorization,
        },
        body: body::write(document),
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
    fn builds_what_fetch_takes() {
        let request = build_request_json(GOOD, &options(r#"{"serviceToken": "abc"}"#)).unwrap();
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
            &options(r#"{"endpoint": "legacy", "baseUrl": "/proxy/"}"#),
        )
        .unwrap();
        assert_eq!(legacy.url, "/proxy/api/v2/dataApp/datamarts");
        assert_eq!(legacy.headers.authorization, None);
    }

    #[test]
    fn refuses_a_datamart_with_errors() {
        let error = build_request_json("{}", &RequestOptions::default()).unwrap_err();
        assert_eq!(error.to_string(), "the datamart has 3 errors");
    }

    #[test]
    fn refuses_tokens_that_cannot_be_right_without_showing_them() {
        for token in [
            "",
            "  ",
            "secret\n",
            "sec\r\nret: x",
            "se cret",
            "secrét",
            "Bearer secret",
            "Bearer",
            "bearer secret",
            "secret\u{7f}",
        ] {
            let token = serde_json::to_string(token).unwrap();
            let error =
                build_request_json(GOOD, &options(&format!(r#"{{"serviceToken": {token}}}"#)))
                    .unwrap_err();
            let RequestError::Options(message) = error else {
                panic!("{token}")
            };
            assert!(!message.contains("sec"), "{message}");
        }
    }
}
