//! The name of a table repeats its schema.

use crate::contract::LEVEL_TABLE;
use crate::document::Span;
use crate::issue::{Code, Finding, Findings, Place};
use crate::model::Text;
use crate::names::trim;
use crate::rules::{Context, naming, rule};

rule! {
    code: "repeated-schema",
    severity: WARNING,
    subject: Tables,
    what: "The name of a table begins with its schema, although `schemaName` contains the schema, \
          in `tableList` or in `tenancySettings`.",
    why: "The two are combined, as in `public.public.orders`, and no such table exists. An error \
          if the catalog has the table without the schema in its name; nothing if it has a table \
          whose name really contains the dot.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "public.orders", "schemaName": "public", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: Some(check),
    messages: {
        repeated(name, schema): "" => "`{name}` repeats the schema `{schema}`, which `schemaName` already contains",
        name_alone(): ".help" => "Use the name of the table without the schema.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (number, (table, bound)) in cx.resolved.tables().enumerate() {
        let (Some(name), Some(piece)) = (table.name.given(), bound.repeated_schema) else {
            continue;
        };
        let finding = finding(name, piece, bound.catalog.table().is_some());
        findings.add(naming::rename_table(cx, number, name, bound.name, finding));
    }
    // At other levels than TABLE, the mapping table is ignored as a whole.
    let tenancy = cx.datamart.tenancy.given();
    let is_used = |level: Text<'_>| level.text == LEVEL_TABLE;
    if let Some(settings) = tenancy.filter(|it| it.level.given().is_some_and(is_used))
        && let Some(name) = settings.table_name.given()
        && let Some((piece, is_known)) = cx.resolved.repeated_schema_of_mapping()
    {
        findings.add(finding(name, piece, is_known));
    }
}

fn finding(name: Text<'_>, piece: Span, is_known: bool) -> Finding {
    let schema = piece.text(name.text).trim_end_matches('.');
    let message = messages::repeated(trim(name.text), schema);
    Finding::new(
        Code::RepeatedSchema,
        Place::piece(name.node, piece),
        message,
    )
    .certain(is_known)
    .certain_fix_if(is_known)
    .help(messages::name_alone())
    .suggest(Some(""))
}
