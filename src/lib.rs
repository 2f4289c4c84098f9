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
pub mod document;
pub mod issue;
mod joins;
mod model;
mod names;
mod options;
mod request;
mod resolve;
pub mod rules;
pub mod sql;
mod suggest;
mod validate;
mod validator;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyze::{SqlColumn, SqlFunction, SqlReport, analyze_sql};
pub use catalog::{Catalog, CatalogError};
#[cfg(not(target_arch = "wasm32"))]
pub use contract::{Audience, JsonSchema, json_schema, typescript_interfaces};
pub use document::{JsonError, Path, Position, Segment};
pub use issue::{Code, Issue, Report, Setting, Severity};
pub use joins::{JoinEdge, JoinNode, Joins, describe_joins, describe_joins_json};
pub use options::{
    Datasource, DatasourceType, Endpoint, Operation, Options, OptionsBuilder, OptionsError,
    RequestOptions, RequestOptionsBuilder,
};
pub use request::{Request, RequestError, build_request_document, build_request_json};
pub use validate::{validate_document, validate_json};
pub use validator::Validator;

/// Runs the README's Rust example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
