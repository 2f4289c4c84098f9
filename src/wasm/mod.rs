//! The export for JavaScript: conversions at the boundary, no logic. The hand-written entries in
//! `pkg-template/` wrap it.
//!
//! One function takes the number of what is wanted and up to four values, and returns text. Nothing is
//! ever thrown, so any exception out of the module is a trap.

mod parts;
mod validation;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{Document, PositionEncoding, read_json, read_tape};
use crate::options::{Purpose, read};
use crate::{Options, RequestOptions};

/// Makes panics readable in debug builds. In a release build the texts would cost kilobytes; there
/// a panic is a trap, which the entry reports.
#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
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
    second: Encoded<'a>,
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
        0..=3 => validation::run(function, call, out),
        4..=11 => parts::run(function, call, out),
        _ => Err(FOREIGN.to_owned()),
    }
}

const FOREIGN: &str = "the encoded datamart comes from another version of this package";

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
