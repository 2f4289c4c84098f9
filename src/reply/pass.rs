//! Issues from a gateway, which validates with this package. They come over a network, so they are
//! checked before they are passed on.

use super::ReplyIssue;
use super::secrets::mask;
use crate::document::{Kind, Path, Segment, Value, write_key, write_value};
use crate::issue::{Code, MAX_ISSUES, Severity, shown};

/// The issues of a list; anything else in it is omitted.
pub(super) fn issues(list: Value<'_>) -> Vec<ReplyIssue> {
    let Kind::Array(items) = list.kind() else {
        return Vec::new();
    };
    items.take(MAX_ISSUES).filter_map(issue).collect()
}

fn issue(item: Value<'_>) -> Option<ReplyIssue> {
    let mut more = String::new();
    for (key, is_right) in MEMBERS {
        if let Some(value) = item.member(key).filter(|value| is_right(*value)) {
            push_member(key, value, &mut more);
        }
    }
    Some(ReplyIssue {
        // Another version of the package may have other codes.
        code: Code::from_name(text(item, "code")?).unwrap_or(Code::Rejected),
        severity: match text(item, "severity")? {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => return None,
        },
        message: shown(&mask(text(item, "message")?)),
        path: path(item.member("path")?)?,
        more,
    })
}

/// Whether a member has the right shape.
type Check = fn(Value<'_>) -> bool;

/// The optional members of an issue, with their checks.
const MEMBERS: [(&str, Check); 7] = [
    ("params", is_params),
    ("range", is_range),
    ("textRange", is_range),
    ("suggestion", is_text),
    ("help", is_text),
    ("fix", is_fix),
    ("related", |value| are_all(value, is_related)),
];

/// Writes a member unchanged, unless it contains a token: masking a part of it would change its
/// meaning.
fn push_member(key: &str, value: Value<'_>, out: &mut String) {
    let mut written = String::new();
    write_value(value, &mut written);
    if mask(&written) == written {
        write_key(key, out);
        out.push_str(&written);
    }
}

fn text<'d>(object: Value<'d>, key: &str) -> Option<&'d str> {
    match object.member(key)?.kind() {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

fn path(value: Value<'_>) -> Option<Path> {
    let Kind::Array(steps) = value.kind() else {
        return None;
    };
    let step = |step: Value<'_>| match step.kind() {
        Kind::Text(key) => Some(Segment::Key(key.to_owned())),
        Kind::Number(digits) => digits.parse().ok().map(Segment::Index),
        _ => None,
    };
    steps.map(step).collect::<Option<Vec<_>>>().map(Path::from)
}

fn has(object: Value<'_>, key: &str, is_right: fn(Value<'_>) -> bool) -> bool {
    object.member(key).is_some_and(is_right)
}

fn may_have(object: Value<'_>, key: &str, is_right: fn(Value<'_>) -> bool) -> bool {
    object.member(key).is_none_or(is_right)
}

fn are_all(list: Value<'_>, is_right: fn(Value<'_>) -> bool) -> bool {
    matches!(list.kind(), Kind::Array(items) if items.into_iter().all(is_right))
}

fn is_text(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Text(_))
}

fn is_path(value: Value<'_>) -> bool {
    path(value).is_some()
}

fn is_range(value: Value<'_>) -> bool {
    let number = |key| match value.member(key).map(Value::kind) {
        Some(Kind::Number(digits)) => digits.parse::<u32>().ok(),
        _ => None,
    };
    matches!((number("start"), number("end")), (Some(start), Some(end)) if start <= end)
}

fn is_params(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Object(members) if members.into_iter().all(|(_, it)| is_text(it)))
}

fn is_related(value: Value<'_>) -> bool {
    has(value, "message", is_text)
        && has(value, "path", is_path)
        && may_have(value, "range", is_range)
        && may_have(value, "textRange", is_range)
        && may_have(value, "params", is_params)
}

fn is_fix(value: Value<'_>) -> bool {
    let is_certainty = |it| matches!(it, Kind::Text("certain" | "probable"));
    let is_filled = |it| matches!(it, Kind::Array(items) if items.len() > 0);
    has(value, "title", is_text)
        && value
            .member("certainty")
            .map(Value::kind)
            .is_some_and(is_certainty)
        && value
            .member("edits")
            .map(Value::kind)
            .is_some_and(is_filled)
        && has(value, "edits", |edits| are_all(edits, is_edit))
}

fn is_edit(edit: Value<'_>) -> bool {
    match text(edit, "op") {
        Some("set") => has(edit, "path", is_path) && edit.member("value").is_some(),
        Some("remove") => has(edit, "path", is_path),
        Some(_) => false,
        None => {
            has(edit, "text", is_text)
                && (has(edit, "path", is_path) && has(edit, "range", is_range)
                    || has(edit, "textRange", is_range))
        }
    }
}
