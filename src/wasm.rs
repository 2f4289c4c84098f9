//! The exports for JavaScript: conversions at the boundary, no logic. The hand-written entries in
//! `pkg-template/` wrap them.
//!
//! Results are JSON text. A wrong option is returned as a `TypeError` object, which the entry
//! throws. The module itself never throws, so any exception out of it is a trap or comes from the
//! caller's own getters.

use js_sys::TypeError;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::document::{Document, PositionEncoding, read_json, read_tape};
use crate::json::to_json;
use crate::options::{Purpose, read};
use crate::{Headers, Options, Request, RequestError, RequestOptions};

/// Makes panics readable in debug builds. In a release build the texts would cost kilobytes; there
/// a panic is a trap, which the entry reports.
#[cfg(debug_assertions)]
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Validates a datamart: see `validateDatamart` in `index.d.ts`.
///
/// The datamart is passed as the encoder's tape, text and lone surrogates; if the tape is empty,
/// the text is JSON text. The options are passed as tape and text; if the tape is empty, there are
/// none.
#[wasm_bindgen]
#[must_use]
pub fn validate(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    options_tape: &[u32],
    options_text: &[u8],
) -> JsValue {
    with_options(
        options_tape,
        options_text,
        Purpose::Validation,
        &|validator, _| judge(tape, text, lone_surrogates, validator),
    )
}

/// Builds a request, or returns a report if the datamart has errors: see `buildRequest` in
/// `index.d.ts`.
#[wasm_bindgen(js_name = buildRequest)]
#[must_use]
pub fn build_request(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    options_tape: &[u32],
    options_text: &[u8],
) -> JsValue {
    with_options(
        options_tape,
        options_text,
        Purpose::Both,
        &|validator, request| make_request(tape, text, lone_surrogates, validator, request),
    )
}

/// Analyses one SQL expression: see `analyzeSql` in `index.d.ts`. The expression is passed as a
/// tape of one text.
#[wasm_bindgen(js_name = analyzeSql)]
#[must_use]
pub fn analyze_sql(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    options_tape: &[u32],
    options_text: &[u8],
) -> JsValue {
    with_options(
        options_tape,
        options_text,
        Purpose::Validation,
        &|validator, _| analyze(tape, text, lone_surrogates, validator),
    )
}

/// Describes the joins between the tables of a datamart: see `describeJoins` in `index.d.ts`.
#[wasm_bindgen(js_name = describeJoins)]
#[must_use]
pub fn describe_joins(tape: &[u32], text: &[u8], lone_surrogates: &[u32]) -> JsValue {
    outcome(|| {
        let document = read_document(tape, text, lone_surrogates)?;
        Ok(to_json(&crate::joins::describe_joins(&document)).into())
    })
}

/// Reads a reply: see `readReply` in `index.d.ts`. The body is passed like a datamart, then an
/// object with the status and the headers, then the datamart that was sent; if there is none, its
/// tape and text are empty.
#[wasm_bindgen(js_name = readReply)]
#[must_use]
#[expect(clippy::too_many_arguments, reason = "each value takes two or three")]
pub fn read_reply(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    facts_tape: &[u32],
    facts_text: &[u8],
    datamart_tape: &[u32],
    datamart_text: &[u8],
    options_tape: &[u32],
    options_text: &[u8],
) -> JsValue {
    with_options(
        options_tape,
        options_text,
        Purpose::Validation,
        &|validator, _| {
            let body = read_document(tape, text, lone_surrogates)?;
            let facts = read_document(facts_tape, facts_text, &[])?;
            let datamart = if datamart_tape.is_empty() && datamart_text.is_empty() {
                None
            } else {
                Some(read_document(datamart_tape, datamart_text, &[])?)
            };
            Ok(
                crate::reply::read_parts(&facts, &body, datamart.as_ref(), validator.options())
                    .into(),
            )
        },
    )
}

/// Compares two datamarts: see `diffDatamarts` in `index.d.ts`.
#[wasm_bindgen(js_name = diffDatamarts)]
#[must_use]
pub fn diff_datamarts(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    after_tape: &[u32],
    after_text: &[u8],
    options_tape: &[u32],
    options_text: &[u8],
) -> JsValue {
    with_options(
        options_tape,
        options_text,
        Purpose::Validation,
        &|validator, _| {
            let before = read_document(tape, text, lone_surrogates)?;
            let after = read_document(after_tape, after_text, &[])?;
            let diff = crate::diff::diff_documents(&before, &after, validator.options());
            let diff = diff.map_err(|error| error.to_string())?;
            Ok(crate::diff::written(&diff).into())
        },
    )
}

/// Reads a list reply: see `importDatamarts` in `index.d.ts`.
#[wasm_bindgen(js_name = importDatamarts)]
#[must_use]
pub fn import_datamarts(tape: &[u32], text: &[u8], lone_surrogates: &[u32]) -> JsValue {
    outcome(|| {
        let document = read_document(tape, text, lone_surrogates)?;
        let imported =
            crate::reply::import_datamarts(&document).map_err(|error| error.to_string())?;
        Ok(crate::reply::written(&imported).into())
    })
}

/// Adds unseen fields to an imported datamart: see `mergeUnseen` in `index.d.ts`.
#[wasm_bindgen(js_name = mergeUnseen)]
#[must_use]
pub fn merge_unseen(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    source_tape: &[u32],
    source_text: &[u8],
) -> JsValue {
    outcome(|| {
        let imported = read_document(tape, text, lone_surrogates)?;
        let source = read_document(source_tape, source_text, &[])?;
        let merged = crate::reply::merge_unseen(&imported, &source);
        Ok(merged.map_err(|error| error.to_string())?.into())
    })
}

/// Proposes relationships (0), tenancy settings (1) or a whole datamart (2): see
/// `proposeRelationships`, `proposeTenancy` and `draftDatamart` in `index.d.ts`. For the last, what
/// is wanted is passed in place of a datamart.
#[wasm_bindgen]
#[must_use]
pub fn propose(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    options_tape: &[u32],
    options_text: &[u8],
    wanted: u32,
) -> JsValue {
    with_options(
        options_tape,
        options_text,
        Purpose::Validation,
        &|validator, _| {
            let datamart = read_document(tape, text, lone_surrogates)?;
            Ok(crate::propose::written(&datamart, validator.options(), wanted)?.into())
        },
    )
}

/// Options that are read once for any number of calls: see `createValidator` in `index.d.ts`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Validator {
    inner: crate::Validator,
}

/// Reads the options of a validator and returns a [`Validator`] or a `TypeError`.
#[wasm_bindgen(js_name = createValidator)]
#[must_use]
pub fn create_validator(options_tape: &[u32], options_text: &[u8]) -> JsValue {
    outcome(|| {
        let (options, _) = read_options(options_tape, options_text, Purpose::Validation)?;
        let inner = crate::Validator::new(options);
        Ok(Validator { inner }.into())
    })
}

#[wasm_bindgen]
impl Validator {
    /// The same as [`validate`].
    #[must_use]
    pub fn validate(&self, tape: &[u32], text: &[u8], lone_surrogates: &[u32]) -> JsValue {
        outcome(|| judge(tape, text, lone_surrogates, &self.inner))
    }

    /// The same as [`build_request`], with only the options of the request.
    #[wasm_bindgen(js_name = buildRequest)]
    #[must_use]
    pub fn build_request(
        &self,
        tape: &[u32],
        text: &[u8],
        lone_surrogates: &[u32],
        options_tape: &[u32],
        options_text: &[u8],
    ) -> JsValue {
        with_options(
            options_tape,
            options_text,
            Purpose::Request,
            &|_, request| make_request(tape, text, lone_surrogates, &self.inner, request),
        )
    }

    /// The same as [`analyze_sql`].
    #[wasm_bindgen(js_name = analyzeSql)]
    #[must_use]
    pub fn analyze_sql(&self, tape: &[u32], text: &[u8], lone_surrogates: &[u32]) -> JsValue {
        outcome(|| analyze(tape, text, lone_surrogates, &self.inner))
    }
}

/// Traps. The tests of the packed package call it to check that the next call works.
#[wasm_bindgen]
pub fn crash() {
    std::process::abort();
}

fn outcome(run: impl FnOnce() -> Result<JsValue, String>) -> JsValue {
    run().unwrap_or_else(|problem| type_error(&problem))
}

/// Reads the options and calls `run` with them: in one place, so that the module has one copy of the
/// code that drops them.
#[inline(never)]
fn with_options(
    tape: &[u32],
    text: &[u8],
    purpose: Purpose,
    run: &dyn Fn(&crate::Validator, &RequestOptions) -> Result<JsValue, String>,
) -> JsValue {
    outcome(|| {
        let (options, request) = read_options(tape, text, purpose)?;
        run(&crate::Validator::new(options), &request)
    })
}

#[cold]
#[inline(never)]
fn type_error(problem: &str) -> JsValue {
    TypeError::new(&format!("datamart-validator: {problem}")).into()
}

// Every export calls it; one copy is enough.
#[inline(never)]
fn read_document<'a>(
    tape: &[u32],
    text: &'a [u8],
    lone_surrogates: &[u32],
) -> Result<Document<'a>, String> {
    const FOREIGN: &str = "the encoded datamart comes from another version of this package";
    let text = std::str::from_utf8(text).map_err(|_| FOREIGN)?;
    if tape.is_empty() {
        return Ok(read_json(text, lone_surrogates));
    }
    read_tape(tape, text, lone_surrogates).map_err(|_| FOREIGN.to_owned())
}

#[inline(never)]
fn read_options(
    tape: &[u32],
    text: &[u8],
    purpose: Purpose,
) -> Result<(Options, RequestOptions), String> {
    let (mut options, request) = if tape.is_empty() {
        Default::default()
    } else {
        read(&read_document(tape, text, &[])?, purpose).map_err(|error| error.to_string())?
    };
    options.position_encoding = PositionEncoding::Utf16;
    Ok((options, request))
}

#[inline(never)]
fn judge(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    validator: &crate::Validator,
) -> Result<JsValue, String> {
    let document = read_document(tape, text, lone_surrogates)?;
    Ok(to_json(&validator.validate(&document)).into())
}

#[inline(never)]
fn analyze(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    validator: &crate::Validator,
) -> Result<JsValue, String> {
    let document = read_document(tape, text, lone_surrogates)?;
    Ok(to_json(&validator.analyze(&document)).into())
}

#[inline(never)]
fn make_request(
    tape: &[u32],
    text: &[u8],
    lone_surrogates: &[u32],
    validator: &crate::Validator,
    request: &RequestOptions,
) -> Result<JsValue, String> {
    let document = read_document(tape, text, lone_surrogates)?;
    match validator.build_request(&document, request) {
        Ok(request) => Ok(request_parts(&request)),
        Err(RequestError::Invalid(report)) => Ok(to_json(&report).into()),
        Err(error @ RequestError::LegacyUpdate) => Err(error.to_string()),
    }
}

/// A request as two texts, because its body is JSON already and would be escaped within other JSON.
#[inline(never)]
fn request_parts(request: &Request) -> JsValue {
    #[derive(Serialize)]
    struct Head<'r> {
        url: &'r str,
        method: &'r str,
        headers: &'r Headers,
    }
    let head = Head {
        url: &request.url,
        method: request.method,
        headers: &request.headers,
    };
    let parts = [&to_json(&head), &request.body];
    parts
        .serialize(&Serializer::new())
        .unwrap_or_else(JsValue::from)
}
