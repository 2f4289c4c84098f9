//! The two columns of a relationship cannot be equal.

use super::{TablesByName, physical_column};
use crate::catalog::ValueKind;
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "The two columns of a relationship are of types whose values cannot be equal, such as a number and a text.",
    why: "The database refuses the join or finds no pair. Known only with the option `catalog`; types that are not known make no claim, and \
          neither do databases that convert one into the other.",
    wrong: Example::FieldsWith(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }, { "name": "email" }] }
  ],
  "relationships": [{
    "parentTableName": "customers", "parentColumnName": "email",
    "childTableName": "orders", "childColumnName": "customer_id", "relationshipName": "orders_to_customers"
  }]
}"#,
        r#"{ "datasourceType": "trino", "catalog": { "tables": [
  { "name": "orders", "columns": [{ "name": "customer_id", "dataType": "bigint" }] },
  { "name": "customers", "columns": [{ "name": "id", "dataType": "bigint" }, { "name": "email", "dataType": "varchar" }] }
] } }"#,
    ),
    right: Example::FieldsWith(
        r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }, { "name": "email" }] }
  ],
  "relationships": [{
    "parentTableName": "customers", "parentColumnName": "id",
    "childTableName": "orders", "childColumnName": "customer_id", "relationshipName": "orders_to_customers"
  }]
}"#,
        r#"{ "datasourceType": "trino", "catalog": { "tables": [
  { "name": "orders", "columns": [{ "name": "customer_id", "dataType": "bigint" }] },
  { "name": "customers", "columns": [{ "name": "id", "dataType": "bigint" }, { "name": "email", "dataType": "varchar" }] }
] } }"#,
    ),
};

/// Databases that compare a number with a text by converting one of them.
const CONVERTING: [&str; 6] = [
    "mysql",
    "singlestore",
    "mssql",
    "snowflake",
    "databricks",
    "mongodb",
];

pub(super) fn check<'d>(
    cx: &Context<'_, 'd>,
    tables: &TablesByName<'_, 'd>,
    findings: &mut Findings<'_>,
) {
    let is_converting = cx
        .options
        .datasource_type
        .is_some_and(|it| CONVERTING.contains(&it.name()));
    if cx.options.catalog.is_none() || is_converting {
        return;
    }
    for relationship in &cx.datamart.relationships {
        let [parent, child] =
            [relationship.parent, relationship.child].map(|end| physical_column(cx, tables, end));
        let (Some(parent), Some(child), Some(place)) =
            (parent, child, relationship.child.column.given())
        else {
            continue;
        };
        let (Some(one), Some(other)) = (parent.kind(), child.kind()) else {
            continue;
        };
        if one == other || one == ValueKind::Other || other == ValueKind::Other {
            continue;
        }
        let message = format!(
            "`{}` is {} (`{}`), but `{}` is {} (`{}`)",
            child.name(),
            other.noun(),
            child.type_name(),
            parent.name(),
            one.noun(),
            parent.type_name()
        );
        findings.add(
            Finding::new(Code::IncompatibleRelationshipTypes, place.node, message)
                .help("Name two columns that hold the same values."),
        );
    }
}
