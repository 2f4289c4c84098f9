//! The datasource does not exist.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

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
    let names = || {
        datasources
            .iter()
            .map(|datasource| datasource.name.as_str())
    };
    // The space around a name is another rule's, which suggests the name without it.
    if names().any(|known| known == name.text || known == name.text.trim()) {
        return;
    }
    let message = format!("no datasource is called `{}`", name.text);
    let finding = Finding::new(Code::UnknownDatasource, name.node, message);
    findings.add(match cx.suggester.nearest(name.text, names()) {
        Some(nearest) => finding.did_you_mean(nearest),
        None => finding
            .help("Connect the datasource in the workspace first, or choose one that is there."),
    });
}
