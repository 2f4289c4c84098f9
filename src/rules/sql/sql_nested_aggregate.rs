//! An aggregate stands inside an aggregate. The parser finds it; see [`finding`](super::finding).

use crate::rules::{Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "An aggregate function is called inside another one.",
    why: "No database can compute it: the inner one leaves a single value, of which there is nothing to aggregate.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "top", "isCustomColumn": true, "sql": "MAX(SUM(total))", "isAggregate": true }
] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "top", "isCustomColumn": true, "sql": "MAX(total)", "isAggregate": true }
] }] }"#,
    ),
};
