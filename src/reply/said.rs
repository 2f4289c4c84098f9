//! What the body of a reply contains: the `id`, or the code, the status and the messages of an
//! error, wherever they are.

use super::answer::ReplyIssue;
use super::pass;
use super::secrets::mask;
use crate::contract::foreign::DATA;
use crate::document::{Document, JsonError, Kind, Value};
use crate::issue::Message;
use crate::rules::reply::rejected::messages;

/// The most messages that are read, and the most issues that are made from them.
pub(super) const MAX_SAID: usize = 100;

/// The body of a reply.
pub(super) struct Body<'d> {
    root: Value<'d>,
    /// The body, and the bodies wrapped in it.
    layers: Vec<Value<'d>>,
    pub(super) error: Option<Value<'d>>,
    pub(super) is_readable: bool,
}

/// How often a body may be wrapped.
const MAX_WRAPPED: usize = 4;

impl<'d> Body<'d> {
    pub(super) fn read(document: &'d Document<'d>) -> Self {
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

    pub(super) fn id(&self) -> Option<String> {
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

    pub(super) fn has_issues(&self) -> bool {
        self.lists().next().is_some()
    }

    /// The issues that a gateway found.
    pub(super) fn issues(&self) -> Vec<ReplyIssue> {
        let mut lists = self.lists().map(pass::issues);
        lists.find(|issues| !issues.is_empty()).unwrap_or_default()
    }

    /// The body itself, if it is a line of text instead of JSON or HTML.
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

    /// The message for a reply that contains none.
    pub(super) fn silence(&self, status: u16, is_ok: bool) -> Message {
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

/// What a reply contains about an error.
#[derive(Default)]
pub(super) struct Said<'d> {
    pub(super) code: Option<String>,
    pub(super) status: Option<u16>,
    pub(super) texts: Vec<&'d str>,
}

impl<'d> Said<'d> {
    pub(super) fn read(body: &Body<'d>) -> Self {
        let mut said = Self::default();
        // The members of the error take precedence over those next to it.
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
        // Some replies contain only the code.
        if self.code.is_none() && text.as_bytes().contains(&b'_') {
            self.code = code_of(text);
        }
        self.texts.push(text);
    }
}

/// A code in the API's form; nothing else is passed on as a code.
fn code_of(text: &str) -> Option<String> {
    let is_code = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    let is_right = (1..=64).contains(&text.len()) && text.bytes().all(is_code);
    (is_right && mask(text) == text).then(|| text.to_owned())
}

/// How much of a message is read, in bytes.
const MAX_READ: usize = 8_000;

/// The beginning of a message, without a truncated word.
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
