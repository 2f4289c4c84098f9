//! Imports follow the directions that `ARCHITECTURE.md` states, in which data flows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All files of a folder, with their paths in it.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((path.strip_prefix(folder).unwrap().to_owned(), text));
            }
        }
    }
    found
}

/// The folder or file directly in the root that contains a path.
fn part(path: &Path) -> String {
    let first = path.components().next().unwrap();
    let name = first.as_os_str().to_str().unwrap();
    name.trim_end_matches(".rs").to_owned()
}

/// The modules of the crate that a file imports from.
fn imported(text: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap())
        .collect();
    let name = |text: &str| -> String {
        let is_of_name = |c: &char| c.is_alphanumeric() || *c == '_';
        text.trim_start().chars().take_while(is_of_name).collect()
    };
    let mut names = BTreeSet::new();
    for after in code.join("\n").split("crate::").skip(1) {
        match after.strip_prefix('{') {
            // A list of modules and of what they contain: only those have `::` behind their names.
            Some(list) => names.extend(list.split(';').next().unwrap().split([',', '{']).map(name)),
            None => drop(names.insert(name(after))),
        }
    }
    names
}

#[test]
fn modules_import_only_from_later_ones() {
    let document = include_str!("../../ARCHITECTURE.md");
    let (_, directions) = document.split_once("\nDirections:\n`").unwrap();
    let (chain, _) = directions.split_once('`').unwrap();
    let layers: BTreeMap<&str, usize> = chain
        .split('→')
        .enumerate()
        .flat_map(|(layer, names)| names.split(',').map(move |name| (name.trim(), layer)))
        .collect();

    let files = files(Path::new("src"));
    let modules: BTreeSet<String> = files.iter().map(|(path, _)| part(path)).collect();
    let stated: BTreeSet<String> = layers.keys().map(|&name| name.to_owned()).collect();
    // The root, and what nothing imports.
    let others = BTreeSet::from(["allocator", "lib"].map(str::to_owned));
    assert_eq!(
        modules.difference(&others).collect::<Vec<_>>(),
        stated.iter().collect::<Vec<_>>(),
        "the directions name other modules than there are"
    );

    let mut wrong = Vec::new();
    for (path, text) in files {
        let own = part(&path);
        let Some(layer) = layers.get(own.as_str()) else {
            continue;
        };
        for name in imported(&text) {
            let is_below = layers.get(name.as_str()).is_none_or(|below| layer < below);
            // The declarations of the rules contain all codes and messages, and the registry lists
            // them with those of differences and proposals.
            let is_data = name == "rules"
                || path == Path::new("rules/mod.rs") && ["diff", "propose"].contains(&&*name);
            if name != own && !is_below && !is_data {
                wrong.push(format!("{} imports {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_rules_are_data_for_what_is_below_them() {
    for folder in ["document", "issue", "model", "options", "resolve", "sql"] {
        for (path, text) in files(&Path::new("src").join(folder)) {
            for word in ["check", "Context"] {
                let call = format!("rules::{word}");
                assert!(!text.contains(&call), "{} uses {call}", path.display());
            }
        }
    }
}

#[test]
fn folders_of_the_package_do_not_import_from_each_other_in_cycles() {
    let root = Path::new("pkg-template/src");
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in files(root) {
        let folder = path.parent().unwrap();
        for import in text.split(['\'', '"']).filter(|it| it.starts_with("../")) {
            let ups = import.matches("../").count();
            // Files directly in the root are entries; what is outside of it is generated.
            let Some(base) = folder.ancestors().nth(ups) else {
                continue;
            };
            let target = base.join(import.trim_start_matches("../"));
            let (from, to) = (part(&path), part(&target));
            if from != to && root.join(&to).is_dir() {
                edges.entry(from).or_default().insert(to);
            }
        }
    }
    assert!(
        edges["api"].contains("boundary"),
        "the imports are not found"
    );

    // Folders that import from none of the rest are done; a cycle never is.
    while let Some(done) = {
        let is_done = |to: &String| !edges.contains_key(to);
        let mut all = edges.iter();
        all.find(|(_, to)| to.iter().all(is_done))
            .map(|(from, _)| from.clone())
    } {
        edges.remove(&done);
    }
    assert!(edges.is_empty(), "a cycle is among {edges:#?}");
}
