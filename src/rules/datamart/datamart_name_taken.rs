//! The name of the datamart is taken.

use crate::issue::{Code, Finding, Findings};
use crate::names::NameMatch;
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "Another datamart of the organisation has the same name.",
    why: "The server rejects it: `Datamart name already exists`. Known only with the option `existingDatamarts`.",
    wrong: Example::FieldsWith(
        r#"{ "name": "sales" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "name": "sales-2026" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let (Some(name), Some(bound)) = (cx.datamart.name.given(), cx.resolved.existing) else {
        return;
    };
    if bound.quality == NameMatch::Exact {
        let message = format!("a datamart called `{}` exists already", name.text);
        findings.add(
            Finding::new(Code::DatamartNameTaken, name.node, message)
                .help("Choose another name; it cannot be changed later."),
        );
    }
}
