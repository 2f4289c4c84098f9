//! Findings of rules, before they become issues. Positions are nodes and bytes here, so that a
//! valid datamart costs no paths and ranges.

use super::fix::{Change, FixParts, NewValue, fix};
use super::message::{Message, Params, Renderer};
use super::place::Place;
use super::places::Places;
use super::{Code, FIXED, Issue, Related, Severity, suggestion};

/// A rule's report about one place. Boxed, so that passing it on moves only a pointer.
#[derive(Debug)]
pub(crate) struct Finding(Box<Parts>);

#[derive(Debug)]
struct Parts {
    code: Code,
    place: Place,
    message: Message,
    help: Option<Message>,
    suggestion: Option<String>,
    related: Vec<(Place, Message)>,
    is_certain: bool,
    fix: FixParts,
}

impl Finding {
    /// A finding with its message: what was found and what was expected.
    #[must_use]
    pub(crate) fn new(code: Code, place: impl Into<Place>, message: Message) -> Self {
        Self::from_parts(code, place.into(), message)
    }

    // Rules run over thousands of values and report few of them. The code for reporting is kept out
    // of their loops, which makes the module smaller and the loops faster.

    #[cold]
    #[inline(never)]
    fn from_parts(code: Code, place: Place, message: Message) -> Self {
        Self(Box::new(Parts {
            code,
            place,
            message,
            help: None,
            suggestion: None,
            related: Vec::new(),
            is_certain: false,
            fix: FixParts::default(),
        }))
    }

    /// Reports an error instead of a warning, because the problem is certain.
    #[must_use]
    pub(crate) fn certain(mut self, is_certain: bool) -> Self {
        self.0.is_certain = is_certain;
        self
    }

    /// Adds the next step, in one or two sentences.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn help(mut self, help: Message) -> Self {
        self.0.help = Some(help);
        self
    }

    /// Adds the probable intention.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn suggest(mut self, suggestion: Option<&str>) -> Self {
        self.0.suggestion = suggestion.map(str::to_owned);
        self
    }

    /// Adds the name that was probably meant, and a sentence that suggests it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn did_you_mean(self, name: &str) -> Self {
        self.help(suggestion::help(name)).suggest(Some(name))
    }

    /// Declares that applying the suggestion alone is not a fix: something else would break, or
    /// stay broken.
    #[must_use]
    pub(crate) fn no_fix(mut self) -> Self {
        self.0.fix.is_unsafe = true;
        self
    }

    /// Adds an edit to the fix, in addition to the suggestion: something else that must change too.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn also_set(mut self, place: impl Into<Place>, value: NewValue) -> Self {
        self.0.fix.edits.push((place.into(), Change::Set(value)));
        self
    }

    /// Adds an edit to the fix, in addition to the suggestion: something that must be removed.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn also_remove(mut self, place: impl Into<Place>) -> Self {
        self.0.fix.edits.push((place.into(), Change::Remove));
        self
    }

    /// Adds an edit to the fix, in addition to the suggestion: it replaces a part of a string
    /// ([`Place::piece`]) or of the JSON text ([`Place::text`]). Edits of one string must not
    /// overlap.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn also_replace(mut self, piece: Place, text: impl Into<String>) -> Self {
        self.0.fix.edits.push((piece, Change::Replace(text.into())));
        self
    }

    /// Declares the fix certain: its only candidate differs from the current value only in case,
    /// whitespace, Unicode composition or quoting, or the datamart keeps its meaning. Otherwise a
    /// fix is probable, unless it only removes whitespace around a string.
    #[must_use]
    pub(crate) fn certain_fix(self) -> Self {
        self.certain_fix_if(true)
    }

    /// [`Finding::certain_fix`] if `is_certain`.
    #[must_use]
    pub(crate) fn certain_fix_if(mut self, is_certain: bool) -> Self {
        self.0.fix.is_certain |= is_certain;
        self
    }

    /// Sets the title of the fix, if the suggestion does not determine it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn fix_title(mut self, title: Message) -> Self {
        self.0.fix.title = Some(title);
        self
    }

    /// Makes the removal of its place the fix.
    #[must_use]
    pub(crate) fn fix_by_removing(self, title: Message) -> Self {
        let place = self.0.place;
        self.fix_title(title).also_remove(place)
    }

    /// Adds a related place.
    #[must_use]
    pub(crate) fn related(self, place: impl Into<Place>, message: Message) -> Self {
        self.with_related(place.into(), message)
    }

    #[cold]
    #[inline(never)]
    fn with_related(mut self, place: Place, message: Message) -> Self {
        self.0.related.push((place, message));
        self
    }
}

impl Finding {
    pub(super) fn code(&self) -> Code {
        self.0.code
    }

    pub(super) fn place(&self) -> Place {
        self.0.place
    }

    pub(super) fn is_certain(&self) -> bool {
        self.0.is_certain
    }

    /// The size of its text, without messages, which are short.
    pub(super) fn bytes(&self) -> usize {
        FIXED + self.0.suggestion.as_ref().map_or(0, String::len) + self.0.fix.bytes()
    }

    pub(super) fn into_issue(
        self,
        severity: Severity,
        places: &mut Places<'_>,
        renderer: &mut Renderer<'_>,
    ) -> Issue {
        let Parts {
            code,
            place,
            message,
            help,
            suggestion,
            related,
            is_certain: _,
            fix: parts,
        } = *self.0;
        let mut params = Params::default();
        let text = renderer.fill(message, &mut params);
        let help = help.map(|help| renderer.fill(help, &mut params));
        let fix = fix(
            places,
            place,
            suggestion.as_deref(),
            parts,
            renderer,
            &mut params,
        );
        let related = related
            .into_iter()
            .map(|(place, message)| {
                let (message, params) = renderer.render(message);
                Related {
                    message,
                    params,
                    path: place.path(places.document),
                    range: places.range(place),
                    text_range: places.text_range(place),
                }
            })
            .collect();
        Issue {
            code,
            severity,
            message: text,
            params,
            path: place.path(places.document),
            range: places.range(place),
            text_range: places.text_range(place),
            suggestion,
            help,
            related,
            fix,
        }
    }
}
