//! The datasource does not exist.

use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::rules::{Context, Example, RuleDoc, naming};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The organisation has no datasource with this name.",
    why: "The server rejects it with `DATASOURCE_NAME_ERROR`; capitals count. Known only with the option `datasources`.",
    wrong: Example::FieldsWith(
        r#"{ "datasourceName": "Warehouse" }"#,
        r#"{ "datasources": ["warehouse"] }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "datasourceName": "warehouse" }"#,
        r#"{ "datasources": ["warehouse"] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(name) = cx.datamart.datasource_name.given() else {
        return;
    };
    let Some(datasources) = &cx.options.datasources else {
        return;
    };
    let message = format!("no datasource is called `{}`", trim(name.text));
    let finding = || Finding::new(Code::UnknownDatasource, name.node, message);
    let Some(bound) = cx.resolved.datasource else {
        let names = datasources.iter().map(|known| known.name.as_str());
        findings.add(match cx.suggester.nearest(name.text, names) {
            Some(nearest) => finding().did_you_mean(nearest),
            None => finding().help(
                "Connect the datasource in the workspace first, or choose one that is there.",
            ),
        });
        return;
    };
    let known = datasources
        .get(bound.item)
        .map_or("", |known| known.name.as_str());
    // Whitespace around the name is a rule of its own, which suggests the name without it.
    let Some(help) = naming::other_spelling(known, bound.quality) else {
        return;
    };
    findings.add(finding().help(help).suggest(Some(known)).certain_fix());
}
