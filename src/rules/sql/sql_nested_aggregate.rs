//! An aggregate is inside an aggregate. The parser finds it; see [`finding`](super::finding).

use crate::rules::rule;

rule! {
    code: "sql-nested-aggregate",
    severity: ERROR,
    subject: Sql,
    what: "An aggregate function is called inside another one.",
    why: "No database can compute it: the inner aggregate leaves a single value, and there is \
          nothing left to aggregate.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "top", "isCustomColumn": true, "sql": "MAX(SUM(total))", "isAggregate": true }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" },
  { "name": "top", "isCustomColumn": true, "sql": "MAX(total)", "isAggregate": true }
] }] }"#,
    ),
    check: None,
    templates: {
        NESTED(found, outer): "" => "the aggregate `{found}` is inside the aggregate `{outer}`",
        OUTER(): ".related" => "the outer aggregate",
    },
}
