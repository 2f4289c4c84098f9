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
//! let request = build_request_json(datamart, &RequestOptions::default())?;
//! assert_eq!(request.url, "https://api.usedatabrain.com/api/v2/data-app/datamarts");
//! # Ok::<(), datamart_validator::RequestError>(())
//! ```
//!
//! [`document`] holds what was given, the contract says what the API takes, the rules judge, [`issue`] is what they
//! report. Nothing in here does I/O, reads a clock or keeps state. `ARCHITECTURE.md` has the whole picture.

mod analyze;
pub mod catalog;
mod contract;
mod datasource;
pub mod document;
pub mod issue;
mod joins;
mod model;
mod names;
pub mod options;
mod request;
mod resolve;
pub mod rules;
pub mod sql;
mod suggest;
mod validate;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analyze::{SqlColumn, SqlFunction, SqlReport, analyze_sql};
#[cfg(not(target_arch = "wasm32"))]
pub use contract::{Audience, JsonSchema, json_schema, typescript_interfaces};
pub use issue::{Code, Issue, Report, Severity};
pub use joins::{JoinEdge, JoinNode, Joins, describe_joins, describe_joins_json};
pub use options::{DatasourceType, Options, RequestOptions};
pub use request::{Request, RequestError, build_request_document, build_request_json};
pub use validate::{validate_document, validate_json};
