//! Datamarts and options generated from decisions, with names that often match, nearly match or
//! need quotes.

use serde_json::{Map, Value, json};

use super::bytes::Bytes;

const NAMES: [&str; 24] = [
    "orders",
    "Orders",
    "order",
    "items",
    "total",
    "totals",
    "id",
    "ID",
    "tenant_id",
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
    " id",
    "id ",
    "",
    "x😀",
    "$x",
];

const SQL: [&str; 32] = [
    "total",
    "totals",
    "id + 1",
    "total / 1.19",
    "SUM(total)",
    "“total” * 2",
    "\"order total\" * 2",
    "order total * 2",
    "`id`",
    "[id]",
    "orders.total",
    "Orders.id",
    "items.total",
    "net_total - total",
    "total = NULL",
    "total != NULL",
    "CASE WHEN id = 1 THEN total END",
    "COUNT(*) + id",
    "SUM(SUM(total))",
    "(SELECT MAX(id) FROM items)",
    "SELECT id FROM orders",
    "total || 'x",
    "UPPER(total",
    "total as t",
    "totl + tota + idd",
    "id, total",
    "total;",
    "-- nothing",
    "‘a’ || total",
    "total == 1",
    "IF(id, total, net_total)",
    "\"ID\" * \"Total\"",
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

const COLUMN_TYPES: [&str; 8] = [
    "integer",
    "varchar(20)",
    "timestamp",
    "date",
    "boolean",
    "jsonb",
    "",
    "nonsense",
];

pub(super) fn datamart(bytes: &mut Bytes<'_>) -> Value {
    let mut object = Object::new(bytes);
    object.text("name", &NAMES);
    object.text(
        "datasourceName",
        &["warehouse", "Warehouse", "old", "warehose"],
    );
    object.with("tableList", |bytes| {
        (0..bytes.below(4)).map(|_| table(bytes)).collect()
    });
    object.maybe("relationships", |bytes| {
        (0..bytes.below(4)).map(|_| relationship(bytes)).collect()
    });
    object.maybe("tenancySettings", tenancy);
    object.stray();
    object.members.into()
}

fn table(bytes: &mut Bytes<'_>) -> Value {
    let mut object = Object::new(bytes);
    object.text("name", &NAMES);
    object.maybe_text("schemaName", &["public", "Public", "sales", "", " public"]);
    object.maybe_text("clientColumn", &NAMES);
    object.maybe_text("indexPattern", &NAMES);
    object.flag("isHide");
    object.with("columns", |bytes| {
        (0..bytes.below(5)).map(|_| column(bytes)).collect()
    });
    object.stray();
    object.members.into()
}

fn column(bytes: &mut Bytes<'_>) -> Value {
    let mut object = Object::new(bytes);
    object.text("name", &NAMES);
    object.maybe_text("alias", &NAMES);
    object.maybe_text("label", &NAMES);
    object.flag("isHide");
    object.flag("isApplyTimezone");
    if object.bytes.one_in(2) {
        object
            .members
            .insert("isCustomColumn".to_owned(), true.into());
        object.text("sql", &SQL);
        object.flag("isAggregate");
    } else {
        object.flag("isCustomColumn");
        object.maybe_text("sql", &SQL);
    }
    object.stray();
    object.members.into()
}

fn relationship(bytes: &mut Bytes<'_>) -> Value {
    let mut object = Object::new(bytes);
    for field in [
        "parentTableName",
        "parentColumnName",
        "childTableName",
        "childColumnName",
        "relationshipName",
    ] {
        object.text(field, &NAMES);
    }
    object.maybe_text("join", &JOINS);
    object.maybe_text("cardinality", &["ONE_TO_MANY", "OneToMany", "many"]);
    object.stray();
    object.members.into()
}

fn tenancy(bytes: &mut Bytes<'_>) -> Value {
    let mut object = Object::new(bytes);
    object.text("tenancyLevel", &LEVELS);
    object.maybe_text("clientColumnType", &["NUMBER", "STRING", "number", "TEXT"]);
    for field in [
        "primaryDatabase",
        "schemaName",
        "tableName",
        "tableClientNameColumn",
        "tablePrimaryKeyColumn",
    ] {
        object.maybe_text(field, &NAMES);
    }
    object.stray();
    object.members.into()
}

/// Valid options.
pub(super) fn options(bytes: &mut Bytes<'_>) -> Value {
    let mut options = Map::new();
    let types: Vec<_> = datamart_validator::DatasourceType::names().collect();
    if !bytes.one_in(5) {
        options.insert("datasourceType".to_owned(), bytes.pick(&types).into());
    }
    if bytes.one_in(2) {
        options.insert("catalog".to_owned(), catalog(bytes));
    }
    if bytes.one_in(4) {
        options.insert(
            "datasources".to_owned(),
            json!(["warehouse", { "name": "old", "isDisabled": true }]),
        );
    }
    if bytes.one_in(4) {
        options.insert("existingDatamarts".to_owned(), json!(["orders", "sales"]));
    }
    if bytes.one_in(4) {
        options.insert("guestTokenTimezone".to_owned(), bytes.one_in(2).into());
    }
    if bytes.one_in(8) {
        options.insert("strict".to_owned(), true.into());
    }
    options.into()
}

fn catalog(bytes: &mut Bytes<'_>) -> Value {
    let tables: Vec<Value> = (0..=bytes.below(3))
        .map(|_| {
            let columns: Vec<Value> = (0..=bytes.below(6))
                .map(|_| json!({ "name": bytes.pick(&NAMES[..20]), "dataType": bytes.pick(&COLUMN_TYPES) }))
                .collect();
            json!({ "name": bytes.pick(&NAMES[..16]), "schema": bytes.pick(&["public", "", "sales"]), "columns": columns })
        })
        .collect();
    json!({ "data": { "datasourceName": "warehouse", "tables": tables } })
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

    fn text(&mut self, field: &str, choices: &[&str]) {
        self.with(field, |bytes| bytes.pick(choices).into());
    }

    fn maybe_text(&mut self, field: &str, choices: &[&str]) {
        self.maybe(field, |bytes| bytes.pick(choices).into());
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
