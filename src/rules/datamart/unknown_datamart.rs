//! The datamart that is to be updated does not exist.

use crate::contract::Operation;
use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-datamart",
    severity: ERROR,
    subject: Datamart,
    what: "The organisation has no datamart with this name, so there is nothing to update.",
    why: "The server rejects it, and an update cannot change a name. Checked only with the \
          options `operation: 'update'` and `existingDatamarts`.",
    wrong: FieldsWith(
        r#"{ "name": "sale" }"#,
        r#"{ "operation": "update", "existingDatamarts": ["sales", "stock"] }"#,
    ),
    right: FieldsWith(
        r#"{ "name": "sales" }"#,
        r#"{ "operation": "update", "existingDatamarts": ["sales", "stock"] }"#,
    ),
    check: Some(check),
    messages: {
        unknown(name): "" => "there is no datamart named `{name}`",
        create(): ".help" => "Create it first, or use an existing one.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let (Some(name), Some(existing), Operation::Update) = (
        cx.datamart.name.given(),
        &cx.options.existing_datamarts,
        cx.options.operation,
    ) else {
        return;
    };
    let message = messages::unknown(trim(name.text));
    let finding = Finding::new(Code::UnknownDatamart, name.node, message);
    let Some(bound) = cx.resolved.existing else {
        let names = existing.iter().map(String::as_str);
        findings.add(match cx.suggester.nearest(name.text, names) {
            Some(nearest) => finding.did_you_mean(nearest),
            None => finding.help(messages::create()),
        });
        return;
    };
    let known = existing.get(bound.item).map_or("", String::as_str);
    // Another rule reports whitespace around the name and suggests the name without it.
    let Some(help) = naming::other_spelling(known, bound.quality) else {
        return;
    };
    findings.add(finding.help(help).suggest(Some(known)).certain_fix());
}
