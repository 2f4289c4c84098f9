//! Writes a diff as JSON, as JavaScript has it.

use super::{Change, DatamartDiff};
use crate::document::{Segment, write_text};

/// The whole diff.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only JavaScript takes it as JSON")
)]
pub(crate) fn written(diff: &DatamartDiff) -> String {
    let mut out = String::from("{\"changes\":[");
    for (number, change) in diff.changes.iter().enumerate() {
        out.push_str(if number > 0 { "," } else { "" });
        write_change(change, &mut out);
    }
    out.push_str("],\"isBreaking\":");
    out.push_str(if diff.is_breaking { "true" } else { "false" });
    if diff.omitted > 0 {
        out.push_str(",\"omitted\":");
        out.push_str(&diff.omitted.to_string());
    }
    out.push('}');
    out
}

fn write_change(change: &Change, out: &mut String) {
    out.push_str("{\"kind\":");
    write_text(change.kind.name(), out);
    out.push_str(",\"subject\":");
    write_text(change.subject.name(), out);
    out.push_str(",\"path\":[");
    for (number, step) in change.path.iter().enumerate() {
        out.push_str(if number > 0 { "," } else { "" });
        match step {
            Segment::Key(key) => write_text(key, out),
            Segment::Index(index) => out.push_str(&index.to_string()),
        }
    }
    out.push(']');
    for (key, value) in [(",\"from\":", &change.from), (",\"to\":", &change.to)] {
        if let Some(value) = value {
            out.push_str(key);
            out.push_str(value);
        }
    }
    out.push_str(",\"message\":");
    write_text(&change.message, out);
    out.push_str(",\"params\":{");
    for (number, (name, value)) in change.params.iter().enumerate() {
        out.push_str(if number > 0 { "," } else { "" });
        write_text(name, out);
        out.push(':');
        write_text(value, out);
    }
    out.push('}');
    if change.is_breaking {
        out.push_str(",\"breaking\":true");
    }
    out.push('}');
}
