//! Messages as data: a template, and the values of its parameters. They are turned into text at one
//! place, when a report is made, so that an application can replace any template.
//!
//! In a template `{name}` is a parameter, and `{{` and `}}` are braces.

use std::fmt;

use serde::{Serialize, Serializer};

use super::json_weight;
use crate::document::write_key;
use crate::json::write_json;

/// The templates of one rule, or those that rules share.
#[derive(Debug)]
pub(crate) struct Group {
    /// The code of the rule, with which the keys begin.
    pub(crate) name: &'static str,
    /// A line for each: the rest of its key, a tab, and its text. A table would take more of the module than the texts.
    templates: &'static str,
}

impl Group {
    pub(crate) const fn new(name: &'static str, templates: &'static str) -> Self {
        Self { name, templates }
    }

    /// The template with this key.
    pub(crate) fn template(&'static self, key: &str) -> Option<Template> {
        let variant = key.strip_prefix(self.name)?;
        let is_it = |line: &str| line.split_once('\t').is_some_and(|(own, _)| own == variant);
        let number = self.templates.split('\n').position(is_it)?;
        Some(Template::new(self, number))
    }

    /// All of them.
    pub(crate) fn templates(&'static self) -> impl Iterator<Item = Template> {
        let lines = self.templates.split_terminator('\n').enumerate();
        lines.map(move |(number, _)| Template::new(self, number))
    }
}

/// One text that people see: a message, a help, the title of a fix, or what is said of a related place.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    group: &'static Group,
    number: usize,
}

impl Template {
    pub(crate) const fn new(group: &'static Group, number: usize) -> Self {
        Self { group, number }
    }

    fn line(self) -> (&'static str, &'static str) {
        let line = self.group.templates.split('\n').nth(self.number);
        line.and_then(|line| line.split_once('\t'))
            .unwrap_or_default()
    }

    /// The stable key for replacing it: `unknown-table`, `unknown-table.elsewhere.help`.
    #[must_use]
    pub fn key(self) -> String {
        [self.group.name, self.line().0].concat()
    }

    /// The text, including its parameters.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.line().1
    }

    /// The names of its parameters, in the order of their first occurrence.
    #[must_use]
    pub fn params(self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for piece in pieces(self.text()) {
            if let Ok(Piece::Param(name)) = piece
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        names
    }

    /// For order and equality.
    fn identity(self) -> (usize, usize) {
        (std::ptr::from_ref(self.group).addr(), self.number)
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Template {}

/// Whether the parameters of a template are these, in the order in which they first appear. Others do not compile.
pub(crate) const fn has_params(text: &str, params: &[&str]) -> bool {
    let mut rest = text.as_bytes();
    let mut seen = 0;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (*first, tail) {
            (b'{', [b'{', after @ ..]) | (b'}', [b'}', after @ ..]) => rest = after,
            (b'}', _) => return false,
            (b'{', _) => {
                let Some((after, number)) = find_param(tail, params) else {
                    return false;
                };
                if number > seen {
                    return false;
                }
                if number == seen {
                    seen += 1;
                }
                rest = after;
            }
            _ => {}
        }
    }
    seen == params.len()
}

/// The parameter at the beginning of `text`, and what follows its closing brace.
const fn find_param<'t>(text: &'t [u8], params: &[&str]) -> Option<(&'t [u8], usize)> {
    let mut left = params;
    let mut number = 0;
    while let [param, others @ ..] = left {
        let (mut name, mut rest) = (param.as_bytes(), text);
        loop {
            match (name, rest) {
                ([], [b'}', after @ ..]) => return Some((after, number)),
                ([wanted, name_tail @ ..], [found, tail @ ..]) if *wanted == *found => {
                    (name, rest) = (name_tail, tail);
                }
                _ => break,
            }
        }
        left = others;
        number += 1;
    }
    None
}

/// A part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    Text(&'t str),
    Param(&'t str),
}

/// A brace that neither begins nor ends a parameter and is not doubled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StrayBrace;

/// The parts of a template, up to the first mistake in it.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Result<Piece<'_>, StrayBrace>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find(['{', '}']).unwrap_or(rest.len());
        if end > 0 {
            let (plain, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
            rest = tail;
            return Some(Ok(Piece::Text(plain)));
        }
        if rest.is_empty() {
            return None;
        }
        if let Some(tail) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
            let (doubled, _) = rest.split_at_checked(1).unwrap_or((rest, ""));
            rest = tail;
            return Some(Ok(Piece::Text(doubled)));
        }
        let name = rest.strip_prefix('{').and_then(|it| it.split_once('}'));
        let Some((name, tail)) = name.filter(|(name, _)| !name.as_bytes().contains(&b'{')) else {
            rest = "";
            return Some(Err(StrayBrace));
        };
        rest = tail;
        Some(Ok(Piece::Param(name)))
    })
}

/// A template and the values of its parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
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
    pub fn new(template: Template, values: &[&str]) -> Self {
        let values = values.iter().map(|value| shown(value)).collect();
        Self { template, values }
    }

    /// A message with the values of the parameters by name, shown unchanged.
    #[cold]
    #[inline(never)]
    pub(crate) fn filled(template: Template, value: &dyn Fn(&'static str) -> String) -> Self {
        let values = template.params().into_iter().map(value).collect();
        Self { template, values }
    }

    /// The text of the message, and its parameters.
    pub(crate) fn into_text(self, messages: &Messages) -> (String, Params) {
        let text = messages.render(&self);
        let mut params = Params::default();
        params.add(self);
        (text, params)
    }

    /// The template.
    #[must_use]
    pub fn template(&self) -> Template {
        self.template
    }
}

/// The message as this crate words it.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Messages::default().render(self))
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

    /// Adds the parameters of a message. If texts of the same issue share a parameter name, it has
    /// the same value.
    pub(super) fn add(&mut self, message: Message) {
        let names = message.template.params();
        for (name, value) in names.into_iter().zip(message.values) {
            match self.get(name) {
                Some(known) => debug_assert_eq!(known, value, "{}: {name}", message.template.key()),
                None => self.0.push((name, value)),
            }
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
pub struct Messages {
    /// By the identity of the template that is replaced.
    replaced: Vec<((usize, usize), Box<str>)>,
}

impl Messages {
    /// Replaces a template.
    ///
    /// # Errors
    ///
    /// If the text is not a template, or has a parameter that the replaced one lacks.
    pub fn replace(&mut self, template: Template, text: &str) -> Result<(), TemplateError> {
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

    fn text(&self, template: Template) -> &str {
        let identity = template.identity();
        let found = self
            .replaced
            .binary_search_by_key(&identity, |(other, _)| *other);
        let replaced = found.ok().and_then(|at| self.replaced.get(at));
        replaced.map_or(template.text(), |(_, text)| text)
    }

    /// The text of a message.
    #[must_use]
    pub fn render(&self, message: &Message) -> String {
        let names = message.template.params();
        let mut text = String::new();
        for piece in pieces(self.text(message.template)) {
            match piece {
                Ok(Piece::Text(plain)) => text.push_str(plain),
                Ok(Piece::Param(name)) => {
                    let at = names.iter().position(|own| *own == name);
                    let value = at.and_then(|at| message.values.get(at));
                    text.push_str(value.map_or("", String::as_str));
                }
                Err(StrayBrace) => {}
            }
        }
        text
    }
}

/// Why a text cannot replace a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// It has a parameter that the template lacks.
    UnknownParam(String),
    /// It has a brace that neither begins nor ends a parameter and is not doubled.
    StrayBrace,
}

/// How much of a value is shown, in characters, from its beginning and from its end: user input may
/// be megabytes.
const SHOWN: [usize; 2] = [240, 100];

/// What a user wrote, as one line that is short enough to show. However long it is, only what is shown is looked at.
pub(crate) fn shown(value: &str) -> String {
    let [start, end] = SHOWN;
    let is_long = value.char_indices().nth(start + end).is_some();
    if !is_long && value.chars().all(is_shown) {
        return value.to_owned();
    }
    let mut line = String::new();
    let (first, last) = if is_long {
        let head = value.char_indices().nth(start).map_or(0, |(at, _)| at);
        let tail = value.char_indices().nth_back(end - 1);
        (head, tail.map_or(0, |(at, _)| at))
    } else {
        (value.len(), value.len())
    };
    let push = |line: &mut String, piece: Option<&str>| {
        for c in piece.unwrap_or_default().chars() {
            push_shown(line, c);
        }
    };
    push(&mut line, value.get(..first));
    if is_long {
        line.push('…');
    }
    push(&mut line, value.get(last..));
    line
}

/// Whether it has no effect on a terminal or a log, and does not reorder the text around it.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Appends a character of user or program input in a displayable form.
#[inline(never)]
pub(crate) fn push_shown(line: &mut String, c: char) {
    match c {
        '\n' => line.push_str("\\n"),
        '\r' => line.push_str("\\r"),
        '\t' => line.push_str("\\t"),
        _ if is_shown(c) => line.push(c),
        _ => line.push(char::REPLACEMENT_CHARACTER),
    }
}

/// Declares a group of templates, with one function each that makes a [`Message`] from the values of
/// its parameters.
///
/// ```ignore
/// messages! {
///     "unknown-table"
///     missing(name): "" => "the datasource has no table `{name}`",
///     use_known(): ".help" => "Use the name of a table or a view in the datasource.",
/// }
/// ```
macro_rules! messages {
    ($group:literal $($name:ident($($param:ident),*): $variant:literal => $text:literal,)*) => {
        mod texts {
            $crate::issue::templates! { $group $($name($($param),*): $variant => $text,)* }
        }
        pub(crate) use texts::GROUP;

        $(
            #[allow(non_snake_case, clippy::allow_attributes, reason = "parameters are named as in JavaScript")]
            pub(crate) fn $name($($param: &str),*) -> $crate::issue::Message {
                $crate::issue::Message::new(texts::$name, &[$($param),*])
            }
        )*
    };
}
pub(crate) use messages;

/// Declares the templates of a group alone, where their parameters are filled in by their names; see
/// [`Message::filled`].
macro_rules! templates {
    ($group:literal $($name:ident($($param:ident),*): $variant:literal => $text:literal,)*) => {
        /// The templates.
        pub(crate) static GROUP: $crate::issue::Group =
            $crate::issue::Group::new($group, concat!($($variant, "\t", $text, "\n"),*));

        #[allow(non_camel_case_types, clippy::upper_case_acronyms, clippy::allow_attributes, reason = "named like the templates")]
        enum Number { $($name,)* }

        $(
            const _: () = assert!($crate::issue::has_params($text, &[$(stringify!($param)),*]));
            #[allow(non_upper_case_globals, clippy::allow_attributes, reason = "named like the functions that fill them in")]
            pub(crate) const $name: $crate::issue::Template =
                $crate::issue::Template::new(&GROUP, Number::$name as usize);
        )*
    };
}
pub(crate) use templates;

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        "test"
        plain(): "" => "nothing to fill in",
        pair(first, second): ".pair" => "{first} and {second}, {first} in {{braces}}",
    }

    #[test]
    fn parameters_are_filled_in() {
        let messages = Messages::default();
        assert_eq!(messages.render(&plain()), "nothing to fill in");
        assert_eq!(
            messages.render(&pair("{second}", "b")),
            "{second} and b, {second} in {braces}"
        );
        assert_eq!(GROUP.template("test.pair").unwrap().key(), "test.pair");
        assert_eq!(
            GROUP.template("test.pair").unwrap().params(),
            ["first", "second"]
        );
    }

    #[test]
    fn parameters_are_those_of_the_text() {
        for (text, params, expected) in [
            ("", &[][..], true),
            ("{a}{b}{a}", &["a", "b"], true),
            ("{ab}{a}", &["ab", "a"], true),
            ("{b}{a}", &["a", "b"], false),
            ("{a}", &["a", "b"], false),
            ("{a}{b}", &["a"], false),
            ("{{a}}", &["a"], false),
            ("{{{a}}}", &["a"], true),
            ("{a", &["a"], false),
            ("a}", &[], false),
            ("{}", &[], false),
        ] {
            assert_eq!(has_params(text, params), expected, "{text}");
        }
    }

    #[test]
    fn a_template_can_be_replaced() {
        let mut messages = Messages::default();
        let [plain_template, pair_template] =
            ["test", "test.pair"].map(|key| GROUP.template(key).unwrap());
        assert_eq!(GROUP.templates().count(), 2);
        assert_eq!(
            messages.replace(pair_template, "{second}{{{first}}}"),
            Ok(())
        );
        assert_eq!(messages.replace(plain_template, "nichts"), Ok(()));
        assert_eq!(messages.render(&pair("a", "b")), "b{a}");
        assert_eq!(messages.render(&plain()), "nichts");
        assert_eq!(messages.replace(pair_template, ""), Ok(()));
        assert_eq!(messages.render(&pair("a", "b")), "");
        assert_eq!(
            messages.replace(plain_template, "{first}"),
            Err(TemplateError::UnknownParam("first".to_owned()))
        );
        for stray in ["{", "}", "{first", "{first {second}", "a } b", "{{{", "}}}"] {
            let error = messages.replace(pair_template, stray);
            assert_eq!(error, Err(TemplateError::StrayBrace), "{stray}");
        }
        assert_eq!(messages.render(&plain()), "nichts");
    }

    #[test]
    fn a_value_is_one_line_and_not_too_long() {
        assert_eq!(shown("a\nb\t\u{0}"), "a\\nb\\t\u{fffd}");
        assert_eq!(
            shown("a\u{202e}b\u{2067}c\u{9b}d"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d"
        );
        let long = shown(&format!("{}é", "x".repeat(9_999)));
        assert_eq!(long.chars().count(), 341);
        assert!(long.starts_with("xxx") && long.ends_with("xé"));
    }
}
