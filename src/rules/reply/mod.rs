//! What the API says of a datamart. No rule looks for it: [`reply`](crate::reply) reads it.

pub(crate) mod rejected;
