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
