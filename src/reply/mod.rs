//! The API's replies: its list of datamarts, as datamarts that can be edited.

mod list;
mod merge;

pub use list::{ImportError, ImportedDatamart, import_datamarts_json};
#[cfg(target_arch = "wasm32")]
pub(crate) use list::{import_datamarts, written};
#[cfg(target_arch = "wasm32")]
pub(crate) use merge::merge_unseen;
pub use merge::{MergeError, merge_unseen_json};
