//! The work grows with the names, whatever they are.

use std::cell::Cell;
use std::fmt::Write as _;

use super::{propose_relationships_json, propose_tenancy_json};
use crate::Options;

thread_local! {
    static WORK: Cell<usize> = const { Cell::new(0) };
}

pub(super) fn count(bytes: usize) {
    WORK.set(WORK.get() + bytes + 1);
}

/// How much work the proposals for this many tables of this many columns take, and how many there
/// are.
fn work(tables: usize, columns: usize, name: &dyn Fn(usize, usize) -> String) -> (usize, usize) {
    let (mut catalog, mut datamart) = (String::new(), String::new());
    for table in 0..tables {
        let comma = if table > 0 { "," } else { "" };
        write!(
            catalog,
            r#"{comma}{{"name":"{}","columns":["#,
            name(table, columns)
        )
        .unwrap();
        write!(
            datamart,
            r#"{comma}{{"name":"{}","columns":[]}}"#,
            name(table, columns)
        )
        .unwrap();
        for column in 0..columns {
            let comma = if column > 0 { "," } else { "" };
            let name = name(table, column);
            write!(catalog, r#"{comma}{{"name":"{name}","dataType":"int"}}"#).unwrap();
        }
        catalog.push_str("]}");
    }
    let catalog = format!(r#"{{"tables":[{catalog}]}}"#);
    let options = Options::builder().catalog_json(&catalog).build().unwrap();
    let datamart = format!(r#"{{"tableList":[{datamart}]}}"#);
    WORK.set(0);
    let found = propose_relationships_json(&datamart, &options).len();
    let _ = propose_tenancy_json(&datamart, &options);
    (WORK.get(), found)
}

#[test]
fn work_grows_with_the_names() {
    // The last name of a table is its own.
    let usual = |table: usize, column: usize| match column {
        0 => "id".to_owned(),
        50 => format!("thing{table}s"),
        _ => format!("thing{}_id", (table * 7 + column * 13) % 20),
    };
    let all_alike = |table: usize, column: usize| match column {
        50 => format!("t{table}"),
        _ => format!("a_a_a_a_a_a_a_a_{column}_id"),
    };
    let all_the_same = |table: usize, column: usize| match column {
        50 => format!("same_same_same_{table}_thing"),
        0 => "id".to_owned(),
        _ => format!("{column}_tenant_thing_id"),
    };
    let references = |table: usize, column: usize| match column {
        50 => format!("users{table}"),
        _ => format!("parent{}_by", "_".repeat(column)),
    };
    let shapes: [&dyn Fn(usize, usize) -> String; 4] =
        [&usual, &all_alike, &all_the_same, &references];
    for (number, shape) in shapes.iter().enumerate() {
        let (small, _) = work(20, 50, shape);
        let (large, found) = work(80, 50, shape);
        assert!(large <= small * 5, "shape {number}: {small} {large}");
        assert!(number != 0 || found > 1000, "{found}");
        // Each byte of the input is read a few times.
        assert!(large < 80 * 51 * 40 * 12, "shape {number}: {large}");
    }
}

#[test]
fn long_names_are_not_taken_apart() {
    let long = |length: usize| {
        let part = "a_".repeat(length);
        move |table: usize, column: usize| format!("{part}{table}_{column}_id")
    };
    let (short, _) = work(10, 5, &long(60));
    let (longer, _) = work(10, 5, &long(600));
    assert!(longer < short * 12, "{short} {longer}");
}
