//! The name of the datamart differs from a taken one only in capitals.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The name differs from that of another datamart only in capital letters.",
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
    let Some(name) = cx.datamart.name.given() else {
        return;
    };
    let Some(existing) = &cx.options.existing_datamarts else {
        return;
    };
    if existing.iter().any(|taken| taken == name.text) {
        return;
    }
    if let Some(taken) = existing
        .iter()
        .find(|taken| taken.eq_ignore_ascii_case(name.text))
    {
        let message = format!(
            "`{}` differs from the existing datamart `{taken}` only in capital letters",
            name.text
        );
        findings.add(
            Finding::new(Code::DatamartNameCase, name.node, message)
                .help("Choose a name that people can tell apart; it cannot be changed later."),
        );
    }
}
