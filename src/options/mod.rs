//! What the caller knows beside the datamart, read from the same tree of values as the datamart itself.
//!
//! Wrong options are the programmer's mistake, not the user's: they end in an [`OptionsError`] that names the option.

mod lists;

use std::fmt;

use crate::catalog::Catalog;
pub use crate::datasource::DatasourceType;
use crate::document::{Document, Kind, Unusable, Value, read_json};
use crate::issue::{Code, Setting, Severities, Severity, push_shown};
use crate::sql::Dialect;
use crate::suggest::nearest;
pub use lists::Datasource;

/// The options of a validation. With none of them, only what the datamart says by itself is judged.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What becomes of each code: the options `rules` and `strict`.
    pub severities: Severities,
    /// The kind of the datasource; the API does not tell it.
    pub datasource_type: Option<DatasourceType>,
    /// The tables of the datasource.
    pub catalog: Option<Catalog>,
    /// The names that are taken.
    pub existing_datamarts: Option<Vec<String>>,
    /// The datasources of the organisation.
    pub datasources: Option<Vec<Datasource>>,
    /// Whether the guest token sets `params.timezone`.
    pub guest_token_timezone: Option<bool>,
}

/// The options of a request: those of the validation before it, and where to send it.
#[derive(Debug, Clone, Default)]
pub struct RequestOptions {
    /// How the datamart is judged first.
    pub validation: Options,
    /// Where the API is, instead of the vendor's own host.
    pub base_url: Option<String>,
    /// The service token; absent when a proxy adds it.
    pub service_token: Option<ServiceToken>,
    /// Which of the two endpoints.
    pub endpoint: Endpoint,
}

/// The vendor's two addresses of the same call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Endpoint {
    /// `/api/v2/data-app/datamarts`.
    #[default]
    Current,
    /// `/api/v2/dataApp/datamarts`, which the vendor will drop.
    Legacy,
}

/// A service token. It never shows: not in messages, not when it is printed for debugging.
#[derive(Clone)]
pub struct ServiceToken(String);

impl ServiceToken {
    /// Takes the token as it is; building a request checks it.
    #[must_use]
    pub fn new(token: String) -> Self {
        Self(token)
    }

    /// The token itself.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ServiceToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceToken(…)")
    }
}

/// An option that is unknown or wrong. The text names it, and never holds the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionsError(String);

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One line, whatever the names of options and rules contain.
        let mut line = String::new();
        for c in self.0.chars() {
            push_shown(&mut line, c);
        }
        f.write_str(&line)
    }
}

impl std::error::Error for OptionsError {}

const VALIDATION_OPTIONS: [&str; 8] = [
    "rules",
    "strict",
    "datasourceType",
    "catalog",
    "existingDatamarts",
    "datasources",
    "guestTokenTimezone",
    "docsBase",
];

const REQUEST_OPTIONS: [&str; 3] = ["baseUrl", "serviceToken", "endpoint"];

impl Options {
    /// Reads the options as they are in JavaScript.
    ///
    /// # Errors
    ///
    /// For an option that is unknown, wrong, or one of a request, and for a text that is no JSON or has a key twice, at whatever depth.
    pub fn read(document: &Document<'_>) -> Result<Self, OptionsError> {
        read(document, Purpose::Validation).map(|options| options.validation)
    }

    /// Reads the options from JSON text, with the names that they have in JavaScript.
    ///
    /// # Errors
    ///
    /// As [`Options::read`].
    pub fn from_json(text: &str) -> Result<Self, OptionsError> {
        Self::read(&read_json(text, &[]))
    }

    /// The SQL in which custom columns are written: what any datasource accepts while its type is not given, `None` for
    /// a datasource without SQL.
    pub(crate) fn dialect(&self) -> Option<Dialect> {
        self.datasource_type
            .map_or(Some(Dialect::Generic), DatasourceType::dialect)
    }
}

impl RequestOptions {
    /// Reads the options as they are in JavaScript.
    ///
    /// # Errors
    ///
    /// For an option that is unknown or wrong, and for a text that is no JSON or has a key twice, at whatever depth.
    pub fn read(document: &Document<'_>) -> Result<Self, OptionsError> {
        read(document, Purpose::Request)
    }

    /// Reads the options of a request alone, for a validator that has those of the validation.
    ///
    /// # Errors
    ///
    /// For an option that is unknown, wrong, or one of the validation.
    pub fn read_delivery(document: &Document<'_>) -> Result<Self, OptionsError> {
        read(document, Purpose::Delivery)
    }

    /// Reads the options of a validation alone, as [`Options::read`] does.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn read_validation(document: &Document<'_>) -> Result<Self, OptionsError> {
        read(document, Purpose::Validation)
    }

    /// Reads the options from JSON text, with the names that they have in JavaScript.
    ///
    /// # Errors
    ///
    /// As [`RequestOptions::read`].
    pub fn from_json(text: &str) -> Result<Self, OptionsError> {
        Self::read(&read_json(text, &[]))
    }
}

/// What the options are for, and so which ones there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Validation,
    Request,
    /// A request of a validator, which has the options of the validation already.
    Delivery,
}

#[inline(never)]
fn read(document: &Document<'_>, purpose: Purpose) -> Result<RequestOptions, OptionsError> {
    let members = match document.root().kind() {
        Kind::Object(members) => members,
        Kind::Unusable(Unusable::TooLarge, _) => {
            return Err(OptionsError(
                "the options are too large to be read".to_owned(),
            ));
        }
        // Nothing is read of an empty text, for one.
        _ => {
            #[cfg(not(target_arch = "wasm32"))]
            require_json(document)?;
            return Err(OptionsError("the options have to be an object".to_owned()));
        }
    };
    #[cfg(not(target_arch = "wasm32"))]
    require_json(document)?;
    let mut options = RequestOptions::default();
    for (key, value) in members {
        let key = document.key(key);
        let is_of_validation = VALIDATION_OPTIONS.contains(&key);
        if !is_of_validation && !REQUEST_OPTIONS.contains(&key) {
            return Err(OptionsError(unknown_option(key, purpose)));
        }
        // Null says, like undefined, that the option is not given.
        if !matches!(value.kind(), Kind::Null) {
            read_option(key, value, &mut options)
                .map_err(|problem| OptionsError(format!("option `{key}`: {problem}")))?;
        }
        let owners = match purpose {
            Purpose::Validation if !is_of_validation => "buildRequest, not of a validation",
            Purpose::Delivery if is_of_validation => "createValidator, not of its requests",
            _ => continue,
        };
        return Err(OptionsError(format!("`{key}` is an option of {owners}")));
    }
    Ok(options)
}

/// In the module options are values, never text.
#[cfg(not(target_arch = "wasm32"))]
fn require_json(document: &Document<'_>) -> Result<(), OptionsError> {
    document
        .require_json()
        .map_err(|error| OptionsError(format!("the options are unusable: {error}")))
}

fn read_option(key: &str, value: Value<'_>, options: &mut RequestOptions) -> Result<(), String> {
    let validation = &mut options.validation;
    match key {
        "rules" => read_rules(value, &mut validation.severities)?,
        "strict" => validation.severities.strict = flag(value)?,
        "datasourceType" => {
            let name = text(value)?;
            let known = DatasourceType::from_name(name);
            let known = known.ok_or_else(|| match DatasourceType::nearest(name) {
                Some(meant) => did_you_mean("datasource type", name, meant.name()),
                None => unknown("datasource type", name, DatasourceType::names()),
            })?;
            validation.datasource_type = Some(known);
        }
        "catalog" => validation.catalog = Some(Catalog::read(value)?),
        "existingDatamarts" => {
            let items = lists::read(value)?.into_iter();
            validation.existing_datamarts = Some(items.map(|item| item.name).collect());
        }
        "datasources" => validation.datasources = Some(lists::read(value)?),
        "guestTokenTimezone" => validation.guest_token_timezone = Some(flag(value)?),
        // The JavaScript entry makes links of it; here it only has to be of the right kind.
        "docsBase" => {
            text(value)?;
        }
        "baseUrl" => options.base_url = Some(text(value)?.to_owned()),
        "serviceToken" => options.service_token = Some(ServiceToken(text(value)?.to_owned())),
        "endpoint" => {
            options.endpoint = match text(value)? {
                "current" => Endpoint::Current,
                "legacy" => Endpoint::Legacy,
                name => {
                    return Err(unknown("endpoint", name, ["current", "legacy"].into_iter()));
                }
            }
        }
        _ => {}
    }
    Ok(())
}

fn unknown_option(key: &str, purpose: Purpose) -> String {
    let validation = VALIDATION_OPTIONS
        .iter()
        .filter(|_| purpose != Purpose::Delivery);
    let request = REQUEST_OPTIONS
        .iter()
        .filter(|_| purpose != Purpose::Validation);
    unknown("option", key, validation.chain(request).copied())
}

/// Says that a name is unknown, with the nearest one or all of them.
fn unknown<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str>) -> String {
    unknown_of(what, name, &known.collect::<Vec<_>>())
}

#[cold]
#[inline(never)]
fn unknown_of(what: &str, name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(nearest) => did_you_mean(what, name, nearest),
        None => format!(
            "unknown {what} `{name}`, expected one of {}",
            known.join(", ")
        ),
    }
}

fn did_you_mean(what: &str, name: &str, meant: &str) -> String {
    format!("unknown {what} `{name}`, did you mean `{meant}`?")
}

// What was found instead is not shown: it may be a secret.

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

/// The option `rules`: codes with `error`, `warning` or `off`.
fn read_rules(value: Value<'_>, severities: &mut Severities) -> Result<(), String> {
    let Kind::Object(members) = value.kind() else {
        return Err("expected an object of codes with `error`, `warning` or `off`".to_owned());
    };
    for (key, value) in members {
        let name = value.document().key(key);
        let code = Code::from_name(name);
        let code =
            code.ok_or_else(|| unknown("rule", name, Code::ALL.iter().map(|code| code.name())))?;
        let setting = match value.kind() {
            Kind::Null => continue,
            Kind::Text("error") => Setting::On(Severity::Error),
            Kind::Text("warning") => Setting::On(Severity::Warning),
            Kind::Text("off") => Setting::Off,
            _ => {
                return Err(format!(
                    "the rule `{code}` can be `error`, `warning` or `off`"
                ));
            }
        };
        if code.is_fixed() && setting != Setting::On(Severity::Error) {
            return Err(format!(
                "the rule `{code}` is always an error: without it a part of the input would be lost unseen"
            ));
        }
        severities.set(code, setting);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<RequestOptions, String> {
        RequestOptions::from_json(json).map_err(|error| error.to_string())
    }

    #[test]
    fn reads_every_option() {
        let options = read(
            r#"{"rules": {"unused-sql": "off", "empty": null}, "strict": true, "datasourceType": "mssql",
                "existingDatamarts": ["a"], "datasources": {"data": [{"name": "b", "isDisabled": true}]},
                "guestTokenTimezone": false, "baseUrl": null, "serviceToken": "secret", "endpoint": "legacy"}"#,
        )
        .unwrap();
        assert_eq!(options.validation.severities.of(Code::UnusedSql), None);
        assert_eq!(
            options.validation.datasource_type,
            DatasourceType::from_name("mssql")
        );
        assert_eq!(
            options.validation.existing_datamarts,
            Some(vec!["a".to_owned()])
        );
        let datasources = options.validation.datasources.as_ref().unwrap();
        assert!(datasources[0].is_disabled && datasources[0].name == "b");
        assert_eq!(options.validation.guest_token_timezone, Some(false));
        assert_eq!(options.endpoint, Endpoint::Legacy);
        assert!(!format!("{options:?}").contains("secret"));
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
            error.contains("`baseUrl` is an option of buildRequest"),
            "{error}"
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
