//! Rules of the relationships between tables.

pub(super) mod ambiguous_relationship_table;
pub(super) mod duplicate_relationship;
pub(super) mod duplicate_relationship_name;
pub(super) mod incompatible_relationship_types;
pub(super) mod same_relationship_ends;
pub(super) mod several_join_paths;
pub(super) mod unknown_relationship_column;
pub(super) mod unknown_relationship_table;
pub(super) mod unreached_table;

/// Two joined tables: the right example of several rules.
#[cfg(not(target_arch = "wasm32"))]
const JOINED: &str = r#"{
  "tableList": [
    { "name": "orders", "columns": [{ "name": "customer_id" }] },
    { "name": "customers", "columns": [{ "name": "id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" }
  ]
}"#;
