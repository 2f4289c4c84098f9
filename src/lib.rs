//! Validates a DataBrain *datamart* before it is sent: every mistake at once, with its place, a
//! message and often a fix. Builds the request that sends a valid one.
//!
//! ```
//! use datamart_validator::{Code, DatasourceType, Options, RequestOptions, Validator};
//!
//! let options = Options::builder()
//!     .datasource_type(DatasourceType::Postgres)
//!     .build()?;
//! let validator = Validator::new(options);
//!
//! let datamart = r#"{
//!     "name": "sales",
//!     "datasourceName": "warehouse",
//!     "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "id" }, { "name": "id" }] }]
//! }"#;
//! let report = validator.validate_json(datamart);
//! assert!(report.valid, "warnings do not make a datamart invalid");
//! let issue = &report.issues[0];
//! assert_eq!(issue.code, Code::DuplicateColumn);
//! assert_eq!(issue.path.to_string(), "tableList[0].columns[1].name");
//! assert_eq!(issue.text_range.and_then(|range| range.of(datamart)), Some("\"id\""));
//!
//! let target = RequestOptions::builder().base_url("https://databrain.example.com").build()?;
//! let request = validator.build_request_json(datamart, &target)?;
//! assert_eq!(request.url, "https://databrain.example.com/api/v2/data-app/datamarts");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`Validator`] keeps options that serve any number of datamarts; [`validate_json`],
//!   [`build_request_json`] and [`analyze_sql`] take them with each call.
//! - [`Options`] contain what is known besides the datamart: the type of the datasource, its tables
//!   ([`Catalog`]), the names that exist, and the severities of [rules](rules::documentation).
//! - A [`Report`] lists [issues](issue). Their ranges are in bytes unless a [`PositionEncoding`] is
//!   chosen.
//!
//! Nothing in this crate does I/O, reads a clock or keeps global state. `ARCHITECTURE.md` describes
//! how it works inside.

#[cfg(target_arch = "wasm32")]
mod allocator;
mod analyze;
mod catalog;
mod contract;
mod datasource;
mod diff;
mod document;
pub mod issue;
mod joins;
mod json;
mod model;
mod names;
mod options;
mod pairs;
mod propose;
mod reply;
mod request;
mod resolve;
pub mod rules;
mod sql;
mod suggest;
mod text;
mod validate;
mod validator;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyze::{SqlColumn, SqlFunction, SqlReport, analyze_sql};
pub use catalog::{Catalog, CatalogError};
#[cfg(not(target_arch = "wasm32"))]
pub use contract::{Audience, JsonSchema, json_schema};
pub use diff::{Change, ChangeKind, ChangeSubject, DatamartDiff, DiffError, diff_datamarts_json};
pub use document::{JsonError, Path, Position, PositionEncoding, Segment};
pub use issue::{Code, Issue, Report, Setting, Severity, apply_fix};
pub use joins::{JoinEdge, JoinNode, Joins, describe_joins_json};
pub use options::{
    Datasource, DatasourceType, Endpoint, Operation, Options, OptionsBuilder, OptionsError,
    RequestOptions, RequestOptionsBuilder,
};
pub use propose::{
    Confidence, Draft, DraftError, DraftTable, RelationshipProposal, TenancyProposal,
    draft_datamart_json, propose_relationships_json, propose_tenancy_json,
};
pub use reply::{
    ImportError, ImportedDatamart, MergeError, Reply, ReplyError, ReplyIssue,
    import_datamarts_json, merge_unseen_json, read_reply,
};
pub use request::{Headers, Request, RequestError, build_request_json};
pub use sql::FunctionKind;
pub use validate::validate_json;
pub use validator::Validator;

/// Used by the tests, the fuzz targets and xtask. Not part of the API: anything in it may change.
#[doc(hidden)]
pub mod internal {
    #[cfg(not(target_arch = "wasm32"))]
    pub use crate::contract::typescript_types;
    /// The datamart that the examples of rules change.
    #[cfg(not(target_arch = "wasm32"))]
    pub const EXAMPLE_BASE: &str = crate::rules::BASE;
    pub use crate::validate::validate_document;

    /// Documents.
    pub mod document {
        pub use crate::document::{
            Document, FlawKind, Kind, MAX_DEPTH, MAX_TEXT, MAX_VALUES, Value, read_json, read_tape,
            write_value,
        };
    }

    /// SQL expressions.
    pub mod sql {
        pub use crate::sql::{
            Analysis, ColumnRef, Dialect, Problem, ProblemKind, Severity, Span, analyze,
        };
    }
}

/// Runs the README's Rust example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
