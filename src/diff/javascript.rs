//! A diff as JSON, as JavaScript has it.

use super::{Change, DatamartDiff};
use crate::document::{write_comma, write_number, write_raw, write_text};
use crate::json::write_json;

/// The whole diff.
pub(crate) fn written(diff: &DatamartDiff) -> String {
    let mut out = String::from("{\"changes\":[");
    for change in &diff.changes {
        write_comma(&mut out);
        write_change(change, &mut out);
    }
    write_raw("],\"isBreaking\":", &mut out);
    write_raw(if diff.is_breaking { "true" } else { "false" }, &mut out);
    if diff.omitted > 0 {
        write_raw(",\"omitted\":", &mut out);
        write_number(diff.omitted, &mut out);
    }
    write_raw("}", &mut out);
    out
}

fn write_change(change: &Change, out: &mut String) {
    write_raw("{\"kind\":", out);
    write_text(change.kind.name(), out);
    write_raw(",\"subject\":", out);
    write_text(change.subject.name(), out);
    write_raw(",\"path\":", out);
    write_json(&change.path, out);
    for (key, value) in [(",\"from\":", &change.from), (",\"to\":", &change.to)] {
        if let Some(value) = value {
            write_raw(key, out);
            write_raw(value, out);
        }
    }
    write_raw(",\"message\":", out);
    write_text(&change.message, out);
    change.params.write(out);
    if change.is_breaking {
        write_raw(",\"breaking\":true", out);
    }
    write_raw("}", out);
}
