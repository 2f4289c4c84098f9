//! How much a report may hold.

use super::{Issue, MAX_ISSUES, json_weight};
use crate::document::Document;

/// The bytes of a report: so many for each byte of the input, and so many more. A fix repeats names
/// and paths, which hostile input makes as long as itself.
const FACTOR: usize = 16;
const BASE: usize = 1_000_000;

/// What is kept free: the verdict, and the issue that counts what was left out.
const RESERVED: usize = 1024;

/// The options `maxIssues` and `maxOutputBytes`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The most issues that are listed.
    pub(crate) issues: usize,
    /// The most bytes of a result as JSON in UTF-8.
    pub(crate) output_bytes: usize,
    /// What the address of the documentation adds to each issue, which JavaScript puts there.
    pub(crate) link_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            issues: MAX_ISSUES,
            output_bytes: usize::MAX,
            link_bytes: 0,
        }
    }
}

impl Limits {
    /// The most bytes of what is listed about a document.
    pub(super) fn bytes(&self, document: &Document<'_>) -> usize {
        self.bytes_for(document.json_text().map_or(document.size(), str::len))
    }

    /// The most bytes of what is listed about an input of this size.
    pub(crate) fn bytes_for(&self, input: usize) -> usize {
        let most = (FACTOR * input).saturating_add(BASE);
        let reserved = RESERVED + self.link_bytes;
        most.min(self.output_bytes).saturating_sub(reserved)
    }

    pub(crate) fn set_docs_base(&mut self, address: &str) {
        self.link_bytes = json_weight(address);
    }
}

/// What can still be listed.
#[derive(Debug)]
pub(crate) struct Room {
    issues: usize,
    bytes: usize,
    link_bytes: usize,
}

impl Room {
    pub(super) fn new(limits: Limits, document: &Document<'_>) -> Self {
        Self {
            issues: limits.issues,
            bytes: limits.bytes(document),
            link_bytes: limits.link_bytes,
        }
    }

    /// Takes the room of an issue; `None` if there is none.
    pub(super) fn take_issue(&mut self, issue: &Issue) -> Option<()> {
        self.issues = self.issues.checked_sub(1)?;
        self.take(issue.weight() + self.link_bytes)
    }

    /// Takes the room of something else.
    pub(crate) fn take(&mut self, bytes: usize) -> Option<()> {
        self.bytes = self.bytes.checked_sub(bytes)?;
        Some(())
    }
}
