//! The reader's reports about wrong shapes.

use super::Filling;
use super::reader::{Reader, Slot, Slots};
use super::words::{are_alike, describe, shorten};
use crate::contract::foreign::{SEMANTIC_FIELD_HELP, SEMANTIC_LAYER};
use crate::contract::{self, Condition, FieldKind, Object, Presence};
use crate::document::{KeyId, Kind, Value};
use crate::issue::{Code, Finding, NewValue, Place};
use crate::suggest;

impl<'d> Reader<'d, '_> {
    pub(super) fn wrong_type(&mut self, value: Value<'d>, field: &'static contract::Field) {
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
            (FieldKind::Flag, Kind::Text(text @ ("true" | "false"))) => {
                finding = finding
                    .help("Write it without quotes: a text is never taken for a flag.")
                    .fix_title(format!("Change to {text}"))
                    .also_set(value, NewValue::Flag(text == "true"))
                    .certain_fix();
            }
            (FieldKind::Text | FieldKind::Name | FieldKind::Choice(_), Kind::Number(digits)) => {
                finding = finding
                    .help(format!("Write it in quotes: \"{digits}\"."))
                    .suggest(Some(digits))
                    .certain_fix();
            }
            (FieldKind::List(item) | FieldKind::FilledList(item), Kind::Object(_)) => {
                finding = finding.help(format!(
                    "Put it into a list, even if there is only one {}.",
                    item.noun()
                ));
                if let Some(item) = NewValue::copy(value) {
                    finding = finding
                        .fix_title("Put it into a list")
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
                Presence::Required => String::new(),
                Presence::RequiredWhen(condition) if slots.meets(condition) => {
                    let key = object.key(condition.field());
                    match condition {
                        Condition::IsTrue(_) => format!(" because `{key}` is true"),
                        Condition::Is(_, wanted) => format!(" because `{key}` is `{wanted}`"),
                    }
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
                let key = self.document.key(key);
                let found = shorten(key).into_owned();
                finding = finding.related(
                    Place::key_of(member),
                    format!("`{found}` is here, which {} does not have", object.title),
                );
                // Even with the right name it would count as missing.
                let renamed = if Filling::of(member.kind(), Presence::Required) == Filling::Given {
                    finding = finding
                        .help(format!("Rename `{found}` to `{}`.", field.name))
                        .certain_fix_if(are_alike(key, field.name));
                    NewValue::copy(member)
                } else {
                    let help = format!("Rename `{found}` to `{}`, and fill it in.", field.name);
                    finding = finding.help(help);
                    None
                };
                if let Some(value) = renamed {
                    finding = finding
                        .fix_title(format!("Rename `{found}` to `{}`", field.name))
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

    pub(super) fn unknown_field(
        &mut self,
        key: KeyId,
        member: Value<'d>,
        object: &'static Object,
        slots: &Slots<'d>,
    ) {
        if self.repeated.get(member.id().number() as usize) == Some(&true) {
            return;
        }
        let key = self.document.key(key);
        let message = format!("{} has no field `{}`", object.title, shorten(key));
        let mut finding = Finding::new(Code::UnknownField, Place::key_of(member), message);
        if SEMANTIC_LAYER.contains(&key) {
            return self.findings.add(finding.help(SEMANTIC_FIELD_HELP));
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
                .certain_fix_if(are_alike(key, nearest)),
            None => finding.help("It is sent as it stands; remove it unless the server knows it."),
        };
        self.findings.add(finding);
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
