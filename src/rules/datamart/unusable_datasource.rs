//! The datasource exists but cannot be used.

use crate::issue::{Code, Finding, Findings};
use crate::names::NameMatch;
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The datasource is disabled or not authenticated.",
    why: "No query reaches it. Known only with the option `datasources` given as the API's reply.",
    wrong: Example::FieldsWith(
        r#"{ "datasourceName": "warehouse" }"#,
        r#"{ "datasources": [{ "name": "warehouse", "isAuthenticated": true, "isDisabled": true }] }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "datasourceName": "warehouse" }"#,
        r#"{ "datasources": [{ "name": "warehouse", "isAuthenticated": true, "isDisabled": false }] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(name) = cx.datamart.datasource_name.given() else {
        return;
    };
    let datasources = cx.options.datasources.as_deref().unwrap_or_default();
    let bound = cx
        .resolved
        .datasource
        .filter(|it| it.quality <= NameMatch::Trimmed);
    let Some(datasource) = bound.and_then(|bound| datasources.get(bound.item)) else {
        return;
    };
    let (state, help) = if datasource.is_disabled {
        (
            "disabled",
            "Enable it in the workspace first, or choose another one.",
        )
    } else if !datasource.is_authenticated {
        (
            "not authenticated",
            "Renew its credentials in the workspace first, or choose another one.",
        )
    } else {
        return;
    };
    let message = format!("the datasource `{}` is {state}", datasource.name);
    findings.add(Finding::new(Code::UnusableDatasource, name.node, message).help(help));
}
