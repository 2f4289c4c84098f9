//! A request is built only from a datamart without errors, and contains all of it.

use datamart_validator::issue::Report;
use datamart_validator::{
    Options, RequestError, RequestOptions, build_request_json, validate_json,
};
use serde_json::Value;

pub(super) fn check(text: &str, options: &Options, report: &Report) {
    let target = RequestOptions::default();
    match build_request_json(text, options, &target) {
        Ok(request) => {
            assert!(report.valid, "{text}");
            assert!(
                request.url.ends_with("/api/v2/data-app/datamarts")
                    || request.url.ends_with("/api/v2/dataApp/datamarts")
            );
            let body: Value = serde_json::from_str(&request.body).unwrap();
            // Building it again changes nothing, and what is sent is as valid as what was
            // validated.
            let again = build_request_json(&request.body, options, &target).unwrap();
            assert_eq!(request.body, again.body, "{text}");
            assert!(validate_json(&request.body, options).valid, "{text}");
            // Only `$schema` and fields that are not filled in are omitted.
            if let Ok(mut given) = serde_json::from_str::<Value>(text) {
                if let Some(members) = given.as_object_mut() {
                    members.remove("$schema");
                }
                assert_eq!(filled_in(given), filled_in(body), "{text}");
            }
        }
        Err(RequestError::Invalid(found)) => {
            assert!(!report.valid, "{text}");
            assert_eq!(&found, report, "{text}");
        }
        Err(_) => {}
    }
}

/// Without null and blank texts, which forms use for fields that are not filled in.
fn filled_in(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, member)| {
                !member.is_null() && !member.as_str().is_some_and(|text| text.trim().is_empty())
            })
            .map(|(key, member)| (key, filled_in(member)))
            .collect(),
        Value::Array(items) => items.into_iter().map(filled_in).collect(),
        other => other,
    }
}
