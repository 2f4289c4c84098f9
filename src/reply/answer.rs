//! Reads one reply: a success, or an error with the fields that it is about.

use std::fmt;

use super::said::{Body, MAX_SAID, Said};
use super::secrets::mask;
use super::{joi, names, retry};
use crate::contract::datamart;
use crate::document::{Document, Path, Segment, read_json};
use crate::issue::{Code, Message, Messages, Renderer, Severity, shown};
use crate::options::Options;
use crate::rules::reply::rejected::messages;

/// A reply of the API, or of a gateway before it.
///
/// ```
/// use datamart_validator::{Options, Reply, read_reply};
///
/// let body = r#"{ "error": { "code": "INVALID_REQUEST_BODY", "message": "\"tableList[0].name\" is required" } }"#;
/// let error = read_reply(&Reply::new(400, body), None, &Options::default()).unwrap_err();
/// assert_eq!(error.code, "INVALID_REQUEST_BODY");
/// assert_eq!(error.issues[0].code.name(), "required");
/// assert_eq!(error.issues[0].path.to_string(), "tableList[0].name");
///
/// let reply = Reply::new(200, r#"{ "id": "sales", "error": null }"#);
/// assert_eq!(read_reply(&reply, None, &Options::default()).as_deref(), Ok("sales"));
/// ```
#[derive(Debug, Clone)]
pub struct Reply<'a> {
    pub(super) status: u16,
    pub(super) body: &'a str,
    pub(super) retry_after: Option<&'a str>,
    pub(super) date: Option<&'a str>,
    pub(super) now: Option<u64>,
}

impl<'a> Reply<'a> {
    /// A reply with a status and a body.
    #[must_use]
    pub fn new(status: u16, body: &'a str) -> Self {
        Self {
            status,
            body,
            retry_after: None,
            date: None,
            now: None,
        }
    }

    /// Adds the header `Retry-After`.
    #[must_use]
    pub fn retry_after(mut self, header: &'a str) -> Self {
        self.retry_after = Some(header);
        self
    }

    /// Adds the header `Date`, with which a date in `Retry-After` is compared.
    #[must_use]
    pub fn date(mut self, header: &'a str) -> Self {
        self.date = Some(header);
        self
    }

    /// Adds the current time in seconds since 1970, for replies without a `Date` header.
    #[must_use]
    pub fn now(mut self, seconds: u64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// How long to wait, in seconds, by the server's own clock if it sends one.
    fn wait(&self) -> Option<u32> {
        let now = self.date.and_then(retry::date).or(self.now);
        retry::seconds(self.retry_after?, now)
    }
}

/// The error that a reply contains.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplyError {
    /// The status of the reply.
    pub status: u16,
    /// The API's code; otherwise `RATE_LIMIT`, `NO_ID`, `UNREADABLE_REPLY`, `DATAMART_INVALID`, or
    /// `HTTP_` and the status.
    pub code: String,
    /// The API's message, as one line, without anything that looks like a token.
    pub message: String,
    /// Whether the same request may succeed later.
    pub is_retryable: bool,
    /// How many seconds to wait before the next attempt, if the reply says so.
    pub retry_after: Option<u32>,
    /// At least one issue: the message, at the fields that it names.
    pub issues: Vec<ReplyIssue>,
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReplyError {}

/// A problem that a reply reports.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplyIssue {
    /// The code of the rule for such a problem, or [`Code::Rejected`].
    pub code: Code,
    /// Whether it made the request fail.
    pub severity: Severity,
    /// The message of the reply.
    pub message: String,
    /// The field; the root if none is named.
    pub path: Path,
    /// Its other members, as JSON: `"help":"…"`.
    pub(super) more: String,
}

/// Reads a reply to a request that creates or updates a datamart, and returns its `id`.
///
/// If a message names a schema, a table or a column, its issue leads to it in `datamart`, which is
/// given as JSON text. Of the options, only the messages are used.
///
/// # Errors
///
/// If the request failed, or the body cannot be read.
pub fn read_reply(
    reply: &Reply<'_>,
    datamart: Option<&str>,
    options: &Options,
) -> Result<String, ReplyError> {
    let datamart = datamart.map(|text| read_json(text, &[]));
    read_document(
        reply,
        &read_json(reply.body, &[]),
        datamart.as_ref(),
        &options.messages,
    )
}

/// The same for documents.
pub(super) fn read_document(
    reply: &Reply<'_>,
    body: &Document<'_>,
    datamart: Option<&Document<'_>>,
    messages: &Messages,
) -> Result<String, ReplyError> {
    let body = Body::read(body);
    let is_ok = (200..300).contains(&reply.status);
    if is_ok
        && body.error.is_none()
        && let Some(id) = body.id()
    {
        return Ok(id);
    }
    let said = Said::read(&body);
    let code = said.code.unwrap_or_else(|| match reply.status {
        429 => "RATE_LIMIT".to_owned(),
        _ if is_ok && body.is_readable => "NO_ID".to_owned(),
        _ if is_ok => "UNREADABLE_REPLY".to_owned(),
        _ if body.has_issues() => "DATAMART_INVALID".to_owned(),
        status => format!("HTTP_{status}"),
    });
    // A proxy may reply with 200 although the API did not.
    let status = said.status.filter(|_| is_ok).unwrap_or(reply.status);
    let is_retryable = status == 429
        || (500..600).contains(&status)
        || is_ok && matches!(code.as_str(), "RATE_LIMIT" | "INTERNAL_SERVER_ERROR");
    let first = said.texts.first().map(|text| mask(text));
    let mut renderer = Renderer::new(messages);
    let message = match &first {
        Some(text) => shown(text),
        None => renderer.render(body.silence(reply.status, is_ok)).0,
    };
    let mut issues = body.issues();
    if issues.is_empty() {
        issues = located(&said.texts, &code, datamart, &mut renderer);
    }
    if issues.is_empty() {
        let message = match first {
            Some(text) => messages::says(&text),
            None => body.silence(reply.status, is_ok),
        };
        let path = match code.as_str() {
            "INVALID_TENANCY" => field(datamart::TENANCY_SETTINGS),
            _ => Path::root(),
        };
        issues.push(issue(Code::Rejected, path, message, &mut renderer));
    }
    Err(ReplyError {
        status: reply.status,
        code,
        message,
        is_retryable,
        retry_after: reply.wait(),
        issues,
    })
}

/// A field of the datamart itself.
fn field(number: usize) -> Path {
    Path::from_iter([Segment::Key(datamart::OBJECT.key(number).to_owned())])
}

fn issue(code: Code, path: Path, message: Message, renderer: &mut Renderer<'_>) -> ReplyIssue {
    let (message, params) = renderer.render(message);
    let mut more = String::new();
    params.write(&mut more);
    ReplyIssue {
        code,
        severity: Severity::Error,
        message,
        path,
        more,
    }
}

/// An issue for each field that the messages name.
fn located(
    texts: &[&str],
    code: &str,
    datamart: Option<&Document<'_>>,
    renderer: &mut Renderer<'_>,
) -> Vec<ReplyIssue> {
    let mut issues: Vec<ReplyIssue> = Vec::new();
    let mut add = |code, path, text: &str| {
        let is_new = |known: &ReplyIssue| known.code != code || known.path != path;
        if issues.iter().all(is_new) && issues.len() < MAX_SAID {
            issues.push(issue(code, path, messages::says(&mask(text)), renderer));
        }
    };
    if code == "DATASOURCE_NAME_ERROR" {
        let text = texts.first().copied().unwrap_or(code);
        add(
            Code::UnknownDatasource,
            field(datamart::DATASOURCE_NAME),
            text,
        );
        return issues;
    }
    for text in texts {
        if says_name_is_taken(text) {
            add(Code::DatamartNameTaken, field(datamart::NAME), text);
            continue;
        }
        let clauses = joi::clauses(text);
        for clause in &clauses {
            add(clause.code, clause.path.clone(), clause.text);
        }
        if clauses.is_empty()
            && let Some(datamart) = datamart
            && let Some(place) = names::locate(text, datamart)
        {
            add(Code::Rejected, datamart.path(place.id()), text);
        }
    }
    issues
}

/// `Datamart name already exists`, in any wording.
fn says_name_is_taken(text: &str) -> bool {
    let text = text.get(..200).unwrap_or(text).to_ascii_lowercase();
    let has = |piece: &str| joi::has(&text, piece);
    let is_of_something_else = ["table", "column", "relationship", "schema"]
        .iter()
        .any(|it| has(it));
    has("already") && (has("datamart") || has("name") && !is_of_something_else)
}
