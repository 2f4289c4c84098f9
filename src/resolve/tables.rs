//! The tables of a datamart: which table of the catalog each one is, and which of them are the
//! same.

use super::columns::ColumnIndex;
use super::{NONE, Resolved};
use crate::catalog::CatalogMatch;
use crate::document::Span;
use crate::model::{Field, Table, Text};
use crate::names::{Forest, Root, Sameness, Spelling, trim};

/// What a table of the datamart is bound to.
#[derive(Debug)]
pub(crate) struct BoundTable<'c, 'd> {
    /// Its match in the catalog.
    pub catalog: CatalogMatch<'c>,
    /// Its own number.
    pub number: usize,
    /// The number of the first table of the datamart that is the same: its own, unless it is listed
    /// twice.
    pub first: usize,
    /// The part of the name that repeats the schema.
    pub repeated_schema: Option<Span>,
    /// Its name without whitespace and without a repeated schema.
    pub name: &'d str,
    /// Where its columns begin in the list of all columns.
    pub(super) first_column: usize,
    /// The position of its client column in that list.
    pub(super) client_column: usize,
    /// Its columns by name.
    pub(super) index: ColumnIndex<'d>,
    /// The first relationship end that names it, if any.
    pub(super) ends: u32,
    /// Whether some of its SQL could not be read, so that any column may be used there.
    pub has_unclear_sql: bool,
    /// Whether the name of one of its columns, or of its client column, has whitespace around it.
    pub has_spaced_column: bool,
    /// Whether an alias may be the same as another alias or another name. Most tables have none, so
    /// nothing needs to be looked up.
    pub may_repeat_alias: bool,
}

/// All tables that relationships refer to by one name.
#[derive(Debug, Default)]
pub(crate) struct Group<'d> {
    /// The name, as spelled in the first of them.
    pub name: &'d str,
    /// The number of the group.
    pub number: usize,
    /// The numbers of the tables.
    pub(super) tables: Vec<usize>,
    /// The first schema, and the first one that differs from it.
    pub schemas: [Option<Text<'d>>; 2],
    /// The columns of all of them, if there are several.
    pub(super) index: ColumnIndex<'d>,
    /// Whether a column may be missing because its name is broken.
    pub has_unknown_columns: bool,
}

impl<'c, 'd> Resolved<'c, 'd> {
    pub(super) fn bind_tables(&mut self) {
        let datamart = self.datamart;
        let mut seen = Seen::default();
        let mut identities = Vec::with_capacity(datamart.tables.len());
        for (number, table) in datamart.tables.iter().enumerate() {
            let repeated = repeated_schema(table.name, table.schema_name);
            let written = table.name.given().map_or("", |name| name.text);
            let mut bound = BoundTable {
                catalog: self.bind_table(table, written),
                number,
                first: number,
                repeated_schema: None,
                name: trim(written),
                first_column: 0,
                client_column: 0,
                index: ColumnIndex::default(),
                ends: NONE,
                has_unclear_sql: false,
                has_spaced_column: false,
                may_repeat_alias: false,
            };
            // If the catalog has the name including its dot, it repeats nothing.
            if let Some(piece) = repeated
                && bound.catalog.table().is_none()
            {
                let rest = trim(written.get(piece.end as usize..).unwrap_or_default());
                let of_rest = self.bind_table(table, rest);
                if of_rest.table().is_some() || matches!(of_rest, CatalogMatch::NoClaim) {
                    bound.catalog = of_rest;
                    bound.repeated_schema = Some(piece);
                    bound.name = rest;
                }
            }
            identities.push(Identity::of(table, &bound));
            bound.first = seen.first(&identities);
            self.tables.push(bound);
        }
        for (number, table) in datamart.tables.iter().enumerate() {
            self.group_table(number, table);
        }
    }

    fn bind_table(&self, table: &Table<'d>, name: &str) -> CatalogMatch<'c> {
        let Some(catalog) = self.catalog else {
            return CatalogMatch::NoClaim;
        };
        // If there is a pattern, the name is only a label.
        if name.is_empty() || !table.index_pattern.is_absent() {
            return CatalogMatch::NoClaim;
        }
        let schema = match table.schema_name {
            Field::Broken => return CatalogMatch::NoClaim,
            Field::Absent => None,
            Field::Given(schema) => Some(schema.text),
        };
        let found = catalog.find(name, schema, self.case_of_tables);
        // A name with a star is itself a pattern, unless the catalog has it.
        if found.table().is_none() && name.bytes().any(|byte| byte == b'*') {
            return CatalogMatch::NoClaim;
        }
        found
    }

    /// Registers a table under its name and its index pattern.
    fn group_table(&mut self, number: usize, table: &Table<'d>) {
        let Some(bound) = self.tables.get(number) else {
            return;
        };
        let name = table.name.given().map(|name| trim(name.text));
        let pattern = table.index_pattern.given().map(|it| trim(it.text));
        let rest = Some(bound.name).filter(|_| bound.repeated_schema.is_some());
        for (at, name) in [name, pattern, rest].into_iter().enumerate() {
            let Some(name) = name else { continue };
            let next = self.groups.len();
            let group = self.groups_by_name.insert(name, next);
            if group == next {
                self.groups.push(Group {
                    name,
                    number: next,
                    ..Group::default()
                });
            }
            let Some(group) = self.groups.get_mut(group) else {
                continue;
            };
            // The pattern is the same as the name.
            if at > 0 && group.tables.last() == Some(&number) {
                continue;
            }
            group.add(number, table);
        }
    }

    /// The tables that a name in a relationship refers to.
    pub(super) fn group(&self, name: &str) -> Option<(usize, &Group<'d>)> {
        let number = self.groups_by_name.get(trim(name), Sameness::Exact)?;
        Some((number, self.groups.get(number)?))
    }

    /// Whether no other table has the name.
    pub(crate) fn is_only_of_its_name(&self, name: &str) -> bool {
        self.group(name)
            .is_some_and(|(_, group)| group.tables.len() == 1)
    }

    /// The name of a table that differs from a written one only in case or composition.
    pub(crate) fn group_like(&self, name: &str) -> Option<&'d str> {
        let group = self.groups_by_name.get(name, Sameness::Loose)?;
        Some(self.groups.get(group)?.name)
    }

    /// The table that a name most likely refers to, whatever its case.
    pub(crate) fn table_like(&self, name: &str) -> Option<usize> {
        let group = self.groups_by_name.get(name, Sameness::Loose)?;
        self.groups.get(group)?.tables.first().copied()
    }
}

impl<'d> Group<'d> {
    fn add(&mut self, number: usize, table: &Table<'d>) {
        self.tables.push(number);
        self.has_unknown_columns |= !table.all_columns_named;
        if let Some(schema) = table.schema_name.given() {
            match &mut self.schemas {
                [first @ None, _] => *first = Some(schema),
                [Some(first), other @ None] if trim(first.text) != trim(schema.text) => {
                    *other = Some(schema);
                }
                _ => {}
            }
        }
    }
}

/// The tables seen so far, by identity.
#[derive(Default)]
struct Seen {
    forest: Forest,
    /// One tree for each variant of [`Identity`].
    roots: [Root; 3],
}

/// What makes two tables the same.
#[derive(Clone, Copy)]
enum Identity<'n> {
    /// The catalog's table, by schema and name.
    Known(&'n str, &'n str),
    /// Their schema and name.
    InSchema(&'n str, &'n str),
    /// Their name; neither has a schema.
    Named(&'n str),
}

impl<'n> Identity<'n> {
    fn of<'c: 'n, 'd: 'n>(table: &Table<'d>, bound: &BoundTable<'c, 'd>) -> Option<Self> {
        table.name.given()?;
        if let Some(known) = bound.catalog.table() {
            return Some(Self::Known(known.schema(), known.name()));
        }
        match table.schema_name {
            Field::Broken => None,
            Field::Absent => Some(Self::Named(bound.name)),
            Field::Given(schema) => Some(Self::InSchema(trim(schema.text), bound.name)),
        }
    }

    fn parts(self) -> (usize, &'n str, &'n str) {
        match self {
            Self::Known(schema, name) => (0, schema, name),
            Self::InSchema(schema, name) => (1, schema, name),
            Self::Named(name) => (2, "", name),
        }
    }
}

impl Seen {
    /// The number of the first table that is the same as the table with the last of these
    /// identities.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a document has fewer tables than fit into 31 bits"
    )]
    fn first(&mut self, identities: &[Option<Identity<'_>>]) -> usize {
        let number = identities.len().saturating_sub(1);
        let spelling = |number: usize| {
            let identity = identities.get(number).copied().flatten()?;
            let (tree, schema, name) = identity.parts();
            Some((tree, Spelling::pair(schema, name)))
        };
        let Some((tree, own)) = spelling(number) else {
            return number;
        };
        let Some(root) = self.roots.get_mut(tree) else {
            return number;
        };
        let spelling_of =
            |other: u32| spelling(other as usize).map_or(Spelling::pair("", ""), |(_, it)| it);
        self.forest.insert(root, own, number as u32, &spelling_of) as usize
    }
}

/// The part of a table's name that repeats its schema: `public.` in `public.orders`.
pub(super) fn repeated_schema(name: Field<Text<'_>>, schema: Field<Text<'_>>) -> Option<Span> {
    let (name, schema) = (name.given()?.text, trim(schema.given()?.text));
    let trimmed = trim(name);
    let rest = trimmed.get(schema.len()..)?.strip_prefix('.')?;
    let before = trimmed.get(..schema.len())?;
    if !before.eq_ignore_ascii_case(schema) || trim(rest).is_empty() {
        return None;
    }
    let start = name.len() - name.trim_start().len();
    Some(Span::from_bytes(start, start + schema.len() + 1))
}
