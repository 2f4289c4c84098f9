//! Shared by several tests.

pub(crate) mod expect;
pub(crate) mod fixtures;
pub(crate) mod listed;
pub(crate) mod schemas;
