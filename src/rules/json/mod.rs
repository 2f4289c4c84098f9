//! Rules for the input as JSON: what cannot be read, or would be lost when sent.

pub(super) mod duplicate_key;
pub(super) mod not_json;
pub(super) mod syntax;
pub(super) mod too_deep;
pub(super) mod too_large;
pub(crate) mod too_many_issues;

use crate::document::{
    Document, Flaw, FlawKind, Kind, MAX_DEPTH, MAX_TEXT, MAX_VALUES, NodeId, SurrogatePlace,
    SyntaxErrorKind, Unusable, Value,
};
use crate::issue::{Code, Finding, Findings, MAX_ISSUES, Place};

/// Reports what the document's reader has recorded.
pub(crate) fn check(document: &Document<'_>, findings: &mut Findings<'_>) {
    let mut last_surrogate = None;
    let first_error = document
        .flaws()
        .iter()
        .enumerate()
        .filter(|(_, flaw)| match flaw.kind {
            // They have a repair of their own.
            FlawKind::Syntax(kind) => !matches!(kind, SyntaxErrorKind::ForeignSpace),
            _ => false,
        })
        .min_by_key(|(_, flaw)| flaw.span.start)
        .map(|(number, _)| number);
    for (number, flaw) in document.flaws().iter().enumerate() {
        if let FlawKind::LoneSurrogate(place) = flaw.kind {
            // A garbled text has many of them; one issue is enough.
            if last_surrogate.replace((flaw.node, place)) == Some((flaw.node, place)) {
                continue;
            }
        }
        let mut finding = flaw_finding(document, flaw);
        if first_error == Some(number) {
            let text = document.json_text().unwrap_or_default();
            finding = syntax::with_repair(finding, flaw.node, text);
        }
        findings.add(finding);
    }
    for id in document.unusable() {
        let value = document.value(*id);
        if let Kind::Unusable(reason, name) = value.kind()
            && let Some(finding) = unusable_finding(value, reason, name)
        {
            findings.add(finding);
        }
    }
}

#[cold]
#[inline(never)]
fn flaw_finding(document: &Document<'_>, flaw: &Flaw) -> Finding {
    let value = document.value(flaw.node);
    match flaw.kind {
        FlawKind::Syntax(kind) => syntax::finding(document, flaw, kind),
        FlawKind::DuplicateKey { first } => {
            use duplicate_key::messages;
            let message = messages::twice(value.key().unwrap_or_default());
            Finding::new(Code::DuplicateKey, Place::key_of(value), message)
                .help(messages::remove())
                .related(Place::key_of(document.value(first)), messages::first())
        }
        FlawKind::LoneSurrogate(surrogate) => {
            use not_json::messages;
            let piece = Place::piece(flaw.node, flaw.span);
            let (message, place) = match surrogate {
                SurrogatePlace::Value => (messages::half_in_string(), piece),
                SurrogatePlace::Key => (messages::half_in_key(), Place::key_of(value)),
                SurrogatePlace::Source => {
                    (messages::half_in_text(), Place::text(flaw.node, flaw.span))
                }
            };
            Finding::new(Code::NotJson, place, message).help(messages::cut_in_two())
        }
    }
}

#[cold]
#[inline(never)]
fn unusable_finding(value: Value<'_>, reason: Unusable, name: &str) -> Option<Finding> {
    use not_json::messages;
    let (message, help) = match reason {
        Unusable::Function => (messages::function(), messages::pass_result()),
        Unusable::Symbol => (messages::symbol(), messages::pass_string()),
        Unusable::BigInt => (messages::big_int(), messages::pass_number_or_string()),
        Unusable::NotFinite => (messages::not_finite(name), messages::pass_number()),
        // A missing input is reported as a wrong type.
        Unusable::Undefined if value.id() == NodeId::ROOT => return None,
        Unusable::Undefined => (messages::undefined(), messages::remove_item()),
        Unusable::Cycle => (messages::cycle(), messages::remove_reference()),
        Unusable::Instance if name == "Date" => (messages::date(), messages::pass_date_string()),
        Unusable::Instance => (messages::instance(name), messages::pass_plain()),
        Unusable::TooDeep => {
            let message = too_deep::messages::levels(&MAX_DEPTH.to_string());
            let finding = Finding::new(Code::TooDeep, value, message);
            return Some(finding.help(too_deep::messages::wraps()));
        }
        Unusable::TooLarge => {
            let [megabytes, values] = [MAX_TEXT / (1024 * 1024), MAX_VALUES];
            let help = too_large::messages::limits(&megabytes.to_string(), &values.to_string());
            let message = too_large::messages::large();
            return Some(Finding::new(Code::TooLarge, value, message).help(help));
        }
        // A syntax error has been reported.
        Unusable::Malformed => return None,
    };
    Some(Finding::new(Code::NotJson, value, message).help(help))
}

const _: () = assert!(
    MAX_ISSUES == 10_000 && MAX_DEPTH == 128,
    "the texts above name these bounds"
);
