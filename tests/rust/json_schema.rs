//! The JSON Schema, word for word, for programs and for editors. What it accepts is compared with the
//! validator in `tests/js/node/json-schema.test.mjs`, where there is a validator for JSON Schema.

use datamart_validator::{Audience, Operation, json_schema};

use crate::support::expect::expect_file;
use crate::support::fixtures::data;

#[test]
fn every_schema_is_the_expected_one() {
    let editors = Audience::Editors {
        id: "https://example.com/schema.json",
    };
    for (file, audience, operation) in [
        ("create.json", Audience::Programs, Operation::Create),
        ("update.json", Audience::Programs, Operation::Update),
        ("editors.json", editors, Operation::Create),
    ] {
        let schema = serde_json::to_string_pretty(&json_schema(audience, operation)).unwrap();
        expect_file(
            &data().join("json-schema").join(file),
            &format!("{schema}\n"),
        );
    }
}
