//! Why something is proposed.

use crate::issue::templates;

templates! {
    "proposal"
    named(column, table, key): ".named" => "`{column}` is named after the table `{table}` and its key `{key}`",
    role(column, table, key): ".role" => "the end of `{column}` names the table `{table}` and its key `{key}`",
    same(column, table, key): ".same" => "`{column}` has the same name as the first column of the table `{table}`, `{key}`",
    table(column, table, key): ".table" => "`{column}` is named after the table `{table}`, whose first column is `{key}`",
    parent(column, table, key): ".parent" => "`{column}` usually refers to another row of the same table, and the key of `{table}` is `{key}`",
    tenancy(column, count, total, table): ".tenancy" => "`{column}` is in {count} of {total} tables, and its values come from the table `{table}`",
    unmapped(column, count, total): ".tenancy.unmapped" => "`{column}` is in {count} of {total} tables, but no table was found that its values come from",
}
