//! An alias is also the name or the alias of another column.

use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Text};
use crate::names::Names;
use crate::rules::{Context, rule};

rule! {
    code: "duplicate-alias",
    severity: WARNING,
    subject: Columns,
    what: "The alias of a column is also the name or the alias of another column of the table.",
    why: "The alias is the name that users see; two equal ones cannot be distinguished.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total", "alias": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "total", "alias": "amount" }] }] }"#,
    ),
    check: Some(check),
    messages: {
        alias(alias): ".alias" => "the alias `{alias}` is also the alias of another column",
        name(alias): "" => "the alias `{alias}` is also the name of another column",
        choose(): ".help" => "Choose an alias that no other column of the table has.",
        other(): ".related" => "the other column is here",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let tables = cx.resolved.tables().enumerate();
    for (at, (table, _)) in tables.filter(|(_, (_, bound))| bound.may_repeat_alias) {
        let mut aliases = Names::exact();
        for (number, column) in table.columns.iter().enumerate() {
            let Some(alias) = column.alias.given() else {
                continue;
            };
            let first = aliases.insert(alias.text, number);
            let of_first = || table.columns.get(first).map(|column| column.alias);
            let is_own_name = |name: Text<'_>| name.text == alias.text;
            let (other, message) = if first != number {
                (of_first(), messages::alias(alias.text))
            } else if column.name.given().is_some_and(is_own_name) {
                continue;
            } else {
                let named = cx.resolved.column_called(at, alias.text);
                (named.map(|column| column.name), messages::name(alias.text))
            };
            let Some(other) = other.and_then(Field::given) else {
                continue;
            };
            findings.add(
                Finding::new(Code::DuplicateAlias, alias.node, message)
                    .help(messages::choose())
                    .related(other.node, messages::other()),
            );
        }
    }
}
