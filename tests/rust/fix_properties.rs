//! Fixes of generated datamarts and SQL: each one, applied alone, removes its issue and adds no
//! error, except those that the mistake had kept from being found.

use crate::oracles::{edits, fixes};

use datamart_validator::issue::{Certainty, Code, Edit};
use datamart_validator::{DatasourceType, Options, validate_json};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};

const NAMES: [&str; 18] = [
    "orders",
    "Orders",
    "order",
    "orders ",
    " orders",
    "customers",
    "id",
    "ID",
    "i d",
    "id ",
    "total",
    "totl",
    "net_total",
    "order total",
    "caf\u{e9}",
    "cafe\u{301}",
    "tenant_id",
    "select",
];

fn name() -> impl Strategy<Value = Value> {
    select(NAMES.to_vec()).prop_map(Value::from)
}

fn sql() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "total",
        "totl",
        "Total",
        "\"totl\"",
        "\"order total\"",
        "`totl`",
        "[totl]",
        "net_total",
        "id",
        "caf\u{e9}",
        "cafe\u{301}",
        "orders.total",
        "order.total",
        "SUM(",
        "ROUND(",
        "CASE WHEN",
        "THEN",
        "END",
        "(",
        ")",
        ",",
        "+",
        "-",
        "/ 1.19",
        "= NULL",
        "<> NULL",
        "==",
        "&&",
        "!=",
        "\u{201c}total\u{201d}",
        "\u{2018}a\u{2019}",
        "\u{2212}",
        "\u{a0}",
        "'a'",
        "1",
        ";",
        "AS x",
        "--",
        "AND",
        "OR",
        "NOT",
        "\u{d7}",
        "\u{ff08}",
        "\u{ff09}",
        "\u{0}",
        "\u{200b}",
        "/*",
        "*/",
        "IS",
        "*",
        "||",
        "%",
    ]);
    prop::collection::vec(pieces, 1..7).prop_map(|pieces| pieces.join(" "))
}

/// A value that the field usually has, or a wrong one.
fn field(right: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Option<Value>> {
    let wrong = select(vec![
        json!(null),
        json!(""),
        json!("  "),
        json!(5),
        json!("true"),
        json!("false"),
        json!(true),
        json!(["a"]),
        json!({"name": "orders"}),
    ]);
    prop_oneof![10 => right.prop_map(Some), 3 => Just(None), 1 => wrong.prop_map(Some)]
}

/// An object of fields whose keys are sometimes misspelled.
fn object(
    fields: Vec<(&'static str, BoxedStrategy<Option<Value>>)>,
) -> impl Strategy<Value = Value> {
    let members = fields.into_iter().map(|(key, value)| {
        let respelt = [
            key.to_uppercase(),
            format!("{key}s"),
            key.replacen(char::is_lowercase, "X", 1),
            format!(" {key}"),
        ];
        let key = prop_oneof![20 => Just(key.to_owned()), 1 => select(respelt.to_vec())];
        (key, value).boxed()
    });
    members.collect::<Vec<_>>().prop_map(|members| {
        let given = members
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        given.collect::<Map<_, _>>().into()
    })
}

fn flag() -> BoxedStrategy<Option<Value>> {
    field(any::<bool>().prop_map(Value::from)).boxed()
}

fn named() -> BoxedStrategy<Option<Value>> {
    field(name()).boxed()
}

fn optional(strategy: BoxedStrategy<Option<Value>>) -> BoxedStrategy<Option<Value>> {
    prop_oneof![2 => Just(None), 1 => strategy].boxed()
}

fn list(item: impl Strategy<Value = Value> + 'static, max: usize) -> BoxedStrategy<Option<Value>> {
    field(prop::collection::vec(item, 1..=max).prop_map(Value::from)).boxed()
}

fn column() -> impl Strategy<Value = Value> {
    let plain = object(vec![
        ("name", named()),
        ("alias", optional(named())),
        ("isHide", optional(flag())),
        ("isApplyTimezone", optional(flag())),
        ("label", optional(named())),
    ]);
    let custom = (name(), sql(), any::<bool>(), optional(named())).prop_map(|(name, sql, is_aggregate, alias)| {
        json!({"name": name, "isCustomColumn": true, "sql": sql, "isAggregate": is_aggregate, "alias": alias})
    });
    prop_oneof![3 => plain.boxed(), 2 => custom.boxed()]
}

fn datamart() -> impl Strategy<Value = Value> {
    let choice =
        |choices: &[&'static str]| field(select(choices.to_vec()).prop_map(Value::from)).boxed();
    let table = object(vec![
        ("name", named()),
        (
            "schemaName",
            optional(choice(&["public", "Public", "public "])),
        ),
        ("clientColumn", optional(named())),
        ("indexPattern", optional(named())),
        ("isHide", optional(flag())),
        ("columns", list(column(), 4)),
    ]);
    let relationship = object(vec![
        ("parentTableName", named()),
        ("parentColumnName", named()),
        ("childTableName", named()),
        ("childColumnName", named()),
        ("relationshipName", named()),
        (
            "cardinality",
            optional(choice(&["OneToMany", "onetomany", "many to one"])),
        ),
        (
            "join",
            optional(choice(&["LEFT JOIN", "left join", "LEFT"])),
        ),
    ]);
    let tenancy = object(vec![
        (
            "tenancyLevel",
            choice(&["TABLE", "table", "DATABASE", "MULTI_DATABASE"]),
        ),
        ("clientColumnType", choice(&["NUMBER", "number", "STRING"])),
        ("primaryDatabase", optional(named())),
        ("schemaName", choice(&["public", "public "])),
        ("tableName", named()),
        ("tableClientNameColumn", named()),
        ("tablePrimaryKeyColumn", named()),
    ]);
    object(vec![
        ("name", named()),
        (
            "datasourceName",
            choice(&["warehouse", "Warehouse", "warehouse ", "warehose"]),
        ),
        ("tableList", list(table, 3)),
        ("relationships", optional(list(relationship, 3))),
        ("tenancySettings", optional(field(tenancy).boxed())),
    ])
}

fn catalog() -> Value {
    let columns = json!([
        {"name": "id", "dataType": "bigint"}, {"name": "total", "dataType": "numeric"}, {"name": "order total", "dataType": "numeric"},
        {"name": "caf\u{e9}", "dataType": "text"}, {"name": "tenant_id", "dataType": "uuid"}, {"name": "at", "dataType": "timestamp"},
    ]);
    json!({"tables": [
        {"name": "orders", "schema": "public", "columns": columns},
        {"name": "Customers", "schema": "public", "columns": [{"name": "ID", "dataType": "bigint"}, {"name": "id ", "dataType": "text"}]},
    ]})
}

fn options() -> impl Strategy<Value = Value> {
    let types: Vec<&str> = DatasourceType::names().collect();
    let datasource_type = prop::option::weighted(0.8, select(types));
    (datasource_type, any::<[bool; 4]>()).prop_map(|(datasource_type, given)| {
        let mut options = Map::new();
        if let Some(name) = datasource_type {
            options.insert("datasourceType".into(), name.into());
        }
        let [catalog_given, lists_given, timezone, timezone_given] = given;
        if catalog_given {
            options.insert("catalog".into(), catalog());
        }
        if lists_given {
            options.insert("existingDatamarts".into(), json!(["Orders", "total"]));
            let list = json!([{"name": "warehouse"}, {"name": "warehouse2", "isDisabled": true}, {"name": "Warehouse3", "isAuthenticated": false}]);
            options.insert("datasources".into(), list);
        }
        if timezone_given {
            options.insert("guestTokenTimezone".into(), timezone.into());
        }
        options.into()
    })
}

fn faults(datamart: &Value, options: &Value) -> Vec<String> {
    let read = Options::from_json(&options.to_string()).unwrap();
    let before = validate_json(&datamart.to_string(), &read).issues;
    before
        .iter()
        .filter_map(|issue| fixes::fault(datamart, &read, &before, issue))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn a_fix_removes_its_issue_and_adds_no_error(datamart in datamart(), options in options()) {
        let faults = faults(&datamart, &options);
        prop_assert!(faults.is_empty(), "{}\n{options}", faults.join("\n"));
    }

    #[test]
    fn a_fix_of_sql_takes_its_issue_away_and_brings_no_error(sql in sql(), is_aggregate in any::<bool>(), options in options()) {
        let datamart = json!({
            "name": "sales", "datasourceName": "warehouse",
            "tableList": [{"name": "orders", "columns": [
                {"name": "id"}, {"name": "total", "alias": "order total"}, {"name": "caf\u{e9}"},
                {"name": "net_total", "alias": "sum", "isCustomColumn": true, "sql": sql, "isAggregate": is_aggregate},
            ]}],
        });
        let faults = faults(&datamart, &options);
        prop_assert!(faults.is_empty(), "{}\n{options}", faults.join("\n"));
    }

    #[test]
    fn a_certain_fix_changes_nothing_but_how_it_is_written(datamart in datamart(), options in options()) {
        let options = Options::from_json(&options.to_string()).unwrap();
        for issue in validate_json(&datamart.to_string(), &options).issues {
            let Some(fix) = issue.fix.filter(|fix| fix.certainty == Certainty::Certain) else { continue };
            let removed = fix.edits.iter().filter(|edit| matches!(edit, Edit::Value { op: datamart_validator::issue::Op::Remove, .. })).count();
            let is_duplicate = matches!(issue.code, Code::DuplicateColumn | Code::DuplicateTable | Code::DuplicateRelationship);
            let fixed = edits::apply(&datamart, &fix);
            let letters = |value: &Value| {
                let mut letters: Vec<char> = value.to_string().to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
                letters.sort_unstable();
                letters
            };
            if is_duplicate {
                prop_assert_eq!(removed, 1);
            } else {
                use unicode_normalization::UnicodeNormalization;
                let composed = |value: &Value| { let text: String = value.to_string().nfc().collect(); letters(&Value::from(text)) };
                prop_assert_eq!(composed(&datamart), composed(&fixed), "{}: {}", issue.code, issue.message);
            }
        }
    }
}
