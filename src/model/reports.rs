//! The reader's reports about wrong shapes.

use super::Filling;
use super::reader::{Reader, Slot, Slots};
use super::words::{are_alike, describe, shorten};
use crate::contract::foreign::{SEMANTIC_LAYER, SEMANTIC_LAYER_PATH};
use crate::contract::{self, Condition, FieldKind, Object, Presence};
use crate::document::{KeyId, Kind, Value};
use crate::issue::{Code, Finding, NewValue, Place};
use crate::rules::shape::{not_allowed_value, required, r#type, unknown_field};
use crate::suggest;
use crate::text::joined;

impl<'d> Reader<'d, '_> {
    pub(super) fn wrong_type(&mut self, value: Value<'d>, field: &'static contract::Field) {
        let message = match field.kind {
            FieldKind::Text | FieldKind::Name | FieldKind::Choice(_) => r#type::messages::string,
            FieldKind::Flag => r#type::messages::flag,
            FieldKind::Nested(_) => r#type::messages::object,
            FieldKind::List(_) | FieldKind::FilledList(_) => r#type::messages::list,
        };
        let found = describe(value);
        let mut finding = Finding::new(Code::Type, value, message(field.name, &found));
        match (field.kind, value.kind()) {
            (FieldKind::Flag, Kind::Text(text @ ("true" | "false"))) => {
                finding = finding
                    .help(r#type::messages::unquote())
                    .fix_title(r#type::messages::unquote_fix(text))
                    .also_set(value, NewValue::Flag(text == "true"))
                    .certain_fix();
            }
            (FieldKind::Text | FieldKind::Name | FieldKind::Choice(_), Kind::Number(digits)) => {
                finding = finding
                    .help(r#type::messages::quote(&found))
                    .suggest(Some(digits))
                    .certain_fix();
            }
            (FieldKind::List(_) | FieldKind::FilledList(_), Kind::Object(_)) => {
                finding = finding.help(r#type::messages::wrap());
                if let Some(item) = NewValue::copy(value) {
                    finding = finding
                        .fix_title(r#type::messages::wrap_fix())
                        .also_set(value, NewValue::List(vec![item]))
                        .certain_fix();
                }
            }
            _ => {}
        }
        self.findings.add(finding);
    }

    pub(super) fn not_allowed(
        &mut self,
        value: Value<'d>,
        text: &'d str,
        key: &'static str,
        choices: &'static [&'static str],
    ) {
        let allowed = joined(choices, ", ");
        let message = not_allowed_value::messages::other(key, &shorten(text), &allowed);
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
                .did_you_mean(nearest)
                .certain_fix_if(are_alike(text, nearest));
        }
        self.findings.add(finding);
    }

    /// Reports required fields that are missing. A key that looks like a misspelling of a missing
    /// field explains it and is removed from `unknown`: one mistake, one issue.
    pub(super) fn absent_fields(
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
            let because = match field.presence(self.operation) {
                Presence::Required => None,
                Presence::RequiredWhen(condition) if slots.meets(condition) => {
                    let value = match condition {
                        Condition::IsTrue(_) => "true",
                        Condition::Is(_, wanted) => wanted,
                    };
                    Some((object.key(condition.field()), value))
                }
                Presence::RequiredWhen(_)
                | Presence::Optional
                | Presence::Nullable
                | Presence::Unsent => continue,
            };
            if let Some(slot) = slots.0.get_mut(number) {
                *slot = Slot::Broken;
            }
            let present = value.member(field.name);
            if present.is_none() && self.document.is_incomplete(value.id()) {
                continue;
            }
            let place = present.map_or(Place::missing(value, field.name), Place::from);
            let message = required::message(field.name, present.map(Value::kind), because);
            let mut finding = Finding::new(Code::Required, place, message);
            if let Some(misspelt) = self.misspelt(field.name, unknown) {
                let (key, member) = unknown.swap_remove(misspelt);
                let key = self.document.key(key);
                let found = &shorten(key);
                finding =
                    finding.related(Place::key_of(member), required::messages::unknown(found));
                // Even with the right name it would count as missing.
                let is_given = Filling::of(member.kind(), Presence::Required) == Filling::Given;
                finding = if is_given {
                    finding
                        .help(required::messages::rename(found, field.name))
                        .certain_fix_if(
                            are_alike(key, field.name) && self.alike(field.name, unknown) == 0,
                        )
                } else {
                    finding.help(required::messages::rename_and_fill(found, field.name))
                };
                if let Some(value) = NewValue::copy(member).filter(|_| is_given) {
                    finding = finding
                        .fix_title(required::messages::rename_fix(found, field.name))
                        .also_remove(member)
                        .also_set(place, value);
                }
            }
            self.findings.add(finding);
        }
    }

    pub(super) fn misspelt(&self, wanted: &str, unknown: &[(KeyId, Value<'d>)]) -> Option<usize> {
        let keys = || unknown.iter().map(|(key, _)| self.document.key(*key));
        let nearest = self.suggester.nearest(wanted, keys())?;
        keys().position(|key| key == nearest)
    }

    /// How many of these keys differ from a name by case or whitespace alone. With two of them, nobody
    /// can tell which value is meant.
    fn alike(&self, name: &str, unknown: &[(KeyId, Value<'d>)]) -> usize {
        /// Asked for each such key, so the work has to have a bound.
        const MOST: usize = 64;
        if unknown.len() > MOST {
            return unknown.len();
        }
        let keys = unknown.iter().map(|(key, _)| self.document.key(*key));
        keys.filter(|key| are_alike(key, name)).count()
    }

    pub(super) fn unknown_field(
        &mut self,
        key: KeyId,
        member: Value<'d>,
        object: &'static Object,
        slots: &Slots<'d>,
        unknown: &[(KeyId, Value<'d>)],
    ) {
        if self.repeated.get(member.id().number() as usize) == Some(&true) {
            return;
        }
        let key = self.document.key(key);
        let message = unknown_field::messages::unknown(&shorten(key));
        let mut finding = Finding::new(Code::UnknownField, Place::key_of(member), message);
        if SEMANTIC_LAYER.contains(&key) {
            return self
                .findings
                .add(finding.help(unknown_field::messages::semantic(SEMANTIC_LAYER_PATH)));
        }
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
                .did_you_mean(nearest)
                .certain_fix_if(are_alike(key, nearest) && self.alike(nearest, unknown) == 1),
            None => finding.help(unknown_field::messages::unchanged()),
        };
        self.findings.add(finding);
    }
}
