//! Which names an expression may use: the columns of its table, and the tables it must leave alone.

use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Datamart, Table};
use crate::sql::{ColumnRef, Dialect};

/// What a reference in an expression means.
pub(super) enum Meaning<'n> {
    /// A column of the table, by the name that the table lists.
    Column(&'n str),
    /// A name that the table does not list.
    Unknown(String),
    /// A dotted name whose first parts are neither this table nor one of its columns.
    Foreign {
        /// The last of those parts.
        qualifier: String,
    },
    /// All columns, or something that cannot be told.
    NoClaim,
}

/// The names of one table. Names are compared without regard to case, because most databases fold it and what a wrong claim
/// costs is more than what a right one is worth; only ClickHouse and quoted names elsewhere are compared to the letter.
pub(super) struct TableNames<'c, 'd> {
    pub(super) table: &'c Table<'d>,
    dialect: Dialect,
    exact: FxHashSet<&'d str>,
    /// Gathered when a name is not found to the letter.
    folded: OnceCell<FxHashMap<String, &'d str>>,
    /// The names of columns by their aliases, gathered when a name is unknown.
    aliases: OnceCell<FxHashMap<&'d str, &'d str>>,
}

impl<'c, 'd> TableNames<'c, 'd> {
    pub(super) fn new(table: &'c Table<'d>, dialect: Dialect) -> Self {
        Self {
            table,
            dialect,
            exact: column_names(table).collect(),
            folded: OnceCell::new(),
            aliases: OnceCell::new(),
        }
    }

    /// Every name that the table lists.
    pub(super) fn all(&self) -> impl Iterator<Item = &'d str> {
        column_names(self.table)
    }

    /// The listed name that a name in an expression stands for.
    fn find(&self, name: &str, quoted: bool) -> Option<&str> {
        if let Some(exact) = self.exact.get(name) {
            return Some(exact);
        }
        let to_the_letter = match self.dialect {
            Dialect::ClickHouse => true,
            Dialect::Postgres | Dialect::Cockroach | Dialect::Snowflake | Dialect::Firebolt => {
                quoted
            }
            _ => false,
        };
        if to_the_letter {
            return None;
        }
        let fold = |name: &'d str| (name.to_ascii_lowercase(), name);
        let folded = self
            .folded
            .get_or_init(|| column_names(self.table).map(fold).collect());
        folded.get(&name.to_ascii_lowercase()).copied()
    }

    /// The name of the column whose alias this is, for a hint.
    pub(super) fn of_alias(&self, alias: &str) -> Option<&'d str> {
        let aliases = self.aliases.get_or_init(|| {
            let columns = self.table.columns.iter();
            columns
                .filter_map(|column| Some((column.alias.given()?.text, column.name.given()?.text)))
                .collect()
        });
        aliases.get(alias).copied()
    }

    fn is_this_table(&self, name: &str) -> bool {
        let names = [
            self.table.name,
            self.table.schema_name,
            self.table.index_pattern,
        ];
        names
            .iter()
            .filter_map(|name| name.given())
            .any(|it| it.text.eq_ignore_ascii_case(name))
    }

    pub(super) fn meaning(&self, reference: &ColumnRef<'_>, sql: &str) -> Meaning<'_> {
        // A name in a sub-select may belong to a table of that sub-select.
        if reference.in_subquery || reference.star {
            return Meaning::NoClaim;
        }
        if reference.part_count == 1 {
            return match self.find(&reference.name, reference.quoted) {
                Some(column) => Meaning::Column(column),
                None => Meaning::Unknown(reference.name.clone().into_owned()),
            };
        }
        // OpenSearch lists fields of objects by their dotted names.
        if let Some(column) = self.find(reference.span.text(sql), false) {
            return Meaning::Column(column);
        }
        let parts = reference.parts(sql, self.dialect);
        let is_table = |part: &&(Cow<'_, str>, _)| self.is_this_table(&part.0);
        let qualifiers = parts.iter().take_while(is_table).count();
        match parts.get(qualifiers) {
            // Schema and table and nothing else: then the last of them is the column.
            None => match self.find(&reference.name, reference.quoted) {
                Some(column) => Meaning::Column(column),
                None => Meaning::NoClaim,
            },
            Some((name, _)) => match self.find(name, reference.quoted) {
                Some(column) => Meaning::Column(column),
                None if qualifiers > 0 => Meaning::Unknown(name.clone().into_owned()),
                None => Meaning::Foreign {
                    qualifier: reference.qualifier.clone().unwrap_or_default().into_owned(),
                },
            },
        }
    }
}

fn column_names<'d>(table: &Table<'d>) -> impl Iterator<Item = &'d str> {
    let client_column = table.client_column.given();
    table
        .columns
        .iter()
        .filter_map(|column| column.name.given())
        .chain(client_column)
        .map(|name| name.text.trim())
}

/// The tables of the datamart by name, gathered when somebody asks.
pub(super) struct OtherTables<'c, 'd> {
    datamart: &'c Datamart<'d>,
    names: Option<FxHashMap<String, &'d str>>,
}

impl<'c, 'd> OtherTables<'c, 'd> {
    pub(super) fn new(datamart: &'c Datamart<'d>) -> Self {
        Self {
            datamart,
            names: None,
        }
    }

    /// The table with this name, as the datamart lists it.
    pub(super) fn find(&mut self, name: &str) -> Option<&'d str> {
        let datamart = self.datamart;
        let names = self.names.get_or_insert_with(|| {
            let names = datamart
                .tables
                .iter()
                .filter_map(|table| table.name.given());
            names
                .map(|name| (name.text.trim().to_ascii_lowercase(), name.text))
                .collect()
        });
        names.get(&name.to_ascii_lowercase()).copied()
    }
}
