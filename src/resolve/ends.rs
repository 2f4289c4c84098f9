//! The ends of relationships: which table and column each one names.

use super::{ColumnMatch, Group, NONE, Resolved, text_of};
use crate::model::{Column, End, Relationship, Table, Text};
use crate::names::{NameMatch, Names, has_outer_space, trim};

/// What one end of a relationship is bound to.
#[derive(Debug)]
pub(crate) struct BoundEnd<'c> {
    pub table: EndTable,
    /// Two ends with the same number name the same column of the same table. `None` if a name is
    /// broken.
    pub column: Option<u32>,
    /// The listed column, by its number in the list of all columns.
    pub listed: Option<u32>,
    /// The column's match in the catalog, if only one table has the name.
    pub catalog: ColumnMatch<'c>,
    /// The next end that names the same table, and the next one that names the same listed column.
    next_of_table: u32,
    next_of_column: u32,
}

/// What a table name in a relationship refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndTable {
    /// The name is broken.
    Broken,
    /// No table of the datamart has the name.
    Unknown,
    /// The table with this number.
    One(usize),
    /// The tables of the group with this number: in several schemas, or listed twice.
    Several(usize),
}

impl EndTable {
    fn of((number, group): (usize, &Group<'_>)) -> Self {
        match group.tables.as_slice() {
            [only] => Self::One(*only),
            _ => Self::Several(number),
        }
    }
}

/// The two ends of each relationship, with their names as written.
type WrittenEnd<'c, 'd, 's> = (End<'d>, &'s BoundEnd<'c>);

impl<'c, 'd> Resolved<'c, 'd> {
    pub(super) fn bind_ends(&mut self) {
        let relationships = &self.datamart.relationships;
        let mut keys: Vec<String> = Vec::with_capacity(relationships.len() * 2);
        self.ends.reserve_exact(relationships.len() * 2);
        for relationship in relationships {
            for end in [relationship.parent, relationship.child] {
                let (bound, key) = self.bind_end(end);
                keys.push(key);
                self.ends.push(bound);
            }
        }
        for number in (0..self.ends.len()).rev() {
            self.link(number);
        }
        // Table and column names as numbers, so that comparing ends is comparing numbers.
        let mut columns = Names::exact();
        for (number, (end, key)) in self.ends.iter_mut().zip(&keys).enumerate() {
            end.column = if key.is_empty() {
                let listed = end.listed.and_then(|it| self.columns.get(it as usize));
                listed.map(|column| column.ends)
            } else {
                u32::try_from(columns.insert(key, number)).ok()
            };
        }
        self.find_first_relationships();
    }

    fn find_first_relationships(&mut self) {
        let may_be_listed = |(number, ends): (usize, [&BoundEnd<'c>; 2])| {
            let is_earlier = |end: &BoundEnd<'c>| {
                end.column
                    .is_some_and(|first| (first as usize) < number * 2)
            };
            ends.into_iter().all(is_earlier)
        };
        let relationships = self.relationships().map(|(_, ends)| ends);
        if !relationships.enumerate().any(may_be_listed) {
            return;
        }
        let key = |ends: [&BoundEnd<'c>; 2]| {
            let [Some(one), Some(other)] = ends.map(|end| end.column) else {
                return None;
            };
            Some(format!("{} {}", one.min(other), one.max(other)))
        };
        let keys: Vec<_> = self.relationships().map(|(_, ends)| key(ends)).collect();
        let mut seen = Names::exact();
        self.first_relationships.reserve_exact(keys.len());
        for (number, key) in keys.iter().enumerate() {
            let first = key.as_ref().map_or(number, |key| seen.insert(key, number));
            self.first_relationships.push(first);
        }
    }

    /// The first relationship that connects the same columns in either direction: the relationship
    /// itself if there is no other.
    pub(crate) fn first_relationship(&self, number: usize) -> usize {
        self.first_relationships
            .get(number)
            .copied()
            .unwrap_or(number)
    }

    /// Binds one end. The key is the same for all ends that name the same column. It is empty if the
    /// listed column is all that there is to know of it, or if a name is broken.
    fn bind_end(&self, end: End<'d>) -> (BoundEnd<'c>, String) {
        let mut bound = BoundEnd {
            table: EndTable::Broken,
            column: None,
            listed: None,
            catalog: ColumnMatch::NoClaim,
            next_of_table: NONE,
            next_of_column: NONE,
        };
        let Some(table) = end.table.given() else {
            return (bound, String::new());
        };
        let group = self.group(table.text);
        bound.table = group.map_or(EndTable::Unknown, EndTable::of);
        let Some(column) = end.column.given() else {
            return (bound, String::new());
        };
        let mut name = trim(column.text);
        let table = match bound.table {
            EndTable::One(number) => self.tables.get(number),
            _ => None,
        };
        bound.listed = group.and_then(|(_, group)| {
            let index = table.map_or(&group.index, |table| &table.index);
            self.listed(index, &group.tables, name)
        });
        if let Some(table) = table {
            let in_catalog = table.catalog.table();
            bound.catalog = ColumnMatch::find(in_catalog, column.text, self.case_of_columns);
            // The name in the catalog, whatever case it is written in here.
            name = bound.catalog.column().map_or(name, |column| column.name());
            if in_catalog.is_none() && bound.listed.is_some() {
                return (bound, String::new());
            }
        }
        let mut key = match bound.table {
            EndTable::One(number) => format!("{number} "),
            EndTable::Several(group) => format!("{group}\n"),
            EndTable::Unknown | EndTable::Broken => {
                let table = end.table.given().map_or("", |table| trim(table.text));
                format!("{}:{table}", table.len())
            }
        };
        key.push_str(name);
        (bound, key)
    }

    /// What a table name in a relationship refers to.
    pub(crate) fn end_table(&self, name: &str) -> EndTable {
        self.group(name).map_or(EndTable::Unknown, EndTable::of)
    }

    /// Whether the other end of a relationship is this column of this table, so that a fix must not
    /// produce the same end.
    pub(crate) fn is_other_end(&self, end: usize, table: EndTable, column: &str) -> bool {
        let other = u32::try_from(end ^ 1)
            .ok()
            .and_then(|end| self.written(end));
        other.is_some_and(|(other, bound)| {
            bound.table == table && trim(text_of(other.column)) == trim(column)
        })
    }

    /// Inserts an end before the others that name the same table and column.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer relationships than fit into 31 bits"
    )]
    fn link(&mut self, number: usize) {
        let Some(end) = self.ends.get_mut(number) else {
            return;
        };
        if let EndTable::One(table) = end.table
            && let Some(table) = self.tables.get_mut(table)
        {
            end.next_of_table = std::mem::replace(&mut table.ends, number as u32);
            if let Some(column) = end.listed
                && let Some(column) = self.columns.get_mut(column as usize)
            {
                end.next_of_column = std::mem::replace(&mut column.ends, number as u32);
            }
        }
    }

    /// The two ends of each relationship, parent and child, with what they are bound to.
    pub(crate) fn relationships(
        &self,
    ) -> impl Iterator<Item = (&'c Relationship<'d>, [&BoundEnd<'c>; 2])> {
        let pairs = self.ends.as_chunks::<2>().0;
        let pairs = pairs.iter().map(|[parent, child]| [parent, child]);
        self.datamart.relationships.iter().zip(pairs)
    }

    /// Every end of every relationship.
    pub(crate) fn ends(&self) -> impl Iterator<Item = WrittenEnd<'c, 'd, '_>> {
        (0..).map_while(|end| self.written(end))
    }

    fn written(&self, end: u32) -> Option<(End<'d>, &BoundEnd<'c>)> {
        let bound = self.ends.get(end as usize)?;
        let relationship = self.datamart.relationships.get(end as usize / 2)?;
        let end = if end.is_multiple_of(2) {
            relationship.parent
        } else {
            relationship.child
        };
        Some((end, bound))
    }

    /// The occurrences of a table's name in relationships.
    pub(crate) fn ends_of_table(&self, table: usize) -> impl Iterator<Item = Text<'d>> {
        let mut next = self.tables.get(table).map_or(NONE, |table| table.ends);
        std::iter::from_fn(move || {
            let (end, bound) = self.written(next)?;
            next = bound.next_of_table;
            end.table.given()
        })
    }

    /// The occurrences of a listed column's name in relationships.
    pub(crate) fn ends_of_column(&self, column: u32) -> impl Iterator<Item = Text<'d>> {
        let mut next = self
            .columns
            .get(column as usize)
            .map_or(NONE, |column| column.ends);
        std::iter::from_fn(move || {
            let (end, bound) = self.written(next)?;
            next = bound.next_of_column;
            end.column.given()
        })
    }

    /// The tables that an end may refer to.
    pub(crate) fn group_of(&self, end: End<'_>) -> Option<&Group<'d>> {
        Some(self.group(end.table.given()?.text)?.1)
    }

    /// The table of an end, if only one has its name.
    pub(crate) fn table_of(&self, end: &BoundEnd<'c>) -> Option<&super::BoundTable<'c, 'd>> {
        match end.table {
            EndTable::One(number) => self.tables.get(number),
            _ => None,
        }
    }

    /// The listed columns of the tables that an end may refer to.
    pub(crate) fn columns_of(&self, group: &Group<'d>) -> impl Iterator<Item = &'d str> {
        self.listed_columns(&group.tables).map(|column| column.name)
    }

    /// The listed column that an end names, if only one table has the table's name.
    pub(crate) fn column_of_end(&self, end: &BoundEnd<'c>) -> Option<&'c Column<'d>> {
        let EndTable::One(number) = end.table else {
            return None;
        };
        let table: &Table<'d> = self.datamart.tables.get(number)?;
        let first = self.tables.get(number)?.first_column;
        table
            .columns
            .get((end.listed? as usize).checked_sub(first)?)
    }

    /// How well the table name of an end matches its table. If there are several tables, nothing is
    /// claimed.
    pub(crate) fn quality_of_table(&self, end: End<'_>) -> Option<NameMatch> {
        let written = end.table.given()?.text;
        if !has_outer_space(written) {
            return Some(NameMatch::Exact);
        }
        let [table] = self.group(written)?.1.tables.as_slice() else {
            return None;
        };
        let table = self.datamart.tables.get(*table)?;
        let mut names = [table.name, table.index_pattern].into_iter();
        Some(if names.any(|name| text_of(name) == written) {
            NameMatch::Exact
        } else {
            NameMatch::Trimmed
        })
    }

    /// How well the column name of an end matches its column.
    pub(crate) fn quality_of_column(
        &self,
        end: End<'_>,
        bound: &BoundEnd<'c>,
    ) -> Option<NameMatch> {
        let written = end.column.given()?.text;
        if let ColumnMatch::Column(_, quality) = bound.catalog {
            return Some(quality);
        }
        if !has_outer_space(written) {
            return Some(NameMatch::Exact);
        }
        let column = self.column_of_end(bound)?;
        Some(if text_of(column.name) == written {
            NameMatch::Exact
        } else {
            NameMatch::Trimmed
        })
    }

    /// Whether the column that an end names is listed under exactly the catalog's name.
    pub(crate) fn is_listed_exactly(&self, bound: &BoundEnd<'c>) -> bool {
        let listed = bound.listed.and_then(|it| self.columns.get(it as usize));
        matches!(
            listed.map(|column| column.catalog),
            Some(ColumnMatch::Column(_, NameMatch::Exact))
        )
    }

    /// The listed column whose name differs from a written one only in case or composition.
    pub(crate) fn column_like(
        &self,
        group: &Group<'d>,
        bound: &BoundEnd<'c>,
        written: &str,
    ) -> Option<&'d str> {
        let table = self.table_of(bound);
        let index = table.map_or(&group.index, |table| &table.index);
        let (number, _) = self.listed_like(index, &group.tables, written, self.case_of_columns)?;
        Some(self.listed_name(number))
    }
}
