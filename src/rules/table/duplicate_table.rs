//! A table is listed twice.

use rustc_hash::FxHashMap;

use crate::issue::{Code, Finding, Findings};
use crate::model::Field;
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The same table of the same schema is listed twice.",
    why: "Which of the two counts is not documented; columns set up in the other one are lost.",
    wrong: Example::Fields(
        r#"{ "tableList": [
  { "name": "orders", "columns": [{ "name": "id" }] },
  { "name": "orders", "columns": [{ "name": "total" }] }
] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let mut seen = FxHashMap::default();
    for table in &cx.datamart.tables {
        let Some(name) = table.name.given() else {
            continue;
        };
        let schema = match table.schema_name {
            Field::Absent => None,
            Field::Given(schema) => Some(schema.text),
            Field::Broken => continue,
        };
        let Some(first) = seen.insert((schema, name.text), name.node) else {
            continue;
        };
        seen.insert((schema, name.text), first);
        let message = format!("the table `{}` is listed twice", name.text);
        findings.add(
            Finding::new(Code::DuplicateTable, name.node, message)
                .help("Put the columns of both into one table and remove the other.")
                .related(first, "the first one is here"),
        );
    }
}
