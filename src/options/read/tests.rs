use super::*;

fn read(json: &str) -> Result<(Options, RequestOptions), String> {
    read_text(json, Purpose::Both).map_err(|error| error.to_string())
}

#[test]
fn reads_every_option() {
    let (options, request) = read(
        r#"{"rules": {"unused-sql": "off", "empty": null}, "strict": true, "datasourceType": "mssql",
            "existingDatamarts": ["a"], "datasources": {"data": [{"name": "b", "isDisabled": true}]},
            "operation": "update", "guestTokenTimezone": false, "baseUrl": null, "serviceToken": "secret", "endpoint": "legacy"}"#,
    )
    .unwrap();
    assert_eq!(options.severities.of(Code::UnusedSql), None);
    assert_eq!(options.datasource_type, DatasourceType::from_name("mssql"));
    assert_eq!(options.existing_datamarts, Some(vec!["a".to_owned()]));
    let datasources = options.datasources.as_ref().unwrap();
    assert!(datasources[0].is_disabled && datasources[0].name == "b");
    assert_eq!(options.guest_token_timezone, Some(false));
    assert_eq!(options.operation, Operation::Update);
    assert_eq!(request.endpoint, Endpoint::Legacy);
    assert!(!format!("{request:?}").contains("secret"));
}

#[test]
fn names_what_is_wrong() {
    for (json, expected) in [
        (
            r#"{"datasourcType": "csv"}"#,
            "unknown option `datasourcType`, did you mean `datasourceType`?",
        ),
        (
            r#"{"datasourceType": "postgress"}"#,
            "unknown datasource type `postgress`, did you mean `postgres`?",
        ),
        (
            r#"{"operation": "updated"}"#,
            "option `operation`: unknown operation `updated`, did you mean `update`?",
        ),
        (
            r#"{"operation": true}"#,
            "option `operation`: expected a text",
        ),
        (
            r#"{"strict": "yes"}"#,
            "option `strict`: expected true or false",
        ),
        (
            r#"{"docsBase": ["rules/"]}"#,
            "option `docsBase`: expected a text",
        ),
        (
            r#"{"rules": {"requird": "off"}}"#,
            "unknown rule `requird`, did you mean `required`?",
        ),
        (
            r#"{"rules": {"empty": "warn"}}"#,
            "option `rules`: the rule `empty` can be `error`, `warning` or `off`",
        ),
        (
            r#"{"rules": {"syntax": "off"}}"#,
            "the rule `syntax` is always an error",
        ),
        (
            r#"{"existingDatamarts": [5]}"#,
            "option `existingDatamarts`: item 0: expected a name, or an object with a `name`",
        ),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.contains(expected), "{json}: {error}");
    }
    let error = Options::from_json(r#"{"baseUrl": "/"}"#)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("`baseUrl` is an option of requests, not of validation"),
        "{error}"
    );
    let error = RequestOptions::from_json(r#"{"strict": true}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`strict` is an option of validation, not of requests"
    );
}

#[test]
fn broken_json_is_an_error_with_its_place() {
    let catalog = r#"{"catalog": {"data": {"tables": [{"name": "a", "columns": [{"name": "id", "name": "x"}]}]}}}"#;
    for (json, expected) in [
        ("", "not valid JSON at line 1, column 1"),
        (
            "{\"strict\": true} junk",
            "not valid JSON at line 1, column 18",
        ),
        (
            "{\"strict\": true}{}",
            "not valid JSON at line 1, column 17",
        ),
        ("{\"strict\": true", "not valid JSON at line 1, column 1"),
        (
            "\u{feff}{\"strict\": true,}",
            "not valid JSON at line 1, column 16",
        ),
        (
            "{\n  // no\n  \"strict\": true }",
            "not valid JSON at line 2, column 3",
        ),
        (
            "{ \"strict\":\u{a0}true }",
            "not valid JSON at line 1, column 12",
        ),
        ("{'strict': true}", "not valid JSON at line 1, column 2"),
        (
            "{\"é\": 1,\n \"strict\": tru}",
            "not valid JSON at line 2, column 12",
        ),
        (
            "{\"catalog\": {\"tables\": [",
            "not valid JSON at line 1, column",
        ),
        ("[1", "not valid JSON at line 1, column 1"),
        (
            r#"{"strict": true, "strict": false}"#,
            "the key `strict` is repeated at line 1, column 18",
        ),
        (
            r#"{"rules": {"empty": "off", "empty": "error"}}"#,
            "the key `rules.empty` is repeated at line 1, column 28",
        ),
        (
            catalog,
            "the key `catalog.data.tables[0].columns[0].name` is repeated at line 1, column",
        ),
        (
            r#"{"datasources": [{"name": "a", "x": {"y": 1, "y": 1}}]}"#,
            "the key `datasources[0].x.y` is repeated",
        ),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.contains(expected), "{json}: {error}");
        let error = Options::from_json(json).unwrap_err().to_string();
        assert!(error.contains(expected), "{json}: {error}");
    }
    for right in [
        "{}",
        "\u{feff}{} \r\n\t",
        r#"{"rules": {"empty": "error"}, "docsBase": "empty"}"#,
    ] {
        assert!(read(right).is_ok(), "{right}");
    }
}

#[test]
fn a_broken_text_is_not_quoted() {
    for json in [
        "{\"serviceToken\": s3cret}",
        "{\"serviceToken\": \"s3cret",
        "{\"serviceToken\": \"a\"} s3cret",
    ] {
        let error = read(json).unwrap_err();
        assert!(
            !error.contains("s3cret") && error.contains("line 1"),
            "{error}"
        );
    }
}

#[test]
fn a_wrong_token_is_not_quoted() {
    let error = read(r#"{"serviceToken": 987654321}"#).unwrap_err();
    assert!(
        error.contains("serviceToken") && !error.contains("98765"),
        "{error}"
    );
}
