//! The name of the datamart looks like a taken one.

use crate::issue::{Code, Finding, Findings};
use crate::names::NameMatch;
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The name differs from that of another datamart only in case, in whitespace or in how its characters are composed.",
    why: "Two names that a person cannot tell apart invite mistakes. Known only with the option `existingDatamarts`.",
    wrong: Example::FieldsWith(
        r#"{ "name": "Sales" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "name": "sales-2026" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let (Some(name), Some(existing), Some(bound)) = (
        cx.datamart.name.given(),
        &cx.options.existing_datamarts,
        cx.resolved.existing,
    ) else {
        return;
    };
    let difference = match bound.quality {
        NameMatch::Exact => return,
        NameMatch::Trimmed => "in whitespace",
        NameMatch::OtherCase | NameMatch::CaseMismatch => "in case",
        NameMatch::OtherComposition => "in how its characters are composed",
    };
    let Some(taken) = existing.get(bound.item) else {
        return;
    };
    let message = format!(
        "`{}` differs from the existing datamart `{taken}` only {difference}",
        name.text
    );
    findings.add(
        Finding::new(Code::DatamartNameCase, name.node, message)
            .help("Choose a name that people can tell apart; it cannot be changed later."),
    );
}
