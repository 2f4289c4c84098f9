//! The two columns of a relationship can never be equal.

use crate::catalog::ValueKind;
use crate::datasource::{Conversion, DatasourceType};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "incompatible-relationship-types",
    severity: WARNING,
    subject: Relationships,
    what: "The two columns of a relationship have types whose values can never be equal, such as \
          a number and a text.",
    why: "The database refuses the join or finds no matching rows. Checked only with the option \
          `catalog`; unknown types are not reported, nor are databases that convert one type into \
          the other.",
    wrong: FieldsWith(
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
    right: FieldsWith(
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
    check: Some(check),
    messages: {
        unequal(child, childType, parent, parentType): "" => "`{child}` has the type `{childType}` and `{parent}` the type `{parentType}`, so their values cannot be equal",
        choose(): ".help" => "Use two columns that contain the same values.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let datasource = cx.options.datasource_type;
    let conversion = datasource.map_or(Conversion::None, DatasourceType::conversion);
    if cx.options.catalog.is_none() {
        return;
    }
    for (relationship, [parent, child]) in cx.resolved.relationships() {
        let [Some(parent), Some(child)] = [parent, child].map(|end| {
            // The type of a custom column is unknown.
            let listed = cx.resolved.column_of_end(end);
            let is_plain = listed.is_none_or(|column| column.is_custom.is_absent());
            end.catalog.column().filter(|_| is_plain)
        }) else {
            continue;
        };
        let Some(place) = relationship.child.column.given() else {
            continue;
        };
        let (Some(one), Some(other)) = (parent.kind(), child.kind()) else {
            continue;
        };
        if can_be_equal(one, other, conversion) {
            continue;
        }
        let message = messages::unequal(
            child.name(),
            child.type_name(),
            parent.name(),
            parent.type_name(),
        );
        findings.add(
            Finding::new(Code::IncompatibleRelationshipTypes, place.node, message)
                .help(messages::choose()),
        );
    }
}

/// Whether the database may find equal values of two kinds.
fn can_be_equal(one: ValueKind, other: ValueKind, conversion: Conversion) -> bool {
    match (one, other) {
        (ValueKind::Other, _) | (_, ValueKind::Other) => true,
        _ if one == other => true,
        // Identifiers are often written as text, and many databases convert them.
        (ValueKind::Uuid, ValueKind::Text) | (ValueKind::Text, ValueKind::Uuid) => true,
        (ValueKind::Uuid, _) | (_, ValueKind::Uuid) => conversion == Conversion::Everything,
        _ => conversion != Conversion::None,
    }
}
