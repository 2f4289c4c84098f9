//! Rules that decide whether a DataBrain *datamart* is right, before it is sent, and the request that sends it.
//!
//! ```
//! use datamart_validator::{Options, RequestOptions, build_request_json, validate_json};
//!
//! let datamart = r#"{
//!     "name": "sales",
//!     "datasourceName": "warehouse",
//!     "tableList": [{ "name": "orders", "columns": [{ "name": "id" }, { "name": "id" }] }]
//! }"#;
//! let report = validate_json(datamart, &Options::default());
//! assert!(report.valid);
//! assert_eq!(report.issues[0].code.name(), "duplicate-column");
//!
//! let request = build_request_json(datamart, &Options::default(), &RequestOptions::default())?;
//! assert_eq!(request.url, "https://api.usedatabrain.com/api/v2/data-app/datamarts");
//! # Ok::<(), datamart_validator::RequestError>(())
//! ```
//!
//! [`document`] holds what was given, the contract says what the API takes, the rules judge, [`issue`] is what they
//! report. Nothing in here does I/O, reads a clock or keeps state. `ARCHITECTURE.md` has the whole picture.

mod analyze;
mod catalog;
mod contract;
mod datasource;
mod document;
pub mod issue;
mod joins;
mod model;
mod names;
mod options;
mod pairs;
mod reply;
mod request;
mod resolve;
pub mod rules;
mod sql;
mod suggest;
mod validate;
mod validator;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyze::{SqlColumn, SqlFunction, SqlReport, analyze_sql};
pub use catalog::{Catalog, CatalogError};
#[cfg(not(target_arch = "wasm32"))]
pub use contract::{Audience, JsonSchema, json_schema};
pub use document::{JsonError, Path, Position, PositionEncoding, Segment};
pub use issue::{Code, Issue, Report, Setting, Severity};
pub use joins::{JoinEdge, JoinNode, Joins, describe_joins_json};
pub use options::{
    Datasource, DatasourceType, Endpoint, Operation, Options, OptionsBuilder, OptionsError,
    RequestOptions, RequestOptionsBuilder,
};
pub use reply::{
    ImportError, ImportedDatamart, MergeError, import_datamarts_json, merge_unseen_json,
};
pub use request::{Headers, Request, RequestError, build_request_json};
pub use sql::FunctionKind;
pub use validate::validate_json;
pub use validator::Validator;

/// What the tests, the fuzz targets and xtask look at besides the API. Not part of it: anything in here may change.
#[doc(hidden)]
pub mod internal {
    #[cfg(not(target_arch = "wasm32"))]
    pub use crate::contract::typescript_interfaces;
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
