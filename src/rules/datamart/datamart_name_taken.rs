//! The name of the datamart is taken.

use crate::issue::{Code, Finding, Findings};
use crate::names::NameMatch;
use crate::rules::{Context, rule};

rule! {
    code: "datamart-name-taken",
    severity: ERROR,
    subject: Datamart,
    what: "Another datamart of the organisation has the same name.",
    why: "The server rejects it: `Datamart name already exists`. Checked only with the option `existingDatamarts`.",
    wrong: FieldsWith(
        r#"{ "name": "sales" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
    right: FieldsWith(
        r#"{ "name": "sales-2026" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
    check: Some(check),
    messages: {
        taken(name): "" => "a datamart named `{name}` already exists",
        choose(): ".help" => "Choose another name. It cannot be changed later.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if !super::chooses_name(cx) {
        return;
    }
    let (Some(name), Some(bound)) = (cx.datamart.name.given(), cx.resolved.existing) else {
        return;
    };
    if bound.quality == NameMatch::Exact {
        let message = messages::taken(name.text);
        findings.add(
            Finding::new(Code::DatamartNameTaken, name.node, message).help(messages::choose()),
        );
    }
}
