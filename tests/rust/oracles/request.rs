//! A request is built only from a datamart without errors, and contains all of it.

use datamart_validator::issue::Report;
use datamart_validator::{
    Options, RequestError, RequestOptions, build_request_json, validate_json,
};
use serde_json::{Value, json};

pub(super) fn check(text: &str, options: &Options, report: &Report) {
    let target = RequestOptions::default();
    match build_request_json(text, options, &target) {
        Ok(request) => {
            assert!(report.valid, "{text}");
            assert!(request.url.ends_with("/api/v2/data-app/datamarts"));
            // Except numbers too large for `serde_json` and halves of surrogate pairs.
            let Ok(mut given) = serde_json::from_str::<Value>(text) else {
                return;
            };
            let mut body: Value = serde_json::from_str(&request.body).unwrap();
            if request.method == "PUT" {
                as_created(&mut body, &given);
            }
            // Building it again changes nothing, and what is sent is as valid as what was
            // validated.
            let body_as_given = body.to_string();
            let again = build_request_json(&body_as_given, options, &target).unwrap();
            assert_eq!(request.body, again.body, "{text}");
            assert!(validate_json(&body_as_given, options).valid, "{text}");
            // Only `$schema` and fields that are not filled in are omitted.
            if let Some(members) = given.as_object_mut() {
                members.remove("$schema");
            }
            assert_eq!(filled_in(given), filled_in(body), "{text}");
        }
        Err(RequestError::Invalid(found)) => {
            assert!(!report.valid, "{text}");
            assert_eq!(&found, report, "{text}");
        }
        Err(error) => panic!("{error}: {text}"),
    }
}

/// Turns the body of an update back into a datamart: renames its name, restores the datasource, and
/// removes the lists that were only added to clear what existed.
fn as_created(body: &mut Value, given: &Value) {
    let members = body.as_object_mut().unwrap();
    if let Some(name) = members.remove("datamartName") {
        members.insert("name".to_owned(), name);
    }
    if let Some(datasource) = given.get("datasourceName") {
        members.insert("datasourceName".to_owned(), datasource.clone());
    }
    members.retain(|key, value| *value != json!([]) || given.get(key) == Some(value));
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
