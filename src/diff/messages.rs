//! The messages of changes.

use crate::issue::messages;

messages! {
    "diff"
    table_added(table): ".table.added" => "the table `{table}` is added",
    table_removed(table): ".table.removed" => "the table `{table}` is removed",
    table_moved(table, from, to): ".table.moved" => "the table `{table}` moves from index {from} to index {to}",
    column_added(column): ".column.added" => "the column `{column}` is added",
    column_removed(column): ".column.removed" => "the column `{column}` is removed",
    column_moved(column, from, to): ".column.moved" => "the column `{column}` moves from index {from} to index {to}",
    relationship_added(relationship): ".relationship.added" => "the relationship `{relationship}` is added",
    relationship_removed(relationship): ".relationship.removed" => "the relationship `{relationship}` is removed",
    relationship_moved(relationship, from, to): ".relationship.moved" => "the relationship `{relationship}` moves from index {from} to index {to}",
    tenancy_added(): ".tenancy.added" => "tenancy settings are added",
    tenancy_removed(): ".tenancy.removed" => "the tenancy settings are removed, which an update cannot do",
    datasource(from, to): ".datasource" => "`datasourceName` changes from `{from}` to `{to}`, which an update cannot do",
    field_set(field, to): ".set" => "`{field}` is set to `{to}`",
    field_removed(field, from): ".removed" => "`{field}` is removed, it was `{from}`",
    field_changed(field, from, to): ".changed" => "`{field}` changes from `{from}` to `{to}`",
    set(field, place, to): ".of.set" => "`{field}` of `{place}` is set to `{to}`",
    removed(field, place, from): ".of.removed" => "`{field}` of `{place}` is removed, it was `{from}`",
    changed(field, place, from, to): ".of.changed" => "`{field}` of `{place}` changes from `{from}` to `{to}`",
    case(field, from, to): ".case" => "`{field}` changes from `{from}` to `{to}`, which differs only in case",
    whitespace(field, from, to): ".whitespace" => "`{field}` changes from `{from}` to `{to}`, which differs only in whitespace",
    composition(field, from, to): ".composition" => "`{field}` changes from `{from}` to `{to}`, which looks the same but is composed of other Unicode characters",
}
