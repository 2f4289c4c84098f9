//! The keywords used in the schema.

use serde::Serialize;

use super::members::Members;
use super::snippet::Snippet;

/// A JSON Schema, as far as the contract needs one. Fields that are `None` are not written.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JsonSchema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    #[serde(rename = "$id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) markdown_description: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) types: Option<Types>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) constant: Option<Constant>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) choices: Vec<Option<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_items: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<JsonSchema>>,
    #[serde(skip_serializing_if = "Members::is_empty")]
    pub(super) properties: Members<JsonSchema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Box<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_properties: Option<u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<JsonSchema>,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub(super) condition: Option<Box<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) then: Option<Box<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern_error_message: Option<String>,
    /// A warning, although the value is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) deprecation_message: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) default_snippets: Vec<Snippet>,
}

/// The type of a value, and whether null is allowed too.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Types {
    One(&'static str),
    OrNull([&'static str; 2]),
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Constant {
    Flag(bool),
    Text(&'static str),
}
