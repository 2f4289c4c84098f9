//! The members of an object by their numbers in the contract.

use crate::contract::{MAX_FIELDS, OBJECTS, Object};
use crate::document::{Document, Kind, Value};

/// For each key and each kind of object: [`NOT_YET`], [`UNKNOWN`] or the number of a field.
pub(super) struct Keys(Vec<[u8; OBJECTS]>);

const NOT_YET: u8 = u8::MAX;
const UNKNOWN: u8 = u8::MAX - 1;

/// The members of one object.
#[derive(Default)]
pub(super) struct Fields<'d> {
    known: [Option<Value<'d>>; MAX_FIELDS],
    /// Those that are not in the contract; if a key is repeated, the last one.
    pub(super) unknown: Vec<(&'d str, Value<'d>)>,
}

impl<'d> Fields<'d> {
    pub(super) fn get(&self, field: usize) -> Option<Value<'d>> {
        self.known.get(field).copied().flatten()
    }
}

impl Keys {
    pub(super) fn new(document: &Document<'_>) -> Self {
        Self(vec![[NOT_YET; OBJECTS]; document.key_count()])
    }

    pub(super) fn fields<'d>(&mut self, object: Value<'d>, of: &Object) -> Fields<'d> {
        let mut fields = Fields::default();
        let Kind::Object(members) = object.kind() else {
            return fields;
        };
        for (key, member) in members {
            let name = object.document().key(key);
            let Some(number) = self
                .0
                .get_mut(key.index())
                .and_then(|it| it.get_mut(of.number))
            else {
                continue;
            };
            if *number == NOT_YET {
                let position = of.position(name).and_then(|it| u8::try_from(it).ok());
                *number = position.unwrap_or(UNKNOWN);
            }
            match fields.known.get_mut(usize::from(*number)) {
                Some(slot) => *slot = Some(member),
                None => fields.unknown.push((name, member)),
            }
        }
        fields
    }
}
