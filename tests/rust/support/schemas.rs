//! The schemas of `tests/data/schemas`, as catalogs with their foreign keys.

use std::collections::BTreeSet;
use std::{fs, path::Path};

use serde_json::{Value, json};

/// A schema.
pub(crate) struct Schema {
    /// The name of its file.
    pub(crate) name: String,
    /// The schema reply.
    pub(crate) catalog: Value,
    /// Its foreign keys, as `child.column > parent.column`.
    pub(crate) keys: BTreeSet<String>,
    /// The parts of its foreign keys of several columns.
    pub(crate) parts: BTreeSet<String>,
}

/// All of them.
pub(crate) fn schemas() -> Vec<Schema> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schemas");
    let files = fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let mut paths: Vec<_> = paths
        .filter(|it| it.extension().is_some_and(|it| it == "txt"))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        schema(name, &fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

fn schema(name: &str, text: &str) -> Schema {
    let (mut keys, mut parts) = (BTreeSet::new(), BTreeSet::new());
    let tables = text.lines().map(|line| {
        let (table, columns) = line.split_once(": ").unwrap();
        let columns = columns.split(", ").map(|column| {
            let (column, rest) = column.split_once(':').unwrap();
            let mut pieces = rest.to_owned();
            for (sign, list) in [(" & ", &mut parts), (" > ", &mut keys)] {
                while let Some((before, target)) = pieces
                    .rsplit_once(sign)
                    .map(|(a, b)| (a.to_owned(), b.to_owned()))
                {
                    list.insert(format!("{table}.{column} > {target}"));
                    pieces = before;
                }
            }
            json!({ "name": column, "dataType": pieces })
        });
        json!({ "name": table, "columns": columns.collect::<Vec<_>>() })
    });
    let tables: Vec<Value> = tables.collect();
    for key in keys.iter().chain(&parts) {
        let (_, target) = key.split_once(" > ").unwrap();
        let (table, column) = target.rsplit_once('.').unwrap();
        let table = tables.iter().find(|it| it["name"] == table).expect(key);
        let columns = table["columns"].as_array().unwrap();
        assert!(columns.iter().any(|it| it["name"] == column), "{key}");
    }
    Schema {
        name: name.to_owned(),
        catalog: json!({ "datasourceName": name, "tables": tables }),
        keys,
        parts,
    }
}
