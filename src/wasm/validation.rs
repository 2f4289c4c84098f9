//! Validation, requests and SQL.

use std::cell::Cell;

use serde::Serialize;

use super::{Call, Encoded, read_document, read_options};
use crate::document::Document;
use crate::json::write_json;
use crate::options::Purpose;
use crate::{Headers, Request, RequestError, RequestOptions, Validator};

thread_local! {
    /// The options of this instance, if it belongs to a validator.
    static KEPT: Cell<Option<Box<Validator>>> = const { Cell::new(None) };
}

pub(super) fn run(function: u32, call: &Call<'_>, out: &mut String) -> Result<(), String> {
    match function {
        3 => keep_options(call.options, out),
        _ => judge(function, call, out),
    }
}

/// Validates a datamart (0), builds a request, or writes a report if the datamart has errors (1), or
/// analyses one SQL expression, which is encoded as a tape of one text (2).
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
#[inline(never)]
fn keep_options(options: Encoded<'_>, out: &mut String) -> Result<(), String> {
    let (options, _) = read_options(options, Purpose::Validation)?;
    KEPT.set(Some(Box::new(Validator::new(options))));
    out.push_str("null");
    Ok(())
}
