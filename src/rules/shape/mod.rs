//! Rules for the shape of a datamart, which the model's reader checks while reading.

pub(crate) mod empty;
pub(crate) mod not_allowed_value;
pub(crate) mod required;
pub(crate) mod surrounding_space;
pub(crate) mod r#type;
pub(crate) mod unknown_field;
pub(crate) mod wrong_document;
