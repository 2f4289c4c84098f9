//! The crate as a Rust program uses it: a validator, option builders, errors.

use datamart_validator::internal::document::MAX_TEXT;
use datamart_validator::{
    Catalog, CatalogError, Code, Datasource, DatasourceType, JsonError, Options, OptionsError,
    Path, RequestError, RequestOptions, Segment, Setting, Severity, Validator,
};

const DATAMART: &str = r#"{
    "name": "sales", "datasourceName": "warehouse",
    "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }, { "name": "total" }] }]
}"#;

const CATALOG: &str = r#"{ "data": { "tables": [
    { "schema": "public", "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }
] } }"#;

fn codes(validator: &Validator, datamart: &str) -> Vec<(Code, Severity)> {
    let issues = validator.validate_json(datamart).issues;
    issues.iter().map(|it| (it.code, it.severity)).collect()
}

#[test]
fn a_validator_can_be_shared_between_threads() {
    let options = Options::builder().catalog_json(CATALOG).build().unwrap();
    let validator = Validator::new(options);
    let reports: Vec<_> = std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(|| validator.validate_json(DATAMART)));
        threads.map(|thread| thread.join().unwrap()).to_vec()
    });
    assert_eq!(reports[0].issues[0].code, Code::UnknownColumn);
    assert!(reports.iter().all(|report| *report == reports[0]));
}

#[test]
fn built_options_equal_options_from_json() {
    let built = Options::builder()
        .datasource_type(DatasourceType::Postgres)
        .catalog(Catalog::from_json(CATALOG).unwrap())
        .existing_datamarts(["sales"])
        .datasources([Datasource::named("warehouses")])
        .guest_token_timezone(false)
        .rule(Code::UnknownColumn, Severity::Warning)
        .rule(Code::UnknownDatasource, Setting::Off)
        .build()
        .unwrap();
    let replies = Options::builder()
        .datasource_type(DatasourceType::Postgres)
        .catalog_json(CATALOG)
        .existing_datamarts_json(r#"{ "data": [{ "name": "sales" }] }"#)
        .datasources_json(r#"["warehouses"]"#)
        .guest_token_timezone(false)
        .rule(Code::UnknownColumn, Setting::On(Severity::Warning))
        .rule(Code::UnknownDatasource, Setting::Off)
        .build()
        .unwrap();
    let json = Options::from_json(&format!(
        r#"{{ "datasourceType": "postgres", "catalog": {CATALOG}, "existingDatamarts": ["sales"], "datasources": ["warehouses"],
            "guestTokenTimezone": false, "rules": {{ "unknown-column": "warning", "unknown-datasource": "off" }} }}"#
    ))
    .unwrap();
    let expected = [
        (Code::DatamartNameTaken, Severity::Error),
        (Code::UnknownColumn, Severity::Warning),
    ];
    for options in [built, replies, json] {
        assert_eq!(codes(&Validator::new(options), DATAMART), expected);
    }
}

#[test]
fn strict_makes_warnings_errors() {
    let datamart = DATAMART.replace("total", "id");
    for (is_strict, severity) in [(false, Severity::Warning), (true, Severity::Error)] {
        let options = Options::builder().strict(is_strict).build().unwrap();
        assert_eq!(
            codes(&Validator::new(options), &datamart),
            [(Code::DuplicateColumn, severity)]
        );
    }
}

#[test]
fn the_first_wrong_option_is_reported() {
    let error = Options::builder()
        .rule(Code::Syntax, Setting::Off)
        .datasources_json("[5]")
        .build()
        .unwrap_err();
    assert_eq!(error, OptionsError::FixedRule(Code::Syntax));
    for code in Code::ALL {
        for setting in [
            Setting::Off,
            Severity::Warning.into(),
            Severity::Error.into(),
        ] {
            let built = Options::builder().rule(*code, setting).build();
            let json = format!(r#"{{ "rules": {{ "{code}": "{setting}" }} }}"#);
            assert_eq!(
                built.err(),
                Options::from_json(&json).err(),
                "{code} {setting}"
            );
        }
    }
}

#[test]
fn replies_are_read_as_strictly_as_options() {
    for (reply, expected) in [
        ("[\"a\", 5]", "item 1: expected a name"),
        ("{\"data\": {}}", "expected the API's list reply"),
        ("[\"a\",]", "not valid JSON at line 1, column 5"),
        (
            "[{\"name\": \"a\", \"name\": \"b\"}]",
            "the key `[0].name` is repeated",
        ),
        ("[\"a\"", "not valid JSON at line 1"),
    ] {
        for (option, built) in [
            (
                "datasources",
                Options::builder().datasources_json(reply).build(),
            ),
            (
                "existingDatamarts",
                Options::builder().existing_datamarts_json(reply).build(),
            ),
        ] {
            let error = built.unwrap_err();
            assert!(
                matches!(&error, OptionsError::InvalidValue { option: it, .. } if *it == option),
                "{error:?}"
            );
            let message = error.to_string();
            assert!(
                message.starts_with(&format!("option `{option}`: {expected}")),
                "{message}"
            );
        }
    }
}

#[test]
fn a_wrong_catalog_is_an_error_with_its_position() {
    let error =
        Catalog::from_json(r#"{ "data": { "tables": [{ "name": "orders", "columns": 5 }] } }"#);
    let CatalogError::Unexpected { path, expected } = error.unwrap_err() else {
        panic!("the text is JSON")
    };
    assert_eq!(path.to_string(), "data.tables[0].columns");
    assert_eq!(expected, "a list");

    for broken in ["", "{ \"tables\": [] } junk", "{ \"tables\": [], }", "[1"] {
        let error = Catalog::from_json(broken).unwrap_err();
        assert!(
            matches!(error, CatalogError::Json(JsonError::Syntax(_))),
            "{error:?}"
        );
        let error = Options::builder().catalog_json(broken).build().unwrap_err();
        assert!(
            matches!(error, OptionsError::Catalog(CatalogError::Json(_))),
            "{error:?}"
        );
    }
    let error = Catalog::from_json(r#"{ "tables": [], "tables": [] }"#).unwrap_err();
    let CatalogError::Json(JsonError::DuplicateKey { path, position }) = error else {
        panic!("the key is repeated")
    };
    assert_eq!((path.to_string().as_str(), position.column), ("tables", 17));
}

#[test]
fn a_text_beyond_the_limit_is_too_large() {
    let text = format!("[\"{}\"]", "x".repeat(MAX_TEXT));
    assert_eq!(
        Catalog::from_json(&text).unwrap_err(),
        CatalogError::Json(JsonError::TooLarge)
    );
    assert_eq!(
        Options::from_json(&text).unwrap_err(),
        OptionsError::TooLarge
    );
    let error = Options::builder().datasources_json(&text).build();
    assert_eq!(
        error.unwrap_err().to_string(),
        "option `datasources`: too large to be read"
    );
}

#[test]
fn errors_are_errors() {
    fn message<E: std::error::Error + Send + Sync + 'static>(error: E) -> String {
        let error: Box<dyn std::error::Error + Send + Sync> = error.into();
        error.to_string()
    }
    let read = Options::from_json("[]").unwrap_err();
    assert_eq!(read, OptionsError::NotAnObject);
    assert_eq!(message(read), "options must be an object");
    let catalog = Catalog::from_json("[]").unwrap_err();
    assert_eq!(
        message(catalog),
        "expected an object with a list `tables`, as the API's schema reply has it"
    );
    let validator = Validator::default();
    let target = RequestOptions::default();
    let request = validator.build_request_json("{}", &target).unwrap_err();
    let RequestError::Invalid(report) = &request else {
        panic!("{request}")
    };
    assert_eq!(*report, validator.validate_json("{}"));
    assert_eq!(message(request), "the datamart has 3 errors");
}

#[test]
fn one_validator_does_everything() {
    let options = Options::builder()
        .datasource_type(DatasourceType::MySql)
        .build();
    let validator = Validator::new(options.unwrap());
    // A name in MySQL, a string elsewhere.
    assert_eq!(validator.analyze_sql("`a` + 1").columns[0].name, "a");
    let target = RequestOptions::builder()
        .base_url("/proxy")
        .service_token("abc")
        .build();
    let request = validator
        .build_request_json(DATAMART, &target.unwrap())
        .unwrap();
    assert_eq!(request.url, "/proxy/api/v2/data-app/datamarts");
    assert_eq!(request.headers.authorization.as_deref(), Some("Bearer abc"));
    assert!(!format!("{request:?} {validator:?}").contains("abc"));
}

/// The npm package's `formatPath` must produce the same.
#[test]
fn paths_are_written_as_in_the_npm_package() {
    let cases = include_str!("../data/paths.json");
    let cases: Vec<(Vec<serde_json::Value>, String)> = serde_json::from_str(cases).unwrap();
    assert!(cases.len() > 10);
    for (steps, expected) in cases {
        let path: Path = steps
            .iter()
            .map(|step| match step.as_u64() {
                Some(index) => Segment::Index(u32::try_from(index).unwrap()),
                None => Segment::Key(step.as_str().unwrap().to_owned()),
            })
            .collect();
        assert_eq!(path.to_string(), expected);
        assert_eq!(
            serde_json::to_value(&path).unwrap(),
            serde_json::Value::from(steps)
        );
    }
}
