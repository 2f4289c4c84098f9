//! A diff that is applied to one datamart gives the other one.

use datamart_validator::{Change, ChangeKind, ChangeSubject, DatamartDiff, Segment};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{diff, lines};

/// A list whose items know where they were.
type Tagged = Vec<(usize, Value)>;

fn tagged(list: Option<&Value>) -> Tagged {
    let items = list.and_then(Value::as_array).cloned().unwrap_or_default();
    items.into_iter().enumerate().collect()
}

/// Applies what became of the items of a list: those at `before` go, then what was added or has moved comes in order.
fn apply_to_list(list: &mut Tagged, removed: &[usize], changes: &[&Change]) {
    list.retain(|(tag, _)| !removed.contains(tag));
    let mut coming: Vec<(usize, Value)> = Vec::new();
    for change in changes {
        let Some(Segment::Index(index)) = change.path.last() else {
            panic!("{change:?}")
        };
        let item = if change.kind == ChangeKind::Moved {
            let from: usize = change.from.as_ref().unwrap().parse().unwrap();
            assert_eq!(change.to.as_deref(), Some(index.to_string().as_str()));
            let at = list.iter().position(|(tag, _)| *tag == from).unwrap();
            list.remove(at).1
        } else {
            serde_json::from_str(change.to.as_ref().unwrap()).unwrap()
        };
        coming.push((*index as usize, item));
    }
    assert!(coming.is_sorted_by_key(|(index, _)| *index));
    for (index, item) in coming {
        list.insert(index, (usize::MAX, item));
    }
}

fn index(change: &Change, step: usize) -> usize {
    match change.path[step] {
        Segment::Index(index) => index as usize,
        Segment::Key(_) => panic!("{change:?}"),
    }
}

/// Applies a diff: removals, insertions, then changes.
fn apply(before: &Value, diff: &DatamartDiff) -> Value {
    const REMOVED: &[ChangeKind] = &[ChangeKind::Removed];
    const COMING: &[ChangeKind] = &[ChangeKind::Added, ChangeKind::Moved];
    let is_of = |subject: ChangeSubject, kinds: &'static [ChangeKind]| {
        let changes = diff.changes.iter();
        changes.filter(move |it| {
            it.subject == subject && kinds.contains(&it.kind) && it.path.len() % 2 == 0
        })
    };
    let mut after = before.clone();
    let mut tables: Vec<(usize, Value)> = tagged(before.get("tableList"));
    let mut columns: Vec<Tagged> = tables
        .iter()
        .map(|(_, table)| tagged(table.get("columns")))
        .collect();
    for (index_of_table, columns) in columns.iter_mut().enumerate() {
        let removed: Vec<usize> = is_of(ChangeSubject::Column, REMOVED)
            .filter(|it| index(it, 1) == index_of_table)
            .map(|it| index(it, 3))
            .collect();
        columns.retain(|(tag, _)| !removed.contains(tag));
    }
    // The columns go where their table goes.
    let mut carried: Tagged = tables
        .drain(..)
        .map(|(tag, table)| (tag, json!([tag, table])))
        .collect();
    let removed: Vec<usize> = is_of(ChangeSubject::Table, REMOVED)
        .map(|it| index(it, 1))
        .collect();
    let coming: Vec<&Change> = is_of(ChangeSubject::Table, COMING).collect();
    let mut wrapped: Vec<Change> = coming.iter().map(|it| (*it).clone()).collect();
    for change in wrapped.iter_mut().filter(|it| it.kind == ChangeKind::Added) {
        change.to = change.to.as_ref().map(|to| format!("[null,{to}]"));
    }
    apply_to_list(&mut carried, &removed, &wrapped.iter().collect::<Vec<_>>());
    let tables = carried.into_iter().enumerate().map(|(place, (_, pair))| {
        let mut table = pair[1].clone();
        let Some(tag) = pair[0].as_u64() else {
            return table;
        };
        let mut own = std::mem::take(&mut columns[usize::try_from(tag).unwrap()]);
        let coming: Vec<&Change> = is_of(ChangeSubject::Column, COMING)
            .filter(|it| index(it, 1) == place)
            .collect();
        let has_list = table.get("columns").is_some_and(Value::is_array) || !coming.is_empty();
        apply_to_list(&mut own, &[], &coming);
        if has_list {
            table["columns"] = own.into_iter().map(|(_, column)| column).collect();
        }
        table
    });
    let tables: Vec<Value> = tables.collect();
    let is_list = |value: Option<&Value>| value.is_none_or(|it| it.is_array() || it.is_null());
    if is_list(before.get("tableList")) {
        after["tableList"] = tables.into();
    }
    let mut relationships = tagged(before.get("relationships"));
    let removed: Vec<usize> = is_of(ChangeSubject::Relationship, REMOVED)
        .map(|it| index(it, 1))
        .collect();
    let coming: Vec<&Change> = is_of(ChangeSubject::Relationship, COMING).collect();
    apply_to_list(&mut relationships, &removed, &coming);
    if is_list(before.get("relationships")) {
        after["relationships"] = relationships.into_iter().map(|(_, it)| it).collect();
    }
    for change in &diff.changes {
        let is_of_tenancy = change.subject == ChangeSubject::Tenancy;
        match change.kind {
            ChangeKind::Removed if is_of_tenancy => {
                after.as_object_mut().unwrap().remove("tenancySettings");
            }
            ChangeKind::Added if is_of_tenancy => {
                after["tenancySettings"] =
                    serde_json::from_str(change.to.as_ref().unwrap()).unwrap();
            }
            ChangeKind::Changed => {
                let (last, way) = change.path.split_last().unwrap();
                let mut at = &mut after;
                for step in way {
                    at = match step {
                        Segment::Key(key) => at.get_mut(key).unwrap(),
                        Segment::Index(index) => at.get_mut(*index as usize).unwrap(),
                    };
                }
                let to = change
                    .to
                    .as_ref()
                    .map(|to| serde_json::from_str::<Value>(to).unwrap());
                match (last, to) {
                    (Segment::Key(key), Some(to)) => at[key.as_str()] = to,
                    (Segment::Key(key), None) => {
                        at.as_object_mut().unwrap().remove(key);
                    }
                    (Segment::Index(index), Some(to)) => at[*index as usize] = to,
                    (Segment::Index(_), None) => panic!("{change:?}"),
                }
            }
            _ => {}
        }
    }
    after
}

/// The datamart without what says nothing, at the places where that is so.
fn meaning(value: &Value, depth: usize) -> Value {
    let says_nothing = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    };
    // A group that says nothing.
    let is_untouched = |key: &str, value: &Value| {
        let members = value.as_object();
        depth == 0
            && key == "tenancySettings"
            && members.is_some_and(|it| it.values().all(says_nothing))
    };
    let inner = |key: &str, value: &Value| match key {
        "tableList" | "columns" | "relationships" if depth < 4 => meaning(value, depth + 1),
        "tenancySettings" if depth == 0 => meaning(value, 3),
        _ => value.clone(),
    };
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(key, it)| {
                !says_nothing(it) && !is_untouched(key, it) && *key != "$schema"
            });
            let members: Map<String, Value> = members
                .map(|(key, it)| (key.clone(), inner(key, it)))
                .collect();
            let is_filled = |it: &Value| it.as_array().is_none_or(|items| !items.is_empty());
            members
                .into_iter()
                .filter(|(_, it)| is_filled(it))
                .collect()
        }
        Value::Array(items) => items.iter().map(|item| meaning(item, depth + 1)).collect(),
        _ => value.clone(),
    }
}

fn datamarts() -> impl Strategy<Value = Value> {
    let name = || {
        prop_oneof![
            Just("a"),
            Just("A"),
            Just("a "),
            Just("b"),
            Just("c"),
            Just("d"),
            Just("")
        ]
        .prop_map(Value::from)
    };
    let odd = || {
        prop_oneof![
            4 => name(), 2 => Just(Value::Null), 2 => any::<bool>().prop_map(Value::from), 1 => Just(json!(5)), 1 => Just(json!([1])),
        ]
    };
    let object = |fields: &'static [&'static str], value: BoxedStrategy<Value>| {
        prop::collection::vec((prop::sample::select(fields), value), 0..4).prop_map(|members| {
            members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect::<Map<_, _>>()
        })
    };
    let named = |fields: BoxedStrategy<Map<String, Value>>| {
        (fields, name()).prop_map(|(mut fields, name)| {
            fields.insert("name".to_owned(), name);
            Value::Object(fields)
        })
    };
    let item = |value: BoxedStrategy<Value>| prop_oneof![12 => value, 1 => odd()].boxed();
    let column = named(
        object(
            &["alias", "label", "isHide", "isCustomColumn", "sql", "x"],
            odd().boxed(),
        )
        .boxed(),
    );
    let columns = prop::collection::vec(item(column.boxed()), 0..5).prop_map(Value::from);
    let table = (
        named(
            object(
                &["schemaName", "label", "isHide", "clientColumn", "y"],
                odd().boxed(),
            )
            .boxed(),
        ),
        columns,
    )
        .prop_map(|(mut table, columns)| {
            table["columns"] = columns;
            table
        });
    let tables = prop::collection::vec(item(table.boxed()), 0..5).prop_map(Value::from);
    let ends = object(
        &[
            "parentTableName",
            "parentColumnName",
            "childTableName",
            "childColumnName",
            "relationshipName",
            "join",
        ],
        name().boxed(),
    );
    let relationships = prop::collection::vec(item(ends.prop_map(Value::Object).boxed()), 0..4)
        .prop_map(Value::from);
    let tenancy = prop_oneof![
        Just(Value::Null),
        object(&["tenancyLevel", "schemaName", "z"], odd().boxed()).prop_map(Value::Object),
    ];
    let rest = object(&["name", "datasourceName", "$schema", "w"], odd().boxed());
    (rest, tables, prop::option::of(relationships), tenancy).prop_map(
        |(rest, tables, relationships, tenancy)| {
            let mut datamart = Value::Object(rest);
            datamart["tableList"] = tables;
            if let Some(relationships) = relationships {
                datamart["relationships"] = relationships;
            }
            datamart["tenancySettings"] = tenancy;
            datamart
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3_000, max_shrink_iters: 2_000,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
    })]

    /// Removals by their former place, insertions by their present one, then changes turn the one into the other.
    #[test]
    fn a_diff_turns_one_datamart_into_the_other(before in datamarts(), after in datamarts()) {
        let found = diff(&before, &after);
        let applied = apply(&before, &found);
        prop_assert_eq!(meaning(&applied, 0), meaning(&after, 0), "{:#?}", lines(&found));
        prop_assert_eq!(lines(&diff(&applied, &after)), Vec::<String>::new());
        prop_assert_eq!(lines(&diff(&after, &after)), Vec::<String>::new());
        prop_assert_eq!(found.is_breaking, found.changes.iter().any(|change| change.is_breaking));
        prop_assert!(found.changes.iter().all(|it| it.kind != ChangeKind::Moved || !it.is_breaking));
    }
}
