//! Writes what was read of a reply as JSON, as JavaScript has it.

use super::{ReplyError, ReplyIssue};
use crate::document::{Segment, write_text};
use crate::issue::Params;

/// The parameters of a message as a member of an issue.
pub(super) fn params(params: &Params) -> String {
    let mut out = String::from(",\"params\":{");
    for (number, (name, value)) in params.iter().enumerate() {
        out.push_str(if number > 0 { "," } else { "" });
        write_text(name, &mut out);
        out.push(':');
        write_text(value, &mut out);
    }
    out.push('}');
    out
}

/// The whole result.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only JavaScript takes it as JSON")
)]
pub(super) fn result(result: &Result<String, ReplyError>) -> String {
    let error = match result {
        Ok(id) => {
            let mut out = String::from("{\"ok\":true,\"id\":");
            write_text(id, &mut out);
            out.push('}');
            return out;
        }
        Err(error) => error,
    };
    let mut out = String::from("{\"ok\":false,\"error\":{\"status\":");
    out.push_str(&error.status.to_string());
    out.push_str(",\"code\":");
    write_text(&error.code, &mut out);
    out.push_str(",\"message\":");
    write_text(&error.message, &mut out);
    out.push_str(",\"isRetryable\":");
    out.push_str(if error.is_retryable { "true" } else { "false" });
    if let Some(seconds) = error.retry_after {
        out.push_str(",\"retryAfter\":");
        out.push_str(&seconds.to_string());
    }
    out.push_str("},\"issues\":[");
    for (number, found) in error.issues.iter().enumerate() {
        out.push_str(if number > 0 { "," } else { "" });
        issue(found, &mut out);
    }
    out.push_str("]}");
    out
}

fn issue(issue: &ReplyIssue, out: &mut String) {
    out.push_str("{\"code\":");
    write_text(issue.code.name(), out);
    out.push_str(",\"severity\":");
    write_text(issue.severity.name(), out);
    out.push_str(",\"message\":");
    write_text(&issue.message, out);
    out.push_str(",\"path\":[");
    for (number, step) in issue.path.iter().enumerate() {
        out.push_str(if number > 0 { "," } else { "" });
        match step {
            Segment::Key(key) => write_text(key, out),
            Segment::Index(index) => out.push_str(&index.to_string()),
        }
    }
    out.push(']');
    out.push_str(&issue.more);
    out.push('}');
}
