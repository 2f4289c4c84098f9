//! A table is not in the datasource.

use crate::catalog::{Letters, TableRef};
use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Table, Text};
use crate::rules::physical::{self, Physical};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table is not in the datasource, or not in the schema that is named.",
    why: "The API rejects it. Known only with the option `catalog`. Where the database tells capitals from small letters, a name in \
          other letters is another name.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "oders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }] } }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "catalog": { "tables": [{ "name": "orders", "columns": [{ "name": "id", "dataType": "integer" }] }] } }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    for (table, physical) in physical::tables(cx) {
        let Some(name) = table.name.given() else {
            continue;
        };
        match physical {
            Physical::NoClaim => {}
            Physical::Table { table: known, .. } => found(cx, table, name, known, findings),
            Physical::Missing => findings.add(missing(cx, name)),
            Physical::Misspelt(known) => findings.add(misspelt(cx, table, name, known)),
            Physical::Elsewhere { first, is_only_one } => {
                findings.add(elsewhere(table, name, first, is_only_one));
            }
        }
    }
}

/// The table is there; its name and its schema may be written otherwise.
fn found(
    cx: &Context<'_, '_>,
    table: &Table<'_>,
    name: Text<'_>,
    known: TableRef<'_>,
    findings: &mut Findings<'_>,
) {
    let letters = Letters::of_tables(cx.options.datasource_type);
    let schema = table
        .schema_name
        .given()
        .filter(|_| !known.schema().is_empty());
    for (written, known) in [(Some(name), known.name()), (schema, known.schema())] {
        let Some(written) = written else { continue };
        if written.text.trim() == known {
            physical::check_space(written, findings);
        } else {
            let finding = physical::other_case(written, known, letters);
            findings.add(if written.node == name.node {
                physical::rename_table(cx, name, known, finding)
            } else {
                finding
            });
        }
    }
}

fn missing(cx: &Context<'_, '_>, name: Text<'_>) -> Finding {
    let written = name.text.trim();
    let message = format!("the datasource has no table `{written}`");
    let finding = Finding::new(Code::UnknownTable, name.node, message);
    match physical::nearest_table(cx, written) {
        Some(nearest) => physical::rename_table(cx, name, nearest, finding.did_you_mean(nearest)),
        None => finding.help("Name a table or a view of the datasource."),
    }
}

/// The letters of the name or of the schema are others.
fn misspelt(
    cx: &Context<'_, '_>,
    table: &Table<'_>,
    name: Text<'_>,
    known: TableRef<'_>,
) -> Finding {
    let (place, written, right, what) = match table.schema_name {
        Field::Given(schema) if name.text.trim() == known.name() => {
            (schema.node, schema.text.trim(), known.schema(), "schema")
        }
        _ => (name.node, name.text.trim(), known.name(), "table"),
    };
    let message = format!("the datasource has no {what} `{written}`");
    let finding = Finding::new(Code::UnknownTable, place, message)
        .help(format!(
            "It has `{right}`; capitals and small letters differ there."
        ))
        .suggest(Some(right));
    if place == name.node {
        physical::rename_table(cx, name, right, finding)
    } else {
        finding
    }
}

fn elsewhere(table: &Table<'_>, name: Text<'_>, first: TableRef<'_>, is_only_one: bool) -> Finding {
    let (place, schema) = match table.schema_name {
        Field::Given(schema) => (schema.node, schema.text.trim()),
        _ => (name.node, ""),
    };
    let known = first.schema();
    let others = if is_only_one { "" } else { " and others" };
    let name = name.text.trim();
    let message =
        format!("the table `{name}` is in the schema `{known}`{others}, not in `{schema}`");
    let finding = Finding::new(Code::UnknownTable, place, message);
    if is_only_one {
        finding.did_you_mean(known)
    } else {
        finding.help("Name the schema that the table is in.")
    }
}
