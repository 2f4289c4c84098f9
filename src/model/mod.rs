//! The datamart after reading: typed, every field optional, every value with its node.
//!
//! Reading never fails and never stops: whatever has the wrong shape is reported and becomes
//! [`Field::Broken`], which later rules skip, so that one mistake causes one issue.

mod foreign;
mod reader;
mod reports;
mod words;

use crate::contract::{
    self, FieldKind, Operation, Presence, column, datamart, relationship, table, tenancy,
};
use crate::document::{Document, Kind, NodeId, Value};
use crate::issue::Findings;
use crate::text::trimmed;
pub(crate) use foreign::wrong_document;
use reader::{List, Reader, Slots};

/// A field after reading.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Field<T> {
    /// Missing, null or blank, which mean the same.
    #[default]
    Absent,
    /// Present or required, but already reported.
    Broken,
    /// Present and of the right kind.
    Given(T),
}

impl<T> Field<T> {
    /// The value, if it is usable.
    pub(crate) fn given(self) -> Option<T> {
        match self {
            Field::Given(value) => Some(value),
            Field::Absent | Field::Broken => None,
        }
    }

    /// Whether the field was certainly not given.
    pub(crate) const fn is_absent(&self) -> bool {
        matches!(self, Field::Absent)
    }
}

/// A text with its node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'d> {
    /// The node. Not a `Value`: thousands of columns have several of these.
    pub node: NodeId,
    /// The text itself.
    pub text: &'d str,
}

/// A flag with its node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flag {
    /// The node.
    pub node: NodeId,
    /// The value of the flag.
    pub is_set: bool,
}

impl Field<Flag> {
    /// Whether the flag is given and true.
    #[must_use]
    pub(crate) fn is_set(self) -> bool {
        self.given().is_some_and(|flag| flag.is_set)
    }

    /// Whether the flag is certainly not true: missing or false.
    #[must_use]
    pub(crate) fn is_unset(self) -> bool {
        self.given().map_or(self.is_absent(), |flag| !flag.is_set)
    }
}

/// The whole datamart.
#[derive(Debug)]
pub(crate) struct Datamart<'d> {
    pub name: Field<Text<'d>>,
    pub datasource_name: Field<Text<'d>>,
    /// The list itself, if it is one.
    pub table_list: Option<Value<'d>>,
    pub tables: Vec<Table<'d>>,
    /// Whether `tables` has every table with its name: none was broken or missing.
    pub all_tables_named: bool,
    pub tenancy: Field<Tenancy<'d>>,
    pub relationships: Vec<Relationship<'d>>,
    /// Whether `relationships` has every one of them.
    pub all_relationships: bool,
}

/// One item of `tableList`.
#[derive(Debug)]
pub(crate) struct Table<'d> {
    pub value: Value<'d>,
    pub name: Field<Text<'d>>,
    pub schema_name: Field<Text<'d>>,
    pub client_column: Field<Text<'d>>,
    pub is_hide: Field<Flag>,
    pub index_pattern: Field<Text<'d>>,
    /// The list itself, if it is one.
    pub column_list: Option<Value<'d>>,
    pub columns: Vec<Column<'d>>,
    /// Whether `columns` has every column with its name: none was broken or missing.
    pub all_columns_named: bool,
}

/// One item of `columns`.
#[derive(Debug)]
pub(crate) struct Column<'d> {
    pub name: Field<Text<'d>>,
    pub alias: Field<Text<'d>>,
    pub is_hide: Field<Flag>,
    pub is_custom: Field<Flag>,
    pub sql: Field<Text<'d>>,
    pub is_aggregate: Field<Flag>,
    pub is_apply_timezone: Field<Flag>,
}

/// `tenancySettings`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tenancy<'d> {
    pub level: Field<Text<'d>>,
    pub client_column_type: Field<Text<'d>>,
    pub primary_database: Field<Text<'d>>,
    pub schema_name: Field<Text<'d>>,
    pub table_name: Field<Text<'d>>,
    pub table_client_name_column: Field<Text<'d>>,
    pub table_primary_key_column: Field<Text<'d>>,
}

/// One item of `relationships`.
#[derive(Debug)]
pub(crate) struct Relationship<'d> {
    pub value: Value<'d>,
    pub parent: End<'d>,
    pub child: End<'d>,
    pub name: Field<Text<'d>>,
}

/// One end of a relationship.
#[derive(Debug, Clone, Copy)]
pub(crate) struct End<'d> {
    pub table: Field<Text<'d>>,
    pub column: Field<Text<'d>>,
}

impl End<'_> {
    /// Table and column, for messages.
    pub(crate) fn dotted(self) -> String {
        let [table, column] = [self.table, self.column]
            .map(|name| name.given().map_or("", |name| trimmed(name.text)));
        format!("{table}.{column}")
    }
}

/// Reads a datamart and reports everything that is wrong with its shape. `None` if it is not an
/// object.
pub(crate) fn read<'d>(
    document: &'d Document<'d>,
    findings: &mut Findings<'d>,
    operation: Operation,
) -> Option<Datamart<'d>> {
    let mut reader = Reader::new(document, findings, operation);
    let mut slots = Slots::new();
    reader.object(document.root(), &datamart::OBJECT, &mut slots)?;
    let table_list = slots.container(datamart::TABLE_LIST);
    let list = reader.list(table_list, read_table);
    let relationships = slots.container(datamart::RELATIONSHIPS);
    let relationships = reader.list(relationships, read_relationship);
    Some(Datamart {
        name: slots.text(datamart::NAME),
        datasource_name: slots.text(datamart::DATASOURCE_NAME),
        table_list: table_list.given(),
        all_tables_named: list.is_whole
            && list.items.iter().all(|table| table.name.given().is_some()),
        tables: list.items,
        tenancy: match slots.container(datamart::TENANCY_SETTINGS) {
            Field::Absent => Field::Absent,
            Field::Broken => Field::Broken,
            Field::Given(value) => {
                read_tenancy(&mut reader, value).map_or(Field::Broken, Field::Given)
            }
        },
        all_relationships: relationships.is_whole,
        relationships: relationships.items,
    })
}

fn read_table<'d>(
    reader: &mut Reader<'d, '_>,
    value: Value<'d>,
    slots: &mut Slots<'d>,
    tables: &mut Vec<Table<'d>>,
) -> Option<()> {
    reader.object(value, &table::OBJECT, slots)?;
    let columns: List<Column<'d>> = reader.list(slots.container(table::COLUMNS), read_column);
    tables.push(Table {
        value,
        name: slots.text(table::NAME),
        schema_name: slots.text(table::SCHEMA_NAME),
        client_column: slots.text(table::CLIENT_COLUMN),
        is_hide: slots.flag(table::IS_HIDE),
        index_pattern: slots.text(table::INDEX_PATTERN),
        column_list: slots.container(table::COLUMNS).given(),
        all_columns_named: columns.is_whole
            && columns
                .items
                .iter()
                .all(|column| column.name.given().is_some()),
        columns: columns.items,
    });
    Some(())
}

fn read_column<'d>(
    reader: &mut Reader<'d, '_>,
    value: Value<'d>,
    slots: &mut Slots<'d>,
    columns: &mut Vec<Column<'d>>,
) -> Option<()> {
    reader.object(value, &column::OBJECT, slots)?;
    columns.push(Column {
        name: slots.text(column::NAME),
        alias: slots.text(column::ALIAS),
        is_hide: slots.flag(column::IS_HIDE),
        is_custom: slots.flag(column::IS_CUSTOM_COLUMN),
        sql: slots.text(column::SQL),
        is_aggregate: slots.flag(column::IS_AGGREGATE),
        is_apply_timezone: slots.flag(column::IS_APPLY_TIMEZONE),
    });
    Some(())
}

fn read_tenancy<'d>(reader: &mut Reader<'d, '_>, value: Value<'d>) -> Option<Tenancy<'d>> {
    let mut slots = Slots::new();
    reader.object(value, &tenancy::OBJECT, &mut slots)?;
    Some(Tenancy {
        level: slots.text(tenancy::TENANCY_LEVEL),
        client_column_type: slots.text(tenancy::CLIENT_COLUMN_TYPE),
        primary_database: slots.text(tenancy::PRIMARY_DATABASE),
        schema_name: slots.text(tenancy::SCHEMA_NAME),
        table_name: slots.text(tenancy::TABLE_NAME),
        table_client_name_column: slots.text(tenancy::TABLE_CLIENT_NAME_COLUMN),
        table_primary_key_column: slots.text(tenancy::TABLE_PRIMARY_KEY_COLUMN),
    })
}

fn read_relationship<'d>(
    reader: &mut Reader<'d, '_>,
    value: Value<'d>,
    slots: &mut Slots<'d>,
    relationships: &mut Vec<Relationship<'d>>,
) -> Option<()> {
    reader.object(value, &relationship::OBJECT, slots)?;
    relationships.push(Relationship {
        value,
        parent: End {
            table: slots.text(relationship::PARENT_TABLE_NAME),
            column: slots.text(relationship::PARENT_COLUMN_NAME),
        },
        child: End {
            table: slots.text(relationship::CHILD_TABLE_NAME),
            column: slots.text(relationship::CHILD_COLUMN_NAME),
        },
        name: slots.text(relationship::RELATIONSHIP_NAME),
    });
    Some(())
}

/// Whether a field is filled in, whatever its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filling {
    /// Not filled in: null, or only whitespace.
    Absent,
    /// Null, if null has a meaning of its own: absent to the rules, but part of a request.
    Null,
    /// Filled in.
    Given,
}

impl Filling {
    /// Whether a value fills in its field. The only place that decides what is blank.
    #[must_use]
    pub(crate) fn of(value: Kind<'_>, presence: Presence) -> Self {
        match value {
            Kind::Null if matches!(presence, Presence::Nullable) => Self::Null,
            Kind::Null => Self::Absent,
            Kind::Text(text) if text.chars().all(char::is_whitespace) => Self::Absent,
            _ => Self::Given,
        }
    }

    /// The same for a field of the contract. A nested object whose members are all blank, such as a
    /// group of a form that was not touched, counts as absent. An empty object does not: it was
    /// written on purpose.
    #[must_use]
    pub(crate) fn of_field(value: Kind<'_>, field: &contract::Field) -> Self {
        if matches!(field.kind, FieldKind::Nested(_)) && Self::is_untouched(value) {
            return Self::Absent;
        }
        Self::of(value, field.presence)
    }

    /// Whether a value is an object whose members, at least one, are all blank.
    #[must_use]
    fn is_untouched(value: Kind<'_>) -> bool {
        let Kind::Object(mut members) = value else {
            return false;
        };
        let is_blank =
            |member: Value<'_>| Self::of(member.kind(), Presence::Optional) == Self::Absent;
        members.next().is_some_and(|(_, first)| is_blank(first))
            && members.all(|(_, member)| is_blank(member))
    }
}
