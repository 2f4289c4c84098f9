//! All findings of a validation: how many are kept, and the report that they become.

use std::collections::BinaryHeap;

use super::finding::Finding;
use super::message::{Messages, Renderer};
use super::places::Places;
use super::{Code, Issue, Limits, Report, Room, Severities, Severity};
use crate::document::{Document, PositionEncoding};
use crate::rules::json::too_many_issues::messages;

/// Collects findings.
#[derive(Debug)]
pub(crate) struct Findings<'d> {
    document: &'d Document<'d>,
    severities: &'d Severities,
    messages: &'d Messages,
    limits: Limits,
    /// As many of each severity as there is room for.
    list: Vec<(Severity, Finding)>,
    errors: Kept,
    warnings: Kept,
}

/// How many findings of a severity there are, listed or not, and the size of their text.
#[derive(Debug, Default)]
struct Kept {
    count: usize,
    bytes: usize,
}

impl<'d> Findings<'d> {
    /// An empty collection for one document.
    #[must_use]
    pub(crate) fn new(
        document: &'d Document<'d>,
        severities: &'d Severities,
        messages: &'d Messages,
    ) -> Self {
        Self {
            document,
            severities,
            messages,
            limits: Limits::default(),
            list: Vec::new(),
            errors: Kept::default(),
            warnings: Kept::default(),
        }
    }

    /// The same with other limits.
    pub(crate) fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The document that the findings are about.
    pub(crate) fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// Adds a finding, unless its code is off.
    #[cold]
    #[inline(never)]
    pub(crate) fn add(&mut self, finding: Finding) {
        let severity = if finding.is_certain() {
            self.severities.of_certain(finding.code())
        } else {
            self.severities.of(finding.code())
        };
        let Some(severity) = severity else { return };
        let kept = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        kept.count += 1;
        kept.bytes += finding.bytes();
        if kept.count <= self.limits.issues && kept.bytes <= self.limits.bytes(self.document) {
            self.list.push((severity, finding));
        }
    }

    /// Whether a code is off, so that checking for it is unnecessary.
    pub(crate) fn is_off(&self, code: Code) -> bool {
        self.severities.of(code).is_none()
    }

    /// Sorts the findings and turns them into issues. Those beyond the limits are only counted;
    /// errors have priority.
    #[must_use]
    pub(crate) fn into_report(self, encoding: PositionEncoding) -> Report {
        self.into_listing(encoding).finish(0)
    }

    /// The same, with what is needed to list something else besides.
    pub(crate) fn into_listing(self, encoding: PositionEncoding) -> Listing<'d> {
        let document = self.document;
        let mut places = Places::new(document, encoding);
        let order = in_order(document, &self.list);
        let mut list: Vec<_> = self.list.into_iter().map(Some).collect();
        let mut issues: Vec<Option<Issue>> = Vec::new();
        issues.resize_with(list.len(), || None);
        let mut room = Room::new(self.limits, document);
        let mut renderer = Renderer::new(self.messages);
        'full: for wanted in [Severity::Error, Severity::Warning] {
            for (slot, number) in issues.iter_mut().zip(&order) {
                let finding = list
                    .get_mut(*number)
                    .and_then(|it| it.take_if(|(severity, _)| *severity == wanted));
                let Some((severity, finding)) = finding else {
                    continue;
                };
                let issue = finding.into_issue(severity, &mut places, &mut renderer);
                if room.take_issue(&issue).is_none() {
                    break 'full;
                }
                *slot = Some(issue);
            }
        }
        let issues: Vec<Issue> = issues.into_iter().flatten().collect();
        Listing {
            left_out: self.errors.count + self.warnings.count - issues.len(),
            report: Report {
                valid: self.errors.count == 0,
                issues,
            },
            room,
            places,
            too_many: self.severities.of(Code::TooManyIssues),
            renderer,
        }
    }
}

/// A report, and the room that is left beside it.
pub(crate) struct Listing<'d> {
    report: Report,
    /// How many issues there was no room for.
    left_out: usize,
    pub(crate) room: Room,
    places: Places<'d>,
    /// How it is reported that something was left out.
    too_many: Option<Severity>,
    renderer: Renderer<'d>,
}

impl Listing<'_> {
    /// The report, which says what is not listed: issues, and so many names that an expression uses.
    pub(crate) fn finish(mut self, names: usize) -> Report {
        let [count, more_names] = [self.left_out, names].map(|number| number.to_string());
        let message = match (self.left_out, names) {
            (0, 0) => return self.report,
            (0, _) => messages::names(&more_names),
            (_, 0) => messages::more(&count),
            _ => messages::more_and_names(&count, &more_names),
        };
        let Some(severity) = self.too_many else {
            return self.report;
        };
        self.report.valid &= severity != Severity::Error;
        let root = self.places.document.root();
        let mut finding = Finding::new(Code::TooManyIssues, root, message);
        if self.left_out > 0 {
            finding = finding.help(messages::fix_first());
        }
        let issue = finding.into_issue(severity, &mut self.places, &mut self.renderer);
        // Behind what else is said of the whole.
        let issues = &mut self.report.issues;
        let at = issues.iter().take_while(|issue| issue.path.is_empty());
        issues.insert(at.count(), issue);
        self.report
    }
}

/// The numbers of the findings by position, and at the same position in the order found. Uses a
/// heap, because the standard library's sort would be one of the largest functions of the module.
fn in_order(document: &Document<'_>, list: &[(Severity, Finding)]) -> Vec<usize> {
    let places = list
        .iter()
        .enumerate()
        .map(|(number, (_, finding))| (finding.place().order(document), number));
    let heap: BinaryHeap<_> = places.collect();
    heap.into_sorted_vec()
        .into_iter()
        .map(|(_, number)| number)
        .collect()
}

#[cfg(test)]
mod tests;
