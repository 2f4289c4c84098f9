//! Reads options as in JavaScript: one object, from JSON text or from the JavaScript encoder.

use super::error::{did_you_mean, unknown};
use super::{
    DatasourceType, Endpoint, Operation, Options, OptionsError, RequestOptions, lists, messages,
};
use crate::catalog::Catalog;
use crate::document::{Document, JsonError, Kind, Unusable, Value, read_json};
use crate::issue::{Code, Setting, Severities, Severity};

/// Those of a validation, then those of a request.
const OPTIONS: &[&str] = &[
    "operation",
    "rules",
    "messages",
    "strict",
    "datasourceType",
    "catalog",
    "existingDatamarts",
    "datasources",
    "guestTokenTimezone",
    "maxIssues",
    "maxOutputBytes",
    "docsBase",
    "baseUrl",
    "serviceToken",
    "endpoint",
];

/// The index of the first request option.
const FIRST_OF_REQUEST: usize = OPTIONS.len() - 3;

/// The purpose of the options, which determines which options exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A validation.
    Validation,
    /// A request and the validation before it.
    #[cfg_attr(
        not(any(target_arch = "wasm32", test)),
        expect(dead_code, reason = "only JavaScript passes both in one object")
    )]
    Both,
    /// A request whose validation options have been read.
    Request,
}

/// Reads JSON text, which must be valid: a mistake could hide an option.
pub(super) fn read_text(
    text: &str,
    purpose: Purpose,
) -> Result<(Options, RequestOptions), OptionsError> {
    let document = read_json(text, &[]);
    document.require_json().map_err(|error| match error {
        JsonError::TooLarge => OptionsError::TooLarge,
        error => OptionsError::Json(error),
    })?;
    read(&document, purpose)
}

/// The options of a validation and those of a request; the defaults if `purpose` has none.
#[inline(never)]
pub(crate) fn read(
    document: &Document<'_>,
    purpose: Purpose,
) -> Result<(Options, RequestOptions), OptionsError> {
    let members = match document.root().kind() {
        Kind::Object(members) => members,
        Kind::Unusable(Unusable::TooLarge, _) => return Err(OptionsError::TooLarge),
        _ => return Err(OptionsError::NotAnObject),
    };
    let mut options = (Options::default(), RequestOptions::default());
    for (key, value) in members {
        let key = document.key(key);
        let mut options_in_order = OPTIONS.iter().enumerate();
        let Some((number, &name)) = options_in_order.find(|(_, name)| **name == key) else {
            return Err(OptionsError::Unknown {
                name: key.to_owned(),
                known: known(purpose),
            });
        };
        let is_of_request = number >= FIRST_OF_REQUEST;
        // Null, like undefined, means that the option is not given.
        if !matches!(value.kind(), Kind::Null) {
            read_option(name, value, &mut options)?;
        }
        match purpose {
            Purpose::Validation if is_of_request => {
                return Err(OptionsError::RequestOption(name));
            }
            Purpose::Request if !is_of_request => {
                return Err(OptionsError::ValidationOption(name));
            }
            _ => {}
        }
    }
    Ok(options)
}

/// The options that there are.
fn known(purpose: Purpose) -> &'static [&'static str] {
    let known = match purpose {
        Purpose::Validation => OPTIONS.get(..FIRST_OF_REQUEST),
        Purpose::Request => OPTIONS.get(FIRST_OF_REQUEST..),
        Purpose::Both => Some(OPTIONS),
    };
    known.unwrap_or_default()
}

fn read_option(
    name: &'static str,
    value: Value<'_>,
    options: &mut (Options, RequestOptions),
) -> Result<(), OptionsError> {
    match name {
        "rules" => read_rules(value, &mut options.0.severities),
        "catalog" => {
            let catalog = Catalog::read(value).map_err(OptionsError::Catalog)?;
            options.0.catalog = Some(catalog);
            Ok(())
        }
        "baseUrl" => options.1.set_base_url(given_text(name, value)?),
        "serviceToken" => options.1.set_service_token(given_text(name, value)?),
        _ => read_plain(name, value, options).map_err(|problem| invalid(name, problem)),
    }
}

fn given_text<'d>(name: &'static str, value: Value<'d>) -> Result<&'d str, OptionsError> {
    text(value).map_err(|problem| invalid(name, problem))
}

fn invalid(option: &'static str, problem: String) -> OptionsError {
    OptionsError::InvalidValue { option, problem }
}

/// An option whose problems are described only by text.
fn read_plain(
    name: &str,
    value: Value<'_>,
    (validation, request): &mut (Options, RequestOptions),
) -> Result<(), String> {
    match name {
        "operation" => {
            validation.operation = match text(value)? {
                "create" => Operation::Create,
                "update" => Operation::Update,
                name => return Err(unknown("operation", name, &["create", "update"])),
            }
        }
        "messages" => messages::read(value, &mut validation.messages)?,
        "strict" => validation.severities.strict = flag(value)?,
        "datasourceType" => validation.datasource_type = Some(datasource_type(text(value)?)?),
        "existingDatamarts" => {
            let items = lists::read(value)?.into_iter();
            validation.existing_datamarts = Some(items.map(|item| item.name).collect());
        }
        "datasources" => validation.datasources = Some(lists::read(value)?),
        "guestTokenTimezone" => validation.guest_token_timezone = Some(flag(value)?),
        "maxIssues" => validation.limits.issues = positive(value)?,
        "maxOutputBytes" => validation.limits.output_bytes = positive(value)?,
        // The JavaScript entry makes links of it, which take room.
        "docsBase" => validation.limits.set_docs_base(text(value)?),
        "endpoint" => {
            request.endpoint = match text(value)? {
                "current" => Endpoint::Current,
                "legacy" => Endpoint::Legacy,
                name => return Err(unknown("endpoint", name, &["current", "legacy"])),
            }
        }
        _ => {}
    }
    Ok(())
}

fn datasource_type(name: &str) -> Result<DatasourceType, String> {
    if let Some(known) = DatasourceType::from_name(name) {
        return Ok(known);
    }
    Err(match DatasourceType::nearest(name) {
        Some(meant) => did_you_mean("datasource type", name, meant.name()),
        None => unknown(
            "datasource type",
            name,
            &DatasourceType::names().collect::<Vec<_>>(),
        ),
    })
}

// The value found is not shown: it may be a secret.

fn text(value: Value<'_>) -> Result<&str, String> {
    match value.kind() {
        Kind::Text(text) => Ok(text),
        _ => Err("expected a text".to_owned()),
    }
}

fn flag(value: Value<'_>) -> Result<bool, String> {
    match value.kind() {
        Kind::Bool(flag) => Ok(flag),
        _ => Err("expected true or false".to_owned()),
    }
}

/// A number of things: JSON may write it in other ways, but nobody does.
fn positive(value: Value<'_>) -> Result<usize, String> {
    let number = match value.kind() {
        Kind::Number(number) => number.parse().ok(),
        _ => None,
    };
    let number = number.filter(|number: &u64| *number > 0);
    let number = number.ok_or_else(|| "expected a positive integer".to_owned())?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

/// The option `rules`: codes with `error`, `warning` or `off`.
fn read_rules(value: Value<'_>, severities: &mut Severities) -> Result<(), OptionsError> {
    let invalid = |problem| Err(invalid("rules", problem));
    let Kind::Object(members) = value.kind() else {
        return invalid("expected an object of codes with `error`, `warning` or `off`".to_owned());
    };
    for (key, value) in members {
        let name = value.document().key(key);
        let Some(code) = Code::from_name(name) else {
            let known: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
            return invalid(unknown("rule", name, &known));
        };
        let setting = match value.kind() {
            Kind::Null => continue,
            Kind::Text("error") => Setting::On(Severity::Error),
            Kind::Text("warning") => Setting::On(Severity::Warning),
            Kind::Text("off") => Setting::Off,
            _ => {
                return invalid(format!(
                    "the rule `{code}` can be `error`, `warning` or `off`"
                ));
            }
        };
        set_rule(severities, code, setting)?;
    }
    Ok(())
}

/// Changes the setting of a code, unless it is always an error.
pub(super) fn set_rule(
    severities: &mut Severities,
    code: Code,
    setting: Setting,
) -> Result<(), OptionsError> {
    if code.is_fixed() && setting != Setting::On(Severity::Error) {
        return Err(OptionsError::FixedRule(code));
    }
    severities.set(code, setting);
    Ok(())
}

#[cfg(test)]
mod tests {
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
}
