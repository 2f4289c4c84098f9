//! What changed between two datamarts.

mod applied;

use datamart_validator::{Change, ChangeKind, DatamartDiff, Options, diff_datamarts_json};
use serde_json::{Value, json};

fn diff(before: &Value, after: &Value) -> DatamartDiff {
    let (before, after) = (before.to_string(), after.to_string());
    diff_datamarts_json(&before, &after, &Options::default()).unwrap()
}

/// Each change in a line.
fn lines(diff: &DatamartDiff) -> Vec<String> {
    let line = |change: &Change| {
        let breaking = if change.is_breaking { " !" } else { "" };
        let [from, to] = [&change.from, &change.to].map(|it| it.as_deref().unwrap_or("-"));
        let (kind, subject) = (change.kind.name(), change.subject.name());
        format!("{kind} {subject} {} {from} {to}{breaking}", change.path)
    };
    diff.changes.iter().map(line).collect()
}

fn datamart(tables: &Value) -> Value {
    json!({ "name": "sales", "datasourceName": "warehouse", "tableList": tables })
}

fn table(name: &str, columns: &[&str]) -> Value {
    let columns: Vec<Value> = columns.iter().map(|name| json!({ "name": name })).collect();
    json!({ "name": name, "columns": columns })
}

#[test]
fn blank_fields_count_as_absent() {
    let full = json!({
        "$schema": "x", "name": "sales", "tableList": [{ "name": "a", "schemaName": null, "label": " ", "isHide": false,
            "columns": [{ "name": "b", "alias": "", "sql": null, "isAggregate": false, "x": false }] }],
        "tenancySettings": null, "relationships": [],
    });
    let bare = json!({ "relationships": null, "tableList": [{ "columns": [{ "name": "b" }], "name": "a" }], "name": "sales" });
    for (before, after) in [(&full, &bare), (&bare, &full)] {
        let diff = diff(before, after);
        assert_eq!(
            (lines(&diff), diff.is_breaking, diff.omitted),
            (vec![], false, 0)
        );
    }
}

#[test]
fn tables_columns_and_relationships_are_found_by_their_names() {
    let before = datamart(&json!([
        table("a", &["x", "y"]),
        table("b", &["x"]),
        table("c", &["x"])
    ]));
    let after = datamart(&json!([
        table("c", &["x"]),
        table("a", &["z", "y"]),
        table("d", &[])
    ]));
    let found = diff(&before, &after);
    assert_eq!(
        lines(&found),
        [
            r#"removed column tableList[0].columns[0] {"name":"x"} - !"#,
            r#"removed table tableList[1] {"columns":[{"name":"x"}],"name":"b"} - !"#,
            "moved table tableList[0] 2 0",
            r#"added column tableList[1].columns[0] - {"name":"z"}"#,
            r#"added table tableList[2] - {"columns":[],"name":"d"}"#,
        ]
    );
    assert!(found.is_breaking);
    let messages: Vec<&str> = found.changes.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the column `a.x` is removed",
            "the table `b` is removed",
            "the table `c` moves from index 2 to index 0",
            "the column `a.z` is added",
            "the table `d` is added",
        ]
    );
    // The schema belongs to the name.
    let [one, two] = ["one", "two"]
        .map(|schema| datamart(&json!([{ "name": "a", "schemaName": schema, "columns": [] }])));
    let kinds: Vec<ChangeKind> = diff(&one, &two).changes.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [ChangeKind::Removed, ChangeKind::Added]);
    let ends = |parent: &str, name: &str| {
        json!({
            "parentTableName": parent, "parentColumnName": "id", "childTableName": "b", "childColumnName": "id", "relationshipName": name,
        })
    };
    let before = json!({ "relationships": [ends("a", "one"), ends("c", "two")] });
    let after =
        json!({ "relationships": [ends("c", "three"), ends("a", "one"), ends("d", "four")] });
    let found = diff(&before, &after);
    assert_eq!(
        lines(&found)[..2],
        [
            "moved relationship relationships[0] 1 0",
            r#"changed relationship relationships[0].relationshipName "two" "three""#
        ]
    );
    assert_eq!(
        found.changes[2].message,
        "the relationship `d.id → b.id` is added"
    );
    assert!(!found.is_breaking);
}

#[test]
fn similar_names_are_matched_and_reported_as_renamed() {
    let before = datamart(&json!([
        table("Orders", &["ID", "cafe\u{301}"]),
        table("b", &["x"])
    ]));
    let after = datamart(&json!([
        table("orders", &["ID ", "caf\u{e9}"]),
        table("b", &["x"])
    ]));
    let found = diff(&before, &after);
    assert_eq!(
        lines(&found),
        [
            r#"changed table tableList[0].name "Orders" "orders" !"#,
            r#"changed column tableList[0].columns[0].name "ID" "ID " !"#,
            "changed column tableList[0].columns[1].name \"cafe\u{301}\" \"caf\u{e9}\" !",
        ]
    );
    assert_eq!(
        found.changes[0].message,
        "`name` changes from `Orders` to `orders`, which differs only in case"
    );
    assert!(
        found.changes[1]
            .message
            .ends_with("which differs only in whitespace")
    );
    assert!(
        found.changes[2]
            .message
            .ends_with("other Unicode characters")
    );
    // The very name goes first, whatever the order.
    let before = datamart(&json!([table("a", &["X", "x", "x"])]));
    let after = datamart(&json!([table("a", &["x", "X", "x"])]));
    assert_eq!(
        lines(&diff(&before, &after)),
        ["moved column tableList[0].columns[0] 1 0"]
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn breaking_changes_are_marked() {
    let datamart = |column: Value, table: Value, more: Value| {
        let mut datamart = json!({ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "a", "columns": [{ "name": "b" }] }] });
        let merge = |object: &mut Value, fields: Value| {
            let Value::Object(fields) = fields else {
                panic!()
            };
            object.as_object_mut().unwrap().extend(fields);
        };
        merge(&mut datamart["tableList"][0]["columns"][0], column);
        merge(&mut datamart["tableList"][0], table);
        merge(&mut datamart, more);
        datamart
    };
    let none = || json!({});
    let custom = |sql: &str| json!({ "isCustomColumn": true, "sql": sql });
    let tenancy = |level: &str| json!({ "tenancySettings": { "tenancyLevel": level } });
    let join = |join: Value, cardinality: Value| {
        json!({ "relationships": [{
        "parentTableName": "a", "parentColumnName": "b", "childTableName": "a", "childColumnName": "b", "relationshipName": "r",
        "join": join, "cardinality": cardinality,
    }] })
    };
    for (before, after, is_breaking) in [
        (
            datamart(none(), none(), none()),
            datamart(json!({ "label": "B" }), none(), none()),
            false,
        ),
        (
            datamart(none(), none(), none()),
            datamart(json!({ "isApplyTimezone": true }), none(), none()),
            false,
        ),
        (
            datamart(none(), none(), none()),
            datamart(json!({ "isHide": true }), none(), none()),
            true,
        ),
        (
            datamart(json!({ "isHide": true }), none(), none()),
            datamart(none(), none(), none()),
            false,
        ),
        (
            datamart(none(), none(), none()),
            datamart(json!({ "alias": "c" }), none(), none()),
            true,
        ),
        (
            datamart(custom("1"), none(), none()),
            datamart(custom("2"), none(), none()),
            true,
        ),
        (
            datamart(json!({ "sql": "1" }), none(), none()),
            datamart(json!({ "sql": "2" }), none(), none()),
            false,
        ),
        (
            datamart(none(), none(), none()),
            datamart(json!({ "x": 1 }), none(), none()),
            false,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), json!({ "label": "A" }), none()),
            false,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), json!({ "isHide": true }), none()),
            true,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), json!({ "clientColumn": "b" }), none()),
            true,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), none(), tenancy("TABLE")),
            true,
        ),
        (
            datamart(none(), none(), tenancy("TABLE")),
            datamart(none(), none(), tenancy("DATABASE")),
            true,
        ),
        (
            datamart(none(), none(), tenancy("TABLE")),
            datamart(none(), none(), none()),
            true,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), none(), json!({ "name": "other" })),
            true,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), none(), json!({ "datasourceName": "other" })),
            true,
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), none(), join(json!("LEFT JOIN"), Value::Null)),
            false,
        ),
        (
            datamart(none(), none(), join(json!("LEFT JOIN"), Value::Null)),
            datamart(none(), none(), none()),
            true,
        ),
        (
            datamart(none(), none(), join(json!("LEFT JOIN"), Value::Null)),
            datamart(none(), none(), join(Value::Null, Value::Null)),
            true,
        ),
        (
            datamart(none(), none(), join(Value::Null, json!("OneToOne"))),
            datamart(none(), none(), join(Value::Null, Value::Null)),
            false,
        ),
    ] {
        let found = diff(&before, &after);
        assert_eq!(found.changes.len(), 1, "{:?}", lines(&found));
        assert_eq!(found.is_breaking, is_breaking, "{:?}", lines(&found));
    }
    // What an update cannot do is said.
    for (before, after) in [
        (
            datamart(none(), none(), tenancy("TABLE")),
            datamart(none(), none(), none()),
        ),
        (
            datamart(none(), none(), none()),
            datamart(none(), none(), json!({ "datasourceName": "other" })),
        ),
    ] {
        let found = diff(&before, &after);
        assert!(
            found.changes[0]
                .message
                .ends_with("which an update cannot do"),
            "{:?}",
            found.changes[0]
        );
    }
}

#[test]
fn anything_but_a_datamart_is_refused() {
    for text in ["", "null", "5", "[]", "{", "\"sales\"", "{ \"name\": }"] {
        for (before, after) in [(text, "{}"), ("{}", text)] {
            let error = diff_datamarts_json(before, after, &Options::default()).unwrap_err();
            let which = if before == text {
                "`before`"
            } else {
                "`after`"
            };
            assert!(error.to_string().starts_with(which), "{error}");
        }
    }
}

#[test]
fn a_list_of_changes_is_bounded_but_its_verdict_is_not() {
    let columns = |value: u8| -> Vec<Value> {
        let fields = || ('a'..='z').map(|letter| (letter.to_string(), json!(value)));
        let column = |n: usize| {
            fields()
                .chain([("name".to_owned(), json!(n.to_string()))])
                .collect()
        };
        (0..2_000).map(column).collect()
    };
    let datamart = |value: u8| {
        datamart(
            &json!([{ "name": "t".repeat(300), "columns": columns(value), "isHide": value == 1 }]),
        )
    };
    let found = diff(&datamart(0), &datamart(1));
    assert!(found.omitted > 0 && !found.changes.is_empty());
    assert_eq!(found.changes.len() + found.omitted, 26 * 2_000 + 1);
    assert!(found.is_breaking);
}
