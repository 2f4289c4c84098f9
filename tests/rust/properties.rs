//! The oracles on generated datamarts and broken text; and what needs a second input: a result does
//! not depend on the order of keys.

use datamart_validator::internal::document::{read_json, write_value};
use datamart_validator::issue::{Code, Issue};
use datamart_validator::{Options, Path, validate_json};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};

use crate::oracles;

/// Names that often match each other, so that the rules across fields have something to find.
fn name() -> impl Strategy<Value = Value> {
    let names = [
        "orders",
        "Orders",
        "items",
        " id",
        "id",
        "tenant_id",
        "",
        "é😀",
        "a b",
    ];
    prop_oneof![8 => select(names.to_vec()).prop_map(Value::from), 1 => any_value()]
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "\\PC{0,5}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

fn key() -> impl Strategy<Value = String> {
    let keys = [
        "name",
        "Name",
        "tableList",
        "columns",
        "sql",
        "isHide",
        "extra",
        "__proto__",
        "ключ",
    ];
    select(keys.to_vec()).prop_map(str::to_owned)
}

fn flag() -> impl Strategy<Value = Value> {
    prop_oneof![4 => any::<bool>().prop_map(Value::from), 1 => any_value()]
}

/// An object with some of these fields.
fn object(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let members: Vec<_> = fields
        .into_iter()
        .map(|(key, value)| {
            prop::option::weighted(0.8, value.prop_map(move |value| (key.to_owned(), value)))
        })
        .collect();
    let extra = prop::option::weighted(0.1, (key(), any_value()));
    (members, extra)
        .prop_map(|(members, extra)| {
            members
                .into_iter()
                .flatten()
                .chain(extra)
                .collect::<Map<_, _>>()
                .into()
        })
        .boxed()
}

fn list(item: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop_oneof![9 => prop::collection::vec(item, 0..4).prop_map(Value::from), 1 => any_value()]
        .boxed()
}

fn datamart() -> BoxedStrategy<Value> {
    let column = object(vec![
        ("name", name().boxed()),
        ("alias", name().boxed()),
        ("isHide", flag().boxed()),
        ("isCustomColumn", flag().boxed()),
        ("sql", name().boxed()),
        ("isApplyTimezone", flag().boxed()),
    ]);
    let table = object(vec![
        ("name", name().boxed()),
        ("schemaName", name().boxed()),
        ("clientColumn", name().boxed()),
        ("isHide", flag().boxed()),
        ("indexPattern", name().boxed()),
        ("columns", list(column)),
    ]);
    let levels = prop_oneof![
        Just(json!("TABLE")),
        Just(json!("DATABASE")),
        Just(json!("MULTI_DATABASE")),
        any_value()
    ];
    let tenancy = object(vec![
        ("tenancyLevel", levels.boxed()),
        (
            "clientColumnType",
            prop_oneof![Just(json!("NUMBER")), any_value()].boxed(),
        ),
        ("primaryDatabase", name().boxed()),
        ("schemaName", name().boxed()),
        ("tableName", name().boxed()),
        ("tableClientNameColumn", name().boxed()),
        ("tablePrimaryKeyColumn", name().boxed()),
    ]);
    let relationship = object(vec![
        ("parentTableName", name().boxed()),
        ("parentColumnName", name().boxed()),
        ("childTableName", name().boxed()),
        ("childColumnName", name().boxed()),
        ("relationshipName", name().boxed()),
        (
            "join",
            prop_oneof![Just(json!("LEFT JOIN")), Just(json!(null)), any_value()].boxed(),
        ),
    ]);
    object(vec![
        ("name", name().boxed()),
        ("datasourceName", name().boxed()),
        ("tableList", list(table)),
        ("tenancySettings", tenancy),
        ("relationships", list(relationship)),
    ])
}

fn options() -> impl Strategy<Value = String> {
    select(&[
        "{}",
        r#"{"datasourceType": "postgres", "existingDatamarts": ["orders"], "datasources": ["items"]}"#,
        r#"{"datasourceType": "mysql", "guestTokenTimezone": false, "strict": true}"#,
        r#"{"datasourceType": "opensearch", "guestTokenTimezone": false, "rules": {"required": "off"}}"#,
    ][..])
    .prop_map(str::to_owned)
}

/// The same value with the keys of every object in reverse order.
fn write_reversed(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut separator = "{";
            for (key, member) in members.iter().rev() {
                out.push_str(separator);
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write_reversed(member, out);
                separator = ",";
            }
            out.push_str(if members.is_empty() { "{}" } else { "}" });
        }
        Value::Array(items) => {
            let mut separator = "[";
            for item in items {
                out.push_str(separator);
                write_reversed(item, out);
                separator = ",";
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        _ => out.push_str(&value.to_string()),
    }
}

/// Code, path and message of each issue, in an order that does not depend on the document's.
fn essence(issues: &[Issue]) -> Vec<(Code, Path, String)> {
    let mut essence: Vec<_> = issues
        .iter()
        .map(|issue| (issue.code, issue.path.clone(), issue.message.clone()))
        .collect();
    essence.sort();
    essence
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,80}") {
        oracles::json::check(text.as_bytes());
        let _ = Options::from_json(&text);
    }

    #[test]
    fn broken_json(datamart in datamart(), cuts in prop::collection::vec((any::<Index>(), "[\\[\\]{}\",:'\\\\a1/* \n]{0,2}"), 1..4)) {
        let mut text: Vec<char> = datamart.to_string().chars().collect();
        for (place, insert) in cuts {
            let place = place.index(text.len() + 1);
            text.splice(place..(place + 1).min(text.len()), insert.chars());
        }
        oracles::json::check(text.into_iter().collect::<String>().as_bytes());
    }

    #[test]
    fn any_datamart(datamart in datamart(), options in options()) {
        oracles::datamart::check(format!("{options}\n---\n{datamart}").as_bytes());
    }

    #[test]
    fn the_order_of_keys_does_not_matter(datamart in datamart(), options in options()) {
        let options = Options::from_json(&options).unwrap();
        let mut reversed = String::new();
        write_reversed(&datamart, &mut reversed);
        let one = validate_json(&datamart.to_string(), &options);
        let other = validate_json(&reversed, &options);
        prop_assert_eq!(essence(&one.issues), essence(&other.issues));
        prop_assert_eq!(one.valid, other.valid);
    }

    #[test]
    fn reading_and_writing_are_inverse(value in any_value()) {
        let text = value.to_string();
        let mut written = String::new();
        write_value(read_json(&text, &[]).root(), &mut written);
        prop_assert_eq!(text, written);
    }
}

/// Many unknown names among many similar ones: no rule may compare every pair.
#[test]
fn large_inputs_take_linear_time() {
    let table =
        |number: usize| json!({ "name": format!("t{number}"), "columns": [{ "name": "id" }] });
    let relationship = |number: usize| {
        json!({
            "parentTableName": format!("u{number}"), "parentColumnName": format!("c{number}"),
            "childTableName": "same", "childColumnName": format!("d{number}"), "relationshipName": "r",
        })
    };
    let columns: Vec<Value> = (0..20_000)
        .map(|number| json!({ "name": format!("c{number}"), "alias": "x" }))
        .collect();
    let mut tables: Vec<Value> = (0..20_000).map(table).collect();
    tables.extend((0..5_000).map(|_| json!({ "name": "same", "columns": [{ "name": "id" }] })));
    tables.push(json!({ "name": "same", "columns": columns }));
    let relationships: Vec<Value> = (0..20_000).map(relationship).collect();
    let datamart = json!({ "name": "a", "datasourceName": "b", "tableList": tables, "relationships": relationships });
    assert!(!validate_json(&datamart.to_string(), &Options::default()).valid);
}
