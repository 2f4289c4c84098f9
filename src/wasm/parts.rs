//! Replies, imports, differences, joins and proposals. `xtask/js/split` moves these functions, by their
//! names, with whatever only they need, into parts of the module.

use super::{Call, read_document, read_options};
use crate::json::write_json;
use crate::options::Purpose;

pub(super) fn run(function: u32, call: &Call<'_>, out: &mut String) -> Result<(), String> {
    match function {
        4 => read_reply(call, out),
        5 => diff_datamarts(call, out),
        6 => import_datamarts(call, out),
        7 => merge_unseen(call, out),
        8 => describe_joins(call, out),
        _ => propose(function - 9, call, out),
    }
}

/// Reads a reply: its body, an object with the status and the headers, and the datamart that was
/// sent, if there is one.
#[inline(never)]
fn read_reply(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(call.options, Purpose::Validation)?;
    let body = read_document(call.value)?;
    let facts = read_document(call.second)?;
    let datamart = if call.third.tape.is_empty() && call.third.text.is_empty() {
        None
    } else {
        Some(read_document(call.third)?)
    };
    *out = crate::reply::javascript::read(&facts, &body, datamart.as_ref(), &options);
    Ok(())
}

/// Compares two datamarts.
#[inline(never)]
fn diff_datamarts(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(call.options, Purpose::Validation)?;
    let before = read_document(call.value)?;
    let after = read_document(call.second)?;
    let diff = crate::diff::diff_documents(&before, &after, &options);
    *out = crate::diff::javascript::written(&diff.map_err(|error| error.to_string())?);
    Ok(())
}

/// Reads a list reply.
#[inline(never)]
fn import_datamarts(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let imported = crate::reply::javascript::import(&read_document(call.value)?);
    *out = imported.map_err(|error| error.to_string())?;
    Ok(())
}

/// Adds unseen fields to an imported datamart.
#[inline(never)]
fn merge_unseen(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let imported = read_document(call.value)?;
    let source = read_document(call.second)?;
    let merged = crate::reply::javascript::merge(&imported, &source);
    *out = merged.map_err(|error| error.to_string())?;
    Ok(())
}

/// Describes the joins between the tables of a datamart.
#[inline(never)]
fn describe_joins(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let document = read_document(call.value)?;
    write_json(&crate::joins::describe_joins(&document), out);
    Ok(())
}

/// Proposes relationships (0), tenancy settings (1) or a whole datamart (2), for which the first
/// value is what it should contain.
#[inline(never)]
fn propose(wanted: u32, call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(call.options, Purpose::Validation)?;
    let datamart = read_document(call.value)?;
    *out = crate::propose::javascript::written(&datamart, &options, wanted)?;
    Ok(())
}
