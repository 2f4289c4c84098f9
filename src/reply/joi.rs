//! Reads the messages of the API's own validation: `"tableList[0].columns[3].sql" is required`.

use crate::contract::foreign::DATAMART_NAME;
use crate::contract::{Operation, datamart};
use crate::document::{Path, Segment};
use crate::issue::Code;

/// The part of a message about one field.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clause<'t> {
    pub(super) code: Code,
    pub(super) path: Path,
    /// The text, beginning with the name of the field.
    pub(super) text: &'t str,
}

/// The most clauses of one message that are read.
const MAX_CLAUSES: usize = 100;

/// The parts of a message that are about fields.
pub(super) fn clauses(text: &str) -> Vec<Clause<'_>> {
    let mut labels = quoted_labels(text);
    if labels.is_empty() {
        labels.extend(first_word(text));
    }
    let ends: Vec<usize> = labels.iter().skip(1).map(|label| label.start).collect();
    let ends = ends.into_iter().chain([text.len()]);
    let clause = |(label, end): (Label, usize)| {
        let said = text.get(label.end..end).unwrap_or_default();
        Clause {
            code: code_of(said),
            path: label.path,
            text: text
                .get(label.start..end)
                .unwrap_or_default()
                .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';')),
        }
    };
    labels.into_iter().zip(ends).map(clause).collect()
}

/// The name of a field, with its position in bytes.
struct Label {
    start: usize,
    end: usize,
    path: Path,
}

fn quoted_labels(text: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut at = 0;
    while let Some(start) = text
        .get(at..)
        .and_then(|rest| rest.find('"'))
        .map(|it| at + it)
    {
        let Some(end) = text.get(start + 1..).and_then(|rest| rest.find('"')) else {
            break;
        };
        let end = start + 1 + end;
        at = end + 1;
        let label = text.get(start + 1..end).unwrap_or_default();
        let Some(path) = parse(label) else { continue };
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(at..).unwrap_or_default();
        if path.len() > 1 || is_said_of_a_field(after) && !is_name_of_something(before) {
            labels.push(Label {
                start,
                end: at,
                path,
            });
        }
        if labels.len() == MAX_CLAUSES {
            break;
        }
    }
    labels
}

/// The first word, if the name of the field has no quotes.
fn first_word(text: &str) -> Option<Label> {
    let start = text.len() - text.trim_start().len();
    let rest = text.get(start..)?;
    let word = rest.split([' ', ':']).next()?;
    let end = start + word.len();
    let is_field = is_said_of_a_field(text.get(end..)?);
    let path = parse(word).filter(|_| is_field)?;
    Some(Label { start, end, path })
}

/// The keys and indexes that a label names, if it begins with a field of the datamart.
fn parse(label: &str) -> Option<Path> {
    // The depth of the contract, with room for an unknown field.
    const MAX_STEPS: usize = 8;
    const MAX_LEN: usize = 200;
    if label.len() > MAX_LEN {
        return None;
    }
    let mut steps = Vec::new();
    for part in label.split('.') {
        let (key, indexes) = part.split_once('[').unwrap_or((part, ""));
        if !key.is_empty() {
            steps.push(step(key));
        }
        if !indexes.is_empty() {
            for index in indexes.split('[') {
                steps.push(Segment::Index(index.strip_suffix(']')?.parse().ok()?));
            }
        }
    }
    if label == "value" {
        // Joi's name for the whole value.
        return Some(Path::root());
    }
    let Some(Segment::Key(first)) = steps.first_mut() else {
        return None;
    };
    if first == DATAMART_NAME {
        datamart::OBJECT.key(datamart::NAME).clone_into(first);
    }
    let position = datamart::OBJECT.position(first)?;
    let field = datamart::OBJECT.fields.get(position)?;
    let is_sent = field.sent_as(Operation::Create).is_some();
    (is_sent && steps.len() <= MAX_STEPS).then(|| steps.into_iter().collect())
}

fn step(key: &str) -> Segment {
    match key.parse() {
        Ok(index) => Segment::Index(index),
        Err(_) => Segment::Key(key.to_owned()),
    }
}

/// Whether a sentence continues like one about a field.
fn is_said_of_a_field(after: &str) -> bool {
    const VERBS: [&str; 10] = [
        "is", "must", "contains", "does", "length", "has", "cannot", "should", "with", "failed",
    ];
    let after = after.trim_start_matches(':');
    let word = after.split_whitespace().next().unwrap_or_default();
    after.starts_with(' ') && VERBS.contains(&word)
}

/// Whether a quoted word is the name of something else than a field, such as a table.
fn is_name_of_something(before: &str) -> bool {
    const THINGS: [&str; 6] = [
        "table",
        "column",
        "schema",
        "datasource",
        "datamart",
        "database",
    ];
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_end_matches(':').to_ascii_lowercase();
    THINGS.contains(&word.as_str())
}

/// Whether a text contains another. The standard library's search is made for long texts, and many
/// times larger.
#[inline(never)]
pub(super) fn has(text: &str, piece: &str) -> bool {
    let mut windows = text.as_bytes().windows(piece.len());
    windows.any(|window| window == piece.as_bytes())
}

/// The code of the rule that reports such a problem.
fn code_of(said: &str) -> Code {
    const KINDS: [&str; 9] = [
        "string", "boolean", "number", "integer", "array", "object", "list", "text", "type",
    ];
    let said = said.to_ascii_lowercase();
    let has = |piece: &str| has(&said, piece);
    if has("is required") || has("is missing") {
        Code::Required
    } else if has("empty") || has("at least 1 ") || has("at least one") {
        Code::Empty
    } else if has("one of") {
        Code::NotAllowedValue
    } else if has("must be") && KINDS.iter().any(|kind| has(kind)) {
        Code::Type
    } else {
        Code::Rejected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Code, String)> {
        let clauses = clauses(text);
        clauses
            .iter()
            .map(|it| (it.code, it.path.to_string()))
            .collect()
    }

    #[test]
    fn reads_paths_and_what_is_said_of_them() {
        for (text, code, path) in [
            (
                r#""tableList[0].columns[3].sql" is required"#,
                Code::Required,
                "tableList[0].columns[3].sql",
            ),
            (
                r#""tableList[0].columns" must contain at least 1 items"#,
                Code::Empty,
                "tableList[0].columns",
            ),
            (r#""name" is not allowed to be empty"#, Code::Empty, "name"),
            (r#""datamartName" is required"#, Code::Required, "name"),
            (
                r#"Validation failed: "tableList" is required"#,
                Code::Required,
                "tableList",
            ),
            (
                r#""tenancySettings.tenancyLevel" must be one of [TABLE, "DATABASE"]"#,
                Code::NotAllowedValue,
                "tenancySettings.tenancyLevel",
            ),
            (
                r#""tableList.2.isHide" must be a boolean"#,
                Code::Type,
                "tableList[2].isHide",
            ),
            (
                r#""relationships[1].join" must be a string"#,
                Code::Type,
                "relationships[1].join",
            ),
            (
                r#""tableList[0].lable" is not allowed"#,
                Code::Rejected,
                "tableList[0].lable",
            ),
            (
                "tableList[0].columns[3].sql is required",
                Code::Required,
                "tableList[0].columns[3].sql",
            ),
            (
                "datasourceName: is missing",
                Code::Required,
                "datasourceName",
            ),
        ] {
            assert_eq!(read(text), [(code, path.to_owned())], "{text}");
        }
        let two = clauses(r#""name" is required. "tableList[1].name" must be a string."#);
        assert_eq!(two[0].text, r#""name" is required"#);
        assert_eq!(two[1].text, r#""tableList[1].name" must be a string"#);
        assert_eq!(
            read(r#""value" must be of type object"#),
            [(Code::Type, Path::root().to_string())]
        );
    }

    #[test]
    fn takes_no_other_name_for_a_field() {
        for text in [
            "",
            "\"",
            r#"Column "name" does not exist in table "tableList""#,
            r#"table: "name" is unknown"#,
            r#""total" is required"#,
            r#""$schema" is required"#,
            r#""tableList[x]" is required"#,
            r#""tableList[99999999999]" is required"#,
            r#""name" and "label""#,
            "name clash",
            "Invalid request body",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
