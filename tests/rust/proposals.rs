//! What a catalog suggests: joins, tenancy, drafts.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use datamart_validator::{
    Confidence, Options, RelationshipProposal, propose_relationships_json, propose_tenancy_json,
};
use serde_json::{Value, json};

use crate::support::expect::expect_file;
use crate::support::schemas::{Schema, schemas};

/// The options with a catalog, and a datamart of all its tables without columns, which say nothing
/// that the catalog does not say.
fn all_of(catalog: &Value) -> (Options, String) {
    let options = Options::builder()
        .catalog_json(&catalog.to_string())
        .build()
        .unwrap();
    let tables = catalog["tables"].as_array().unwrap().iter();
    let tables: Vec<Value> = tables
        .map(|it| json!({ "name": it["name"], "schemaName": it["schema"], "columns": [] }))
        .collect();
    (options, json!({ "tableList": tables }).to_string())
}

fn join(it: &RelationshipProposal) -> String {
    format!(
        "{}.{} > {}.{}",
        it.child_table, it.child_column, it.parent_table, it.parent_column
    )
}

fn propose(schema: &Schema, confidence: Option<Confidence>) -> BTreeSet<String> {
    let (options, datamart) = all_of(&schema.catalog);
    let proposals = propose_relationships_json(&datamart, &options);
    let wanted =
        |it: &&RelationshipProposal| confidence.is_none_or(|wanted| wanted == it.confidence);
    proposals.iter().filter(wanted).map(join).collect()
}

/// Measured against the real foreign keys; the numbers are in `tests/data/schemas/measured`.
#[test]
fn most_proposals_are_foreign_keys() {
    let mut report = String::new();
    let percent = |part: usize, whole: usize| part * 100 / whole.max(1);
    let (mut right, mut confident, mut found, mut all) = (0, 0, 0, 0);
    for schema in schemas() {
        let certain = propose(&schema, Some(Confidence::Confident));
        let every = propose(&schema, None);
        let hits = certain.intersection(&schema.keys).count();
        let found_here = every.intersection(&schema.keys).count();
        writeln!(
            report,
            "{}: {} foreign keys; confident {}, of which {} right; with the possible ones {} found of {}",
            schema.name, schema.keys.len(), certain.len(), hits, found_here, every.len(),
        )
        .unwrap();
        for wrong in certain.difference(&schema.keys) {
            let part = if schema.parts.contains(wrong) {
                " (part of a key)"
            } else {
                ""
            };
            writeln!(report, "  wrong: {wrong}{part}").unwrap();
        }
        for key in every.difference(&certain) {
            let sign = if schema.keys.contains(key) { "+" } else { "-" };
            writeln!(report, "  possible {sign}: {key}").unwrap();
        }
        for missed in schema.keys.difference(&every) {
            writeln!(report, "  missed: {missed}").unwrap();
        }
        right += hits;
        confident += certain.len();
        found += found_here;
        all += schema.keys.len();
        assert!(percent(hits, certain.len()) >= 90, "{report}");
    }
    writeln!(
        report,
        "all: precision of the confident ones {} %, recall {} %, with the possible ones {} %",
        percent(right, confident),
        percent(right, all),
        percent(found, all),
    )
    .unwrap();
    println!("{report}");
    assert!(percent(right, confident) >= 90, "{report}");
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schemas/measured");
    expect_file(&file, &report);
}

fn proposals(catalog: &Value, datamart: &Value) -> Vec<RelationshipProposal> {
    let options = Options::builder()
        .catalog_json(&catalog.to_string())
        .build()
        .unwrap();
    propose_relationships_json(&datamart.to_string(), &options)
}

/// A catalog of tables with columns, each `name` or `name:type`; `integer` by default.
pub(crate) fn catalog(tables: &[(&str, &[&str])]) -> Value {
    let column = |column: &&str| {
        let (name, data_type) = column.split_once(':').unwrap_or((column, "integer"));
        json!({ "name": name, "dataType": data_type })
    };
    let table = |(name, columns): &(&str, &[&str])| {
        let (schema, name) = name.split_once('.').unwrap_or(("", name));
        json!({ "name": name, "schema": schema, "columns": columns.iter().map(column).collect::<Vec<_>>() })
    };
    json!({ "datasourceName": "warehouse", "tables": tables.iter().map(table).collect::<Vec<_>>() })
}

fn joins_of(tables: &[(&str, &[&str])]) -> Vec<String> {
    let (options, datamart) = all_of(&catalog(tables));
    let found = propose_relationships_json(&datamart, &options);
    let sign = |it: &RelationshipProposal| match it.confidence {
        Confidence::Confident => "",
        Confidence::Possible => "?",
    };
    found.iter().map(|it| join(it) + sign(it)).collect()
}

/// Tables with their columns, and what is proposed; `?` where it is only possible.
const STYLES: &str = "
orders id customer_id; customers id => orders.customer_id > customers.id
Orders Id CustomerId; Customer Id => Orders.CustomerId > Customer.Id
orders _id:objectId customerId:objectId; customers _id:objectId => orders.customerId > customers._id
ORDERS ORDERID CUSTOMERID; CUSTOMERS CUSTOMERID => ORDERS.CUSTOMERID > CUSTOMERS.CUSTOMERID
products id category_id; categories id => products.category_id > categories.id
visits id person_id; people id => visits.person_id > people.id
orders id billing_address_id; addresses id => orders.billing_address_id > addresses.id
orders id shipToAddressId; addresses id => orders.shipToAddressId > addresses.id
staff id manager_id => staff.manager_id > staff.id
Employees EmployeeID Name:text ReportsTo => Employees.ReportsTo > Employees.EmployeeID
categories id parent_category_id => categories.parent_category_id > categories.id
categories id parent_id => categories.parent_id > categories.id
categories id parent => categories.parent > categories.id?
fact_sales order_date_key amount; dim_date date_key day:date => fact_sales.order_date_key > dim_date.date_key
cities id country_code:char; countries code:text name:text => cities.country_code > countries.code
pedidos id_pedido id_cliente; clientes id_cliente nombre:text => pedidos.id_cliente > clientes.id_cliente
order_lines id order_id; order_header order_id day:date => order_lines.order_id > order_header.order_id
wp_posts ID; wp_comments comment_ID post_id; wp_x a => wp_comments.post_id > wp_posts.ID
dept_emp emp_no dept_no; employees emp_no name:text => dept_emp.emp_no > employees.emp_no
line l_id l_thing_key l_no; thing t_thingkey t_name:text t_x:text => line.l_thing_key > thing.t_thingkey
a id name:text created_at:timestamp; b id name:text created_at:timestamp =>
orders id customer_id:text; customers id =>
orders id customer_id:date; customers id:date =>
orders id customer_id:json; customers id:bytea =>
orders id external_customer_id; customers id =>
order_items id order_item_id; items id =>
x.orders id customer_id; a.customers id; b.customers id =>
orders id customer_id; customers id; Customer id =>
";

#[test]
fn every_style_of_names_is_understood() {
    for line in STYLES.trim().lines() {
        let (tables, expected) = line.split_once(" =>").unwrap();
        let tables: Vec<Vec<&str>> = tables
            .split("; ")
            .map(|it| it.split(' ').collect())
            .collect();
        let tables: Vec<(&str, &[&str])> = tables.iter().map(|it| (it[0], &it[1..])).collect();
        assert_eq!(joins_of(&tables).join(", "), expected.trim(), "{line}");
    }
}

#[test]
fn the_unconnected_half_of_a_connecting_table_owns_nothing() {
    // `actor` and `orders` are not in the datamart.
    for tables in [
        &[
            ("film_actor", &["actor_id", "film_id"][..]),
            ("award", &["id", "actor_id"]),
        ][..],
        &[
            ("order_details", &["order_id", "line_number"]),
            ("invoices", &["id", "order_id"]),
        ],
    ] {
        let found = joins_of(tables);
        assert!(found.iter().all(|it| it.ends_with('?')), "{found:?}");
    }
}

#[test]
fn nothing_is_proposed_that_exists() {
    let catalog = catalog(&[
        ("orders", &["id", "customer_id", "billing_customer_id"]),
        ("customers", &["id", "legacy_id"]),
    ]);
    let datamart = |ends: Value| {
        json!({
            "tableList": [{ "name": "orders", "columns": [{ "name": "total" }] }, { "name": "customers", "columns": [] }],
            "relationships": [ends],
        })
    };
    let ends = |parent: &str, parent_column: &str, child: &str, child_column: &str| {
        json!({ "parentTableName": parent, "parentColumnName": parent_column, "childTableName": child, "childColumnName": child_column,
            "relationshipName": "orders_to_customers" })
    };
    for existing in [
        ends("customers", "id", "orders", "customer_id"),
        ends("orders", "customer_id", "customers", "id"),
        ends("customers ", "ID", " orders", "CUSTOMER_ID "),
        // Somebody has chosen another key of the same table.
        ends("customers", "legacy_id", "orders", "customer_id"),
    ] {
        let found = proposals(&catalog, &datamart(existing.clone()));
        let joins: Vec<_> = found.iter().map(join).collect();
        assert_eq!(
            joins,
            ["orders.billing_customer_id > customers.id"],
            "{existing}"
        );
        assert_eq!(found[0].name, "orders_to_customers_by_billing_customer_id");
    }
    let found = proposals(&catalog, &datamart(json!({})));
    let names: Vec<_> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "orders_to_customers",
            "orders_to_customers_by_billing_customer_id"
        ]
    );
}

#[test]
fn without_a_catalog_listed_columns_count_and_nothing_is_certain() {
    let datamart = json!({ "tableList": [
        { "name": "orders", "columns": [{ "name": "customer_id" }, { "name": "product_id", "isCustomColumn": true, "sql": "1" }] },
        { "name": "customers", "columns": [{ "name": "id" }] },
        { "name": "products", "columns": [{ "name": "id" }] },
        { "name": 5 }, null,
    ] });
    let found = propose_relationships_json(&datamart.to_string(), &Options::default());
    assert_eq!(
        found.iter().map(join).collect::<Vec<_>>(),
        ["orders.customer_id > customers.id"]
    );
    assert_eq!(found[0].confidence, Confidence::Possible);
    for text in ["", "[", "5", "null", "{}", r#"{"tableList": 5}"#] {
        assert_eq!(propose_relationships_json(text, &Options::default()), []);
        assert_eq!(propose_tenancy_json(text, &Options::default()), None);
    }
}

fn tenancy_of(tables: &[(&str, &[&str])]) -> Option<Value> {
    let catalog = catalog(tables);
    let options = Options::builder()
        .catalog_json(&catalog.to_string())
        .build()
        .unwrap();
    let tables: Vec<Value> = catalog["tables"].as_array().unwrap().iter()
        .map(|it| json!({ "name": it["name"], "schemaName": it["schema"], "columns": it["columns"] }))
        .collect();
    let it = propose_tenancy_json(&json!({ "tableList": tables }).to_string(), &options)?;
    Some(json!([
        it.client_column_type,
        it.schema_name,
        it.table_name,
        it.table_client_name_column,
        it.table_primary_key_column,
        it.client_columns,
        it.left_out,
        it.confidence.name(),
    ]))
}

#[test]
fn tenancy_follows_the_column_that_most_tables_share() {
    let found = tenancy_of(&[
        ("app.orders", &["id", "tenant_id", "customer_id"]),
        ("app.items", &["id", "order_id"]),
        ("app.customers", &["id", "TenantID"]),
        ("app.notes", &["id", "tenant_id:text"]),
        ("app.tenants", &["id", "name:text"]),
    ]);
    assert_eq!(
        found,
        Some(json!([
            "NUMBER",
            "app",
            "tenants",
            "name",
            "id",
            [[0, "tenant_id"], [2, "TenantID"], [4, "id"]],
            [1, 3],
            "confident"
        ]))
    );
    // No schemas, so the settings are not complete.
    let found = tenancy_of(&[
        ("a", &["id:uuid", "org_uuid:uuid"]),
        ("b", &["id", "org_uuid:text"]),
        ("orgs", &["uuid:uuid", "title:text"]),
    ]);
    assert_eq!(
        found,
        Some(json!([
            "STRING",
            null,
            "orgs",
            "title",
            "uuid",
            [[0, "org_uuid"], [1, "org_uuid"], [2, "uuid"]],
            [],
            "confident"
        ]))
    );
    // Nothing maps it, or it may be something else.
    let found = tenancy_of(&[("a", &["id", "client_id"]), ("b", &["id", "client_id"])]);
    assert_eq!(
        found,
        Some(json!([
            "NUMBER",
            null,
            null,
            null,
            null,
            [[0, "client_id"], [1, "client_id"]],
            [],
            "possible"
        ]))
    );
    let found = tenancy_of(&[
        ("s.a", &["id", "school_id"]),
        ("s.b", &["id", "school_id"]),
        ("s.c", &["id", "school_id"]),
        ("s.schools", &["id"]),
    ]);
    assert_eq!(
        found,
        Some(json!([
            "NUMBER",
            "s",
            "schools",
            "id",
            "id",
            [
                [0, "school_id"],
                [1, "school_id"],
                [2, "school_id"],
                [3, "id"]
            ],
            [],
            "possible"
        ]))
    );
    // A shop.
    for tables in [
        &[
            ("orders", &["id", "customer_id"][..]),
            ("items", &["id", "order_id", "product_id"]),
            ("products", &["id"]),
            ("reviews", &["id", "product_id"]),
            ("customers", &["id"]),
        ][..],
        &[
            ("a", &["id", "name:text", "created_at:timestamp"]),
            ("b", &["id", "name:text", "created_at:timestamp"]),
        ],
        &[],
    ] {
        assert_eq!(tenancy_of(tables), None, "{tables:?}");
    }
}
