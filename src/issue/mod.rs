//! The results: an issue with its code, severity, position and texts, and the report that contains
//! them all.

mod apply;
mod code;
mod finding;
mod findings;
mod fix;
mod limits;
mod message;
mod place;
mod places;
mod shown;
pub(crate) mod suggestion;
mod template;

use serde::Serialize;

use crate::document::{Offsets, Span};
pub use crate::document::{Path, Segment};
pub use apply::{ApplyFixError, apply_fix};
pub(crate) use code::Severities;
pub use code::{Code, Setting, Severity};
pub(crate) use finding::Finding;
pub(crate) use findings::Findings;
pub use fix::{Certainty, Edit, Fix, NewValue, Op};
pub(crate) use limits::{Limits, Room};
pub use message::Params;
pub(crate) use message::{Message, Messages, Renderer, TemplateError};
pub(crate) use place::Place;
pub(crate) use shown::{push_shown, shown};
pub(crate) use template::{Group, Template, has_params, messages, templates};

/// The most issues in a report. A form cannot show more, and hostile input must not fill the
/// memory.
pub const MAX_ISSUES: usize = 10_000;

/// A range of a text, end exclusive: in bytes, unless a
/// [`PositionEncoding`](crate::PositionEncoding) was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Range {
    /// Converts bytes of a text.
    pub(crate) fn new(bytes: Span, text: &mut Offsets<'_>) -> Self {
        Self {
            start: text.offset(bytes.start),
            end: text.offset(bytes.end),
        }
    }

    /// The part of `text` in this range; `None` if the range is outside it. Works only for ranges
    /// in bytes.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(std::ops::Range::from(self))
    }
}

impl From<Range> for std::ops::Range<usize> {
    fn from(range: Range) -> Self {
        range.start as usize..range.end as usize
    }
}

/// A mistake, or something that was probably not intended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Issue {
    /// The code of the rule that reported it.
    pub code: Code,
    /// Whether it makes the datamart invalid.
    pub severity: Severity,
    /// What was found and what was expected: one line, no final period, user input in backticks.
    pub message: String,
    /// The parameters of its texts' templates.
    pub params: Params,
    /// The keys and indexes that lead to the value; for a missing field, the path ends with its
    /// key.
    pub path: Path,
    /// The affected part of the string at `path`; absent if the issue is about the whole value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// The location in the JSON text; absent if the input was not text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_range: Option<Range>,
    /// The probable intention, as a replacement for the value (or for its `range`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// The next step, in one or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// A fix that is certain or probable, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Related locations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// The names of an issue's fields, the code, numbers, and the link to the documentation.
const FIXED: usize = 400;

impl Issue {
    /// Its size as JSON, in bytes of UTF-8; never less than the actual size.
    fn weight(&self) -> usize {
        let related = self.related.iter();
        let related = related.map(|it| {
            FIXED / 2 + it.params.weight() + json_weight(&it.message) + path_weight(&it.path)
        });
        FIXED
            + json_weight(&self.message)
            + self.params.weight()
            + path_weight(&self.path)
            + self.suggestion.as_deref().map_or(0, json_weight)
            + self.help.as_deref().map_or(0, json_weight)
            + self.fix.as_ref().map_or(0, Fix::weight)
            + related.sum::<usize>()
    }
}

/// A text as JSON: quotes, backslashes and control characters take more than their own bytes.
pub(crate) fn json_weight(text: &str) -> usize {
    let escaped = |byte: u8| match byte {
        b'"' | b'\\' => 2,
        ..b' ' => 6,
        _ => 1,
    };
    text.bytes().map(escaped).sum::<usize>() + 2
}

pub(crate) fn path_weight(path: &[Segment]) -> usize {
    let weight = |segment: &Segment| match segment {
        Segment::Key(key) => json_weight(key) + 1,
        Segment::Index(_) => 11,
    };
    path.iter().map(weight).sum::<usize>() + 2
}

/// A related location that explains an issue, such as the first of two equal names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Related {
    /// What is at that location.
    pub message: String,
    /// The parameters of its message.
    pub params: Params,
    /// The keys and indexes that lead to it.
    pub path: Path,
    /// The affected part of the string at `path`; absent if the issue is about the whole value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// The location in the JSON text; absent if the input was not text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_range: Option<Range>,
}

/// The result for one datamart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// Whether there is no issue of severity error.
    pub valid: bool,
    /// Every issue, ordered by position in the document.
    pub issues: Vec<Issue>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::message::Params;

    fn issue() -> Issue {
        Issue {
            code: Code::Required,
            severity: Severity::Error,
            message: "m".to_owned(),
            params: Params::default(),
            path: Path::root(),
            range: None,
            text_range: None,
            suggestion: None,
            help: None,
            fix: None,
            related: Vec::new(),
        }
    }

    fn fixed(edit: &Edit) -> Issue {
        let fix = Fix {
            title: "t".to_owned(),
            certainty: Certainty::Certain,
            edits: vec![edit.clone(); 1_000],
        };
        Issue {
            fix: Some(fix),
            ..issue()
        }
    }

    /// A thousand of everything, so that what is forgotten for one of them exceeds what is added for
    /// names of fields.
    fn issues_of_a_thousand_parts() -> Vec<Issue> {
        let range = Range {
            start: 1_000_000,
            end: 1_000_001,
        };
        let path: Path = ["key", "k"]
            .map(|key| Segment::Key(key.to_owned()))
            .into_iter()
            .collect();
        let value = |value: NewValue| Edit::Value {
            path: path.clone(),
            op: Op::Set,
            value: Some(value),
        };
        let text = |text: &str| NewValue::Text(text.to_owned());
        let long = "a\"\\\n\u{7f}é".repeat(1_000);
        let keys = |segment: Segment| vec![segment; 1_000].into();
        let mut params = Params::default();
        let messages = Messages::default();
        let meant = suggestion::set("a field", "the name that was meant");
        let mut renderer = Renderer::new(&messages);
        renderer.fill(meant, &mut params);
        let mut long_params = Params::default();
        renderer.fill(suggestion::case(&long), &mut long_params);
        let piece = "forty letters or more that are inserted";
        let related = Related {
            message: piece.to_owned(),
            params,
            path: path.clone(),
            range: Some(range),
            text_range: Some(range),
        };
        vec![
            Issue {
                params: long_params,
                ..issue()
            },
            Issue {
                message: long.clone(),
                ..issue()
            },
            Issue {
                suggestion: Some(long.clone()),
                ..issue()
            },
            Issue {
                help: Some(long.clone()),
                ..issue()
            },
            Issue {
                path: keys(Segment::Key("é\"".to_owned())),
                ..issue()
            },
            Issue {
                path: keys(Segment::Key(String::new())),
                ..issue()
            },
            Issue {
                path: keys(Segment::Index(1_000_000)),
                ..issue()
            },
            Issue {
                related: vec![related; 1_000],
                ..issue()
            },
            fixed(&Edit::Text {
                text_range: range,
                text: "\"".to_owned(),
            }),
            fixed(&Edit::Piece {
                path: path.clone(),
                range,
                text: piece.to_owned(),
            }),
            fixed(&Edit::Value {
                path: path.clone(),
                op: Op::Remove,
                value: None,
            }),
            fixed(&value(NewValue::Null)),
            fixed(&value(text(&"t".repeat(80)))),
            fixed(&value(NewValue::List(vec![NewValue::Flag(false); 100]))),
            fixed(&value(NewValue::List(vec![text(""); 100]))),
            fixed(&value(NewValue::Object(vec![
                (
                    String::new(),
                    NewValue::Null
                );
                100
            ]))),
            fixed(&value(NewValue::Object(vec![
                (
                    "name".to_owned(),
                    text("orders")
                );
                100
            ]))),
        ]
    }

    #[test]
    fn weight_covers_the_json_and_is_in_proportion_to_it() {
        for issue in issues_of_a_thousand_parts() {
            let json = serde_json::to_string(&issue).unwrap();
            let weight = issue.weight();
            assert!(
                (json.len()..=3 * json.len() + 400).contains(&weight),
                "{weight} for {}: {:?}",
                json.len(),
                json.get(..300)
            );
        }
    }

    #[test]
    fn a_title_weighs_what_it_is_long() {
        let mut issue = fixed(&Edit::Text {
            text_range: Range { start: 0, end: 0 },
            text: String::new(),
        });
        let before = issue.weight();
        if let Some(fix) = &mut issue.fix {
            fix.title.push_str("longer");
        }
        assert_eq!(issue.weight(), before + 6);
    }
}
