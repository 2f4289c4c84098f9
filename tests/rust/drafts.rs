//! Drafts of datamarts.

use datamart_validator::{
    Code, Confidence, DatasourceType, Draft, DraftError, Options, TenancyProposal,
    draft_datamart_json, propose_relationships_json, propose_tenancy_json, validate_json,
};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use crate::proposals::catalog;

#[test]
fn a_draft_has_what_is_certain() {
    let catalog = catalog(&[
        (
            "app.orders",
            &["id", "tenant_id", "customer_id", "approved_by"],
        ),
        ("app.customers", &["id", "tenant_id", "name:text"]),
        ("app.tenants", &["id", "name:text"]),
        ("app.users", &["id", "tenant_id"]),
        ("app.empty", &[]),
    ]);
    let options = Options::builder()
        .catalog_json(&catalog.to_string())
        .build()
        .unwrap();
    let draft = draft_datamart_json(
        &Draft::new().tables(["app.orders", "tenants", "customers"]),
        &options,
    )
    .unwrap();
    let draft: Value = serde_json::from_str(&draft).unwrap();
    assert_eq!(
        draft,
        json!({
            "name": "warehouse",
            "datasourceName": "warehouse",
            "tableList": [
                { "name": "orders", "schemaName": "app", "clientColumn": "tenant_id",
                  "columns": [{ "name": "id" }, { "name": "tenant_id" }, { "name": "customer_id" }, { "name": "approved_by" }] },
                { "name": "tenants", "schemaName": "app", "clientColumn": "id", "columns": [{ "name": "id" }, { "name": "name" }] },
                { "name": "customers", "schemaName": "app", "clientColumn": "tenant_id",
                  "columns": [{ "name": "id" }, { "name": "tenant_id" }, { "name": "name" }] },
            ],
            "tenancySettings": { "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "app", "tableName": "tenants",
                "tableClientNameColumn": "name", "tablePrimaryKeyColumn": "id" },
            "relationships": [
                { "parentTableName": "tenants", "parentColumnName": "id", "childTableName": "orders", "childColumnName": "tenant_id",
                  "relationshipName": "orders_to_tenants" },
                { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders", "childColumnName": "customer_id",
                  "relationshipName": "orders_to_customers" },
                { "parentTableName": "tenants", "parentColumnName": "id", "childTableName": "customers", "childColumnName": "tenant_id",
                  "relationshipName": "customers_to_tenants" },
            ],
        })
    );
    assert_eq!(validate_json(&draft.to_string(), &options).issues, []);
}

#[test]
fn a_draft_needs_tables_that_exist() {
    let catalog = catalog(&[
        ("a.orders", &["id"]),
        ("b.orders", &["id"]),
        ("a.items", &["id"]),
        ("a.empty", &[]),
        ("a. ", &["id"]),
    ]);
    let options = Options::builder()
        .catalog_json(&catalog.to_string())
        .build()
        .unwrap();
    let draft = |tables: &[&str]| {
        draft_datamart_json(&Draft::new().tables(tables.iter().copied()), &options)
    };
    for (table, expected) in [
        (
            "ordres",
            "option `tables`: the catalog has no table `ordres`, did you mean `orders`?",
        ),
        ("xyz", "option `tables`: the catalog has no table `xyz`"),
        (
            "orders",
            "option `tables`: the catalog has `orders` in several schemas, such as `a` and `b`; name the schema too",
        ),
        (
            "empty",
            "option `tables`: `empty` has no columns, or a name that a datamart cannot contain",
        ),
    ] {
        assert_eq!(draft(&["items", table]).unwrap_err().to_string(), expected);
    }
    let twice: Value =
        serde_json::from_str(&draft(&["b.orders", "items", "a.items"]).unwrap()).unwrap();
    assert_eq!(twice["tableList"].as_array().unwrap().len(), 2);
    assert_eq!(draft(&[]), Err(DraftError::Empty));
    assert_eq!(
        draft_datamart_json(&Draft::new(), &Options::default()),
        Err(DraftError::NoCatalog)
    );
    let empty = Options::builder()
        .catalog_json(r#"{"tables": [{"name": "a", "columns": [{"name": " "}]}]}"#)
        .build()
        .unwrap();
    assert_eq!(
        draft_datamart_json(&Draft::new(), &empty),
        Err(DraftError::Empty)
    );
    // Neither the name of the datamart nor that of the datasource is known.
    let bare = Options::builder()
        .catalog_json(r#"{"tables": [{"name": "a", "columns": [{"name": "b"}]}]}"#)
        .build()
        .unwrap();
    let named = Draft::new().name(" ").datasource_name("Größe 1 (new)");
    for (wanted, name, datasource) in [
        (Draft::new(), "datamart", "datasource"),
        (named, "Gr--e-1--new", "Größe 1 (new)"),
    ] {
        let draft: Value =
            serde_json::from_str(&draft_datamart_json(&wanted, &bare).unwrap()).unwrap();
        assert_eq!(
            (&draft["name"], &draft["datasourceName"]),
            (&json!(name), &json!(datasource))
        );
        assert_eq!(validate_json(&draft.to_string(), &bare).issues, []);
    }
}

const NAMES: [&str; 40] = [
    "",
    " ",
    "id",
    "ID",
    "id ",
    " id",
    "customer_id",
    "CustomerID",
    "customer",
    "customers",
    "Customers",
    "customers ",
    "tenant_id",
    "tenant_id ",
    "tenants",
    "tenant",
    "orders",
    "Orders",
    "order_id",
    "order",
    "public.orders",
    "a.b",
    "*",
    "cust*",
    "größe",
    "gro\u{308}ße",
    "name",
    "key",
    "code",
    "customer_key",
    "parent_id",
    "manager_id",
    "users",
    "created_by",
    "\u{0}",
    "💥",
    "__proto__",
    "constructor",
    "parent_customer_id",
    "l_customer_id",
];

fn tables() -> impl Strategy<Value = Value> {
    let name = || select(NAMES.to_vec());
    let data_type = select(vec![
        "",
        "integer",
        "text",
        "uuid",
        "timestamp",
        "boolean",
        "json",
        "nonsense",
        "bytea",
    ]);
    let column = (name(), data_type).prop_map(|(name, data_type)| {
        if data_type.is_empty() {
            json!({ "name": name })
        } else {
            json!({ "name": name, "dataType": data_type })
        }
    });
    let schema = select(vec!["", "public", "app", "Public", " ", "app "]);
    let table = (name(), schema, prop::collection::vec(column, 0..7));
    let table = table.prop_map(
        |(name, schema, columns)| json!({ "name": name, "schema": schema, "columns": columns }),
    );
    let without_schemas = select(vec![true, false]);
    (prop::collection::vec(table, 1..9), without_schemas).prop_map(
        |(mut tables, without_schemas)| {
            if without_schemas {
                for table in &mut tables {
                    table["schema"] = Value::Null;
                }
            }
            Value::Array(tables)
        },
    )
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 1500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(23),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_draft_is_always_valid(tables in tables(), is_wrapped in any::<bool>(), datasource in 0..=DatasourceType::ALL.len()) {
        let reply = json!({ "datasourceName": "warehouse", "tables": tables });
        let reply = if is_wrapped { json!({ "data": reply }) } else { reply };
        let mut options = Options::builder().catalog_json(&reply.to_string());
        if let Some(datasource) = DatasourceType::ALL.get(datasource) {
            options = options.datasource_type(*datasource);
        }
        let options = options.build().unwrap();
        let text = match draft_datamart_json(&Draft::new(), &options) {
            Ok(text) => text,
            Err(error) => {
                prop_assert_eq!(error, DraftError::Empty);
                return Ok(());
            }
        };
        let check = |datamart: &Value, what: &str| {
            let report = validate_json(&datamart.to_string(), &options);
            let is_left_out = |code| code == Code::TableNotIsolated;
            prop_assert!(report.issues.iter().all(|it| is_left_out(it.code)), "{what}: {:?}\n{datamart}", report.issues);
            Ok(())
        };
        let mut datamart: Value = serde_json::from_str(&text).unwrap();
        check(&datamart, "draft")?;
        // All that is proposed keeps it valid, and is proposed once.
        let proposals = propose_relationships_json(&text, &options);
        prop_assert!(proposals.iter().all(|it| it.confidence == Confidence::Possible));
        for it in &proposals {
            datamart["relationships"].as_array_mut().unwrap().push(json!({
                "parentTableName": it.parent_table, "parentColumnName": it.parent_column,
                "childTableName": it.child_table, "childColumnName": it.child_column, "relationshipName": it.name,
            }));
        }
        check(&datamart, "with relationships")?;
        prop_assert_eq!(propose_relationships_json(&datamart.to_string(), &options), []);
        // In the same way the tenancy.
        if let Some(it) = propose_tenancy_json(&datamart.to_string(), &options).filter(TenancyProposal::is_complete)
            && datamart["tenancySettings"].is_null()
        {
            datamart["tenancySettings"] = json!({
                "tenancyLevel": "TABLE", "clientColumnType": it.client_column_type, "schemaName": it.schema_name, "tableName": it.table_name,
                "tableClientNameColumn": it.table_client_name_column, "tablePrimaryKeyColumn": it.table_primary_key_column,
            });
            for (table, column) in &it.client_columns {
                datamart["tableList"][table]["clientColumn"] = json!(column);
            }
            check(&datamart, "with tenancy")?;
        }
    }
}
