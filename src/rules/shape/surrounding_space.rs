//! A name has leading or trailing whitespace.

use crate::catalog::CatalogMatch;
use crate::contract::{Object, Operation, datamart, relationship, table, tenancy};
use crate::issue::{Code, Finding, Findings};
use crate::model::{Field, Tenancy, Text};
use crate::names::{NameMatch, has_outer_space, trim};
use crate::resolve::ColumnMatch;
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
    datamart_name(cx, findings);
    let datasource = cx.resolved.datasource.map(|it| it.quality);
    let field = &cx.datamart.datasource_name;
    name(
        field,
        &datamart::OBJECT,
        datamart::DATASOURCE_NAME,
        datasource,
        findings,
    );
    if let Some(settings) = cx.datamart.tenancy.given() {
        tenancy_settings(cx, &settings, findings);
    }
    tables(cx, findings);
    relationships(cx, findings);
}

fn datamart_name(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let name = cx.datamart.name;
    let existing = cx.resolved.existing;
    let is_update = cx.options.operation == Operation::Update;
    let quality = existing.filter(|_| is_update).map(|it| it.quality);
    let finding = finding(&name, &datamart::OBJECT, datamart::NAME, quality);
    let (Some(finding), Some(name)) = (finding, name.given()) else {
        return;
    };
    // Without the whitespace it would be a name that is taken.
    let mut names = cx.options.existing_datamarts.iter().flatten();
    let is_taken = !is_update && names.any(|taken| taken == trim(name.text));
    findings.add(if is_taken { finding.no_fix() } else { finding });
}

fn tenancy_settings(cx: &Context<'_, '_>, settings: &Tenancy<'_>, findings: &mut Findings<'_>) {
    let mapping = cx.resolved.mapping();
    let found = mapping.map_or(CatalogMatch::NoClaim, |(_, found)| found);
    let [of_name, of_schema] = found.qualities();
    let of_column =
        |field: &Field<Text<'_>>| of_column(cx.resolved.column_of(found.table()?, field.given()?));
    let mut name = |key, field, quality| name(field, &tenancy::OBJECT, key, quality, findings);
    name(tenancy::PRIMARY_DATABASE, &settings.primary_database, None);
    name(tenancy::SCHEMA_NAME, &settings.schema_name, of_schema);
    name(tenancy::TABLE_NAME, &settings.table_name, of_name);
    let client = &settings.table_client_name_column;
    name(tenancy::TABLE_CLIENT_NAME_COLUMN, client, of_column(client));
    let primary = &settings.table_primary_key_column;
    name(
        tenancy::TABLE_PRIMARY_KEY_COLUMN,
        primary,
        of_column(primary),
    );
}

fn tables(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let resolved = &cx.resolved;
    for (number, (table, bound)) in resolved.tables().enumerate() {
        let [of_name, of_schema] = bound.catalog.qualities();
        if let Some(finding) = finding(&table.name, &table::OBJECT, table::NAME, of_name)
            && let Some(name) = table.name.given()
        {
            let new = trim(name.text);
            findings.add(naming::rename_table(cx, number, name, new, finding));
        }
        let client = of_column(resolved.client_column(bound));
        let mut name = |key, field, quality| name(field, &table::OBJECT, key, quality, findings);
        name(table::SCHEMA_NAME, &table.schema_name, of_schema);
        name(table::CLIENT_COLUMN, &table.client_column, client);
        name(table::INDEX_PATTERN, &table.index_pattern, None);
        if !bound.has_spaced_column {
            continue;
        }
        for (column, bound_column) in resolved.columns(table, bound) {
            let Some(name) = column.name.given().filter(|it| has_outer_space(it.text)) else {
                continue;
            };
            let quality = of_column(bound_column.catalog);
            let key = crate::contract::column::NAME;
            let object = &crate::contract::column::OBJECT;
            if let Some(finding) = finding(&column.name, object, key, quality) {
                let new = trim(name.text);
                let finding = naming::rename_in_relationships(cx, bound_column, new, finding);
                findings.add(finding);
            }
        }
    }
}

fn relationships(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    use relationship::{
        CHILD_COLUMN_NAME, CHILD_TABLE_NAME, OBJECT, PARENT_COLUMN_NAME, PARENT_TABLE_NAME,
    };
    for (number, (end, bound)) in cx.resolved.ends().enumerate() {
        let (table, column) = if number.is_multiple_of(2) {
            (PARENT_TABLE_NAME, PARENT_COLUMN_NAME)
        } else {
            (CHILD_TABLE_NAME, CHILD_COLUMN_NAME)
        };
        let of_table = cx.resolved.quality_of_table(end);
        name(&end.table, &OBJECT, table, of_table, findings);
        let of_column = cx.resolved.quality_of_column(end, bound);
        name(&end.column, &OBJECT, column, of_column, findings);
    }
}

fn of_column(bound: ColumnMatch<'_>) -> Option<NameMatch> {
    match bound {
        ColumnMatch::Column(_, quality) => Some(quality),
        _ => None,
    }
}

/// Reports one name.
fn name(
    field: &Field<Text<'_>>,
    object: &Object,
    key: usize,
    quality: Option<NameMatch>,
    findings: &mut Findings<'_>,
) {
    if let Some(finding) = finding(field, object, key, quality) {
        findings.add(finding);
    }
}

/// The finding for one name, depending on how well it matches what it is bound to.
#[inline(never)]
fn finding(
    field: &Field<Text<'_>>,
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
