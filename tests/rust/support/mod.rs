//! What several tests need.

pub(crate) mod expect;
pub(crate) mod fixtures;
