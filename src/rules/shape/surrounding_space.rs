//! A name has leading or trailing whitespace.

use crate::catalog::CatalogMatch;
use crate::contract::{Object, Operation, datamart, relationship, table, tenancy};
use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Text};
use crate::names::{NameMatch, has_outer_space, trim};
use crate::resolve::{ColumnMatch, ListMatch};
use crate::rules::{Context, naming, rule};

rule! {
    code: "surrounding-space",
    severity: WARNING,
    subject: Shape,
    what: "A name has leading or trailing whitespace.",
    why: "Names are compared exactly, so it matches nothing; the whitespace is hard to see and \
          easy to paste. An error if the catalog, a list or the datamart itself has the name \
          without the whitespace; nothing if they have it with the whitespace.",
    wrong: Fields(r#"{ "datasourceName": "warehouse " }"#),
    right: Fields(r#"{ "datasourceName": "warehouse" }"#),
    check: Some(check),
    messages: {
        trailing(field, name): "" => "`{field}` has trailing whitespace: `{name}`",
        leading(field, name): ".leading" => "`{field}` has leading whitespace: `{name}`",
        both(field, name): ".both" => "`{field}` has leading and trailing whitespace: `{name}`",
        remove(): ".help" => "Remove the whitespace. The name is sent unchanged and would match nothing.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let resolved = &cx.resolved;
    let datamart = cx.datamart;
    let of_list = |bound: Option<ListMatch>| bound.map(|it| it.quality);
    datamart_name(cx, findings);
    let mut one = |field: Field<Text<'_>>, object: &Object, key: usize, quality| {
        if let Some(finding) = finding(field, object, key, quality) {
            findings.add(finding);
        }
    };
    one(
        datamart.datasource_name,
        &datamart::OBJECT,
        datamart::DATASOURCE_NAME,
        of_list(resolved.datasource),
    );
    if let Some(tenancy) = datamart.tenancy.given() {
        let (name, schema, table) = match resolved.mapping() {
            Some((
                _,
                CatalogMatch::Table {
                    table,
                    name,
                    schema,
                    ..
                },
            )) => (Some(name), Some(schema), Some(table)),
            _ => (None, None, None),
        };
        let of_column = |field: Field<Text<'_>>| {
            let bound = resolved.column_of(table?, field.given()?);
            of_column(bound)
        };
        for (key, field, quality) in [
            (tenancy::PRIMARY_DATABASE, tenancy.primary_database, None),
            (tenancy::SCHEMA_NAME, tenancy.schema_name, schema),
            (tenancy::TABLE_NAME, tenancy.table_name, name),
            (
                tenancy::TABLE_CLIENT_NAME_COLUMN,
                tenancy.table_client_name_column,
                of_column(tenancy.table_client_name_column),
            ),
            (
                tenancy::TABLE_PRIMARY_KEY_COLUMN,
                tenancy.table_primary_key_column,
                of_column(tenancy.table_primary_key_column),
            ),
        ] {
            one(field, &tenancy::OBJECT, key, quality);
        }
    }
    tables(cx, findings);
    relationships(cx, findings);
}

fn datamart_name(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let name = cx.datamart.name;
    let existing = cx.resolved.existing;
    let is_update = cx.options.operation == Operation::Update;
    let quality = existing.filter(|_| is_update).map(|it| it.quality);
    let finding = finding(name, &datamart::OBJECT, datamart::NAME, quality);
    let (Some(finding), Some(name)) = (finding, name.given()) else {
        return;
    };
    // Without the whitespace it would be a name that is taken.
    let mut names = cx.options.existing_datamarts.iter().flatten();
    let is_taken = !is_update && names.any(|taken| taken == trim(name.text));
    findings.add(if is_taken { finding.no_fix() } else { finding });
}

fn tables(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let resolved = &cx.resolved;
    for (number, (table, bound)) in resolved.tables().enumerate() {
        let (of_name, of_schema) = match bound.catalog {
            CatalogMatch::Table { name, schema, .. } => (Some(name), Some(schema)),
            _ => (None, None),
        };
        if let Some(finding) = finding(table.name, &table::OBJECT, table::NAME, of_name)
            && let Some(name) = table.name.given()
        {
            let new = trim(name.text);
            findings.add(naming::rename_table(cx, number, name, new, finding));
        }
        let client = of_column(resolved.client_column(bound));
        for (key, field, quality) in [
            (table::SCHEMA_NAME, table.schema_name, of_schema),
            (table::CLIENT_COLUMN, table.client_column, client),
            (table::INDEX_PATTERN, table.index_pattern, None),
        ] {
            if let Some(finding) = finding(field, &table::OBJECT, key, quality) {
                findings.add(finding);
            }
        }
        for (column, bound_column) in resolved.columns(table, bound) {
            let Some(name) = column.name.given().filter(|it| has_outer_space(it.text)) else {
                continue;
            };
            let quality = of_column(bound_column.catalog);
            let key = crate::contract::column::NAME;
            let object = &crate::contract::column::OBJECT;
            if let Some(finding) = finding(column.name, object, key, quality) {
                let new = trim(name.text);
                let finding = naming::rename_in_relationships(cx, bound_column, new, finding);
                findings.add(finding);
            }
        }
    }
}

fn relationships(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let keys = [
        (
            relationship::PARENT_TABLE_NAME,
            relationship::PARENT_COLUMN_NAME,
        ),
        (
            relationship::CHILD_TABLE_NAME,
            relationship::CHILD_COLUMN_NAME,
        ),
    ];
    for ((end, bound), (table, column)) in cx.resolved.ends().zip(keys.iter().cycle()) {
        let of_table = cx.resolved.quality_of_table(end);
        let of_column = cx.resolved.quality_of_column(end, bound);
        for (field, key, quality) in [
            (end.table, table, of_table),
            (end.column, column, of_column),
        ] {
            if let Some(finding) = finding(field, &relationship::OBJECT, *key, quality) {
                findings.add(finding);
            }
        }
    }
}

fn of_column(bound: ColumnMatch<'_>) -> Option<NameMatch> {
    match bound {
        ColumnMatch::Column(_, quality) => Some(quality),
        _ => None,
    }
}

/// The finding for one name, depending on how well it matches what it is bound to.
#[inline]
fn finding(
    field: Field<Text<'_>>,
    object: &Object,
    key: usize,
    quality: Option<NameMatch>,
) -> Option<Finding> {
    let name = field.given().filter(|name| has_outer_space(name.text))?;
    if quality == Some(NameMatch::Exact) {
        return None;
    }
    Some(spaced(
        name,
        object.key(key),
        quality == Some(NameMatch::Trimmed),
    ))
}

#[cold]
#[inline(never)]
fn spaced(name: Text<'_>, key: &str, is_certain: bool) -> Finding {
    let trimmed = trim(name.text);
    let message = match (name.text.starts_with(trimmed), name.text.ends_with(trimmed)) {
        (true, _) => messages::trailing,
        (_, true) => messages::leading,
        _ => messages::both,
    };
    Finding::new(Code::SurroundingSpace, name.node, message(key, name.text))
        .certain(is_certain)
        .help(messages::remove())
        .suggest(Some(trimmed))
        .certain_fix()
}
