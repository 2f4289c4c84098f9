//! What the caller knows beside the datamart, read with serde from JSON or from a JavaScript object.
//!
//! Wrong options are the programmer's mistake, not the user's: they end in an error that names the option.

mod lists;

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

pub use crate::datasource::DatasourceType;
use crate::issue::{Code, Setting, Severities, Severity};
use crate::suggest::nearest;
pub use lists::Datasource;
use lists::{Datasources, Names};

/// The options of a validation. With none of them, only what the datamart says by itself is judged.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What becomes of each code: the options `rules` and `strict`.
    pub severities: Severities,
    /// The kind of the datasource; the API does not tell it.
    pub datasource_type: Option<DatasourceType>,
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

const VALIDATION_OPTIONS: [&str; 6] = [
    "rules",
    "strict",
    "datasourceType",
    "existingDatamarts",
    "datasources",
    "guestTokenTimezone",
];

const REQUEST_OPTIONS: [&str; 3] = ["baseUrl", "serviceToken", "endpoint"];

impl<'de> Deserialize<'de> for Options {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = OptionsVisitor { for_request: false };
        deserializer
            .deserialize_map(visitor)
            .map(|options| options.validation)
    }
}

impl<'de> Deserialize<'de> for RequestOptions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OptionsVisitor { for_request: true })
    }
}

struct OptionsVisitor {
    for_request: bool,
}

impl<'de> Visitor<'de> for OptionsVisitor {
    type Value = RequestOptions;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with options")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RequestOptions, A::Error> {
        let mut options = RequestOptions::default();
        while let Some(key) = map.next_key::<String>()? {
            if !self.for_request && REQUEST_OPTIONS.contains(&key.as_str()) {
                return Err(Error::custom(format!(
                    "`{key}` is an option of buildRequest, not of validateDatamart"
                )));
            }
            let validation = &mut options.validation;
            match key.as_str() {
                "rules" => {
                    if let Some(Rules(rules)) = value(&mut map, &key)? {
                        for (code, setting) in rules {
                            validation.severities.set(code, setting);
                        }
                    }
                }
                "strict" => {
                    validation.severities.strict = value(&mut map, &key)?.unwrap_or_default()
                }
                "datasourceType" => {
                    validation.datasource_type = value(&mut map, &key)?.map(|Known(known)| known);
                }
                "existingDatamarts" => {
                    validation.existing_datamarts =
                        value(&mut map, &key)?.map(|Names(names)| names);
                }
                "datasources" => {
                    validation.datasources = value(&mut map, &key)?.map(|Datasources(list)| list)
                }
                "guestTokenTimezone" => validation.guest_token_timezone = value(&mut map, &key)?,
                "baseUrl" => options.base_url = value(&mut map, &key)?,
                // The error of a wrong type would quote the value, which may be the secret.
                "serviceToken" => {
                    let token = map.next_value::<Option<String>>();
                    let token = token
                        .map_err(|_| Error::custom("option `serviceToken`: expected a text"))?;
                    options.service_token = token.map(ServiceToken);
                }
                "endpoint" => {
                    options.endpoint =
                        value(&mut map, &key)?.map_or(Endpoint::Current, |Named(it)| it)
                }
                _ => return Err(Error::custom(self.unknown_option(&key))),
            }
        }
        Ok(options)
    }
}

impl OptionsVisitor {
    fn unknown_option(&self, key: &str) -> String {
        let request = if self.for_request {
            &REQUEST_OPTIONS[..]
        } else {
            &[]
        };
        unknown(
            "option",
            key,
            VALIDATION_OPTIONS.iter().chain(request).copied(),
        )
    }
}

/// Reads the value of an option; undefined and null say that it is not given.
fn value<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    key: &str,
) -> Result<Option<T>, A::Error> {
    map.next_value()
        .map_err(|error| Error::custom(format!("option `{key}`: {error}")))
}

/// Says that a name is unknown, with the nearest one or all of them.
fn unknown<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let expected = match nearest(name, known.clone()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("expected one of {}", known.collect::<Vec<_>>().join(", ")),
    };
    format!("unknown {what} `{name}`, {expected}")
}

struct Known(DatasourceType);

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        DatasourceType::from_name(&name).map(Known).ok_or_else(|| {
            Error::custom(unknown("datasource type", &name, DatasourceType::names()))
        })
    }
}

struct Named(Endpoint);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        match name.as_str() {
            "current" => Ok(Named(Endpoint::Current)),
            "legacy" => Ok(Named(Endpoint::Legacy)),
            _ => Err(Error::custom(unknown(
                "endpoint",
                &name,
                ["current", "legacy"].into_iter(),
            ))),
        }
    }
}

/// The option `rules`: codes with `error`, `warning` or `off`.
struct Rules(Vec<(Code, Setting)>);

impl<'de> Deserialize<'de> for Rules {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RulesVisitor)
    }
}

struct RulesVisitor;

impl<'de> Visitor<'de> for RulesVisitor {
    type Value = Rules;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of codes with `error`, `warning` or `off`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rules, A::Error> {
        let mut rules = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let Some(setting) = map.next_value::<Option<String>>()? else {
                continue;
            };
            let code = Code::from_name(&name).ok_or_else(|| {
                Error::custom(unknown(
                    "rule",
                    &name,
                    Code::ALL.iter().map(|code| code.name()),
                ))
            })?;
            let setting = match setting.as_str() {
                "error" => Setting::On(Severity::Error),
                "warning" => Setting::On(Severity::Warning),
                "off" => Setting::Off,
                _ => {
                    let settings = ["error", "warning", "off"].into_iter();
                    return Err(Error::custom(unknown("setting", &setting, settings)));
                }
            };
            if code.is_fixed() && setting != Setting::On(Severity::Error) {
                return Err(Error::custom(format!(
                    "the rule `{code}` is always an error: without it a part of the input would be lost unseen"
                )));
            }
            rules.push((code, setting));
        }
        Ok(Rules(rules))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<RequestOptions, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
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
                "option `strict`: invalid type: string \"yes\", expected a boolean",
            ),
            (
                r#"{"rules": {"requird": "off"}}"#,
                "unknown rule `requird`, did you mean `required`?",
            ),
            (
                r#"{"rules": {"empty": "warn"}}"#,
                "unknown setting `warn`, expected one of error, warning, off",
            ),
            (
                r#"{"rules": {"syntax": "off"}}"#,
                "the rule `syntax` is always an error",
            ),
            (
                r#"{"existingDatamarts": [5]}"#,
                "option `existingDatamarts`: ",
            ),
        ] {
            let error = read(json).unwrap_err();
            assert!(error.contains(expected), "{json}: {error}");
        }
        let error = serde_json::from_str::<Options>(r#"{"baseUrl": "/"}"#)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("`baseUrl` is an option of buildRequest"),
            "{error}"
        );
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
