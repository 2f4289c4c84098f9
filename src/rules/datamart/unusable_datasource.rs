//! The datasource exists but cannot be used.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "unusable-datasource",
    severity: ERROR,
    subject: Datamart,
    what: "The datasource is disabled or not authenticated.",
    why: "Queries cannot reach it. Checked only if the option `datasources` is the API's reply.",
    wrong: FieldsWith(
        r#"{ "datasourceName": "warehouse" }"#,
        r#"{ "datasources": [{ "name": "warehouse", "isAuthenticated": true, "isDisabled": true }] }"#,
    ),
    right: FieldsWith(
        r#"{ "datasourceName": "warehouse" }"#,
        r#"{ "datasources": [{ "name": "warehouse", "isAuthenticated": true, "isDisabled": false }] }"#,
    ),
    check: Some(check),
    messages: {
        disabled(name): "" => "the datasource `{name}` is disabled",
        enable(): ".help" => "Enable it in the workspace first, or use another one.",
        not_authenticated(name): ".not-authenticated" => "the datasource `{name}` is not authenticated",
        renew(): ".not-authenticated.help" => "Renew its credentials in the workspace first, or use another one.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(name) = cx.datamart.datasource_name.given() else {
        return;
    };
    let datasources = cx.options.datasources.as_deref().unwrap_or_default();
    // However the name is written: correcting it alone would not help.
    let bound = cx.resolved.datasource;
    let Some(datasource) = bound.and_then(|bound| datasources.get(bound.item)) else {
        return;
    };
    let (message, help) = if datasource.is_disabled {
        (messages::disabled(&datasource.name), messages::enable())
    } else if !datasource.is_authenticated {
        (
            messages::not_authenticated(&datasource.name),
            messages::renew(),
        )
    } else {
        return;
    };
    findings.add(Finding::new(Code::UnusableDatasource, name.node, message).help(help));
}
