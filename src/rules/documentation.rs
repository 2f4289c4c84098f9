//! The documentation of each rule, and the list of all rules.

use serde::Serialize;

use super::{Code, templates};
use crate::issue::{Setting, Template};

/// The documentation in a rule's declaration.
pub(crate) struct RuleDoc {
    /// The subject.
    pub(crate) subject: Subject,
    /// What it reports, in one sentence.
    pub(crate) what: &'static str,
    /// Why it matters, and where the rule comes from.
    pub(crate) why: &'static str,
    /// A datamart that has exactly this issue.
    pub(crate) wrong: Example,
    /// The same datamart without it.
    pub(crate) right: Example,
}

/// The subject of a rule: the heading under which it is documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Json,
    Shape,
    Datamart,
    Tables,
    Columns,
    Sql,
    Tenancy,
    Relationships,
    Reply,
}

impl Subject {
    fn heading(self) -> &'static str {
        match self {
            Self::Json => "The input as JSON",
            Self::Shape => "The shape of the datamart",
            Self::Datamart => "The datamart itself",
            Self::Tables => "Tables",
            Self::Columns => "Columns",
            Self::Sql => "The SQL of custom columns",
            Self::Tenancy => "Tenants",
            Self::Relationships => "Relationships",
            Self::Reply => "What the API replies",
        }
    }
}

/// An example that the tests run.
pub(crate) enum Example {
    /// Some fields of a datamart; the others come from [`BASE`].
    Fields(&'static str),
    /// The same, with options.
    FieldsWith(&'static str, &'static str),
    /// A whole datamart as JSON text.
    Text(&'static str),
    /// Some fields of a datamart as a JavaScript expression.
    JavaScript(&'static str),
    /// A reply of the API as JSON, with its status and its body.
    Reply(&'static str),
}

/// The datamart that examples change; it provides the fields that they do not name.
pub(crate) const BASE: &str = r#"{
  "name": "sales",
  "datasourceName": "warehouse",
  "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }]
}"#;

/// The documentation of a rule, for users.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Documentation {
    /// The code.
    pub code: Code,
    /// The subject: the heading that it shares with related rules.
    pub subject: &'static str,
    /// The default severity, or `off`.
    pub severity: Setting,
    /// What it reports.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// A datamart that has exactly this issue.
    pub wrong: ExampleDocumentation,
    /// The same datamart without it.
    pub right: ExampleDocumentation,
}

/// An example, for readers.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct ExampleDocumentation {
    /// `fields`: some fields of a datamart as JSON; `text`: a whole datamart as JSON text; `javascript`: some fields as a
    /// JavaScript expression; `reply`: a reply of the API with its `status` and `body`.
    pub kind: &'static str,
    /// The example itself.
    pub source: &'static str,
    /// The options that it needs, as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<&'static str>,
}

impl From<&Example> for ExampleDocumentation {
    fn from(example: &Example) -> Self {
        let (kind, source, options) = match example {
            Example::Fields(source) => ("fields", source, None),
            Example::FieldsWith(source, options) => ("fields", source, Some(*options)),
            Example::Text(source) => ("text", source, None),
            Example::JavaScript(source) => ("javascript", source, None),
            Example::Reply(source) => ("reply", source, None),
        };
        Self {
            kind,
            source,
            options,
        }
    }
}

/// Every rule, in the order of the codes. The WebAssembly module does not contain these texts; the
/// npm package has them as data.
#[must_use]
pub fn documentation() -> Vec<Documentation> {
    let document = |code: &Code| {
        let doc = code.documentation();
        Documentation {
            code: *code,
            subject: code.subject(),
            severity: code.default_setting(),
            what: doc.what,
            why: doc.why,
            wrong: (&doc.wrong).into(),
            right: (&doc.right).into(),
        }
    };
    Code::ALL.iter().map(document).collect()
}

/// A message template, for translators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MessageDocumentation {
    /// The stable key for replacing it, with
    /// [`OptionsBuilder::message`](crate::OptionsBuilder::message).
    pub key: String,
    /// The text, with `{name}` for a parameter.
    pub text: &'static str,
    /// The names of its parameters, in the order of their first occurrence.
    pub params: Vec<&'static str>,
}

/// Every message template: those of the rules in the order of the codes, then those that rules
/// share, and those of [`diff_datamarts_json`](crate::diff_datamarts_json).
///
/// ```
/// let messages = datamart_validator::rules::messages();
/// let message = messages.iter().find(|message| message.key == "unknown-table").unwrap();
/// assert_eq!(message.text, "the datasource has no table `{table}`");
/// assert_eq!(message.params, ["table"]);
/// ```
#[must_use]
pub fn messages() -> Vec<MessageDocumentation> {
    let document = |template: Template| MessageDocumentation {
        key: template.key(),
        text: template.text(),
        params: template.params(),
    };
    templates().map(document).collect()
}

impl Code {
    /// The subject: the heading under which it is documented.
    #[must_use]
    pub fn subject(self) -> &'static str {
        self.documentation().subject.heading()
    }
}
