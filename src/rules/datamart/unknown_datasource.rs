//! The datasource does not exist.

use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-datasource",
    severity: ERROR,
    subject: Datamart,
    what: "The organisation has no datasource with this name.",
    why: "The server rejects it with `DATASOURCE_NAME_ERROR`. Names are case-sensitive. Checked \
          only with the option `datasources`.",
    wrong: FieldsWith(
        r#"{ "datasourceName": "Warehouse" }"#,
        r#"{ "datasources": ["warehouse"] }"#,
    ),
    right: FieldsWith(
        r#"{ "datasourceName": "warehouse" }"#,
        r#"{ "datasources": ["warehouse"] }"#,
    ),
    check: Some(check),
    messages: {
        unknown(name): "" => "there is no datasource named `{name}`",
        connect(): ".help" => "Connect the datasource in the workspace first, or use an existing one.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(name) = cx.datamart.datasource_name.given() else {
        return;
    };
    let Some(datasources) = &cx.options.datasources else {
        return;
    };
    let message = messages::unknown(trim(name.text));
    let finding = Finding::new(Code::UnknownDatasource, name.node, message);
    let Some(bound) = cx.resolved.datasource else {
        let usable = datasources.iter().filter(|known| known.is_usable());
        let names = usable.map(|known| known.name.as_str());
        findings.add(match cx.suggester.nearest(name.text, names) {
            Some(nearest) => finding.did_you_mean(nearest),
            None => finding.help(messages::connect()),
        });
        return;
    };
    let known = datasources
        .get(bound.item)
        .map_or("", |known| known.name.as_str());
    // Another rule reports whitespace around the name and suggests the name without it.
    let Some(help) = naming::other_spelling(known, bound.quality) else {
        return;
    };
    findings.add(finding.help(help).suggest(Some(known)).certain_fix());
}
