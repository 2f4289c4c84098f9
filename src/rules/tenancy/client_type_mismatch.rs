//! The type of a client column differs from the tenancy settings.

use super::level;
use crate::catalog::{ColumnRef, ValueKind};
use crate::contract::LEVEL_TABLE;
use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Text};
use crate::resolve::ColumnMatch;
use crate::rules::{Context, rule};

rule! {
    code: "client-type-mismatch",
    severity: WARNING,
    subject: Tenancy,
    what: "The type of a table's `clientColumn`, or of both columns of the mapping table, differs from `clientColumnType`.",
    why: "The tenant's identifier is compared with that column, as a number or as text. Checked \
          only with the option `catalog`; unknown types are not reported.",
    wrong: FieldsWith(
        super::ISOLATED,
        r#"{ "catalog": { "tables": [
  { "name": "orders", "schema": "public", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "tenant_id", "dataType": "varchar(36)" }] },
  { "name": "tenants", "schema": "public", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "name", "dataType": "text" }] }
] } }"#,
    ),
    right: FieldsWith(
        super::ISOLATED,
        r#"{ "catalog": { "tables": [
  { "name": "orders", "schema": "public", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "tenant_id", "dataType": "bigint" }] },
  { "name": "tenants", "schema": "public", "columns": [{ "name": "id", "dataType": "integer" }, { "name": "name", "dataType": "text" }] }
] } }"#,
    ),
    check: Some(check),
    messages: {
        column(column, typeName, expected): "" => "`{column}` has the type `{typeName}`, but `clientColumnType` is `{expected}`",
        choose(): ".help" => "Use the column that contains the tenant's identifier in this table.",
        expected(): ".related" => "the type is set here",
        setting(expected, column, typeName): ".setting" => "`clientColumnType` is `{expected}`, but `{column}` has the type `{typeName}`",
        change(suggestion): ".setting.help" => "Set it to `{suggestion}`.",
        change_one(suggestion): ".setting.one.help" => "Set it to `{suggestion}`. One more table has the same mismatch.",
        change_many(suggestion, count): ".setting.many.help" => "Set it to `{suggestion}`. {count} more tables have the same mismatch.",
        meant(): ".setting.related" => "this is the column",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let settings = cx.datamart.tenancy.given();
    let declared = settings.and_then(|settings| settings.client_column_type.given());
    let Some(declared) = declared.filter(|_| level(cx) == Some(LEVEL_TABLE)) else {
        return;
    };
    let (expected, other) = match declared.text {
        "NUMBER" => (ValueKind::Number, "STRING"),
        "STRING" => (ValueKind::Text, "NUMBER"),
        _ => return,
    };
    let mut found = Found::default();
    for (table, bound, _) in cx.resolved.known_tables() {
        let column = cx.resolved.client_column(bound);
        found.compare(table.client_column, column, expected);
    }
    let is_swapped = |(_, column): &(_, ColumnRef<'_>)| {
        matches!(
            column.kind(),
            Some(ValueKind::Number | ValueKind::Text | ValueKind::Uuid)
        )
    };
    if !found.is_agreed
        && let [(name, column), rest @ ..] = found.contradicting.as_slice()
        && found.contradicting.iter().all(is_swapped)
    {
        // If no table agrees, the setting is wrong.
        let message = messages::setting(declared.text, column.name(), column.type_name());
        let help = match rest.len() {
            0 => messages::change(other),
            1 => messages::change_one(other),
            more => messages::change_many(other, &more.to_string()),
        };
        findings.add(
            Finding::new(Code::ClientTypeMismatch, declared.node, message)
                .help(help)
                .suggest(Some(other))
                .related(name.node, messages::meant()),
        );
        return;
    }
    if found.contradicting.is_empty()
        && let Some((settings, mapping)) = cx.resolved.mapping()
        && let Some(table) = mapping.table()
    {
        for name in [
            settings.table_primary_key_column,
            settings.table_client_name_column,
        ] {
            let column = |name| cx.resolved.column_of(table, name);
            let column = name.given().map_or(ColumnMatch::NoClaim, column);
            found.compare(name, column, expected);
        }
        // Either of them may be the identifier, so one that agrees is enough.
        found.contradicting.pop();
    }
    for (name, column) in found.contradicting {
        let message = messages::column(column.name(), column.type_name(), declared.text);
        findings.add(
            Finding::new(Code::ClientTypeMismatch, name.node, message)
                .help(messages::choose())
                .related(declared.node, messages::expected()),
        );
    }
}

/// The columns whose types are known.
#[derive(Default)]
struct Found<'c, 'd> {
    is_agreed: bool,
    contradicting: Vec<(Text<'d>, ColumnRef<'c>)>,
}

impl<'c, 'd> Found<'c, 'd> {
    #[inline(never)]
    fn compare(&mut self, name: Field<Text<'d>>, bound: ColumnMatch<'c>, expected: ValueKind) {
        let (Some(name), Some(column)) = (name.given(), bound.column()) else {
            return;
        };
        match column.kind() {
            None | Some(ValueKind::Other) => {}
            // A UUID is passed as text.
            Some(ValueKind::Uuid) if expected == ValueKind::Text => self.is_agreed = true,
            Some(kind) if kind == expected => self.is_agreed = true,
            Some(_) => self.contradicting.push((name, column)),
        }
    }
}
