//! A table lists a column twice.

use crate::issue::{Code, Finding, Findings};
use crate::model::Table;
use crate::rules::{Example, Numbers, RuleDoc, are_same};

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

/// Fills `names` with the first column of each name, for the rules that look names up.
pub(super) fn check<'d>(table: &Table<'d>, names: &mut Numbers<'d>, findings: &mut Findings<'_>) {
    for (number, column) in table.columns.iter().enumerate() {
        let Some(name) = column.name.given() else {
            continue;
        };
        let first = *names.entry(name.text).or_insert(number);
        if first == number {
            continue;
        }
        if let Some(first) = table
            .columns
            .get(first)
            .and_then(|first| first.name.given())
        {
            let message = format!("the column `{}` is listed twice", name.text);
            let finding = Finding::new(Code::DuplicateColumn, name.node, message)
                .help("Remove one of the two, or give it another name.")
                .related(first.node, "the first one is here");
            let [one, other] = [first, name].map(|name| findings.document().parent(name.node));
            findings.add(if are_same(one, other) {
                finding
                    .fix_title("Remove this one")
                    .also_remove(other)
                    .certain_fix()
            } else {
                finding
            });
        }
    }
}
