//! Rules of the input as JSON: what cannot be read, or would not survive being sent.

pub(super) mod duplicate_key;
pub(super) mod not_json;
pub(super) mod syntax;
pub(super) mod too_deep;
pub(super) mod too_large;
pub(super) mod too_many_issues;

use crate::document::{
    Document, Flaw, FlawKind, Kind, MAX_DEPTH, MAX_TEXT, MAX_VALUES, NodeId, SurrogatePlace,
    Unusable, Value,
};
use crate::issue::{Code, Finding, Findings, MAX_ISSUES, Place};

/// Reports what the reader of the document noted.
pub(crate) fn check(document: &Document<'_>, findings: &mut Findings<'_>) {
    let mut last_surrogate = None;
    for flaw in document.flaws() {
        if let FlawKind::LoneSurrogate(place) = flaw.kind {
            // A text that was garbled has many of them; one issue says so.
            if last_surrogate.replace((flaw.node, place)) == Some((flaw.node, place)) {
                continue;
            }
        }
        findings.add(flaw_finding(document, flaw));
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

fn flaw_finding(document: &Document<'_>, flaw: &Flaw) -> Finding {
    let value = document.value(flaw.node);
    match &flaw.kind {
        FlawKind::Syntax(error) => {
            let place = Place::text(flaw.node, flaw.span);
            let mut finding = Finding::new(Code::Syntax, place, error.message.clone());
            if let Some(help) = error.help {
                finding = finding.help(help);
            }
            if let Some(repair) = &error.repair {
                finding = finding
                    .fix_title(repair.title)
                    .also_replace(place, repair.text.as_str())
                    .certain_fix();
            }
            if let Some((span, what)) = error.related {
                finding = finding.related(Place::text(flaw.node, span), what);
            }
            finding
        }
        FlawKind::DuplicateKey { first } => {
            let key = value.key().unwrap_or_default();
            Finding::new(
                Code::DuplicateKey,
                Place::key_of(value),
                format!("the key `{key}` is here twice"),
            )
            .help("Remove one of the two; of a repeated key only the last value counts.")
            .related(
                Place::key_of(document.value(*first)),
                "the first one is here",
            )
        }
        FlawKind::LoneSurrogate(surrogate) => {
            let (what, place) = match surrogate {
                SurrogatePlace::Value => ("the text", Place::piece(flaw.node, flaw.span)),
                SurrogatePlace::Key => ("the key", Place::key_of(value)),
                SurrogatePlace::Source => ("the text", Place::text(flaw.node, flaw.span)),
            };
            let message = format!("{what} has half of a surrogate pair, which is no character");
            Finding::new(Code::NotJson, place, message)
                .help("Some program has cut an emoji in two; remove the rest of it.")
        }
    }
}

fn unusable_finding(value: Value<'_>, reason: Unusable, name: &str) -> Option<Finding> {
    let not_json = |found: String, help: &'static str| {
        Finding::new(
            Code::NotJson,
            value,
            format!("found {found}, which JSON cannot hold"),
        )
        .help(help)
    };
    Some(match reason {
        Unusable::Function => not_json("a function".into(), "Pass the value that it returns."),
        Unusable::Symbol => not_json("a symbol".into(), "Pass a text."),
        Unusable::BigInt => not_json("a BigInt".into(), "Pass a number or a text."),
        Unusable::NotFinite => not_json(format!("`{name}`"), "Pass a number."),
        // The whole input missing is reported as a wrong type.
        Unusable::Undefined if value.id() == NodeId::ROOT => return None,
        Unusable::Undefined => not_json(
            "undefined in a list".into(),
            "Remove the item, or fill the hole in the list.",
        ),
        Unusable::Cycle => not_json(
            "an object that contains itself".into(),
            "Leave out the reference back.",
        ),
        Unusable::Instance if name == "Date" => not_json(
            "a Date".into(),
            "Pass a text, such as what `toISOString()` gives.",
        ),
        Unusable::Instance => not_json(
            format!("an object of class `{name}`"),
            "Pass a plain object, a list or a text.",
        ),
        Unusable::TooDeep => Finding::new(
            Code::TooDeep,
            value,
            format!("values are nested more than {MAX_DEPTH} levels deep"),
        )
        .help("A datamart needs five levels; look for a list or object that wraps itself."),
        Unusable::TooLarge => Finding::new(
            Code::TooLarge,
            value,
            "the datamart is too large to be read".to_owned(),
        )
        .help(format!(
            "At most {} MB of text and {MAX_VALUES} values are read.",
            MAX_TEXT / (1024 * 1024)
        )),
        // The syntax flaw has told it.
        Unusable::Malformed => return None,
    })
}

const _: () = assert!(
    MAX_ISSUES == 10_000 && MAX_DEPTH == 128,
    "the texts above name these bounds"
);
