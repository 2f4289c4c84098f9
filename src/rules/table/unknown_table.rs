//! A table is not in the datasource.

use crate::catalog::{CatalogMatch, TableRef};
use crate::issue::{Code, Finding, Findings};
use crate::model::Text;
use crate::names::{NameMatch, trim};
use crate::rules::{Context, naming, rule};

rule! {
    code: "unknown-table",
    severity: ERROR,
    subject: Tables,
    what: "A table does not exist in the datasource, or not in the given schema.",
    why: "The API rejects it. Checked only with the option `catalog`. If names are \
          case-sensitive, a name in a different case is a different name.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "oders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }] } }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }] } }"#,
    ),
    check: Some(check),
    messages: {
        table(table): "" => "the datasource has no table `{table}`",
        use_table(): ".help" => "Use the name of a table or view in the datasource.",
        schema(schema): ".schema" => "the datasource has no schema `{schema}`",
        elsewhere(table, found, schema): ".elsewhere" => "the table `{table}` is in the schema `{found}`, not in `{schema}`",
        several(table, found, schema): ".several" => "the table `{table}` is in `{found}` and other schemas, not in `{schema}`",
        use_schema(): ".several.help" => "Use the schema that contains the table.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (number, (table, bound)) in cx.resolved.tables().enumerate() {
        let Some(name) = table.name.given() else {
            continue;
        };
        match bound.catalog {
            CatalogMatch::NoClaim => {}
            CatalogMatch::Missing => findings.add(missing(cx, number, name)),
            CatalogMatch::Elsewhere { first, is_only_one } => {
                // Without a schema, the table is found in any schema.
                if let Some(schema) = table.schema_name.given() {
                    findings.add(elsewhere(name, schema, first, is_only_one));
                }
            }
            CatalogMatch::Table {
                table: known,
                name: of_name,
                schema: of_schema,
                ..
            } => {
                // Another rule reports a name that repeats its schema.
                if bound.repeated_schema.is_none() {
                    spelt(cx, Part::Table(number), name, known, of_name, findings);
                }
                if let Some(schema) = table.schema_name.given()
                    && !known.schema().is_empty()
                {
                    spelt(cx, Part::Schema, schema, known, of_schema, findings);
                }
            }
        }
    }
}

/// What a name belongs to.
#[derive(Clone, Copy)]
enum Part {
    /// The table with this number.
    Table(usize),
    Schema,
}

/// Reports a name that the datasource has with a different spelling.
fn spelt(
    cx: &Context<'_, '_>,
    part: Part,
    name: Text<'_>,
    table: TableRef<'_>,
    quality: NameMatch,
    findings: &mut Findings<'_>,
) {
    let (known, has_one_spelling) = match part {
        Part::Table(_) => (table.name(), table.has_one_spelling_in_schema()),
        Part::Schema => (table.schema(), table.schema_has_one_spelling()),
    };
    let finding = if quality == NameMatch::OtherCase {
        naming::other_case(name, known, cx.resolved.case_of_tables)
    } else if let Some(help) = naming::other_spelling(known, quality) {
        let message = match part {
            Part::Table(_) => messages::table(trim(name.text)),
            Part::Schema => messages::schema(trim(name.text)),
        };
        Finding::new(Code::UnknownTable, name.node, message)
            .help(help)
            .suggest(Some(known))
    } else {
        return;
    };
    let finding = finding.certain_fix_if(has_one_spelling);
    findings.add(match part {
        Part::Table(number) => naming::rename_table(cx, number, name, known, finding),
        Part::Schema => finding,
    });
}

fn missing(cx: &Context<'_, '_>, number: usize, name: Text<'_>) -> Finding {
    let written = trim(name.text);
    let finding = Finding::new(Code::UnknownTable, name.node, messages::table(written));
    match naming::nearest_table(cx, written) {
        Some(nearest) => {
            naming::rename_table(cx, number, name, nearest, finding.did_you_mean(nearest))
        }
        None => finding.help(messages::use_table()),
    }
}

fn elsewhere(name: Text<'_>, schema: Text<'_>, first: TableRef<'_>, is_only_one: bool) -> Finding {
    let message = if is_only_one {
        messages::elsewhere
    } else {
        messages::several
    };
    let message = message(trim(name.text), first.schema(), trim(schema.text));
    let finding = Finding::new(Code::UnknownTable, schema.node, message);
    if is_only_one {
        finding.did_you_mean(first.schema())
    } else {
        finding.help(messages::use_schema())
    }
}
