//! The one pipeline: document → datamart → rules → report.

use crate::document::{Document, read_json};
use crate::issue::{Code, Findings, Report, Severity};
use crate::model;
use crate::options::Options;
use crate::rules;

/// Validates a datamart given as JSON text, and reports every mistake in it.
///
/// ```
/// use datamart_validator::{Options, validate_json};
///
/// let report = validate_json(r#"{ "name": "sales", "tableList": [] }"#, &Options::default());
/// assert!(!report.valid);
/// let codes: Vec<_> = report.issues.iter().map(|issue| issue.code.name()).collect();
/// assert_eq!(codes, ["required", "empty"]);
/// assert_eq!(report.issues[0].message, "`datasourceName` is missing, but required");
/// ```
#[must_use]
pub fn validate_json(text: &str, options: &Options) -> Report {
    validate_document(&read_json(text, &[]), options)
}

/// Validates a document.
#[must_use]
pub fn validate_document(document: &Document<'_>, options: &Options) -> Report {
    let mut findings =
        Findings::new(document, &options.severities, &options.messages).with_limits(options.limits);
    rules::json::check(document, &mut findings);
    if let Some(finding) = model::wrong_document(document) {
        findings.add(finding);
        if options.severities.of(Code::WrongDocument) == Some(Severity::Error) {
            return findings.into_report(options.position_encoding);
        }
    }
    if let Some(datamart) = model::read(document, &mut findings, options.operation) {
        rules::check(&datamart, options, &mut findings);
    }
    findings.into_report(options.position_encoding)
}
