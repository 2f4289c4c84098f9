//! Finds the catalog table that a written name refers to.

use super::{Catalog, TableRef};
use crate::names::{CaseRule, NameMatch};

/// The result of looking up a table name in the catalog.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CatalogMatch<'c> {
    /// Nothing can be claimed: there is no catalog, the name is broken, or it is a pattern.
    NoClaim,
    /// No table has this name.
    Missing,
    /// Tables with this name exist, but none of them in this schema.
    Elsewhere {
        /// The first of them.
        first: TableRef<'c>,
        /// Whether there is no other.
        is_only_one: bool,
    },
    /// A table was found.
    Table {
        /// The table.
        table: TableRef<'c>,
        /// How well its name matches.
        name: NameMatch,
        /// How well its schema matches.
        schema: NameMatch,
        /// Another table of this name, if there are several and nothing says in which schema to
        /// look.
        other: Option<TableRef<'c>>,
    },
}

impl<'c> CatalogMatch<'c> {
    /// How well the names of the table and of its schema match, if a table was found.
    pub(crate) fn qualities(self) -> [Option<NameMatch>; 2] {
        match self {
            Self::Table { name, schema, .. } => [Some(name), Some(schema)],
            _ => [None; 2],
        }
    }

    /// The table, if the database finds one.
    #[must_use]
    pub(crate) fn table(self) -> Option<TableRef<'c>> {
        match self {
            Self::Table {
                table,
                name,
                schema,
                ..
            } if name.is_found() && schema.is_found() => Some(table),
            _ => None,
        }
    }
}

impl Catalog {
    /// Looks up a table by its name and schema.
    #[must_use]
    pub(crate) fn find(
        &self,
        name: &str,
        schema: Option<&str>,
        rule: CaseRule,
    ) -> CatalogMatch<'_> {
        let found = self.find_listed(name, schema, rule);
        if self.is_partial && found.table().is_none() {
            return CatalogMatch::NoClaim;
        }
        found
    }

    fn find_listed(&self, name: &str, schema: Option<&str>, rule: CaseRule) -> CatalogMatch<'_> {
        let Some(schema) = schema else {
            return match self.named(name, rule) {
                Some((table, quality)) => CatalogMatch::Table {
                    table,
                    name: quality,
                    schema: NameMatch::Exact,
                    other: table.other(),
                },
                None => CatalogMatch::Missing,
            };
        };
        let schema_name = |number| self.schema_name(number);
        let best = |written| {
            self.forest
                .best(self.schemas_by_name, written, rule, &schema_name)
        };
        // A catalog may list no schemas at all; then any schema matches.
        let without = best("").map(|(number, _)| (number, NameMatch::Exact));
        let mut found: Option<(TableRef<'_>, NameMatch, NameMatch)> = None;
        for (number, of_schema) in [best(schema), without].into_iter().flatten() {
            let Some((table, of_name)) = self.in_schema(number, name, rule) else {
                continue;
            };
            let is_better = |(_, name, schema): &(_, NameMatch, NameMatch)| {
                of_name.max(of_schema) < *name.max(schema)
            };
            if found.as_ref().is_none_or(is_better) {
                found = Some((table, of_name, of_schema));
            }
        }
        if let Some((table, name, schema)) = found {
            return CatalogMatch::Table {
                table,
                name,
                schema,
                other: None,
            };
        }
        match self.named(name, rule) {
            Some((first, _)) => CatalogMatch::Elsewhere {
                first,
                is_only_one: first.other().is_none(),
            },
            None => CatalogMatch::Missing,
        }
    }

    /// The first table with a name, whatever its schema.
    fn named(&self, name: &str, rule: CaseRule) -> Option<(TableRef<'_>, NameMatch)> {
        let table_name = |number| self.table_name(number);
        let root = self.tables_by_name;
        let (number, quality) = self.forest.best(root, name, rule, &table_name)?;
        Some((self.table(number)?, quality))
    }

    fn in_schema(
        &self,
        schema: u32,
        name: &str,
        rule: CaseRule,
    ) -> Option<(TableRef<'_>, NameMatch)> {
        let table_name = |number| self.table_name(number);
        let root = self.schemas.get(schema as usize)?.tables_by_name;
        let (number, quality) = self.forest.best(root, name, rule, &table_name)?;
        Some((self.table(number)?, quality))
    }
}

impl TableRef<'_> {
    /// If this is the first table of its name: the next one, in another schema.
    fn other(self) -> Option<Self> {
        self.catalog.table(self.entry.other?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DatasourceType;
    use crate::document::read_json;

    #[test]
    fn finds_tables_by_name_and_schema() {
        let catalog = Catalog::read(
            read_json(
                r#"{"tables": [
                    {"name": "orders", "schema": "shop", "columns": []},
                    {"name": "Orders", "schema": null, "columns": []},
                    {"name": "orders", "schema": "archive", "columns": []},
                    {"name": "orders", "schema": "archive", "columns": []},
                    {"name": "items", "schema": "shop", "columns": []}
                ]}"#,
                &[],
            )
            .root(),
        )
        .unwrap();
        let find = |name, schema, datasource| {
            let datasource = DatasourceType::from_name(datasource);
            match catalog.find(name, schema, DatasourceType::case_of_tables(datasource)) {
                CatalogMatch::NoClaim => "no claim".to_owned(),
                CatalogMatch::Missing => "missing".to_owned(),
                CatalogMatch::Elsewhere { first, is_only_one } => {
                    format!("elsewhere in {} {is_only_one}", first.schema())
                }
                CatalogMatch::Table {
                    table,
                    name,
                    schema,
                    other,
                } => format!(
                    "{}.{} {name:?} {schema:?} {:?}",
                    table.schema(),
                    table.name(),
                    other.map(TableRef::schema)
                ),
            }
        };
        for (name, schema, datasource, expected) in [
            (
                "orders",
                Some("archive"),
                "",
                "archive.orders Exact Exact None",
            ),
            (
                "orders",
                None,
                "",
                "shop.orders Exact Exact Some(\"archive\")",
            ),
            ("items", None, "", "shop.items Exact Exact None"),
            (
                "ORDERS",
                Some("Shop"),
                "",
                "shop.orders OtherCase OtherCase None",
            ),
            (
                "ITEMS",
                Some("shop"),
                "clickhouse",
                "shop.items CaseMismatch Exact None",
            ),
            (
                "items",
                Some("SHOP"),
                "clickhouse",
                "shop.items Exact CaseMismatch None",
            ),
            ("Orders", Some("nowhere"), "", ".Orders Exact Exact None"),
            ("items", Some("nowhere"), "", "elsewhere in shop true"),
            ("things", Some("shop"), "", "missing"),
            ("things", None, "", "missing"),
        ] {
            assert_eq!(
                find(name, schema, datasource),
                expected,
                "{schema:?} {name}"
            );
        }
    }
}
