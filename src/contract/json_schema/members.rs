//! Objects of the schema whose keys are data.

use serde::{Serialize, Serializer};

/// The members of an object, in order.
#[derive(Debug)]
pub(super) struct Members<T>(pub(super) Vec<(&'static str, T)>);

impl<T> Members<T> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Members<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Serialize for Members<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
