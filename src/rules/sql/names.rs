//! Which names an expression may use: the columns of its table, and the tables it must leave alone.

use std::cell::OnceCell;

use crate::catalog::{ColumnRef as PhysicalColumn, TableRef};
use crate::model::{Datamart, Table};
use crate::rules::{Numbers, OwnedNumbers};
use crate::sql::{ColumnRef, Dialect, Span};

/// What a reference in an expression means.
pub(super) enum Meaning<'n> {
    /// A column of the table, by the name that the table lists.
    Column(&'n str),
    /// A name that the table does not list, and where it stands.
    Unknown(String, Span),
    /// A dotted name that begins neither with this table nor with one of its columns: what stands before its last part.
    Foreign(String, Span),
    /// All columns, or something that cannot be told.
    NoClaim,
}

/// The names of one table. Names are compared without regard to case, because most databases fold it and what a wrong claim
/// costs is more than what a right one is worth; only ClickHouse and quoted names elsewhere are compared to the letter.
pub(super) struct TableNames<'c, 'd> {
    pub(super) table: &'c Table<'d>,
    pub(super) dialect: Dialect,
    /// The datasource's table, if the catalog has it.
    physical: Option<TableRef<'c>>,
    exact: Numbers<'d>,
    /// The same without regard to case, gathered when a name is not found to the letter.
    folded: OnceCell<OwnedNumbers>,
    /// Every name that an expression may use, gathered when a name is unknown.
    all: OnceCell<Vec<&'c str>>,
    /// The columns by their aliases, gathered when a name is unknown.
    aliases: OnceCell<Numbers<'d>>,
}

impl<'c, 'd> TableNames<'c, 'd> {
    pub(super) fn new(
        table: &'c Table<'d>,
        physical: Option<TableRef<'c>>,
        dialect: Dialect,
    ) -> Self {
        Self {
            table,
            dialect,
            physical,
            exact: column_names(table).collect(),
            folded: OnceCell::new(),
            all: OnceCell::new(),
            aliases: OnceCell::new(),
        }
    }

    /// Every name that an expression may use.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let all = self.all.get_or_init(|| {
            let mut all: Vec<&str> = Vec::new();
            all.extend(column_names(self.table).map(|(name, _)| name));
            if let Some(physical) = self.physical {
                all.extend(physical.columns().map(PhysicalColumn::name));
            }
            all
        });
        all.iter().copied()
    }

    /// The name with a number of `column_names`.
    fn listed(&self, number: usize) -> Option<&'d str> {
        let name = match self.table.columns.get(number) {
            Some(column) => column.name,
            None => self.table.client_column,
        };
        Some(name.given()?.text.trim())
    }

    /// The listed name that a name in an expression stands for.
    fn find(&self, name: &str, quoted: bool) -> Option<&str> {
        if let Some(number) = self.exact.get(name) {
            return self.listed(*number);
        }
        let to_the_letter = match self.dialect {
            Dialect::ClickHouse => true,
            Dialect::Postgres | Dialect::Cockroach | Dialect::Snowflake | Dialect::Firebolt => {
                quoted
            }
            _ => false,
        };
        if to_the_letter {
            return self.physical_column(name).filter(|known| *known == name);
        }
        let fold = |(name, number): (&str, usize)| (name.to_ascii_lowercase(), number);
        let folded = self
            .folded
            .get_or_init(|| column_names(self.table).map(fold).collect());
        let listed = folded.get(&name.to_ascii_lowercase()).copied();
        listed
            .and_then(|number| self.listed(number))
            .or_else(|| self.physical_column(name))
    }

    /// A column that the datasource has, listed or not.
    fn physical_column(&self, name: &str) -> Option<&'c str> {
        Some(self.physical?.column(name)?.name())
    }

    /// Whether it is known that the datasource has no other columns.
    pub(super) fn are_certain(&self) -> bool {
        self.physical.is_some()
    }

    /// The name of the column whose alias this is, for a hint.
    pub(super) fn of_alias(&self, alias: &str) -> Option<&'d str> {
        let aliases = self.aliases.get_or_init(|| {
            let columns = self.table.columns.iter().zip(0..);
            columns
                .filter(|(column, _)| column.name.given().is_some())
                .filter_map(|(column, number)| Some((column.alias.given()?.text, number)))
                .collect()
        });
        self.listed(*aliases.get(alias)?)
    }

    fn is_this_table(&self, name: &str) -> bool {
        let names = [self.table.name, self.table.index_pattern];
        names.iter().filter_map(|name| name.given()).any(|given| {
            let whole = given.text.trim();
            // Some write the schema in front, into the same field; BigQuery takes `project.dataset.table` in one pair of quotes.
            [name, last_part(name)].iter().any(|name| {
                [whole, last_part(whole)]
                    .iter()
                    .any(|own| name.eq_ignore_ascii_case(own))
            })
        })
    }

    /// Where the dialect is not known: `"x"` is a text in MySQL and others, `USER` a value in PostgreSQL and others.
    fn may_be_a_value(&self, reference: &ColumnRef<'_>, sql: &str) -> bool {
        let written = reference.span.text(sql);
        self.dialect == Dialect::Generic
            && (written.starts_with('"') || written.eq_ignore_ascii_case("user"))
    }

    pub(super) fn meaning(&self, reference: &ColumnRef<'_>, sql: &str) -> Meaning<'_> {
        // A name in a sub-select may belong to a table of that sub-select.
        if reference.in_subquery || reference.star {
            return Meaning::NoClaim;
        }
        if reference.part_count == 1 {
            return match self.find(&reference.name, reference.quoted) {
                Some(column) => Meaning::Column(column),
                None if self.may_be_a_value(reference, sql) => Meaning::NoClaim,
                None => Meaning::Unknown(reference.name.clone().into_owned(), reference.span),
            };
        }
        // OpenSearch lists fields of objects by their dotted names.
        if let Some(column) = self.find(reference.span.text(sql), false) {
            return Meaning::Column(column);
        }
        let parts = reference.parts(sql, self.dialect);
        let before_last = parts.get(..parts.len().saturating_sub(1));
        let mut qualifiers = before_last.unwrap_or_default().iter();
        // What stands before the table's name is its schema or its database.
        let after_table = qualifiers
            .position(|(name, _)| self.is_this_table(name))
            .map(|table| table + 1);
        let column = |at: usize| {
            let (name, span) = parts.get(at)?;
            self.find(name, span.text(sql) != name)
        };
        match column(after_table.unwrap_or(0)) {
            Some(column) => Meaning::Column(column),
            // A field of a column that has the name of the table.
            None if column(0).is_some() => Meaning::NoClaim,
            None => {
                let at = after_table.unwrap_or(parts.len().saturating_sub(2));
                let Some((name, span)) = parts.get(at) else {
                    return Meaning::NoClaim;
                };
                let name = name.clone().into_owned();
                if after_table.is_some() {
                    Meaning::Unknown(name, *span)
                } else {
                    Meaning::Foreign(name, *span)
                }
            }
        }
    }
}

fn last_part(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The names with the numbers of their columns; the client column has the number after the last.
fn column_names<'d>(table: &Table<'d>) -> impl Iterator<Item = (&'d str, usize)> {
    let names = table.columns.iter().map(|column| column.name);
    names
        .chain([table.client_column])
        .zip(0..)
        .filter_map(|(name, number)| Some((name.given()?.text.trim(), number)))
}

/// The tables of the datamart by name, gathered when somebody asks.
pub(super) struct OtherTables<'c, 'd> {
    datamart: &'c Datamart<'d>,
    names: Option<OwnedNumbers>,
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
        let tables = &self.datamart.tables;
        let names = self.names.get_or_insert_with(|| {
            let fold = |(table, number): (&Table<'_>, usize)| {
                Some((table.name.given()?.text.trim().to_ascii_lowercase(), number))
            };
            tables.iter().zip(0..).filter_map(fold).collect()
        });
        let number = *names.get(&name.to_ascii_lowercase())?;
        Some(tables.get(number)?.name.given()?.text)
    }
}
