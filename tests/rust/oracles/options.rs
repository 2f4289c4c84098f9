//! Options as JSON text: a wrong one causes an error message that never contains the token.

use datamart_validator::{Options, RequestOptions, build_request_json, validate_json};
use serde_json::{Map, Value};

use super::{assert_readable, assert_sound};

const DATAMART: &str = r#"{
    "name": "shop", "datasourceName": "warehouse",
    "tableList": [{ "name": "orders", "clientColumn": "id", "columns": [
        { "name": "id" }, { "name": "x", "isCustomColumn": true, "sql": "ABS(id)" }
    ] }]
}"#;

const REQUEST_OPTIONS: [&str; 3] = ["baseUrl", "serviceToken", "endpoint"];

/// The tokens in the seeds and the dictionary begin with this, and nothing else does.
const SECRET: &str = "s3cr3t";

pub(super) fn check(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let has_secret = serde_json::from_str::<Value>(&text)
        .is_ok_and(|options| options["serviceToken"].as_str().is_some_and(|token| token.contains(SECRET)))
        // In another place it is not a token and may be quoted.
        && text.matches(SECRET).count() == 1;
    let assert_silent = |said: &str| assert!(!has_secret || !said.contains(SECRET), "{said:?}");

    match Options::from_json(&text) {
        Ok(options) => {
            let report = validate_json(DATAMART, &options);
            assert_sound(&report, DATAMART);
            assert_eq!(report, validate_json(DATAMART, &options));
        }
        Err(error) => {
            assert_readable_sentence(&error.to_string());
            assert_silent(&error.to_string());
        }
    }
    // The options of a request alone: in validation options they are refused.
    let of_request =
        serde_json::from_str::<Map<String, Value>>(&text).map_or(text, |mut options| {
            options.retain(|key, _| REQUEST_OPTIONS.contains(&key.as_str()));
            Value::Object(options).to_string().into()
        });
    match RequestOptions::from_json(&of_request) {
        Ok(options) => {
            assert_silent(&format!("{options:?}"));
            let request = build_request_json(DATAMART, &Options::default(), &options).unwrap();
            assert_silent(&format!("{request:?}"));
            assert_silent(&request.url);
            assert_silent(&request.body);
        }
        Err(error) => {
            assert_readable_sentence(&error.to_string());
            assert_silent(&error.to_string());
        }
    }
}

/// These may end with a question.
fn assert_readable_sentence(message: &str) {
    assert_readable(message.trim_end_matches('?'));
}
