//! Finds the schema, table or column that a message names in the datamart.

use crate::contract::{Object, column, datamart, relationship, table, tenancy};
use crate::document::{Document, Items, Kind, Value};
use crate::names::{CaseRule, NameMatch, trim};

/// How many words of a message are read.
const MAX_WORDS: usize = 200;

/// How many names of each kind are looked up.
const MAX_NAMES: usize = 4;

/// The kinds of things that a message names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Schema,
    Table,
    Column,
}

/// The value that a message names, if it is certain.
pub(super) fn locate<'d>(message: &str, datamart: &'d Document<'d>) -> Option<Value<'d>> {
    let names = Names::read(message);
    let root = datamart.root();
    let table = names.tables().find_map(|(schema, name)| {
        let schema = schema.or(names.schemas.first().copied());
        table_named(root, schema, name)
    });
    let column = names
        .columns
        .iter()
        .find_map(|name| column_named(root, table, name));
    column
        .or_else(|| field(table?, &table::OBJECT, table::NAME))
        .or_else(|| {
            names
                .tables()
                .find_map(|(_, name)| table_elsewhere(root, name))
        })
        .or_else(|| {
            names
                .schemas
                .iter()
                .find_map(|name| schema_named(root, name))
        })
}

/// The names in a message, by their kind.
#[derive(Debug, Default)]
struct Names<'t> {
    schemas: Vec<&'t str>,
    tables: Vec<&'t str>,
    columns: Vec<&'t str>,
}

impl<'t> Names<'t> {
    fn read(message: &'t str) -> Self {
        let mut names = Self::default();
        let words: Vec<Word<'_>> = words(message).take(MAX_WORDS).collect();
        for (at, word) in words.iter().enumerate() {
            let Some(thing) = word.thing() else { continue };
            let after = words.get(at + 1..).unwrap_or_default().iter();
            let after = after.take_while(|word| word.thing().is_none());
            let after = after.copied().find(|word| word.is_name());
            let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
            // `table orders`, or `the orders table`.
            for word in [after, before].into_iter().flatten() {
                if word.is_name() {
                    names.add(thing, word.text);
                }
            }
        }
        names
    }

    fn add(&mut self, thing: Thing, name: &'t str) {
        let list = match thing {
            Thing::Schema => &mut self.schemas,
            Thing::Table => &mut self.tables,
            Thing::Column => {
                // `orders.total`.
                if let Some((table, column)) = name.rsplit_once('.') {
                    self.add(Thing::Table, table);
                    return self.add(Thing::Column, column);
                }
                &mut self.columns
            }
        };
        if list.len() < MAX_NAMES && !list.contains(&name) {
            list.push(name);
        }
    }

    /// Names with the schema before them, if there is one.
    fn tables(&self) -> impl Iterator<Item = (Option<&'t str>, &'t str)> {
        let parts = |name: &&'t str| match name.rsplit_once('.') {
            Some((schema, table)) => [Some((None, *name)), Some((Some(schema), table))],
            None => [Some((None, *name)), None],
        };
        self.tables.iter().flat_map(parts).flatten()
    }
}

/// A word of a message, or a quoted text.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    is_quoted: bool,
}

impl Word<'_> {
    fn is_name(self) -> bool {
        self.is_quoted || self.thing().is_none() && !is_any(self.text, &FILLERS)
    }

    fn thing(self) -> Option<Thing> {
        if self.is_quoted {
            None
        } else if is_any(self.text, &["schema", "schemas"]) {
            Some(Thing::Schema)
        } else if is_any(self.text, &["table", "tables"]) {
            Some(Thing::Table)
        } else if is_any(self.text, &["column", "columns", "clientColumn"]) {
            Some(Thing::Column)
        } else {
            None
        }
    }
}

/// Words between `table` and its name.
const FILLERS: [&str; 24] = [
    "",
    "name",
    "names",
    "named",
    "called",
    "with",
    "the",
    "a",
    "an",
    "client",
    "unknown",
    "invalid",
    "missing",
    "is",
    "not",
    "no",
    "does",
    "exist",
    "found",
    "in",
    "of",
    "for",
    "custom",
    "following",
];

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// The words of a message.
fn words(message: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = message;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !is_of_name(c) && !is_quote(c));
        let first = rest.chars().next()?;
        if is_quote(first) {
            let inside = rest.get(first.len_utf8()..).unwrap_or_default();
            if let Some(end) = inside.find(is_quote) {
                let (word, tail) = inside.split_at_checked(end).unwrap_or((inside, ""));
                let quote = tail.chars().next().map_or(0, char::len_utf8);
                rest = tail.get(quote..).unwrap_or_default();
                return Some(Word {
                    text: word,
                    is_quoted: true,
                });
            }
            rest = inside;
            return Some(Word {
                text: "",
                is_quoted: false,
            });
        }
        let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let (word, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = tail;
        Some(Word {
            text: word.trim_end_matches('.'),
            is_quoted: false,
        })
    })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '*' | '#')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”')
}

fn is_named(value: Option<Value<'_>>, name: &str) -> bool {
    let known = match value.map(Value::kind) {
        Some(Kind::Text(known)) => trim(known),
        _ => return false,
    };
    NameMatch::between(name, known, CaseRule::EXACT).is_some_and(NameMatch::is_found)
}

fn field<'d>(object: Value<'d>, of: &Object, field: usize) -> Option<Value<'d>> {
    object.member(of.key(field))
}

fn tables(root: Value<'_>) -> Items<'_> {
    root.items_of(datamart::OBJECT.key(datamart::TABLE_LIST))
}

fn columns(table: Value<'_>) -> Items<'_> {
    table.items_of(table::OBJECT.key(table::COLUMNS))
}

/// The only one of several; `None` if there are more.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

fn table_named<'d>(root: Value<'d>, schema: Option<&str>, name: &str) -> Option<Value<'d>> {
    let named =
        || tables(root).filter(|table| is_named(field(*table, &table::OBJECT, table::NAME), name));
    let in_schema =
        schema.and_then(|schema| {
            only(named().filter(|table| {
                is_named(field(*table, &table::OBJECT, table::SCHEMA_NAME), schema)
            }))
        });
    in_schema.or_else(|| only(named()))
}

/// A column of a table, or of any table if only one has such a column.
fn column_named<'d>(root: Value<'d>, table: Option<Value<'d>>, name: &str) -> Option<Value<'d>> {
    let in_table = |table: Value<'d>| {
        let names = columns(table).filter_map(|it| field(it, &column::OBJECT, column::NAME));
        let client = field(table, &table::OBJECT, table::CLIENT_COLUMN);
        names
            .chain(client)
            .find(|value| is_named(Some(*value), name))
    };
    if let Some(table) = table {
        return in_table(table);
    }
    only(tables(root).filter_map(in_table)).or_else(|| {
        let settings = field(root, &datamart::OBJECT, datamart::TENANCY_SETTINGS)?;
        let fields = [
            tenancy::TABLE_CLIENT_NAME_COLUMN,
            tenancy::TABLE_PRIMARY_KEY_COLUMN,
        ];
        let mut fields = fields
            .iter()
            .filter_map(|it| field(settings, &tenancy::OBJECT, *it));
        fields.find(|value| is_named(Some(*value), name))
    })
}

/// A table that is not in the list: the mapping table, or one that a relationship names.
fn table_elsewhere<'d>(root: Value<'d>, name: &str) -> Option<Value<'d>> {
    let settings = field(root, &datamart::OBJECT, datamart::TENANCY_SETTINGS);
    let mapping = settings.and_then(|it| field(it, &tenancy::OBJECT, tenancy::TABLE_NAME));
    let relationships = root.items_of(datamart::OBJECT.key(datamart::RELATIONSHIPS));
    let ends = relationships.flat_map(|it| {
        [
            relationship::PARENT_TABLE_NAME,
            relationship::CHILD_TABLE_NAME,
        ]
        .map(|end| field(it, &relationship::OBJECT, end))
    });
    let mut values = mapping.into_iter().chain(ends.flatten());
    values.find(|value| is_named(Some(*value), name))
}

/// The first occurrence of a schema: one mistake affects all of them.
fn schema_named<'d>(root: Value<'d>, name: &str) -> Option<Value<'d>> {
    let of_tables = tables(root).filter_map(|it| field(it, &table::OBJECT, table::SCHEMA_NAME));
    let settings = field(root, &datamart::OBJECT, datamart::TENANCY_SETTINGS);
    let of_mapping = settings.and_then(|it| field(it, &tenancy::OBJECT, tenancy::SCHEMA_NAME));
    let mut values = of_tables.chain(of_mapping);
    values.find(|value| is_named(Some(*value), name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read_json;

    #[test]
    fn finds_what_a_message_names() {
        let datamart = r#"{
            "tableList": [
                { "name": "orders", "schemaName": "shop", "clientColumn": "tenant_id", "columns": [{ "name": "id" }, { "name": "total" }] },
                { "name": "items", "schemaName": "shop", "columns": [{ "name": "id" }, { "name": "name" }] },
                { "name": "logs", "schemaName": "a", "columns": [] }, { "name": "logs", "schemaName": "b", "columns": [] }
            ],
            "tenancySettings": { "schemaName": "crm", "tableName": "clients", "tablePrimaryKeyColumn": "pk" },
            "relationships": [{ "parentTableName": "order", "childTableName": "items" }]
        }"#;
        let document = read_json(datamart, &[]);
        let find = |message: &str| {
            let place = locate(message, &document);
            place.map_or_else(String::new, |it| document.path(it.id()).to_string())
        };
        for (message, expected) in [
            ("Invalid table name: items", "tableList[1].name"),
            (
                "Table 'orders' does not exist in schema 'shop'",
                "tableList[0].name",
            ),
            ("the orders table was not found", "tableList[0].name"),
            ("Table shop.items not found", "tableList[1].name"),
            ("Unknown column `total`", "tableList[0].columns[1].name"),
            (
                "Column \"name\" does not exist in table \"items\"",
                "tableList[1].columns[1].name",
            ),
            (
                "column orders.id is unknown",
                "tableList[0].columns[0].name",
            ),
            (
                "Client column tenant_id not found",
                "tableList[0].clientColumn",
            ),
            (
                "Column 'pk' not found",
                "tenancySettings.tablePrimaryKeyColumn",
            ),
            ("Unknown schema: shop", "tableList[0].schemaName"),
            (
                "schema \u{201c}crm\u{201d} is missing",
                "tenancySettings.schemaName",
            ),
            ("Table clients not found", "tenancySettings.tableName"),
            ("Table order not found", "relationships[0].parentTableName"),
            ("Table logs not found in schema b", "tableList[3].name"),
            // It may be either of them.
            ("Table logs not found", ""),
            ("Column id not found", ""),
            ("Table nowhere not found", ""),
            ("Column nothing in table orders", "tableList[0].name"),
            ("orders", ""),
            ("table", ""),
            ("table \"", ""),
            ("", ""),
        ] {
            assert_eq!(find(message), expected, "{message}");
        }
    }
}
