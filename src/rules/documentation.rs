//! What is written about each rule, and the list of all of it.

use serde::Serialize;

use super::Code;
use crate::issue::Setting;

/// What is written about a rule in its declaration.
pub(crate) struct RuleDoc {
    /// What it is about.
    pub(crate) subject: Subject,
    /// What it reports, in one sentence.
    pub(crate) what: &'static str,
    /// Why that matters, and where the rule comes from.
    pub(crate) why: &'static str,
    /// A datamart that has exactly this issue.
    pub(crate) wrong: Example,
    /// The same datamart, right.
    pub(crate) right: Example,
}

/// What a rule is about: the heading under which it is documented.
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

/// The datamart that examples change: the fields that they do not name.
pub const BASE: &str = r#"{
  "name": "sales",
  "datasourceName": "warehouse",
  "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }]
}"#;

/// One rule as its users see it.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Documentation {
    /// The code.
    pub code: Code,
    /// What it is about: the heading that it shares with its neighbours.
    pub subject: &'static str,
    /// The severity unless the `rules` option says otherwise, or `off`.
    pub severity: Setting,
    /// What it reports.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// A datamart that has exactly this issue.
    pub wrong: ExampleDocumentation,
    /// The same datamart, right.
    pub right: ExampleDocumentation,
}

/// An example as its readers see it.
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

/// Every rule, in the order of the codes. The WebAssembly module does not hold these texts: the npm package
/// carries them as data of its own.
#[must_use]
pub fn documentation() -> Vec<Documentation> {
    let document = |code: &Code| {
        let doc = &code.rule().documentation;
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

impl Code {
    /// What the rule is about: the heading under which it is documented.
    #[must_use]
    pub fn subject(self) -> &'static str {
        self.rule().documentation.subject.heading()
    }
}
