//! Findings of rules, before they become issues. Positions are nodes and bytes here, so that a
//! valid datamart costs no paths and ranges.

use std::collections::BinaryHeap;

use super::fix::{Change, FixParts, NewValue, fix};
use super::message::{Message, Messages, Params, Renderer};
use super::place::Place;
use super::places::Places;
use super::{Code, FIXED, Issue, Limits, Related, Report, Room, Severities, Severity, suggestion};
use crate::document::{Document, PositionEncoding};
use crate::rules::json::too_many_issues::messages;

/// A rule's report about one place. Boxed, so that passing it on moves only a pointer.
#[derive(Debug)]
pub(crate) struct Finding(Box<Parts>);

#[derive(Debug)]
struct Parts {
    code: Code,
    place: Place,
    message: Message,
    help: Option<Message>,
    suggestion: Option<String>,
    related: Vec<(Place, Message)>,
    is_certain: bool,
    fix: FixParts,
}

impl Finding {
    /// A finding with its message: what was found and what was expected.
    #[must_use]
    pub(crate) fn new(code: Code, place: impl Into<Place>, message: Message) -> Self {
        Self::from_parts(code, place.into(), message)
    }

    // Rules run over thousands of values and report few of them. The code for reporting is kept out
    // of their loops, which makes the module smaller and the loops faster.

    #[cold]
    #[inline(never)]
    fn from_parts(code: Code, place: Place, message: Message) -> Self {
        Self(Box::new(Parts {
            code,
            place,
            message,
            help: None,
            suggestion: None,
            related: Vec::new(),
            is_certain: false,
            fix: FixParts::default(),
        }))
    }

    /// Reports an error instead of a warning, because the problem is certain.
    #[must_use]
    pub(crate) fn certain(mut self, is_certain: bool) -> Self {
        self.0.is_certain = is_certain;
        self
    }

    /// Adds the next step, in one or two sentences.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn help(mut self, help: Message) -> Self {
        self.0.help = Some(help);
        self
    }

    /// Adds the probable intention.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn suggest(mut self, suggestion: Option<&str>) -> Self {
        self.0.suggestion = suggestion.map(str::to_owned);
        self
    }

    /// Adds the name that was probably meant, and a sentence that suggests it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn did_you_mean(self, name: &str) -> Self {
        self.help(suggestion::help(name)).suggest(Some(name))
    }

    /// Declares that applying the suggestion alone is not a fix: something else would break, or
    /// stay broken.
    #[must_use]
    pub(crate) fn no_fix(mut self) -> Self {
        self.0.fix.is_unsafe = true;
        self
    }

    /// Adds an edit to the fix, in addition to the suggestion: something else that must change too.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn also_set(mut self, place: impl Into<Place>, value: NewValue) -> Self {
        self.0.fix.edits.push((place.into(), Change::Set(value)));
        self
    }

    /// Adds an edit to the fix, in addition to the suggestion: something that must be removed.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn also_remove(mut self, place: impl Into<Place>) -> Self {
        self.0.fix.edits.push((place.into(), Change::Remove));
        self
    }

    /// Adds an edit to the fix, in addition to the suggestion: it replaces a part of a string
    /// ([`Place::piece`]) or of the JSON text ([`Place::text`]). Edits of one string must not
    /// overlap.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn also_replace(mut self, piece: Place, text: impl Into<String>) -> Self {
        self.0.fix.edits.push((piece, Change::Replace(text.into())));
        self
    }

    /// Declares the fix certain: its only candidate differs from the current value only in case,
    /// whitespace, Unicode composition or quoting, or the datamart keeps its meaning. Otherwise a
    /// fix is probable, unless it only removes whitespace around a string.
    #[must_use]
    pub(crate) fn certain_fix(self) -> Self {
        self.certain_fix_if(true)
    }

    /// [`Finding::certain_fix`] if `is_certain`.
    #[must_use]
    pub(crate) fn certain_fix_if(mut self, is_certain: bool) -> Self {
        self.0.fix.is_certain |= is_certain;
        self
    }

    /// Sets the title of the fix, if the suggestion does not determine it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn fix_title(mut self, title: Message) -> Self {
        self.0.fix.title = Some(title);
        self
    }

    /// Makes the removal of its place the fix.
    #[must_use]
    pub(crate) fn fix_by_removing(self, title: Message) -> Self {
        let place = self.0.place;
        self.fix_title(title).also_remove(place)
    }

    /// Adds a related place.
    #[must_use]
    pub(crate) fn related(self, place: impl Into<Place>, message: Message) -> Self {
        self.with_related(place.into(), message)
    }

    #[cold]
    #[inline(never)]
    fn with_related(mut self, place: Place, message: Message) -> Self {
        self.0.related.push((place, message));
        self
    }
}

impl Finding {
    /// The size of its text, without messages, which are short.
    fn bytes(&self) -> usize {
        FIXED + self.0.suggestion.as_ref().map_or(0, String::len) + self.0.fix.bytes()
    }

    fn into_issue(
        self,
        severity: Severity,
        places: &mut Places<'_>,
        renderer: &mut Renderer<'_>,
    ) -> Issue {
        let Parts {
            code,
            place,
            message,
            help,
            suggestion,
            related,
            is_certain: _,
            fix: parts,
        } = *self.0;
        let mut params = Params::default();
        let text = renderer.fill(message, &mut params);
        let help = help.map(|help| renderer.fill(help, &mut params));
        let fix = fix(
            places,
            place,
            suggestion.as_deref(),
            parts,
            renderer,
            &mut params,
        );
        let related = related
            .into_iter()
            .map(|(place, message)| {
                let (message, params) = renderer.render(message);
                Related {
                    message,
                    params,
                    path: place.path(places.document),
                    range: places.range(place),
                    text_range: places.text_range(place),
                }
            })
            .collect();
        Issue {
            code,
            severity,
            message: text,
            params,
            path: place.path(places.document),
            range: places.range(place),
            text_range: places.text_range(place),
            suggestion,
            help,
            related,
            fix,
        }
    }
}

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
        let severity = if finding.0.is_certain {
            self.severities.of_certain(finding.0.code)
        } else {
            self.severities.of(finding.0.code)
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
        .map(|(number, (_, finding))| (finding.0.place.order(document), number));
    let heap: BinaryHeap<_> = places.collect();
    heap.into_sorted_vec()
        .into_iter()
        .map(|(_, number)| number)
        .collect()
}

#[cfg(test)]
mod tests;
