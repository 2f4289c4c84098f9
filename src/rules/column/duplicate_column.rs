//! A table lists a column twice.

use super::Names;
use crate::issue::{Code, Finding, Findings};
use crate::model::Table;
use crate::rules::{Example, RuleDoc, are_same};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table lists the same column name twice.",
    why: "Which of the two counts is not documented, and nobody can tell them apart in a query.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }, { "name": "id" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total" }] }] }"#,
    ),
};

/// Fills `names`, for the rules that look names up.
pub(super) fn check<'d>(table: &Table<'d>, names: &mut Names<'d>, findings: &mut Findings<'_>) {
    for name in table
        .columns
        .iter()
        .filter_map(|column| column.name.given())
    {
        let first = *names.entry(name.text).or_insert(name.node);
        if first != name.node {
            let message = format!("the column `{}` is listed twice", name.text);
            let finding = Finding::new(Code::DuplicateColumn, name.node, message)
                .help("Remove one of the two, or give it another name.")
                .related(first, "the first one is here");
            let [one, other] = [first, name.node].map(|name| findings.document().parent(name));
            findings.add(if are_same(one, other) {
                finding.fix_title("Remove this one").also_remove(other)
            } else {
                finding
            });
        }
    }
}
