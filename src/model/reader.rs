//! Reads objects as the contract defines them and reports wrong shapes.

use super::words::describe;
use super::{Field, Filling, Flag, Text};
use crate::contract::{Condition, FieldKind, MAX_FIELDS, OBJECTS, Object, Operation};
use crate::document::{Document, Flaw, FlawKind, KeyId, Kind, NodeId, Unusable, Value};
use crate::issue::{Code, Finding, Findings, Message, Place};
use crate::rules::shape::{empty, r#type};
use crate::suggest::Suggester;

/// The fields of one object, by their numbers in the contract.
#[derive(Debug)]
pub(super) struct Slots<'d>(pub(super) [Slot<'d>; MAX_FIELDS]);

/// One field after its kind has been checked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slot<'d> {
    Absent,
    Broken,
    Text(Text<'d>),
    Flag(Flag),
    /// A list or an object.
    Container(Value<'d>),
}

impl<'d> Slots<'d> {
    /// No field.
    pub(super) const fn new() -> Self {
        Self([Slot::Absent; MAX_FIELDS])
    }

    pub(super) fn slot(&self, field: usize) -> Slot<'d> {
        self.0.get(field).copied().unwrap_or(Slot::Absent)
    }

    pub(super) fn text(&self, field: usize) -> Field<Text<'d>> {
        match self.slot(field) {
            Slot::Absent => Field::Absent,
            Slot::Text(text) => Field::Given(text),
            _ => Field::Broken,
        }
    }

    pub(super) fn flag(&self, field: usize) -> Field<Flag> {
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

    pub(super) fn meets(&self, condition: Condition) -> bool {
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
    /// Whether no item is missing.
    pub(super) is_whole: bool,
}

/// What a key means in one kind of object: the number of its field, and whether that holds any text.
type Meaning = u8;

const NUMBER: Meaning = 0x0f;
const TEXT: Meaning = 0x10;
/// The key is not in the contract.
const UNKNOWN: Meaning = NUMBER;
/// The key has not been looked up yet.
const NOT_YET: Meaning = Meaning::MAX;

pub(super) struct Reader<'d, 'f> {
    pub(super) document: &'d Document<'d>,
    pub(super) findings: &'f mut Findings<'d>,
    pub(super) operation: Operation,
    /// The meanings of each key, one for each kind of object: looked up once, not once for each of
    /// five thousand columns.
    keys: Vec<[Meaning; OBJECTS]>,
    pub(super) suggester: Suggester<'d>,
    /// By node number: whether the member repeats an earlier key of its object, which has been
    /// reported. Empty if there are none.
    pub(super) repeated: Vec<bool>,
}

impl<'d, 'f> Reader<'d, 'f> {
    pub(super) fn new(
        document: &'d Document<'d>,
        findings: &'f mut Findings<'d>,
        operation: Operation,
    ) -> Self {
        let keys = vec![[NOT_YET; OBJECTS]; document.key_count()];
        let is_repeated = |flaw: &&Flaw| matches!(flaw.kind, FlawKind::DuplicateKey { .. });
        let mut repeated = Vec::new();
        for flaw in document.flaws().iter().filter(is_repeated) {
            repeated.resize(document.node_count(), false);
            if let Some(repeated) = repeated.get_mut(flaw.node.number() as usize) {
                *repeated = true;
            }
        }
        Self {
            document,
            findings,
            operation,
            keys,
            suggester: Suggester::new(document.size()),
            repeated,
        }
    }

    fn report(&mut self, code: Code, place: impl Into<Place>, message: Message) {
        self.findings.add(Finding::new(code, place, message));
    }

    /// Reads the items of a list of objects; `read` adds what could be read. It is given the room for
    /// the fields of one object, which is the same for all of them: a new one for each would be copied
    /// by a call of the engine.
    pub(super) fn list<T>(
        &mut self,
        list: Field<Value<'d>>,
        read: impl Fn(&mut Self, Value<'d>, &mut Slots<'d>, &mut Vec<T>) -> Option<()>,
    ) -> List<T> {
        let mut items = Vec::new();
        let mut slots = Slots::new();
        let is_whole = match list {
            Field::Given(list) => {
                let values = list.items();
                let count = values.len();
                items.reserve_exact(count);
                for value in values {
                    read(self, value, &mut slots, &mut items);
                }
                items.len() == count && !self.document.is_incomplete(list.id())
            }
            Field::Absent => true,
            Field::Broken => false,
        };
        List { items, is_whole }
    }

    /// Reads the members of an object into `slots`. If the value is not an object, reports that and
    /// returns `None`.
    pub(super) fn object(
        &mut self,
        value: Value<'d>,
        object: &'static Object,
        slots: &mut Slots<'d>,
    ) -> Option<()> {
        let Some(members) = value.members() else {
            self.not_an_object(value);
            return None;
        };
        slots.0.fill(Slot::Absent);
        let mut unknown: Vec<(KeyId, Value<'d>)> = Vec::new();
        let mut given = 0;
        for (key, member, text) in members.with_texts() {
            let meaning = self.meaning(key, object);
            let number = meaning & NUMBER;
            let Some(slot) = slots.0.get_mut(usize::from(number)) else {
                unknown.push((key, member));
                continue;
            };
            // If a key is repeated, the last one counts, as in `JSON.parse`.
            if let Some(text) = text
                && meaning & TEXT != 0
                && is_visible(text)
            {
                let node = member.id();
                *slot = Slot::Text(Text { node, text });
                given |= 1 << number;
                continue;
            }
            *slot = self.member(member, object, number);
            if matches!(slot, Slot::Absent) {
                given &= !(1 << number);
            } else {
                given |= 1 << number;
            }
        }
        let lacking = object.required(self.operation) & !given;
        if lacking != 0
            || object
                .condition
                .is_some_and(|condition| slots.meets(condition))
        {
            self.absent_fields(value, object, slots, &mut unknown);
        }
        for &(key, member) in &unknown {
            self.unknown_field(key, member, object, slots, &unknown);
        }
        Some(())
    }

    #[cold]
    #[inline(never)]
    fn not_an_object(&mut self, value: Value<'d>) {
        if is_readable(value) {
            let found = describe(value);
            let message = if value.id() == NodeId::ROOT {
                r#type::messages::datamart(&found)
            } else {
                r#type::messages::item(&found)
            };
            self.report(Code::Type, value, message);
        }
    }

    /// What a key means in this kind of object.
    #[inline]
    fn meaning(&mut self, key: KeyId, object: &'static Object) -> Meaning {
        let meanings = self.keys.get_mut(key.index());
        let Some(meaning) = meanings.and_then(|meanings| meanings.get_mut(object.number)) else {
            return UNKNOWN;
        };
        if *meaning == NOT_YET {
            *meaning = meaning_of(self.document.key(key), object);
        }
        *meaning
    }

    /// Checks the value of a field.
    #[inline(never)]
    fn member(&mut self, value: Value<'d>, object: &'static Object, number: u8) -> Slot<'d> {
        let Some(field) = object.fields.get(usize::from(number)) else {
            return Slot::Absent;
        };
        let kind = value.kind();
        if Filling::of_field(kind, field) != Filling::Given {
            return Slot::Absent;
        }
        let node = value.id();
        match (field.kind, kind) {
            (FieldKind::Text | FieldKind::Name, Kind::Text(text)) => {
                Slot::Text(Text { node, text })
            }
            (FieldKind::Flag, Kind::Bool(is_set)) => Slot::Flag(Flag { node, is_set }),
            (FieldKind::Choice(choices), Kind::Text(text)) if choices.contains(&text) => {
                Slot::Text(Text { node, text })
            }
            (FieldKind::Choice(choices), Kind::Text(text)) => {
                self.not_allowed(value, text, field.name, choices);
                Slot::Broken
            }
            (FieldKind::FilledList(_), Kind::Array(items))
                if items.len() == 0 && !self.document.is_incomplete(value.id()) =>
            {
                let message = empty::messages::empty(field.name);
                self.report(Code::Empty, value, message);
                Slot::Broken
            }
            (FieldKind::Nested(_), Kind::Object(_))
            | (FieldKind::List(_) | FieldKind::FilledList(_), Kind::Array(_)) => {
                Slot::Container(value)
            }
            // What JSON cannot represent has been reported.
            (_, Kind::Unusable(..)) => Slot::Broken,
            _ => {
                self.wrong_type(value, field);
                Slot::Broken
            }
        }
    }
}

/// Looks up what a key means.
#[inline(never)]
fn meaning_of(key: &str, object: &'static Object) -> Meaning {
    let Some(number) = object.position(key) else {
        return UNKNOWN;
    };
    let kind = object.fields.get(number).map(|field| field.kind);
    let is_text = matches!(kind, Some(FieldKind::Text | FieldKind::Name));
    Meaning::try_from(number).unwrap_or(UNKNOWN) | if is_text { TEXT } else { 0 }
}

/// Whether a wrong kind should be reported: what JSON cannot represent has been reported already.
fn is_readable(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Unusable(Unusable::Undefined, _) => value.id() == NodeId::ROOT,
        Kind::Unusable(..) => false,
        _ => true,
    }
}

/// Whether a text begins with a visible character, and so is not blank.
#[inline]
fn is_visible(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_graphic)
}
