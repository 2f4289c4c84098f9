//! An alias is also the name or the alias of another column.

use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Table};
use crate::rules::{Example, Numbers, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The alias of a column is the name or the alias of another column of the table.",
    why: "The alias is the name under which people see the column; two of a kind cannot be told apart.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total", "alias": "id" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total", "alias": "amount" }] }] }"#,
    ),
};

pub(super) fn check<'d>(table: &Table<'d>, names: &Numbers<'d>, findings: &mut Findings<'_>) {
    let mut aliases = Numbers::default();
    for (number, column) in table.columns.iter().enumerate() {
        let Some(alias) = column.alias.given() else {
            continue;
        };
        let is_own_name = column
            .name
            .given()
            .is_some_and(|name| name.text == alias.text);
        let first_alias = *aliases.entry(alias.text).or_insert(number);
        let column = |number: usize| table.columns.get(number);
        let (other, what) = if first_alias != number {
            (column(first_alias).map(|column| column.alias), "alias")
        } else if let Some(name) = names.get(alias.text).filter(|_| !is_own_name) {
            (column(*name).map(|column| column.name), "name")
        } else {
            continue;
        };
        let Some(other) = other.and_then(Field::given) else {
            continue;
        };
        let message = format!("the alias `{}` is the {what} of another column", alias.text);
        findings.add(
            Finding::new(Code::DuplicateAlias, alias.node, message)
                .help("Choose an alias that no other column of the table has.")
                .related(other.node, "the other column is here"),
        );
    }
}
