//! Messages as data: a template, and the values of its parameters. They are turned into text in one
//! place, when a report is made, so that an application can replace any template.

use std::fmt;

use serde::{Serialize, Serializer};

use super::json_weight;
use super::shown::shown;
use super::template::{Piece, StrayBrace, Template, params as params_of, pieces, until};
use crate::document::write_key;
use crate::json::write_json;

/// A template and the values of its parameters. Boxed, so that passing it on moves only a pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(Box<Filled>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Filled {
    template: Template,
    /// In the order of [`Template::params`].
    values: Vec<String>,
}

impl Message {
    /// A message with the values of its parameters, in the order of [`Template::params`]. Each
    /// value is turned into one line, short enough to show.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn new(template: Template, values: &[&str]) -> Self {
        let values = values.iter().map(|value| shown(value)).collect();
        Self(Box::new(Filled { template, values }))
    }

    /// A message with the values of the parameters by name, shown unchanged.
    #[cold]
    #[inline(never)]
    pub(crate) fn filled(template: Template, value: &dyn Fn(&'static str) -> String) -> Self {
        let values = template.params().into_iter().map(value).collect();
        Self(Box::new(Filled { template, values }))
    }

    /// The template.
    #[must_use]
    pub(crate) fn template(&self) -> Template {
        self.0.template
    }
}

/// The message as this crate words it.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Renderer::new(&Messages::default()).render(self.clone()).0;
        f.write_str(&text)
    }
}

/// The parameters of a message by their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Params(Vec<(&'static str, String)>);

impl Params {
    /// The value of a parameter.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut params = self.iter();
        params.find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// The parameters with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Their size as JSON, in bytes.
    pub(crate) fn weight(&self) -> usize {
        let weight = |(name, value): (&str, &str)| name.len() + 4 + json_weight(value);
        self.iter().map(weight).sum()
    }

    /// Appends them to the JSON of an object, as its member `params`.
    pub(crate) fn write(&self, out: &mut String) {
        write_key("params", out);
        write_json(self, out);
    }

    /// Adds a parameter. If texts of the same issue share the name of one, it has the same value.
    fn add(&mut self, name: &'static str, value: String) {
        match self.get(name) {
            Some(known) => debug_assert_eq!(known, value, "{name}"),
            None => self.0.push((name, value)),
        }
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// The templates that an application has replaced: the option `messages`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Messages {
    /// By the identity of the template that is replaced.
    replaced: Vec<((usize, usize), Box<str>)>,
}

impl Messages {
    /// Replaces a template.
    ///
    /// # Errors
    ///
    /// If the text is not a template, or has a parameter that the replaced one lacks.
    pub(crate) fn replace(&mut self, template: Template, text: &str) -> Result<(), TemplateError> {
        let params = template.params();
        for piece in pieces(text) {
            match piece {
                Ok(Piece::Text(_)) => {}
                Ok(Piece::Param(name)) if params.contains(&name) => {}
                Ok(Piece::Param(name)) => return Err(TemplateError::UnknownParam(name.to_owned())),
                Err(StrayBrace) => return Err(TemplateError::StrayBrace),
            }
        }
        let identity = template.identity();
        let at = self
            .replaced
            .partition_point(|(other, _)| *other < identity);
        if self
            .replaced
            .get(at)
            .is_some_and(|(other, _)| *other == identity)
        {
            self.replaced.remove(at);
        }
        self.replaced.insert(at, (identity, text.into()));
        Ok(())
    }

    fn replacement(&self, template: Template) -> Option<&str> {
        let identity = template.identity();
        let found = self
            .replaced
            .binary_search_by_key(&identity, |(other, _)| *other);
        let replaced = self.replaced.get(found.ok()?)?;
        Some(&replaced.1)
    }
}

/// Turns messages into text. There are as many messages as issues and few groups, so the lines of a
/// group are found once.
#[derive(Debug)]
pub(crate) struct Renderer<'m> {
    messages: &'m Messages,
    /// The names of the groups used so far, and their lines.
    groups: Vec<(&'static str, Vec<&'static str>)>,
}

impl<'m> Renderer<'m> {
    pub(crate) fn new(messages: &'m Messages) -> Self {
        Self {
            messages,
            groups: Vec::new(),
        }
    }

    /// The text of a message, and its parameters.
    pub(crate) fn render(&mut self, message: Message) -> (String, Params) {
        let mut params = Params::default();
        (self.fill(message, &mut params), params)
    }

    /// The text of a message, whose parameters are added to those of its issue.
    #[inline(never)]
    pub(super) fn fill(&mut self, message: Message, params: &mut Params) -> String {
        let Filled { template, values } = *message.0;
        let own = self.text(template);
        let names = params_of(own);
        let replacement = self.messages.replacement(template);
        let mut text = String::new();
        for piece in pieces(replacement.unwrap_or(own)) {
            match piece {
                Ok(Piece::Text(plain)) => text.push_str(plain),
                Ok(Piece::Param(name)) => {
                    let at = names.iter().position(|own| *own == name);
                    let value = at.and_then(|at| values.get(at));
                    text.push_str(value.map_or("", String::as_str));
                }
                Err(StrayBrace) => {}
            }
        }
        for (name, value) in names.into_iter().zip(values) {
            params.add(name, value);
        }
        text
    }

    fn text(&mut self, template: Template) -> &'static str {
        let name = template.group.name;
        let mut known = self.groups.iter();
        // Names are not compared as texts: there is one copy of each.
        let at = known.position(|(other, _)| std::ptr::eq(*other, name));
        let at = at.unwrap_or_else(|| {
            self.groups.push((name, template.group.lines()));
            self.groups.len() - 1
        });
        let lines = self.groups.get(at);
        let line = lines.and_then(|(_, lines)| lines.get(template.number));
        let line = line.and_then(|line| until(line, b'\t'));
        line.map_or("", |(_, text)| text)
    }
}

/// Why a text cannot replace a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TemplateError {
    /// It has a parameter that the template lacks.
    UnknownParam(String),
    /// It has a brace that neither begins nor ends a parameter and is not doubled.
    StrayBrace,
}

#[cfg(test)]
mod tests {
    use super::super::template::messages;
    use super::*;

    messages! {
        "test"
        plain(): "" => "nothing to fill in",
        pair(first, second): ".pair" => "{first} and {second}, {first} in {{braces}}",
    }

    #[test]
    fn parameters_are_filled_in() {
        let messages = Messages::default();
        let render = |message| Renderer::new(&messages).render(message).0;
        assert_eq!(render(plain()), "nothing to fill in");
        assert_eq!(
            render(pair("{second}", "b")),
            "{second} and b, {second} in {braces}"
        );
    }

    #[test]
    fn a_template_can_be_replaced() {
        let mut messages = Messages::default();
        let [plain_template, pair_template] =
            ["test", "test.pair"].map(|key| GROUP.template(key).unwrap());
        let render = |messages: &Messages, message| Renderer::new(messages).render(message).0;
        assert_eq!(
            messages.replace(pair_template, "{second}{{{first}}}"),
            Ok(())
        );
        assert_eq!(messages.replace(plain_template, "nichts"), Ok(()));
        assert_eq!(render(&messages, pair("a", "b")), "b{a}");
        assert_eq!(render(&messages, plain()), "nichts");
        assert_eq!(messages.replace(pair_template, ""), Ok(()));
        assert_eq!(render(&messages, pair("a", "b")), "");
        assert_eq!(
            messages.replace(plain_template, "{first}"),
            Err(TemplateError::UnknownParam("first".to_owned()))
        );
        for stray in ["{", "}", "{first", "{first {second}", "a } b", "{{{", "}}}"] {
            let error = messages.replace(pair_template, stray);
            assert_eq!(error, Err(TemplateError::StrayBrace), "{stray}");
        }
        assert_eq!(render(&messages, plain()), "nichts");
    }
}
