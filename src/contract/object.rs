//! What an object of the contract and its fields are described by.

/// The largest number of fields in an object.
pub(crate) const MAX_FIELDS: usize = 8;

/// The number of objects in the contract.
pub(crate) const OBJECTS: usize = 5;

/// One kind of object.
#[derive(Debug)]
pub(crate) struct Object {
    /// Its number, less than [`OBJECTS`].
    pub number: usize,
    /// Its name in messages, with an article.
    #[cfg(not(target_arch = "wasm32"))]
    pub title: &'static str,
    /// The name of its type.
    #[cfg(not(target_arch = "wasm32"))]
    pub type_name: &'static str,
    /// Its description, one sentence.
    #[cfg(not(target_arch = "wasm32"))]
    pub documentation: &'static str,
    /// Its fields in the contract's order, which is the order in the request.
    pub fields: &'static [Field],
    /// The fields that are always required for each [`Operation`]: one bit each, by number.
    pub(super) required: [u8; 2],
    /// The condition of the fields that are sometimes required; all of them have the same one.
    pub condition: Option<Condition>,
}

/// One field.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key on the wire.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// When the field is required.
    pub presence: Presence,
    /// What an update makes of it.
    pub in_update: InUpdate,
    /// What the list reply calls it.
    pub listed_as: &'static str,
    /// What it says, in a sentence or two.
    #[cfg(not(target_arch = "wasm32"))]
    pub documentation: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FieldKind {
    /// Any text.
    Text,
    /// A text that must match something by name, so that surrounding spaces are probably a mistake.
    Name,
    /// `true` or `false`.
    Flag,
    /// One of these texts, to the letter.
    Choice(&'static [&'static str]),
    /// One object.
    Nested(&'static Object),
    /// A list of objects.
    List(&'static Object),
    /// A list of objects with at least one item.
    FilledList(&'static Object),
}

/// When a field is required. Blank and null count as absent, because forms use them for "not filled
/// in".
#[derive(Debug, Clone, Copy)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// If another field of the same object has a certain value.
    RequiredWhen(Condition),
    /// Never.
    Optional,
    /// Never. Null has a meaning of its own, so the request keeps it.
    Nullable,
    /// Never. The field is not part of the API, so the request omits it.
    Unsent,
}

/// What the datamart is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Operation {
    /// A new datamart.
    #[default]
    Create,
    /// The datamart takes the place of the one that has its name.
    Update,
}

/// What the body of an update has of a field of the datamart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InUpdate {
    /// The same as that of a creation.
    Same,
    /// The same under another key.
    Named(&'static str),
    /// The field, even if there is nothing to say: the server keeps what is left out.
    Always,
    /// Nothing, because an update cannot change it; so nobody has to give it.
    Nothing,
}

/// A value of another field of the same object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Condition {
    /// The flag with this number is true.
    IsTrue(usize),
    /// The text field with this number has this value.
    Is(usize, &'static str),
}

/// The bits of the fields that are always required.
pub(super) const fn required(fields: &[Field], operation: Operation) -> u8 {
    let mut required = 0;
    let mut rest = fields;
    let mut bit = 1;
    while let [field, tail @ ..] = rest {
        if matches!(field.presence(operation), Presence::Required) {
            required |= bit;
        }
        rest = tail;
        bit <<= 1;
    }
    required
}

/// The condition of the fields that are sometimes required.
pub(super) const fn condition(fields: &[Field]) -> Option<Condition> {
    let mut rest = fields;
    while let [field, tail @ ..] = rest {
        if let Presence::RequiredWhen(condition) = field.presence {
            return Some(condition);
        }
        rest = tail;
    }
    None
}

impl Object {
    /// The number of the field with this key.
    #[must_use]
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == key)
    }

    /// The fields that are always required, a bit for each by its number.
    pub(crate) const fn required(&self, operation: Operation) -> u8 {
        let [create, update] = self.required;
        match operation {
            Operation::Create => create,
            Operation::Update => update,
        }
    }

    /// [`Object::title`] without its article.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn noun(&self) -> &'static str {
        self.title
            .split_once(' ')
            .map_or(self.title, |(_, noun)| noun)
    }

    /// The key of the field with this number.
    #[must_use]
    pub(crate) fn key(&self, field: usize) -> &'static str {
        self.fields.get(field).map_or("", |field| field.name)
    }
}

impl Field {
    /// When the field is required.
    pub(crate) const fn presence(&self, operation: Operation) -> Presence {
        match (operation, self.in_update) {
            (Operation::Update, InUpdate::Nothing) => Presence::Optional,
            _ => self.presence,
        }
    }

    /// The field's key in the request body; `None` if it is not sent.
    pub(crate) const fn sent_as(&self, operation: Operation) -> Option<&'static str> {
        match (self.presence, operation, self.in_update) {
            (Presence::Unsent, ..) | (_, Operation::Update, InUpdate::Nothing) => None,
            (_, Operation::Update, InUpdate::Named(name)) => Some(name),
            _ => Some(self.name),
        }
    }

    /// Whether it is sent even if it is not filled in.
    pub(crate) const fn is_always_sent(&self, operation: Operation) -> bool {
        matches!(
            (operation, self.in_update),
            (Operation::Update, InUpdate::Always)
        )
    }
}

impl Condition {
    /// The number of the field that it depends on.
    #[must_use]
    pub(crate) const fn field(self) -> usize {
        match self {
            Condition::IsTrue(field) | Condition::Is(field, _) => field,
        }
    }
}
