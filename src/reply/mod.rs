//! The API's replies: success, or errors at their fields; and its list reply, as datamarts that can
//! be edited.

mod answer;
mod beside;
#[cfg(target_arch = "wasm32")]
pub(crate) mod javascript;
mod joi;
mod list;
mod merge;
mod names;
mod pass;
mod retry;
mod said;
mod secrets;

pub use answer::{Reply, ReplyError, ReplyIssue, read_reply};
pub use list::{ImportError, ImportedDatamart, import_datamarts_json};
pub use merge::{MergeError, merge_unseen_json};
