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
        match purpose {
            Purpose::Validation if is_of_request => {
                return Err(OptionsError::RequestOption(name));
            }
            Purpose::Request if !is_of_request => {
                return Err(OptionsError::ValidationOption(name));
            }
            // Null, like undefined, means that the option is not given.
            _ if matches!(value.kind(), Kind::Null) => {}
            _ if is_of_request => read_request_option(name, value, &mut options.1)?,
            _ => read_option(name, value, &mut options.0)?,
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
    options: &mut Options,
) -> Result<(), OptionsError> {
    match name {
        "rules" => read_rules(value, &mut options.severities),
        "catalog" => {
            let catalog = Catalog::read(value).map_err(OptionsError::Catalog)?;
            options.catalog = Some(catalog);
            Ok(())
        }
        _ => read_plain(name, value, options).map_err(|problem| invalid(name, problem)),
    }
}

/// Never inlined, because it is in a part of the module.
#[inline(never)]
fn read_request_option(
    name: &'static str,
    value: Value<'_>,
    options: &mut RequestOptions,
) -> Result<(), OptionsError> {
    let text = text(value).map_err(|problem| invalid(name, problem))?;
    match name {
        "baseUrl" => options.set_base_url(text),
        "serviceToken" => options.set_service_token(text),
        _ => {
            options.endpoint = match text {
                "current" => Endpoint::Current,
                "legacy" => Endpoint::Legacy,
                name => {
                    let problem = unknown("endpoint", name, &["current", "legacy"]);
                    return Err(invalid("endpoint", problem));
                }
            };
            Ok(())
        }
    }
}

fn invalid(option: &'static str, problem: String) -> OptionsError {
    OptionsError::InvalidValue { option, problem }
}

/// An option whose problems are described only by text.
fn read_plain(name: &str, value: Value<'_>, options: &mut Options) -> Result<(), String> {
    match name {
        "operation" => {
            options.operation = match text(value)? {
                "create" => Operation::Create,
                "update" => Operation::Update,
                name => return Err(unknown("operation", name, &["create", "update"])),
            }
        }
        "messages" => messages::read(value, &mut options.messages)?,
        "strict" => options.severities.strict = flag(value)?,
        "datasourceType" => options.datasource_type = Some(datasource_type(text(value)?)?),
        "existingDatamarts" => {
            let items = lists::read(value)?.into_iter();
            options.existing_datamarts = Some(items.map(|item| item.name).collect());
        }
        "datasources" => options.datasources = Some(lists::read(value)?),
        "guestTokenTimezone" => options.guest_token_timezone = Some(flag(value)?),
        "maxIssues" => options.limits.issues = positive(value)?,
        "maxOutputBytes" => options.limits.output_bytes = positive(value)?,
        // The JavaScript entry makes links of it, which take room.
        "docsBase" => options.limits.set_docs_base(text(value)?),
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
mod tests;
