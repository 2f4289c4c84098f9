//! Writes the result of reading a reply as JSON for JavaScript.

use super::{ReplyError, ReplyIssue};
use crate::document::{write_comma, write_number, write_raw, write_text};
use crate::json::write_json;

/// The whole result.
#[cfg_attr(
    not(all(target_arch = "wasm32", feature = "extras")),
    expect(dead_code, reason = "only JavaScript takes it as JSON")
)]
pub(super) fn result(result: &Result<String, ReplyError>) -> String {
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
        issue(found, &mut out);
    }
    write_raw("]}", &mut out);
    out
}

fn issue(issue: &ReplyIssue, out: &mut String) {
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
