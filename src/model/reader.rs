//! Reads one object after the other by the contract and reports what has the wrong shape.

use super::words::{describe, shorten};
use super::{Field, Flag, Text, is_blank};
use crate::contract::{self, Condition, FieldKind, MAX_FIELDS, OBJECTS, Object, Presence};
use rustc_hash::FxHashSet;

use crate::document::{Document, Flaw, FlawKind, KeyId, Kind, NodeId, Unusable, Value};
use crate::issue::{Code, Finding, Findings, Place};
use crate::suggest::{self, Suggester};

/// The fields of one object, by their numbers in the contract.
#[derive(Debug)]
pub(super) struct Slots<'d>([Slot<'d>; MAX_FIELDS]);

/// One field, after its kind has been checked.
#[derive(Debug, Clone, Copy)]
enum Slot<'d> {
    Absent,
    Broken,
    Text(Text<'d>),
    Flag(Flag<'d>),
    /// A list or an object.
    Container(Value<'d>),
}

impl<'d> Slots<'d> {
    fn slot(&self, field: usize) -> Slot<'d> {
        self.0.get(field).copied().unwrap_or(Slot::Absent)
    }

    pub(super) fn text(&self, field: usize) -> Field<Text<'d>> {
        match self.slot(field) {
            Slot::Absent => Field::Absent,
            Slot::Text(text) => Field::Given(text),
            _ => Field::Broken,
        }
    }

    pub(super) fn flag(&self, field: usize) -> Field<Flag<'d>> {
        match self.slot(field) {
            Slot::Absent => Field::Absent,
            Slot::Flag(flag) => Field::Given(flag),
            _ => Field::Broken,
        }
    }

    pub(super) fn container(&self, field: usize) -> Field<Value<'d>> {
        match self.slot(field) {
            Slot::Absent => Field::Absent,
            Slot::Container(value) => Field::Given(value),
            _ => Field::Broken,
        }
    }

    fn meets(&self, condition: Condition) -> bool {
        match (condition, self.slot(condition.field())) {
            (Condition::IsTrue(_), Slot::Flag(flag)) => flag.is_set,
            (Condition::Is(_, wanted), Slot::Text(text)) => text.text == wanted,
            _ => false,
        }
    }
}

/// The items of a list that could be read.
#[derive(Debug)]
pub(super) struct List<T> {
    pub(super) items: Vec<T>,
    /// Whether these are all items.
    pub(super) is_whole: bool,
}

/// What is known of a key in one kind of object.
#[derive(Debug, Clone, Copy, Default)]
enum Resolved {
    #[default]
    NotYet,
    Unknown,
    /// The number of the field.
    Field(u8),
}

pub(super) struct Reader<'d, 'f> {
    document: &'d Document<'d>,
    findings: &'f mut Findings<'d>,
    /// Each key is looked up once for each kind of object, not once for each of five thousand columns.
    keys: Vec<[Resolved; OBJECTS]>,
    suggester: Suggester,
    /// Members whose key stands earlier in the same object, which is reported already.
    repeated: FxHashSet<NodeId>,
}

impl<'d, 'f> Reader<'d, 'f> {
    pub(super) fn new(document: &'d Document<'d>, findings: &'f mut Findings<'d>) -> Self {
        let keys = vec![[Resolved::default(); OBJECTS]; document.key_count()];
        let is_repeated = |flaw: &&Flaw| matches!(flaw.kind, FlawKind::DuplicateKey { .. });
        Self {
            document,
            findings,
            keys,
            suggester: Suggester::default(),
            repeated: document
                .flaws()
                .iter()
                .filter(is_repeated)
                .map(|flaw| flaw.node)
                .collect(),
        }
    }

    fn report(&mut self, code: Code, place: impl Into<Place>, message: String) {
        self.findings.add(Finding::new(code, place, message));
    }

    /// Reads the items of a list of objects.
    pub(super) fn list<T>(
        &mut self,
        list: Field<Value<'d>>,
        read: impl Fn(&mut Self, Value<'d>) -> Option<T>,
    ) -> List<T> {
        let Field::Given(list) = list else {
            return List {
                items: Vec::new(),
                is_whole: list.is_absent(),
            };
        };
        let Kind::Array(values) = list.kind() else {
            return List {
                items: Vec::new(),
                is_whole: false,
            };
        };
        let count = values.len();
        let mut items = Vec::with_capacity(count);
        items.extend(values.filter_map(|value| read(self, value)));
        let is_whole = items.len() == count && !self.document.is_incomplete(list.id());
        List { items, is_whole }
    }

    /// Reads the members of an object. `None`, after a report, when it is none.
    pub(super) fn object(
        &mut self,
        value: Value<'d>,
        object: &'static Object,
    ) -> Option<Slots<'d>> {
        let Kind::Object(members) = value.kind() else {
            if is_readable(value) {
                let message = format!(
                    "found {}, expected {} (an object)",
                    describe(value),
                    object.title
                );
                self.report(Code::Type, value, message);
            }
            return None;
        };
        let mut slots = Slots([Slot::Absent; MAX_FIELDS]);
        let mut unknown: Vec<(KeyId, Value<'d>)> = Vec::new();
        let mut lacking = object.required;
        for (key, member) in members {
            let Some(number) = self.resolve(key, object) else {
                unknown.push((key, member));
                continue;
            };
            let (Some(slot), Some(field)) = (slots.0.get_mut(number), object.fields.get(number))
            else {
                continue;
            };
            // Of a key that is there twice the last one counts, as in `JSON.parse`.
            *slot = self.member(member, field);
            let bit = 1 << number;
            lacking = if matches!(slot, Slot::Absent) {
                lacking | object.required & bit
            } else {
                lacking & !bit
            };
        }
        if lacking != 0
            || object
                .condition
                .is_some_and(|condition| slots.meets(condition))
        {
            self.absent_fields(value, object, &mut slots, &mut unknown);
        }
        for (key, member) in unknown {
            self.unknown_field(key, member, object, &slots);
        }
        Some(slots)
    }

    fn resolve(&mut self, key: KeyId, object: &'static Object) -> Option<usize> {
        let resolved = self.keys.get_mut(key.index())?.get_mut(object.number)?;
        if matches!(resolved, Resolved::NotYet) {
            let position = object
                .position(self.document.key(key))
                .and_then(|field| u8::try_from(field).ok());
            *resolved = position.map_or(Resolved::Unknown, Resolved::Field);
        }
        match resolved {
            Resolved::Field(field) => Some(usize::from(*field)),
            Resolved::NotYet | Resolved::Unknown => None,
        }
    }

    /// Checks what a field holds.
    fn member(&mut self, value: Value<'d>, field: &'static contract::Field) -> Slot<'d> {
        let kind = value.kind();
        if is_blank(kind) {
            return Slot::Absent;
        }
        match (field.kind, kind) {
            (FieldKind::Text, Kind::Text(text)) => Slot::Text(Text { value, text }),
            (FieldKind::Name, Kind::Text(text)) => {
                self.surrounding_space(value, text, field.name);
                Slot::Text(Text { value, text })
            }
            (FieldKind::Flag, Kind::Bool(is_set)) => Slot::Flag(Flag { value, is_set }),
            (FieldKind::Choice(choices), Kind::Text(text)) if choices.contains(&text) => {
                Slot::Text(Text { value, text })
            }
            (FieldKind::Choice(choices), Kind::Text(text)) => {
                self.not_allowed(value, text, field.name, choices);
                Slot::Broken
            }
            (FieldKind::FilledList(item), Kind::Array(items))
                if items.len() == 0 && !self.document.is_incomplete(value.id()) =>
            {
                let message = format!(
                    "`{}` is empty, expected at least one {}",
                    field.name,
                    item.noun()
                );
                self.report(Code::Empty, value, message);
                Slot::Broken
            }
            (FieldKind::Nested(_), Kind::Object(_))
            | (FieldKind::List(_) | FieldKind::FilledList(_), Kind::Array(_)) => {
                Slot::Container(value)
            }
            // What JSON cannot hold has a report already.
            (_, Kind::Unusable(..)) => Slot::Broken,
            _ => {
                self.wrong_type(value, field);
                Slot::Broken
            }
        }
    }

    fn wrong_type(&mut self, value: Value<'d>, field: &'static contract::Field) {
        let expected = match field.kind {
            FieldKind::Text | FieldKind::Name | FieldKind::Choice(_) => "text",
            FieldKind::Flag => "true or false",
            FieldKind::Nested(_) => "an object",
            FieldKind::List(_) | FieldKind::FilledList(_) => "a list",
        };
        let message = format!(
            "`{}` is {}, expected {expected}",
            field.name,
            describe(value)
        );
        let mut finding = Finding::new(Code::Type, value, message);
        match (field.kind, value.kind()) {
            (FieldKind::Flag, Kind::Text("true" | "false")) => {
                finding =
                    finding.help("Write it without quotes: a text is never taken for a flag.");
            }
            (FieldKind::Text | FieldKind::Name | FieldKind::Choice(_), Kind::Number(digits)) => {
                finding = finding.help(format!("Write it in quotes: \"{digits}\"."));
            }
            (FieldKind::List(item) | FieldKind::FilledList(item), Kind::Object(_)) => {
                finding = finding.help(format!(
                    "Put it into a list, even if there is only one {}.",
                    item.noun()
                ));
            }
            _ => {}
        }
        self.findings.add(finding);
    }

    fn surrounding_space(&mut self, value: Value<'d>, text: &'d str, key: &'static str) {
        if let [first, .., last] | [first @ last] = text.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return;
        }
        let trimmed = text.trim();
        if trimmed.len() == text.len() {
            return;
        }
        let side = match (text.starts_with(trimmed), text.ends_with(trimmed)) {
            (true, _) => "behind it",
            (_, true) => "before it",
            _ => "around it",
        };
        let message = format!("`{key}` is `{}` with white space {side}", shorten(trimmed));
        self.findings.add(
            Finding::new(Code::SurroundingSpace, value, message)
                .help("Remove the white space: the name is sent as it stands and would match nothing.")
                .suggest(Some(trimmed)),
        );
    }

    fn not_allowed(
        &mut self,
        value: Value<'d>,
        text: &'d str,
        key: &'static str,
        choices: &'static [&'static str],
    ) {
        let message = format!(
            "`{key}` is `{}`, expected {}",
            shorten(text),
            one_of(choices)
        );
        let mut finding = Finding::new(Code::NotAllowedValue, value, message);
        let begins = |choice: &&&str| {
            text.len() > 2
                && choice
                    .get(..text.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(text))
        };
        let nearest = suggest::nearest(text, choices.iter().copied());
        if let Some(nearest) = nearest.or_else(|| choices.iter().find(begins).copied()) {
            finding = finding
                .help(format!("Did you mean `{nearest}`?"))
                .suggest(Some(nearest));
        }
        self.findings.add(finding);
    }

    /// Reports the fields that must be there and are not. A key that looks like the missing one misspelt explains it,
    /// and is taken out of `unknown`: one mistake, one issue.
    fn absent_fields(
        &mut self,
        value: Value<'d>,
        object: &'static Object,
        slots: &mut Slots<'d>,
        unknown: &mut Vec<(KeyId, Value<'d>)>,
    ) {
        for (number, field) in object.fields.iter().enumerate() {
            if !matches!(slots.slot(number), Slot::Absent) {
                continue;
            }
            let because = match field.presence {
                Presence::Required => String::new(),
                Presence::RequiredWhen(condition) if slots.meets(condition) => {
                    let key = object.key(condition.field());
                    match condition {
                        Condition::IsTrue(_) => format!(" because `{key}` is true"),
                        Condition::Is(_, wanted) => format!(" because `{key}` is `{wanted}`"),
                    }
                }
                Presence::RequiredWhen(_) | Presence::Optional | Presence::Nullable => continue,
            };
            if let Some(slot) = slots.0.get_mut(number) {
                *slot = Slot::Broken;
            }
            let present = value.member(field.name);
            if present.is_none() && self.document.is_incomplete(value.id()) {
                continue;
            }
            let what = match present.map(Value::kind) {
                None => "missing",
                Some(Kind::Null) => "null",
                Some(_) => "blank",
            };
            let place = present.map_or(Place::missing(value, field.name), Place::from);
            let message = format!(
                "`{}` is {what}, but required in {}{because}",
                field.name, object.title
            );
            let mut finding = Finding::new(Code::Required, place, message);
            if let Some(misspelt) = self.misspelt(field.name, unknown) {
                let (key, member) = unknown.swap_remove(misspelt);
                let found = shorten(self.document.key(key)).into_owned();
                finding = finding
                    .help(format!("Rename `{found}` to `{}`.", field.name))
                    .related(
                        Place::key_of(member),
                        format!("`{found}` is here, which {} does not have", object.title),
                    );
            }
            self.findings.add(finding);
        }
    }

    fn misspelt(&self, wanted: &str, unknown: &[(KeyId, Value<'d>)]) -> Option<usize> {
        let keys = || unknown.iter().map(|(key, _)| self.document.key(*key));
        let nearest = self.suggester.nearest(wanted, keys())?;
        keys().position(|key| key == nearest)
    }

    fn unknown_field(
        &mut self,
        key: KeyId,
        member: Value<'d>,
        object: &'static Object,
        slots: &Slots<'d>,
    ) {
        if self.repeated.contains(&member.id()) {
            return;
        }
        let key = self.document.key(key);
        let message = format!("{} has no field `{}`", object.title, shorten(key));
        let mut finding = Finding::new(Code::UnknownField, Place::key_of(member), message);
        let free = object
            .fields
            .iter()
            .enumerate()
            .filter(|(number, _)| matches!(slots.slot(*number), Slot::Absent));
        finding = match self
            .suggester
            .nearest(key, free.map(|(_, field)| field.name))
        {
            Some(nearest) => finding
                .help(format!("Did you mean `{nearest}`?"))
                .suggest(Some(nearest)),
            None => finding.help("It is sent as it stands; remove it unless the server knows it."),
        };
        self.findings.add(finding);
    }
}

/// Whether a wrong kind is worth a report: what JSON cannot hold has one already.
fn is_readable(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Unusable(Unusable::Undefined, _) => value.id() == crate::document::NodeId::ROOT,
        Kind::Unusable(..) => false,
        _ => true,
    }
}

fn one_of(choices: &[&str]) -> String {
    let mut text = String::new();
    for (number, choice) in choices.iter().enumerate() {
        text.push_str(match number {
            0 => "",
            _ if number + 1 == choices.len() => " or ",
            _ => ", ",
        });
        text.push('`');
        text.push_str(choice);
        text.push('`');
    }
    text
}
