//! Fixtures: `tests/data/sql/<dialect>/ok/*.sql` cause no problem at all, `err/*.sql` at least one
//! each.
//!
//! A file contains expressions separated by empty lines; `<name>.expected.json` next to it has the
//! expected result of each, with ranges in UTF-16 units as editors count. `UPDATE_EXPECT=1`
//! rewrites the expectations; one without its `.sql` fails the test.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use datamart_validator::DatasourceType;
use datamart_validator::internal::sql::{Analysis, Dialect, Span, analyze};
use serde_json::{Value, json};

fn dialect(folder: &str) -> Dialect {
    if folder == "generic" {
        return Dialect::Generic;
    }
    DatasourceType::from_name(folder)
        .and_then(DatasourceType::dialect)
        .expect("a folder named after a datasource")
}

fn range(sql: &str, span: Span) -> Value {
    let units = |bytes: u32| sql[..bytes as usize].encode_utf16().count();
    json!([units(span.start), units(span.end)])
}

fn problems(sql: &str, found: &Analysis<'_>) -> Value {
    let one = |problem: &datamart_validator::internal::sql::Problem| {
        let mut value = json!({
            "kind": format!("{:?}", problem.kind),
            "severity": format!("{:?}", problem.severity),
            "range": range(sql, problem.span),
            "text": problem.span.text(sql),
            "message": problem.message.to_string(),
        });
        if let Some(help) = &problem.help {
            value["help"] = json!(help.to_string());
        }
        if let Some(suggestion) = &problem.suggestion {
            value["suggestion"] = json!(suggestion);
        }
        if let Some((span, message)) = &problem.related {
            value["related"] =
                json!({ "range": range(sql, *span), "message": message.to_string() });
        }
        value
    };
    found.problems.iter().map(one).collect()
}

fn references(sql: &str, found: &Analysis<'_>) -> Value {
    let columns: Vec<Value> = found
        .columns
        .iter()
        .map(|column| {
            let mut value = json!({ "name": column.name, "range": range(sql, column.span) });
            if let Some(qualifier) = &column.qualifier {
                value["qualifier"] = json!(qualifier);
            }
            if column.in_subquery {
                value["inSubquery"] = json!(true);
            }
            value
        })
        .collect();
    let functions: Vec<String> = found
        .functions
        .iter()
        .map(|call| format!("{} {:?}", call.name, call.kind))
        .collect();
    json!({
        "columns": columns,
        "functions": functions,
        "isAggregate": found.is_aggregate,
        "hasWindow": found.has_window,
        "subqueries": found.subqueries.iter().map(|it| range(sql, it.span)).collect::<Vec<_>>(),
        "bareColumnsBesideAggregate":
            found.columns_beside_aggregate().map(|column| range(sql, column.span)).collect::<Vec<_>>(),
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn fixtures() {
    let update = env::var_os("UPDATE_EXPECT").is_some();
    let mut failures = Vec::new();
    let mut count = 0;
    for folder in files(Path::new("tests/data/sql")) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !folder.is_dir() || name == "samples" {
            continue;
        }
        for (kind, is_ok) in [("ok", true), ("err", false)] {
            let all = files(&folder.join(kind));
            let sources: BTreeSet<&PathBuf> = all
                .iter()
                .filter(|path| path.extension().is_some_and(|end| end == "sql"))
                .collect();
            for path in &all {
                let stem = path.to_string_lossy().replace(".expected.json", ".sql");
                if !sources.contains(&PathBuf::from(stem)) {
                    failures.push(format!("{} belongs to no fixture", path.display()));
                }
            }
            for path in sources {
                let text = fs::read_to_string(path).unwrap();
                let mut actual = Vec::new();
                for sql in text
                    .split("\n\n")
                    .map(str::trim)
                    .filter(|sql| !sql.is_empty())
                {
                    count += 1;
                    let found = analyze(sql, dialect(&name));
                    if found.problems.is_empty() != is_ok {
                        failures.push(format!("{}: {sql:?}: {:?}", path.display(), found.problems));
                    }
                    actual.push(if is_ok {
                        references(sql, &found)
                    } else {
                        problems(sql, &found)
                    });
                }
                let actual = serde_json::to_string_pretty(&Value::Array(actual)).unwrap() + "\n";
                let beside = path.with_extension("expected.json");
                if update {
                    fs::write(&beside, &actual).unwrap();
                } else if fs::read_to_string(&beside).unwrap_or_default() != actual {
                    failures.push(format!(
                        "{}: differs from {}:\n{actual}",
                        path.display(),
                        beside.display()
                    ));
                }
            }
        }
    }
    assert!(count > 0, "no fixtures found");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
