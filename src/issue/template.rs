//! Templates: the texts of messages, with the names of their parameters in them.
//!
//! In a template `{name}` is a parameter, and `{{` and `}}` are braces.

/// The templates of one rule, or those that rules share.
#[derive(Debug)]
pub(crate) struct Group {
    /// The code of the rule, with which the keys begin.
    pub(crate) name: &'static str,
    /// A line for each: the rest of its key, a tab, and its text. A table would take more of the
    /// module than the texts.
    text: &'static str,
}

impl Group {
    pub(crate) const fn new(name: &'static str, text: &'static str) -> Self {
        Self { name, text }
    }

    /// The template with this key.
    pub(crate) fn template(&'static self, key: &str) -> Option<Template> {
        let variant = key.strip_prefix(self.name)?;
        let is_it = |line: &str| until(line, b'\t').is_some_and(|(own, _)| own == variant);
        let number = self.lines().into_iter().position(is_it)?;
        Some(Template::new(self, number))
    }

    /// All of them.
    pub(crate) fn templates(&'static self) -> impl Iterator<Item = Template> {
        (0..self.lines().len()).map(move |number| Template::new(self, number))
    }

    /// The lines by number.
    pub(super) fn lines(&self) -> Vec<&'static str> {
        let mut lines = Vec::new();
        let mut rest = self.text;
        while let Some((line, tail)) = until(rest, b'\n') {
            lines.push(line);
            rest = tail;
        }
        lines
    }
}

/// One text for people: a message, a help text, the title of a fix, or the description of a related
/// location.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Template {
    pub(super) group: &'static Group,
    /// The number of its line.
    pub(super) number: usize,
}

impl Template {
    pub(crate) const fn new(group: &'static Group, number: usize) -> Self {
        Self { group, number }
    }

    fn line(self) -> (&'static str, &'static str) {
        let mut lines = self.group.text;
        for _ in 0..self.number {
            lines = until(lines, b'\n').map_or("", |(_, rest)| rest);
        }
        let line = until(lines, b'\n').map_or("", |(line, _)| line);
        until(line, b'\t').unwrap_or_default()
    }

    /// The stable key for replacing it: `unknown-table`, `unknown-table.elsewhere.help`.
    #[must_use]
    pub(crate) fn key(self) -> String {
        crate::text::joined(&[self.group.name, self.line().0], "")
    }

    /// The text, including its parameters.
    #[must_use]
    pub(crate) fn text(self) -> &'static str {
        self.line().1
    }

    /// The names of its parameters, in the order of their first occurrence.
    pub(crate) fn params(self) -> Vec<&'static str> {
        params(self.text())
    }

    /// For order and equality.
    pub(super) fn identity(self) -> (usize, usize) {
        (std::ptr::from_ref(self.group).addr(), self.number)
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Template {}

/// The names of a text's parameters, in the order of their first occurrence.
pub(super) fn params(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces(text) {
        if let Ok(Piece::Param(name)) = piece
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// What is before an ASCII character, and what is after it. The standard library's search is made
/// for long texts, and larger.
pub(super) fn until(text: &str, byte: u8) -> Option<(&str, &str)> {
    let end = text.bytes().position(|it| it == byte)?;
    Some((text.get(..end)?, text.get(end + 1..)?))
}

/// Whether the parameters of a template are these, in the order in which they first appear. Others
/// do not compile.
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
        let is_brace = |byte| matches!(byte, b'{' | b'}');
        let end = rest.bytes().position(is_brace).unwrap_or(rest.len());
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
        let name = rest.strip_prefix('{').and_then(|it| until(it, b'}'));
        let Some((name, tail)) = name.filter(|(name, _)| !name.as_bytes().contains(&b'{')) else {
            rest = "";
            return Some(Err(StrayBrace));
        };
        rest = tail;
        Some(Ok(Piece::Param(name)))
    })
}

/// Declares a group of templates, with one function each that makes a [`Message`](super::Message)
/// from the values of its parameters.
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
/// [`Message::filled`](super::Message::filled).
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
    fn a_template_has_a_key_a_text_and_parameters() {
        let templates: Vec<_> = GROUP.templates().collect();
        let keys: Vec<_> = templates.iter().map(|it| it.key()).collect();
        assert_eq!(keys, ["test", "test.pair"]);
        assert_eq!(templates[0].text(), "nothing to fill in");
        assert_eq!(templates[1].params(), ["first", "second"]);
        for (template, message) in templates.iter().zip([plain(), pair("a", "b")]) {
            assert_eq!(message.template(), *template);
            assert_eq!(GROUP.template(&template.key()), Some(*template));
        }
        assert_eq!(GROUP.template("test.pai"), None);
        assert_eq!(GROUP.template("other"), None);
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
}
