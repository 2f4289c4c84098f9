//! What the API and gateways reply, tidy and not.

use datamart_validator::{Options, Reply, ReplyError, ReplyIssue, read_reply, validate_json};
use proptest::prelude::*;
use serde_json::{Value, json};

const DATAMART: &str = r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [
    { "name": "orders", "schemaName": "shop", "columns": [{ "name": "id" }, { "name": "total" }] },
    { "name": "items", "schemaName": "shop", "columns": [{ "name": "id" }] }
] }"#;

fn read(status: u16, body: &str) -> Result<String, ReplyError> {
    read_reply(
        &Reply::new(status, body),
        Some(DATAMART),
        &Options::default(),
    )
}

fn failure(status: u16, body: &str) -> ReplyError {
    read(status, body).expect_err(body)
}

/// Each issue as its code and its path.
fn places(error: &ReplyError) -> Vec<String> {
    let issues = error.issues.iter();
    let place = |issue: &ReplyIssue| match issue.path.len() {
        0 => issue.code.to_string(),
        _ => format!("{} {}", issue.code, issue.path),
    };
    issues.map(place).collect()
}

#[test]
fn a_success_has_the_id() {
    for body in [
        r#"{ "id": "sales", "error": null }"#,
        r#"{ "id": "sales" }"#,
        r#"{ "data": { "id": "sales" } }"#,
        r#"{ "data": { "id": "sales", "error": null }, "error": null }"#,
        r#"{ "data": { "data": { "id": "sales" } }, "error": "" }"#,
        "\u{feff}{ \"id\": \"sales\", \"error\": false }",
    ] {
        for status in [200, 201, 299] {
            assert_eq!(read(status, body).as_deref(), Ok("sales"), "{body}");
        }
        assert!(read(400, body).is_err());
    }
}

#[test]
fn a_success_that_the_body_does_not_confirm_is_a_failure() {
    for (body, code) in [
        ("", "UNREADABLE_REPLY"),
        ("  \n", "UNREADABLE_REPLY"),
        ("<html>ok</html>", "UNREADABLE_REPLY"),
        (r#"{ "id": "sales""#, "UNREADABLE_REPLY"),
        (r#"{ "id": "sal"#, "UNREADABLE_REPLY"),
        ("ok", "UNREADABLE_REPLY"),
        ("null", "NO_ID"),
        ("{}", "NO_ID"),
        ("[]", "NO_ID"),
        ("true", "NO_ID"),
        (r#"{ "id": null }"#, "NO_ID"),
        (r#"{ "id": " " }"#, "NO_ID"),
        (r#"{ "id": {} }"#, "NO_ID"),
        (r#"{ "data": [] }"#, "NO_ID"),
        (
            r#"{ "id": "sales", "error": { "code": "AUTH_ERROR" } }"#,
            "AUTH_ERROR",
        ),
        (r#"{ "id": "sales", "error": "AUTH_ERROR" }"#, "AUTH_ERROR"),
        (r#"{ "id": "sales", "error": true }"#, "NO_ID"),
        (r#"{ "data": { "id": "sales", "error": {} } }"#, "NO_ID"),
    ] {
        let error = failure(200, body);
        assert_eq!(error.code, code, "{body}");
        assert_eq!(places(&error), ["rejected"], "{body}");
        assert!(!error.is_retryable && !error.message.is_empty(), "{body}");
    }
}

#[test]
fn an_error_is_found_in_any_position() {
    for body in [
        json!({ "error": { "code": "AUTH_ERROR", "message": "Token expired" } }),
        json!({ "error": { "code": "AUTH_ERROR", "message": "Token expired", "status": 401 } }),
        json!({ "data": { "error": { "code": "AUTH_ERROR", "message": "Token expired" } } }),
        json!({ "error": "Token expired", "code": "AUTH_ERROR" }),
        json!({ "code": "AUTH_ERROR", "message": "Token expired" }),
        json!({ "code": "AUTH_ERROR", "detail": "Token expired" }),
        json!({ "error": { "error": { "code": "AUTH_ERROR", "message": ["Token expired"] } } }),
        json!({ "error": { "code": "AUTH_ERROR" }, "message": "Token expired" }),
    ] {
        let error = failure(401, &body.to_string());
        assert_eq!(
            (error.code.as_str(), error.message.as_str()),
            ("AUTH_ERROR", "Token expired"),
            "{body}"
        );
        assert_eq!(places(&error), ["rejected"]);
        assert_eq!(error.issues[0].message, "the API says: Token expired");
    }
    for (status, body, code, message) in [
        (
            502,
            "<!DOCTYPE html><h1>Bad gateway</h1>",
            "HTTP_502",
            "the API replied with status 502 and an HTML page instead of JSON",
        ),
        (
            500,
            "",
            "HTTP_500",
            "the API replied with status 500 and an empty body",
        ),
        (
            500,
            "{\"error\": {\"message\": \"no",
            "HTTP_500",
            "the API replied with status 500 and a body that is not JSON",
        ),
        (
            404,
            "{}",
            "HTTP_404",
            "the API replied with status 404 and gave no reason",
        ),
        (429, "Too many requests", "RATE_LIMIT", "Too many requests"),
        (503, "\"Maintenance\"", "HTTP_503", "Maintenance"),
        (
            0,
            "x\0",
            "HTTP_0",
            "the API replied with status 0 and a body that is not JSON",
        ),
    ] {
        let error = failure(status, body);
        assert_eq!(
            (error.code.as_str(), error.message.as_str()),
            (code, message)
        );
        assert_eq!(places(&error), ["rejected"]);
        assert_eq!(
            error.is_retryable,
            status == 429 || status >= 500,
            "{status}"
        );
    }
}

#[test]
fn messages_are_located_at_fields() {
    let said = |message: &str| {
        let body = json!({ "error": { "code": "INVALID_REQUEST_BODY", "message": message } });
        places(&failure(400, &body.to_string()))
    };
    for (message, expected) in [
        (
            r#""tableList[0].columns[3].sql" is required"#,
            "required tableList[0].columns[3].sql",
        ),
        (
            r#""tableList[0].columns" must contain at least 1 items"#,
            "empty tableList[0].columns",
        ),
        (
            r#""tenancySettings.tenancyLevel" must be one of [TABLE]"#,
            "not-allowed-value tenancySettings.tenancyLevel",
        ),
        (r#""tableList" must be an array"#, "type tableList"),
        (
            r#""relationships[0].x" is not allowed"#,
            "rejected relationships[0].x",
        ),
        ("Datamart name already exists", "datamart-name-taken name"),
        (
            "A datamart with this name already exists",
            "datamart-name-taken name",
        ),
        ("Table 'items' not found", "rejected tableList[1].name"),
        (
            "Column `total` does not exist in table `orders`",
            "rejected tableList[0].columns[1].name",
        ),
        ("Unknown schema shop", "rejected tableList[0].schemaName"),
        ("Something else", "rejected"),
    ] {
        assert_eq!(said(message), [expected], "{message}");
    }
    assert_eq!(
        said(r#""name" is required. "tableList[0].isHide" must be a boolean. "name" is required"#),
        ["required name", "type tableList[0].isHide"]
    );
    let details = json!({ "error": { "code": "INVALID_REQUEST_BODY", "message": "Validation failed", "details": [
        { "message": "\"tableList[1].name\" is required" }, "\"datasourceName\" is not allowed to be empty", 5,
    ] } });
    assert_eq!(
        places(&failure(400, &details.to_string())),
        ["required tableList[1].name", "empty datasourceName"]
    );
    for (code, expected) in [
        ("DATASOURCE_NAME_ERROR", "unknown-datasource datasourceName"),
        ("INVALID_TENANCY", "rejected tenancySettings"),
        ("AUTH_ERROR", "rejected"),
    ] {
        for body in [
            json!({ "error": { "code": code, "message": "No" } }),
            json!({ "error": code }),
        ] {
            let error = failure(400, &body.to_string());
            assert_eq!(
                (error.code.as_str(), places(&error)),
                (code, vec![expected.to_owned()])
            );
        }
    }
    // Without a datamart a name leads nowhere.
    let body = r#"{ "error": { "message": "Table items not found" } }"#;
    let error = read_reply(&Reply::new(400, body), None, &Options::default()).unwrap_err();
    assert_eq!(places(&error), ["rejected"]);
}

#[test]
fn the_issues_of_a_gateway_are_checked_and_passed_on() {
    let invalid = r#"{ "name": "", "tableList": [{ "name": "a", "columns": [{ "name": "b", "isHide": "true" }] }], "datasourceName": 5 }"#;
    let issues = serde_json::to_value(validate_json(invalid, &Options::default()).issues).unwrap();
    for body in [
        json!({ "issues": issues }),
        json!({ "data": { "issues": issues } }),
        json!({ "error": { "issues": issues } }),
    ] {
        let error = failure(422, &body.to_string());
        assert_eq!(error.code, "DATAMART_INVALID");
        assert_eq!(
            error.message,
            "the gateway rejected the datamart because it is not valid"
        );
        let passed = error.issues.iter().map(|it| {
            (
                it.code.name().to_owned(),
                it.path.to_string(),
                it.message.clone(),
            )
        });
        let report = validate_json(invalid, &Options::default());
        let own = report.issues.iter().map(|it| {
            (
                it.code.name().to_owned(),
                it.path.to_string(),
                it.message.clone(),
            )
        });
        assert_eq!(passed.collect::<Vec<_>>(), own.collect::<Vec<_>>());
    }
    let issue = |code: &str| json!({ "code": code, "severity": "error", "message": "no\nway", "path": ["tableList", 0] });
    let body = json!({ "error": { "code": "X", "message": "y" }, "issues": [
        issue("required"), issue("of-a-later-version"), 5, {}, null,
        { "code": "required", "severity": "fatal", "message": "", "path": [] },
        { "code": "required", "severity": "error", "message": "", "path": [-1] },
        { "code": "required", "severity": "error", "message": "", "path": "name" },
    ] });
    let error = failure(400, &body.to_string());
    assert_eq!((error.code.as_str(), error.message.as_str()), ("X", "y"));
    assert_eq!(
        places(&error),
        ["required tableList[0]", "rejected tableList[0]"]
    );
    assert_eq!(error.issues[0].message, "no\\nway");
    assert_eq!(places(&failure(400, r#"{ "issues": [] }"#)), ["rejected"]);
}

#[test]
fn retry_facts_are_returned() {
    let wait = |reply: Reply<'_>| {
        read_reply(&reply, None, &Options::default())
            .unwrap_err()
            .retry_after
    };
    assert_eq!(wait(Reply::new(429, "").retry_after("7")), Some(7));
    assert_eq!(wait(Reply::new(429, "")), None);
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    assert_eq!(
        wait(Reply::new(503, "").retry_after(date).now(784_111_770)),
        Some(7)
    );
    // The server's clock may differ from this one.
    let by_server = Reply::new(503, "")
        .retry_after(date)
        .date("Sun, 06 Nov 1994 08:49:35 GMT");
    assert_eq!(wait(by_server.now(0)), Some(2));
    assert_eq!(wait(Reply::new(503, "").retry_after(date)), None);
    // A proxy may say 200 whatever the API says.
    let inner = r#"{ "error": { "status": 503, "message": "busy" } }"#;
    assert!(failure(200, inner).is_retryable);
    assert!(!failure(400, inner).is_retryable);
    assert!(failure(200, r#"{ "error": "INTERNAL_SERVER_ERROR" }"#).is_retryable);
}

#[test]
fn messages_can_be_replaced() {
    let options = Options::builder()
        .message("rejected", "die API meldet: {answer}")
        .message("rejected.html", "Status {status}, keine Daten")
        .build()
        .unwrap();
    let read = |body| read_reply(&Reply::new(500, body), None, &options).unwrap_err();
    assert_eq!(
        read(r#"{ "error": "no" }"#).issues[0].message,
        "die API meldet: no"
    );
    assert_eq!(read("<p>").message, "Status 500, keine Daten");
}

/// JSON of any shape, with the words of replies.
fn bodies() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("error"),
        Just("data"),
        Just("id"),
        Just("code"),
        Just("message"),
        Just("detail"),
        Just("issues"),
        Just("status"),
        Just("path"),
        Just("severity"),
        Just("fix"),
        Just("edits"),
        Just("related"),
        Just("details"),
        Just("errors"),
        Just("x"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "\\PC{0,30}".prop_map(Value::from),
        Just(json!("\"tableList[0].name\" is required")),
        Just(json!(
            "Table orders Bearer s3cret-t0ken not found in column dbn_live_s3cret"
        )),
        Just(json!("Bearer s3cret-t0ken")),
        Just(json!("required")),
    ];
    let value = leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..6).prop_map(|members| {
                members
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect()
            }),
        ]
    });
    prop_oneof![
        3 => value.clone().prop_map(|value| value.to_string()),
        1 => (value, 0..40_usize).prop_map(|(value, cut)| value.to_string().chars().take(cut).collect()),
        1 => prop::collection::vec(any::<u8>(), 0..60).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
    })]

    /// Nothing that a server sends does any harm: the result is bounded, in one line, and repeats no token.
    #[test]
    fn any_reply_is_read(status in prop_oneof![Just(200_u16), Just(400), Just(429), any::<u16>()], body in bodies(), header in "\\PC{0,30}") {
        let reply = Reply::new(status, &body).retry_after(&header).date(&header).now(0);
        let Err(error) = read_reply(&reply, Some(DATAMART), &Options::default()) else {
            prop_assert!((200..300).contains(&status));
            return Ok(());
        };
        prop_assert!(!error.issues.is_empty());
        let texts = error.issues.iter().map(|issue| issue.message.as_str()).chain([error.message.as_str()]);
        for text in texts {
            prop_assert!(!text.contains("s3cret") && !text.contains('\n'), "{}", text);
            prop_assert!(text.chars().count() < 400);
        }
        prop_assert!(!error.code.is_empty() && error.code.is_ascii());
        prop_assert_eq!(read_reply(&reply, Some(DATAMART), &Options::default()), Err(error));
    }
}
