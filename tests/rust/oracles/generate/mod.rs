//! Datamarts and options generated from decisions. Most names are those of the datasource or of
//! other places in the datamart, some are misspellings of them: most of a datamart is valid, and it
//! has few mistakes at a time.

mod sql;

use datamart_validator::{Code, DatasourceType};
use serde_json::{Map, Value, json};

use super::bytes::Bytes;

const NAMES: [&str; 24] = [
    "orders",
    "id",
    "total",
    "items",
    "customers",
    "order_id",
    "tenant_id",
    "created_at",
    "Orders",
    "order",
    "totals",
    "ID",
    "net_total",
    "order total",
    "größe",
    "select",
    "group",
    "a-b",
    "a.b",
    "a\"b",
    "a`b",
    "a]b",
    "x😀",
    "$x",
];

const SCHEMAS: [&str; 4] = ["public", "", "sales", "Public"];

const TYPES: [&str; 9] = [
    "integer",
    "varchar(20)",
    "numeric(10,2)",
    "timestamp",
    "date",
    "boolean",
    "uuid",
    "",
    "nonsense",
];

const JOINS: [&str; 6] = [
    "INNER JOIN",
    "LEFT JOIN",
    "left join",
    "INNER",
    "",
    "FULL JOIN",
];

const LEVELS: [&str; 5] = ["TABLE", "DATABASE", "MULTI_DATABASE", "table", "TABEL"];

/// A datamart and the options for its validation.
pub(super) struct Case {
    pub(super) datamart: Value,
    pub(super) options: Value,
}

/// A table of the datasource or of the datamart.
#[derive(Debug, Clone, Default)]
struct Known {
    name: String,
    schema: String,
    columns: Vec<String>,
}

pub(super) fn case(bytes: &mut Bytes<'_>) -> Case {
    let tables: Vec<_> = (0..=bytes.below(3)).map(|_| known_table(bytes)).collect();
    let options = options(bytes, &tables);
    let datamart = datamart(bytes, &tables);
    Case { datamart, options }
}

fn known_table(bytes: &mut Bytes<'_>) -> Known {
    Known {
        name: bytes.pick(&NAMES).to_owned(),
        schema: bytes.pick(&SCHEMAS).to_owned(),
        columns: (0..=bytes.below(5))
            .map(|_| bytes.pick(&NAMES).to_owned())
            .collect(),
    }
}

/// Valid options.
fn options(bytes: &mut Bytes<'_>, tables: &[Known]) -> Value {
    let mut options = Map::new();
    let types: Vec<_> = DatasourceType::names().collect();
    if !bytes.one_in(5) {
        options.insert("datasourceType".to_owned(), bytes.pick(&types).into());
    }
    if !bytes.one_in(3) {
        options.insert("catalog".to_owned(), catalog(bytes, tables));
    }
    if bytes.one_in(4) {
        options.insert(
            "datasources".to_owned(),
            json!(["warehouse", { "name": "old", "isDisabled": true }, { "name": "lost", "isAuthenticated": false }]),
        );
    }
    if bytes.one_in(4) {
        options.insert("existingDatamarts".to_owned(), json!(["orders", "sales"]));
    }
    if bytes.one_in(4) {
        options.insert("operation".to_owned(), "update".into());
    }
    if bytes.one_in(4) {
        options.insert("guestTokenTimezone".to_owned(), bytes.one_in(2).into());
    }
    if bytes.one_in(8) {
        options.insert("strict".to_owned(), true.into());
    }
    if bytes.one_in(8) {
        let code = bytes.pick(Code::ALL);
        if !code.is_fixed() {
            let setting = bytes.pick(&["error", "warning"]);
            options.insert("rules".to_owned(), json!({ code.name(): setting }));
        }
    }
    options.into()
}

fn catalog(bytes: &mut Bytes<'_>, tables: &[Known]) -> Value {
    let tables: Vec<Value> = tables
        .iter()
        .map(|table| {
            let columns: Vec<Value> = table
                .columns
                .iter()
                .map(|name| json!({ "name": name, "dataType": bytes.pick(&TYPES) }))
                .collect();
            json!({ "name": table.name, "schema": table.schema, "columns": columns })
        })
        .collect();
    let tables = json!({ "datasourceName": bytes.pick(&["warehouse", "other"]), "tables": tables });
    if bytes.one_in(4) {
        tables
    } else {
        json!({ "data": tables })
    }
}

fn datamart(bytes: &mut Bytes<'_>, of_datasource: &[Known]) -> Value {
    let mut listed = Vec::new();
    let mut object = Object::new(bytes);
    object.name("name", &["revenue", "orders", "Sales", "größe"]);
    object.name("datasourceName", &["warehouse", "old", "lost"]);
    object.with("tableList", |bytes| {
        (0..=bytes.below(4))
            .map(|_| {
                // Sometimes the same table twice.
                let known = &of_datasource[bytes.below(of_datasource.len())];
                let (table, as_listed) = table(bytes, known, of_datasource);
                listed.push(as_listed);
                table
            })
            .collect()
    });
    if listed.is_empty() {
        listed.push(Known::default());
    }
    object.maybe("relationships", |bytes| {
        (0..=bytes.below(4))
            .map(|_| relationship(bytes, &listed))
            .collect()
    });
    object.maybe("tenancySettings", |bytes| tenancy(bytes, of_datasource));
    object.stray();
    object.members.into()
}

/// A table of the datamart, and what it lists.
fn table(bytes: &mut Bytes<'_>, known: &Known, all: &[Known]) -> (Value, Known) {
    let mut listed = Known {
        name: known.name.clone(),
        ..Known::default()
    };
    let mut object = Object::new(bytes);
    object.name("name", &[&known.name]);
    if !known.schema.is_empty() || object.bytes.one_in(4) {
        object.name("schemaName", &[&known.schema, "public", "sales"]);
    }
    object.maybe("clientColumn", |bytes| {
        let column = column_of(bytes, known);
        name(bytes, &[column, "tenant_id"])
    });
    if object.bytes.one_in(8) {
        object.name("indexPattern", &["logs-*", &known.name]);
    }
    object.flag("isHide");
    object.with("columns", |bytes| {
        (0..=bytes.below(6))
            .map(|number| {
                let name = known.columns.get(number).map_or_else(
                    || column_of(bytes, known).to_owned(),
                    |column| (*column).clone(),
                );
                let (column, names) = column(bytes, &name, &listed, all);
                listed.columns.extend(names);
                column
            })
            .collect()
    });
    object.stray();
    (object.members.into(), listed)
}

fn column_of<'k>(bytes: &mut Bytes<'_>, table: &'k Known) -> &'k str {
    let columns = &table.columns;
    let number = bytes.below(columns.len().max(1));
    columns.get(number).map_or("id", String::as_str)
}

/// A column of a table that already lists these columns, and the column's names.
fn column(
    bytes: &mut Bytes<'_>,
    known: &str,
    listed: &Known,
    all: &[Known],
) -> (Value, Vec<String>) {
    let mut object = Object::new(bytes);
    let is_custom = object.bytes.one_in(3);
    if is_custom {
        object.name("name", &["net_total", "gross", known, "Net Total"]);
        object
            .members
            .insert("isCustomColumn".to_owned(), true.into());
        object.with("sql", |bytes| {
            sql::expression(bytes, known, listed, all).into()
        });
        object.flag("isAggregate");
    } else {
        object.name("name", &[known]);
        object.flag("isCustomColumn");
        if object.bytes.one_in(16) {
            object.name("sql", &[known]);
        }
    }
    object.maybe("alias", |bytes| name(bytes, &["Amount", known, "total"]));
    object.maybe("label", |bytes| name(bytes, &["Amount", known]));
    object.flag("isHide");
    object.flag("isApplyTimezone");
    object.stray();
    let names = ["name", "alias"].into_iter();
    let names = names.filter_map(|field| object.members.get(field)?.as_str());
    let names = names.map(str::to_owned).collect();
    (object.members.into(), names)
}

fn relationship(bytes: &mut Bytes<'_>, listed: &[Known]) -> Value {
    let mut object = Object::new(bytes);
    for [table_field, column_field] in [
        ["parentTableName", "parentColumnName"],
        ["childTableName", "childColumnName"],
    ] {
        let table = &listed[object.bytes.below(listed.len())];
        object.name(table_field, &[&table.name]);
        let column = column_of(object.bytes, table);
        object.name(column_field, &[column]);
    }
    object.name("relationshipName", &["a to b", "b to a", "", "A to B"]);
    object.maybe("join", |bytes| bytes.pick(&JOINS).into());
    object.maybe("cardinality", |bytes| {
        bytes
            .pick(&["OneToMany", "ManyToOne", "ONE_TO_MANY", "many"])
            .into()
    });
    object.stray();
    object.members.into()
}

fn tenancy(bytes: &mut Bytes<'_>, all: &[Known]) -> Value {
    let mut object = Object::new(bytes);
    object.with("tenancyLevel", |bytes| bytes.pick(&LEVELS).into());
    object.maybe("clientColumnType", |bytes| {
        bytes.pick(&["NUMBER", "STRING", "number", "TEXT"]).into()
    });
    object.maybe("primaryDatabase", |bytes| name(bytes, &["main"]));
    let table = &all[object.bytes.below(all.len())];
    object.maybe("schemaName", |bytes| name(bytes, &[&table.schema]));
    object.maybe("tableName", |bytes| name(bytes, &[&table.name]));
    for field in ["tableClientNameColumn", "tablePrimaryKeyColumn"] {
        object.maybe(field, |bytes| {
            let column = column_of(bytes, table);
            name(bytes, &[column])
        });
    }
    object.stray();
    object.members.into()
}

/// Usually the first name, sometimes another one or a misspelling.
fn name(bytes: &mut Bytes<'_>, choices: &[&str]) -> Value {
    let name = if bytes.one_in(4) {
        bytes.pick(choices)
    } else {
        choices[0]
    };
    misspelled(bytes, name).into()
}

/// The name, sometimes misspelled.
fn misspelled(bytes: &mut Bytes<'_>, name: &str) -> String {
    match bytes.byte() {
        255 => name.to_uppercase(),
        254 => name.to_lowercase(),
        253 => format!("{name} "),
        252 => format!(" {name}"),
        251 => format!("\u{a0}{name}\t"),
        250 => name.chars().skip(1).collect(),
        249 => format!("{name}s"),
        248 => name.replacen('t', "tt", 1),
        247 => name.replace("ö", "o\u{308}"),
        246 => format!("public.{name}"),
        245 => format!("\"{name}\""),
        244 => name.replace('_', " "),
        243 => bytes.pick(&NAMES).to_owned(),
        242 => String::new(),
        _ => name.to_owned(),
    }
}

struct Object<'o, 'b> {
    bytes: &'o mut Bytes<'b>,
    members: Map<String, Value>,
}

impl<'o, 'b> Object<'o, 'b> {
    fn new(bytes: &'o mut Bytes<'b>) -> Self {
        Self {
            bytes,
            members: Map::new(),
        }
    }

    /// A field that is usually present and of its kind.
    fn with(&mut self, field: &str, value: impl FnOnce(&mut Bytes<'b>) -> Value) {
        let value = match self.bytes.byte() {
            255 => return,
            254 => Value::Null,
            253 => stray(self.bytes),
            _ => value(self.bytes),
        };
        self.members.insert(field.to_owned(), value);
    }

    fn maybe(&mut self, field: &str, value: impl FnOnce(&mut Bytes<'b>) -> Value) {
        if self.bytes.one_in(2) {
            self.with(field, value);
        }
    }

    fn name(&mut self, field: &str, choices: &[&str]) {
        self.with(field, |bytes| name(bytes, choices));
    }

    fn flag(&mut self, field: &str) {
        self.maybe(field, |bytes| bytes.one_in(2).into());
    }

    /// Sometimes a field that should not be there, or is misspelled.
    fn stray(&mut self) {
        if self.bytes.one_in(16) {
            let field = self.bytes.pick(&[
                "nmae",
                "Name",
                "isHidden",
                "sqll",
                "columns",
                "extra",
                "$schema",
                "__proto__",
                "join",
                "table_list",
                "schema",
            ]);
            let value = stray(self.bytes);
            self.members.insert(field.to_owned(), value);
        }
    }
}

fn stray(bytes: &mut Bytes<'_>) -> Value {
    match bytes.below(7) {
        0 => true.into(),
        1 => json!(1.5),
        2 => "true".into(),
        3 => json!(["orders"]),
        4 => json!({ "name": "orders" }),
        5 => Value::Null,
        _ => "orders".into(),
    }
}
