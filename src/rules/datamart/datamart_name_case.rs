//! The name of the datamart is similar to a taken one.

use crate::issue::{Code, Finding, Findings};
use crate::names::NameMatch;
use crate::rules::{Context, rule};

rule! {
    code: "datamart-name-case",
    severity: WARNING,
    subject: Datamart,
    what: "The name differs from that of another datamart only in case, whitespace or Unicode composition.",
    why: "Names that look alike invite mistakes. Checked only with the option `existingDatamarts`.",
    wrong: FieldsWith(
        r#"{ "name": "Sales" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
    right: FieldsWith(
        r#"{ "name": "sales-2026" }"#,
        r#"{ "existingDatamarts": ["sales", "stock"] }"#,
    ),
    check: Some(check),
    messages: {
        case(name, taken): "" => "`{name}` differs from the existing datamart `{taken}` only in case",
        whitespace(name, taken): ".whitespace" => "`{name}` differs from the existing datamart `{taken}` only in whitespace",
        composition(name, taken): ".composition" => "`{name}` differs from the existing datamart `{taken}` only in its Unicode composition",
        choose(): ".help" => "Choose a name that people can tell apart. It cannot be changed later.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if !super::chooses_name(cx) {
        return;
    }
    let (Some(name), Some(existing), Some(bound)) = (
        cx.datamart.name.given(),
        &cx.options.existing_datamarts,
        cx.resolved.existing,
    ) else {
        return;
    };
    let message = match bound.quality {
        NameMatch::Exact => return,
        NameMatch::Trimmed => messages::whitespace,
        NameMatch::OtherCase | NameMatch::CaseMismatch => messages::case,
        NameMatch::OtherComposition => messages::composition,
    };
    let Some(taken) = existing.get(bound.item) else {
        return;
    };
    findings.add(
        Finding::new(Code::DatamartNameCase, name.node, message(name.text, taken))
            .help(messages::choose()),
    );
}
