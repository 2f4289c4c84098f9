//! Reads one reply, whatever it is: success, or what went wrong, with the fields that it is about.

use std::fmt;

use super::secrets::mask;
use super::{joi, names, pass, retry};
use crate::contract::datamart;
use crate::contract::foreign::DATA;
use crate::document::{Document, JsonError, Kind, Path, Segment, Value, read_json};
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
    body: &'a str,
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

    /// Adds the present time in seconds since 1970, which is taken where there is no header `Date`.
    #[must_use]
    pub fn now(mut self, seconds: u64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// How long to wait, in seconds. The server's clock is the one that its date was made by.
    fn wait(&self) -> Option<u32> {
        let now = self.date.and_then(retry::date).or(self.now);
        retry::seconds(self.retry_after?, now)
    }
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplyError {
    /// The status of the reply.
    pub status: u16,
    /// The API's code, or one that begins with `HTTP_`, `NO_ID`, `UNREADABLE_REPLY` or `DATAMART_INVALID`.
    pub code: String,
    /// What the API says, as one line, without anything that looks like a token.
    pub message: String,
    /// Whether the same request may succeed later.
    pub is_retryable: bool,
    /// How many seconds to wait before.
    pub retry_after: Option<u32>,
    /// The message at the fields that it is about: at least one issue.
    pub issues: Vec<ReplyIssue>,
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReplyError {}

/// What a reply says of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplyIssue {
    /// The rule that the message is about, or [`Code::Rejected`].
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What the reply says.
    pub message: String,
    /// The field; the root if none is named.
    pub path: Path,
    /// Its other members, as JSON: `"help":"…"`.
    pub(super) more: String,
}

/// Reads a reply to a request that creates or updates a datamart. Returns the `id` that it tells.
///
/// A message that names a schema, a table or a column is located in `datamart`, given as JSON text. Of the options,
/// only replaced messages count.
///
/// # Errors
///
/// What went wrong. Any body may arrive; one that cannot be read is an error, too.
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

/// The same with a body that has been read already.
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
    // A proxy may say 200 whatever the API says.
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

/// The most issues that are made of messages.
const MAX_SAID: usize = 100;

/// What the messages say of fields; empty if they name none.
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

/// `Datamart name already exists`, in whatever words.
fn says_name_is_taken(text: &str) -> bool {
    let text = text.get(..200).unwrap_or(text).to_ascii_lowercase();
    let has = |piece: &str| joi::has(&text, piece);
    let is_of_something_else = ["table", "column", "relationship", "schema"]
        .iter()
        .any(|it| has(it));
    has("already") && (has("datamart") || has("name") && !is_of_something_else)
}

/// The body of a reply.
struct Body<'d> {
    root: Value<'d>,
    /// The body, and what it is wrapped around.
    layers: Vec<Value<'d>>,
    error: Option<Value<'d>>,
    is_readable: bool,
}

/// So often a body may be wrapped.
const MAX_WRAPPED: usize = 4;

impl<'d> Body<'d> {
    fn read(document: &'d Document<'d>) -> Self {
        let root = document.root();
        let is_json = matches!(
            document.require_json(),
            Ok(()) | Err(JsonError::DuplicateKey { .. })
        );
        let is_readable = is_json && !matches!(root.kind(), Kind::Unusable(..));
        let wrapped = |layer: &Value<'d>| layer.member(DATA);
        let layers = std::iter::successors(Some(root), wrapped).take(MAX_WRAPPED);
        let layers: Vec<_> = layers.filter(|_| is_readable).collect();
        let says_something = |error: &Value<'d>| match error.kind() {
            Kind::Null | Kind::Bool(false) => false,
            Kind::Text(text) => !text.trim().is_empty(),
            _ => true,
        };
        Self {
            root,
            error: layers
                .iter()
                .filter_map(|layer| layer.member("error"))
                .find(says_something),
            layers,
            is_readable,
        }
    }

    fn id(&self) -> Option<String> {
        let ids = self.layers.iter().filter_map(|layer| layer.member("id"));
        let mut texts = ids.filter_map(|id| match id.kind() {
            Kind::Text(id) if !id.trim().is_empty() => Some(id),
            Kind::Number(id) => Some(id),
            _ => None,
        });
        texts.next().map(str::to_owned)
    }

    fn lists(&self) -> impl Iterator<Item = Value<'d>> {
        let layers = self.layers.iter().copied().chain(self.error);
        layers.filter_map(|layer| layer.member("issues"))
    }

    fn has_issues(&self) -> bool {
        self.lists().next().is_some()
    }

    /// The issues that a gateway found.
    fn issues(&self) -> Vec<ReplyIssue> {
        let mut lists = self.lists().map(pass::issues);
        lists.find(|issues| !issues.is_empty()).unwrap_or_default()
    }

    /// The body itself, where it is neither JSON nor HTML but a line of text.
    fn plain(&self) -> Option<&'d str> {
        if self.is_readable {
            return match self.root.kind() {
                Kind::Text(text) => Some(text),
                _ => None,
            };
        }
        let text = self.root.document().json_text()?.trim();
        let is_other = text.starts_with(['<', '{', '[', '"']) || text.contains(['\n', '\0']);
        (!is_other && !text.is_empty() && text.len() <= 200).then_some(text)
    }

    /// What can be said where the reply says nothing.
    fn silence(&self, status: u16, is_ok: bool) -> Message {
        let status = status.to_string();
        let text = self.root.document().json_text().map(str::trim);
        if is_ok && self.is_readable && self.error.is_none() {
            return messages::no_id();
        }
        match text {
            Some("") => messages::nothing(&status),
            Some(text) if text.starts_with('<') => messages::html(&status),
            _ if !self.issues().is_empty() => messages::invalid(),
            _ if self.is_readable => messages::silent(&status),
            _ => messages::unreadable(&status),
        }
    }
}

/// What a reply says of an error.
#[derive(Default)]
struct Said<'d> {
    code: Option<String>,
    status: Option<u16>,
    texts: Vec<&'d str>,
}

impl<'d> Said<'d> {
    fn read(body: &Body<'d>) -> Self {
        let mut said = Self::default();
        // What the error says goes before what stands beside it.
        if let Some(error) = body.error {
            said.object(error);
            if let Some(inner) = error.member("error") {
                said.object(inner);
            }
            if let Kind::Text(text) = error.kind() {
                said.text(text);
            }
        }
        for layer in &body.layers {
            said.object(*layer);
        }
        if said.texts.is_empty()
            && let Some(text) = body.plain()
        {
            said.text(text);
        }
        said
    }

    fn object(&mut self, object: Value<'d>) {
        if let (None, Some(Kind::Text(code))) = (&self.code, object.member("code").map(Value::kind))
        {
            self.code = code_of(code);
        }
        if let (None, Some(Kind::Number(digits))) =
            (self.status, object.member("status").map(Value::kind))
        {
            self.status = digits
                .parse()
                .ok()
                .filter(|status| (400..600).contains(status));
        }
        if self.texts.is_empty() {
            for key in ["message", "detail", "description"] {
                self.texts_of(object.member(key));
            }
        }
        for key in ["details", "errors"] {
            let Some(Kind::Array(details)) = object.member(key).map(Value::kind) else {
                continue;
            };
            for detail in details.take(MAX_SAID) {
                self.texts_of(Some(detail));
                self.texts_of(detail.member("message"));
            }
        }
    }

    fn texts_of(&mut self, value: Option<Value<'d>>) {
        match value.map(Value::kind) {
            Some(Kind::Text(text)) => self.text(text),
            Some(Kind::Array(texts)) => {
                for text in texts.take(MAX_SAID) {
                    if let Kind::Text(text) = text.kind() {
                        self.text(text);
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &'d str) {
        let text = beginning(text.trim());
        if text.is_empty() || self.texts.len() >= MAX_SAID || self.texts.contains(&text) {
            return;
        }
        // Some reply with the code alone.
        if self.code.is_none() && text.as_bytes().contains(&b'_') {
            self.code = code_of(text);
        }
        self.texts.push(text);
    }
}

/// A code as the API writes it: nothing else may come out of a reply as one.
fn code_of(text: &str) -> Option<String> {
    let is_code = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    let is_right = (1..=64).contains(&text.len()) && text.bytes().all(is_code);
    (is_right && mask(text) == text).then(|| text.to_owned())
}

/// So much of a message is read, in bytes.
const MAX_READ: usize = 8_000;

/// The beginning of a message, without a word that was cut.
fn beginning(text: &str) -> &str {
    if text.len() <= MAX_READ {
        return text;
    }
    let mut end = MAX_READ;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    let cut = start.rfind(char::is_whitespace).unwrap_or_default();
    start.get(..cut).unwrap_or_default()
}

/// Reads a reply that came from JavaScript: an object with `status`, `retryAfter`, `date` and `now`, and the body apart.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read_parts(
    facts: &Document<'_>,
    body: &Document<'_>,
    datamart: Option<&Document<'_>>,
    options: &Options,
) -> String {
    let fact = |key| match facts.root().member(key).map(Value::kind) {
        Some(Kind::Text(fact) | Kind::Number(fact)) => Some(fact),
        _ => None,
    };
    let reply = Reply {
        status: fact("status")
            .and_then(|it| it.parse().ok())
            .unwrap_or_default(),
        body: "",
        retry_after: fact("retryAfter"),
        date: fact("date"),
        now: fact("now").and_then(|it| it.parse().ok()),
    };
    super::write::result(&read_document(&reply, body, datamart, &options.messages))
}
