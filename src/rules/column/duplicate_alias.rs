//! An alias is also the name or the alias of another column.

use rustc_hash::FxHashMap;

use crate::issue::{Code, Finding, Findings};
use crate::model::Column;
use crate::rules::{Context, Example, RuleDoc};

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

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for table in &cx.datamart.tables {
        if table
            .columns
            .iter()
            .any(|column| column.alias.given().is_some())
        {
            check_columns(&table.columns, findings);
        }
    }
}

fn check_columns(columns: &[Column<'_>], findings: &mut Findings<'_>) {
    let names: FxHashMap<_, _> = columns
        .iter()
        .filter_map(|column| column.name.given())
        .map(|it| (it.text, it.value))
        .collect();
    let mut aliases = FxHashMap::default();
    for column in columns {
        let Some(alias) = column.alias.given() else {
            continue;
        };
        let is_own_name = column
            .name
            .given()
            .is_some_and(|name| name.text == alias.text);
        let first_alias = *aliases.entry(alias.text).or_insert(alias.value);
        let (other, what) = if first_alias.id() != alias.value.id() {
            (first_alias, "alias")
        } else if let Some(name) = names.get(alias.text).filter(|_| !is_own_name) {
            (*name, "name")
        } else {
            continue;
        };
        let message = format!("the alias `{}` is the {what} of another column", alias.text);
        findings.add(
            Finding::new(Code::DuplicateAlias, alias.value, message)
                .help("Choose an alias that no other column of the table has.")
                .related(other, "the other column is here"),
        );
    }
}
