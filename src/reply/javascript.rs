//! What JavaScript passes to these functions, and takes from them as JSON.

use super::answer::{self, Reply, ReplyError, ReplyIssue};
use super::list::{self, ImportError};
use super::merge::{self, MergeError};
use crate::document::{
    Document, Kind, Value, write_comma, write_key, write_number, write_raw, write_text,
};
use crate::json::write_json;
use crate::options::Options;

/// Reads a reply: an object with `status`, `retryAfter`, `date` and `now`, and the
/// body.
pub(crate) fn read(
    facts: &Document<'_>,
    body: &Document<'_>,
    datamart: Option<&Document<'_>>,
    options: &Options,
) -> String {
    let fact = |key| match facts.root().member(key).map(Value::kind) {
        Some(Kind::Text(fact) | Kind::Number(fact)) => Some(fact),
        _ => None,
    };
    let reply = Reply {
        status: fact("status")
            .and_then(|it| it.parse().ok())
            .unwrap_or_default(),
        body: "",
        retry_after: fact("retryAfter"),
        date: fact("date"),
        now: fact("now").and_then(|it| it.parse().ok()),
    };
    write_result(&answer::read_document(
        &reply,
        body,
        datamart,
        &options.messages,
    ))
}

/// The whole result.
fn write_result(result: &Result<String, ReplyError>) -> String {
    let error = match result {
        Ok(id) => {
            let mut out = String::from("{\"ok\":true,\"id\":");
            write_text(id, &mut out);
            write_raw("}", &mut out);
            return out;
        }
        Err(error) => error,
    };
    let mut out = String::from("{\"ok\":false,\"error\":{\"status\":");
    write_number(error.status.into(), &mut out);
    write_raw(",\"code\":", &mut out);
    write_text(&error.code, &mut out);
    write_raw(",\"message\":", &mut out);
    write_text(&error.message, &mut out);
    write_raw(",\"isRetryable\":", &mut out);
    write_raw(if error.is_retryable { "true" } else { "false" }, &mut out);
    if let Some(seconds) = error.retry_after {
        write_raw(",\"retryAfter\":", &mut out);
        write_number(seconds as usize, &mut out);
    }
    write_raw("},\"issues\":[", &mut out);
    for found in &error.issues {
        write_comma(&mut out);
        write_issue(found, &mut out);
    }
    write_raw("]}", &mut out);
    out
}

fn write_issue(issue: &ReplyIssue, out: &mut String) {
    write_raw("{\"code\":", out);
    write_text(issue.code.name(), out);
    write_raw(",\"severity\":", out);
    write_text(issue.severity.name(), out);
    write_raw(",\"message\":", out);
    write_text(&issue.message, out);
    write_raw(",\"path\":", out);
    write_json(&issue.path, out);
    if !issue.more.is_empty() {
        write_comma(out);
        write_raw(&issue.more, out);
    }
    write_raw("}", out);
}

/// Reads a list reply, and writes the datamarts as one JSON text.
pub(crate) fn import(reply: &Document<'_>) -> Result<String, ImportError> {
    let imported = list::import_datamarts(reply)?;
    let mut out = String::from("[");
    for datamart in &imported {
        write_comma(&mut out);
        write_raw("{\"datamart\":", &mut out);
        write_raw(&datamart.datamart, &mut out);
        write_key("unseen", &mut out);
        write_json(&datamart.unseen, &mut out);
        if let Some(catalog) = &datamart.catalog {
            write_raw(",\"catalog\":", &mut out);
            write_raw(catalog, &mut out);
        }
        write_raw("}", &mut out);
    }
    write_raw("]", &mut out);
    Ok(out)
}

/// Adds unseen fields to an imported datamart: an object with `datamart` and `unseen`.
pub(crate) fn merge(imported: &Document<'_>, source: &Document<'_>) -> Result<String, MergeError> {
    merge::require(imported)?;
    merge::require(source)?;
    let root = imported.root();
    let (Some(datamart), Some(Kind::Array(unseen))) = (
        root.member("datamart"),
        root.member("unseen").map(Value::kind),
    ) else {
        return Err(MergeError::NotImported);
    };
    let is_unseen = |name: &str| {
        unseen
            .into_iter()
            .any(|it| matches!(it.kind(), Kind::Text(text) if text == name))
    };
    merge::merge(datamart, &is_unseen, source.root())
}
