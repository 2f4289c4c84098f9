//! The export for JavaScript: conversions at the boundary, no logic. The hand-written entries in
//! `pkg-template/` wrap it.
//!
//! One function takes the number of what is wanted and up to four values, and returns text. This way
//! modules with different features have the same interface, and its glue in JavaScript exists once.
//! Nothing is ever thrown, so any exception out of the module is a trap.

#[cfg(feature = "core")]
use std::cell::Cell;

#[cfg(feature = "core")]
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{Document, PositionEncoding, read_json, read_tape};
use crate::json::write_json;
use crate::options::{Purpose, read};
#[cfg(feature = "core")]
use crate::{Headers, Request, RequestError, Validator};
use crate::{Options, RequestOptions};

/// Makes panics readable in debug builds. In a release build the texts would cost kilobytes; there
/// a panic is a trap, which the entry reports.
#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

#[cfg(feature = "core")]
thread_local! {
    /// The options of this instance, if it belongs to a validator.
    static KEPT: Cell<Option<Box<Validator>>> = const { Cell::new(None) };
}

/// An encoded value: the encoder's tape and text; if the tape is empty, the text is JSON text.
#[derive(Debug, Clone, Copy)]
struct Encoded<'a> {
    tape: &'a [u32],
    text: &'a [u8],
    lone_surrogates: &'a [u32],
}

/// The values of a call. `value` is the first one, `second` and `third` are those that some
/// functions have in addition; what is not passed is empty.
#[derive(Debug)]
struct Call<'a> {
    value: Encoded<'a>,
    #[cfg_attr(
        not(feature = "extras"),
        expect(dead_code, reason = "a value of the extras")
    )]
    second: Encoded<'a>,
    #[cfg_attr(
        not(feature = "extras"),
        expect(dead_code, reason = "a value of the extras")
    )]
    third: Encoded<'a>,
    options: Encoded<'a>,
}

/// Calls a function by its number in `pkg-template/src/boundary/functions.js`.
///
/// The result is JSON text; or `r` with a request, whose body, after a line break, is JSON already
/// and would be escaped within other JSON; or `e` with the message of a `TypeError`.
#[wasm_bindgen]
#[must_use]
#[expect(clippy::too_many_arguments, reason = "each value takes two or three")]
pub fn call(
    function: u32,
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    second_tape: &[u32],
    second_text: &[u8],
    third_tape: &[u32],
    third_text: &[u8],
    options_tape: &[u32],
    options_text: &[u8],
) -> String {
    let encoded = |tape, text| Encoded {
        tape,
        text,
        lone_surrogates: &[],
    };
    let given = Call {
        value: Encoded {
            tape,
            text,
            lone_surrogates,
        },
        second: encoded(second_tape, second_text),
        third: encoded(third_tape, third_text),
        options: encoded(options_tape, options_text),
    };
    let mut out = String::new();
    if let Err(problem) = run(function, &given, &mut out) {
        out.clear();
        out.push('e');
        out.push_str(&problem);
    }
    out
}

/// Traps. The tests of the packed package call it to check that the next call works.
#[wasm_bindgen]
pub fn crash() {
    std::process::abort();
}

#[inline(never)]
fn run(function: u32, call: &Call<'_>, out: &mut String) -> Result<(), String> {
    match function {
        #[cfg(feature = "core")]
        0..=2 => judge(function, call, out),
        #[cfg(feature = "core")]
        3 => keep_options(call.options, out),
        #[cfg(feature = "extras")]
        4 => read_reply(call, out),
        #[cfg(feature = "extras")]
        5 => diff_datamarts(call, out),
        #[cfg(feature = "extras")]
        6 => import_datamarts(call, out),
        #[cfg(feature = "extras")]
        7 => merge_unseen(call, out),
        #[cfg(feature = "extras")]
        8 => describe_joins(call, out),
        #[cfg(feature = "extras")]
        9..=11 => propose(function - 9, call, out),
        _ => Err(FOREIGN.to_owned()),
    }
}

const FOREIGN: &str = "the encoded datamart comes from another version of this package";

/// Validates a datamart (0), builds a request, or writes a report if the datamart has errors (1), or
/// analyses one SQL expression, which is encoded as a tape of one text (2).
#[cfg(feature = "core")]
fn judge(function: u32, call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let kept = KEPT.take();
    let purpose = match (function, &kept) {
        (_, Some(_)) => Purpose::Request,
        (1, None) => Purpose::Both,
        (_, None) => Purpose::Validation,
    };
    let options = read_options(call.options, purpose);
    let judged = options.and_then(|(options, request)| {
        let own;
        let validator = if let Some(kept) = &kept {
            kept
        } else {
            own = Validator::new(options);
            &own
        };
        let document = read_document(call.value)?;
        match function {
            0 => write_json(&validator.validate(&document), out),
            1 => make_request(&document, validator, &request, out)?,
            _ => write_json(&validator.analyze(&document), out),
        }
        Ok(())
    });
    KEPT.set(kept);
    judged
}

#[cfg(feature = "core")]
#[inline(never)]
fn make_request(
    document: &Document<'_>,
    validator: &Validator,
    request: &RequestOptions,
    out: &mut String,
) -> Result<(), String> {
    #[derive(Serialize)]
    struct Head<'r> {
        url: &'r str,
        method: &'r str,
        headers: &'r Headers,
    }
    match validator.build_request(document, request) {
        Ok(Request {
            url,
            method,
            headers,
            body,
            ..
        }) => {
            out.push('r');
            write_json(
                &Head {
                    url: &url,
                    method,
                    headers: &headers,
                },
                out,
            );
            out.push('\n');
            out.push_str(&body);
        }
        Err(RequestError::Invalid(report)) => write_json(&report, out),
        Err(error @ RequestError::LegacyUpdate) => return Err(error.to_string()),
    }
    Ok(())
}

/// Reads the options of a validator and keeps them for every later call, whose own options can only
/// be those of a request.
#[cfg(feature = "core")]
#[inline(never)]
fn keep_options(options: Encoded<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(options, Purpose::Validation)?;
    KEPT.set(Some(Box::new(Validator::new(options))));
    out.push_str("null");
    Ok(())
}

/// Reads a reply: its body, an object with the status and the headers, and the datamart that was
/// sent, if there is one.
#[cfg(feature = "extras")]
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
    *out = crate::reply::read_parts(&facts, &body, datamart.as_ref(), &options);
    Ok(())
}

/// Compares two datamarts.
#[cfg(feature = "extras")]
#[inline(never)]
fn diff_datamarts(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(call.options, Purpose::Validation)?;
    let before = read_document(call.value)?;
    let after = read_document(call.second)?;
    let diff = crate::diff::diff_documents(&before, &after, &options);
    *out = crate::diff::written(&diff.map_err(|error| error.to_string())?);
    Ok(())
}

/// Reads a list reply.
#[cfg(feature = "extras")]
#[inline(never)]
fn import_datamarts(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let imported = crate::reply::import_datamarts(&read_document(call.value)?);
    *out = crate::reply::written(&imported.map_err(|error| error.to_string())?);
    Ok(())
}

/// Adds unseen fields to an imported datamart.
#[cfg(feature = "extras")]
#[inline(never)]
fn merge_unseen(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let imported = read_document(call.value)?;
    let source = read_document(call.second)?;
    let merged = crate::reply::merge_unseen(&imported, &source);
    *out = merged.map_err(|error| error.to_string())?;
    Ok(())
}

/// Describes the joins between the tables of a datamart.
#[cfg(feature = "extras")]
#[inline(never)]
fn describe_joins(call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let document = read_document(call.value)?;
    write_json(&crate::joins::describe_joins(&document), out);
    Ok(())
}

/// Proposes relationships (0), tenancy settings (1) or a whole datamart (2), for which the first
/// value is what it should contain.
#[cfg(feature = "extras")]
#[inline(never)]
fn propose(wanted: u32, call: &Call<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(call.options, Purpose::Validation)?;
    let datamart = read_document(call.value)?;
    *out = crate::propose::written(&datamart, &options, wanted)?;
    Ok(())
}

#[inline(never)]
fn read_document(encoded: Encoded<'_>) -> Result<Document<'_>, String> {
    let text = std::str::from_utf8(encoded.text).map_err(|_| FOREIGN)?;
    if encoded.tape.is_empty() {
        return Ok(read_json(text, encoded.lone_surrogates));
    }
    read_tape(encoded.tape, text, encoded.lone_surrogates).map_err(|_| FOREIGN.to_owned())
}

#[inline(never)]
fn read_options(
    encoded: Encoded<'_>,
    purpose: Purpose,
) -> Result<(Options, RequestOptions), String> {
    let (mut options, request) = if encoded.tape.is_empty() {
        Default::default()
    } else {
        read(&read_document(encoded)?, purpose).map_err(|error| error.to_string())?
    };
    options.position_encoding = PositionEncoding::Utf16;
    Ok((options, request))
}
