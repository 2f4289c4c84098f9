//! The tests of the crate's public API, in one binary: linking one per file would take longer than
//! running them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and what a user reads is its report"
)]

mod base_url;
mod diffs;
mod directions;
mod documentation;
mod drafts;
mod fix_properties;
mod fixes;
mod json_repair;
mod json_schema;
mod json_text;
mod messages;
mod native;
mod oracles;
mod output;
mod positions;
mod properties;
mod proposals;
mod replies;
mod round_trip;
mod rules;
mod run_oracles;
mod security;
mod sql_aggregates;
mod sql_differential;
mod sql_fixtures;
mod sql_keywords;
mod sql_properties;
mod sql_samples;
mod sql_slips;
mod support;
mod wrong_document;
