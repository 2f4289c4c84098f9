//! Reads objects as the contract defines them and reports wrong shapes.

use super::words::describe;
use super::{Field, Filling, Flag, Text};
use crate::contract::{self, Condition, FieldKind, MAX_FIELDS, OBJECTS, Object, Operation};
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

/// What a key means in one kind of object.
#[derive(Debug, Clone, Copy, Default)]
enum Resolved {
    #[default]
    NotYet,
    Unknown,
    /// The number of the field.
    Field(u8),
}

pub(super) struct Reader<'d, 'f> {
    pub(super) document: &'d Document<'d>,
    pub(super) findings: &'f mut Findings<'d>,
    pub(super) operation: Operation,
    /// Each key is looked up once per kind of object, not once for each of five thousand columns.
    keys: Vec<[Resolved; OBJECTS]>,
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
        let keys = vec![[Resolved::default(); OBJECTS]; document.key_count()];
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

    /// Reads the members of an object into `slots`, which are empty. If the value is not an object,
    /// reports that and returns `None`.
    pub(super) fn object(
        &mut self,
        value: Value<'d>,
        object: &'static Object,
        slots: &mut Slots<'d>,
    ) -> Option<()> {
        let Kind::Object(members) = value.kind() else {
            if is_readable(value) {
                let found = describe(value);
                let message = if value.id() == NodeId::ROOT {
                    r#type::messages::datamart(&found)
                } else {
                    r#type::messages::item(&found)
                };
                self.report(Code::Type, value, message);
            }
            return None;
        };
        let mut unknown: Vec<(KeyId, Value<'d>)> = Vec::new();
        let required = object.required(self.operation);
        let mut lacking = required;
        for (key, member) in members {
            let Some(number) = self.resolve(key, object) else {
                unknown.push((key, member));
                continue;
            };
            let (Some(slot), Some(field)) = (slots.0.get_mut(number), object.fields.get(number))
            else {
                continue;
            };
            // If a key is repeated, the last one counts, as in `JSON.parse`.
            *slot = self.member(member, field);
            let bit = 1 << number;
            lacking = if matches!(slot, Slot::Absent) {
                lacking | required & bit
            } else {
                lacking & !bit
            };
        }
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

    /// Checks the value of a field.
    fn member(&mut self, value: Value<'d>, field: &'static contract::Field) -> Slot<'d> {
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

/// Whether a wrong kind should be reported: what JSON cannot represent has been reported already.
fn is_readable(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Unusable(Unusable::Undefined, _) => value.id() == NodeId::ROOT,
        Kind::Unusable(..) => false,
        _ => true,
    }
}
