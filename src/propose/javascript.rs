//! What JavaScript asks for, and takes as JSON.

use super::relationships::{self, Join};
use super::tenancy::{self, Settings};
use super::write::{write_relationship, write_settings};
use super::{Confidence, Draft, DraftTable, draft_datamart_json, scan};
use crate::contract::{datamart, table};
use crate::document::{
    Document, Kind, Value, write_comma, write_key, write_number, write_raw, write_text,
};
use crate::issue::{Message, Renderer};
use crate::options::Options;

/// Proposes relationships (0), tenancy settings (1), or a whole datamart (2).
pub(crate) fn written(
    document: &Document<'_>,
    options: &Options,
    wanted: u32,
) -> Result<String, String> {
    if wanted == 2 {
        return draft(document.root(), options);
    }
    let mut renderer = Renderer::new(&options.messages);
    let mut out = String::new();
    scan(document, options, &mut |scan, resolved| {
        if wanted == 1 {
            if let Some(settings) = tenancy::propose(scan, resolved, options.catalog.as_ref()) {
                write_tenancy(settings, &mut renderer, &mut out);
            }
        } else {
            out.push('[');
            relationships::propose(scan, resolved, &mut |join| {
                write_join(join, &mut renderer, &mut out);
            });
            out.push(']');
        }
    });
    if out.is_empty() {
        out.push_str(if wanted == 1 { "null" } else { "[]" });
    }
    Ok(out)
}

/// Drafts a datamart from an object with `name`, `datasourceName` and `tables`. The problem is for the
/// programmer.
fn draft(wanted: Value<'_>, options: &Options) -> Result<String, String> {
    let text = |key: &str| match wanted.member(key).map(Value::kind) {
        None | Some(Kind::Null) => Ok(None),
        Some(Kind::Text(text)) => Ok(Some(text.to_owned())),
        Some(_) => Err(["option `", key, "`: expected a text"].concat()),
    };
    let mut draft = Draft {
        name: text("name")?,
        datasource_name: text("datasourceName")?,
        tables: None,
    };
    match wanted.member("tables").map(Value::kind) {
        None | Some(Kind::Null) => {}
        Some(Kind::Array(items)) => {
            let tables = draft.tables.insert(Vec::new());
            for item in items {
                let problem = "option `tables`: expected names, or objects with a `name`";
                tables.push(table_of(item).ok_or(problem)?);
            }
        }
        Some(_) => return Err("option `tables`: expected a list".to_owned()),
    }
    draft_datamart_json(&draft, options).map_err(|error| error.to_string())
}

/// A name, or a table as the catalog or a datamart has it.
fn table_of(item: Value<'_>) -> Option<DraftTable> {
    let text = |value: Value<'_>| match value.kind() {
        Kind::Text(text) => Some(text.to_owned()),
        _ => None,
    };
    if let Some(name) = text(item) {
        return Some(name.into());
    }
    let key = |field| table::OBJECT.key(field);
    let schema = item
        .member("schema")
        .or_else(|| item.member(key(table::SCHEMA_NAME)));
    Some(DraftTable {
        name: text(item.member(key(table::NAME))?)?,
        schema: schema.and_then(text),
    })
}

/// Appends a relationship with its reason.
fn write_join(join: &Join<'_>, renderer: &mut Renderer<'_>, out: &mut String) {
    write_comma(out);
    write_raw("{\"relationship\":", out);
    write_relationship(join, out);
    write_reason(join.message(), join.is_certain, renderer, out);
}

/// Appends the end of an object: how far the proposal can be trusted, and why it is made.
#[inline(never)]
fn write_reason(message: Message, is_certain: bool, renderer: &mut Renderer<'_>, out: &mut String) {
    let (reason, params) = renderer.render(message);
    write_key("confidence", out);
    write_text(Confidence::of(is_certain).name(), out);
    write_key("reason", out);
    write_text(&reason, out);
    params.write(out);
    write_raw("}", out);
}

/// Appends settings with the edits that apply them, and the reason.
fn write_tenancy(settings: Settings<'_>, renderer: &mut Renderer<'_>, out: &mut String) {
    write_raw("{\"tenancySettings\":", out);
    write_settings(&settings, out);
    write_raw(",\"edits\":[{\"path\":[", out);
    write_text(datamart::OBJECT.key(datamart::TENANCY_SETTINGS), out);
    write_raw("],\"op\":\"set\",\"value\":", out);
    write_settings(&settings, out);
    for (table, column) in &settings.client_columns {
        write_raw("},{\"path\":", out);
        write_path(*table, out);
        write_comma(out);
        write_text(table::OBJECT.key(table::CLIENT_COLUMN), out);
        write_raw("],\"op\":\"set\",\"value\":", out);
        write_text(column, out);
    }
    write_raw("}],\"leftOut\":[", out);
    for table in &settings.left_out {
        write_comma(out);
        write_path(*table, out);
        write_raw("]", out);
    }
    write_raw("]", out);
    write_reason(settings.message, settings.is_certain, renderer, out);
}

/// Appends the path of a table, without its bracket.
fn write_path(table: usize, out: &mut String) {
    write_raw("[", out);
    write_text(datamart::OBJECT.key(datamart::TABLE_LIST), out);
    write_comma(out);
    write_number(table, out);
}
