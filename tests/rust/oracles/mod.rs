//! What must hold for any input, as functions of bytes. `tests/rust/run_oracles.rs` calls them with
//! seeds and generated inputs, the targets in `fuzz/` with libFuzzer's inputs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what does not hold has to end in a panic"
)]

mod base_url;
mod bytes;
pub(crate) mod datamart;
pub(crate) mod edits;
pub(crate) mod fixes;
mod generate;
pub(crate) mod json;
mod options;
mod request;
pub(crate) mod sql;
mod sql_variants;
mod tape;

use datamart_validator::issue::{Range, Report};

/// Panics if its input shows a fault.
pub(crate) type Oracle = fn(&[u8]);

/// Every oracle, by the name of its fuzz target.
pub(crate) const ORACLES: [(&str, Oracle); 7] = [
    ("base_url", base_url::check),
    ("datamart", datamart::check),
    ("json", json::check),
    ("options", options::check),
    ("sql", sql::check),
    ("sql_variants", sql_variants::check),
    ("tape", tape::check),
];

/// A range is inside the text and splits no character.
fn assert_fits(range: Range, text: &str) {
    assert!(
        range.of(text).is_some(),
        "{range:?} is no piece of {text:?}"
    );
}

/// Texts for people are one line, and a message is not a sentence.
fn assert_readable(message: &str) {
    assert!(!message.is_empty());
    assert!(!message.contains(['\n', '\r']), "{message:?}");
    assert!(!message.ends_with('.'), "{message:?}");
}

/// The result is small compared with the input, so that little input cannot fill a server's memory.
fn assert_in_proportion(output: &impl serde::Serialize, input: usize) {
    let output = serde_json::to_string(output).unwrap().len();
    assert!(
        output <= 16 * input + (1 << 20),
        "{input} bytes make {output}"
    );
}

/// What holds for every report.
fn assert_sound(report: &Report, text: &str) {
    let has_error = report
        .issues
        .iter()
        .any(|issue| issue.severity == datamart_validator::Severity::Error);
    assert_eq!(report.valid, !has_error);
    for issue in &report.issues {
        assert_readable(&issue.message);
        issue
            .text_range
            .iter()
            .for_each(|range| assert_fits(*range, text));
        for related in &issue.related {
            assert_readable(&related.message);
            related
                .text_range
                .iter()
                .for_each(|range| assert_fits(*range, text));
        }
    }
    assert_in_proportion(report, text.len());
}
