//! What the API's list reply has, and what it lacks, beside the names that stand with the fields.

use super::{Object, column, table, tenancy};

/// The type of a column, as the datasource calls it.
pub(crate) const TYPE_OF_COLUMN: &str = "datatype";

/// The name of the datasource, in the object that stands for it.
pub(crate) const DATASOURCE: &str = "name";

/// Says of a catalog that the datasource may have more tables and columns. Not a name of the API's.
pub(crate) const PARTIAL_CATALOG: &str = "isPartial";

/// The fields that the published reply does not show, so that an update which is made of it erases them.
pub(crate) const UNSEEN: [(&Object, usize); 3] = [
    (&column::OBJECT, column::IS_AGGREGATE),
    (&table::OBJECT, table::INDEX_PATTERN),
    (&tenancy::OBJECT, tenancy::PRIMARY_DATABASE),
];
