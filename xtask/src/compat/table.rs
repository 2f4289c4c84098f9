//! The table of environments: generated from the tests that passed, kept in the package's README.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::ui;

const BEGIN: &str = "<!-- environments: begin -->";
const END: &str = "<!-- environments: end -->";

const README: &str = "pkg-template/README.md";

/// Software of the machine that no lock file pins: another version does not make the table out of
/// date.
const OF_THE_MACHINE: [&str; 4] = ["Node.js ", "Chromium ", "Firefox ", "WebKitGTK "];

/// Environments that differ only in how they load the package share a row.
#[derive(Debug, PartialEq)]
struct Row {
    name: String,
    versions: String,
    called: Vec<String>,
    result: String,
}

/// The table, made from what `tests/js/compat/support/environment.mjs` has written: a list of four
/// texts per line.
pub(super) fn render(found: &str) -> Result<String> {
    let mut rows: Vec<Row> = Vec::new();
    for line in found.lines() {
        let [name, versions, called, result]: [String; 4] =
            serde_json::from_str(line).with_context(|| format!("an environment: {line}"))?;
        let same = rows
            .iter_mut()
            .find(|row| (&row.name, &row.versions, &row.result) == (&name, &versions, &result));
        match same {
            Some(row) => row.called.push(called),
            None => rows.push(Row {
                name,
                versions,
                called: vec![called],
                result,
            }),
        }
    }
    // The order in which files finish varies. Entries with the same name and versions keep the
    // file's order.
    rows.sort_by_key(|row| (row.name.to_lowercase(), row.versions.clone()));

    let mut table =
        String::from("| environment | tried with | what called it | result |\n|---|---|---|---|\n");
    for row in rows {
        let called = row.called.join("; ");
        let cells = [row.name, row.versions, called, row.result];
        writeln!(table, "| {} |", cells.join(" | "))?;
    }
    Ok(table)
}

/// Writes the table into the README.
pub(super) fn write(project: &Project, table: &str) -> Result<()> {
    let path = project.root.join(README);
    let readme = fs::read_to_string(&path).context(README)?;
    let written = with_section(&readme, table).context(README)?;
    if written != readme {
        fs::write(&path, written)?;
        ui::done(format!("updated the table in {README}"));
    }
    Ok(())
}

/// Fails if the README's table differs, apart from the versions of the machine's software and from
/// the rows that begin with one of the names in `missing`.
pub(super) fn check(project: &Project, table: &str, missing: &[&str]) -> Result<()> {
    let readme = fs::read_to_string(project.root.join(README)).context(README)?;
    let written = with_section(&readme, table).context(README)?;
    if comparable(&written, missing) != comparable(&readme, missing) {
        bail!(
            "the table of environments in {README} is out of date; run `cargo xtask compat` to update it"
        );
    }
    Ok(())
}

fn with_section(readme: &str, table: &str) -> Result<String> {
    let (before, rest) = readme
        .split_once(BEGIN)
        .with_context(|| format!("`{BEGIN}` is missing"))?;
    let (_, after) = rest
        .split_once(END)
        .with_context(|| format!("`{END}` is missing after `{BEGIN}`"))?;
    Ok(format!("{before}{BEGIN}\n\n{table}\n{END}{after}"))
}

/// The text without these rows and without the versions of the machine's software.
fn comparable(text: &str, missing: &[&str]) -> String {
    let is_missing = |line: &str| {
        let cell = line
            .strip_prefix("| ")
            .and_then(|rest| rest.split(" | ").next());
        cell.is_some_and(|cell| missing.contains(&cell))
    };
    let mut text: String = text
        .split_inclusive('\n')
        .filter(|line| !is_missing(line))
        .collect();
    for tool in OF_THE_MACHINE {
        let mut pieces = text.split(tool);
        let mut rest = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            rest.push_str(tool);
            rest.push_str(piece.trim_start_matches(|character: char| {
                character.is_ascii_digit() || character == '.'
            }));
        }
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUND: &str = r#"["Vite", "Vite 8.3.8", "build", "works"]
["browser", "Chromium 156", "page", "works"]
["Vite", "Vite 8.3.8", "worker", "works"]
["Vite", "Vite 8.3.8", "page under a policy", "throws"]
"#;

    #[test]
    fn results_that_differ_only_in_the_caller_are_one_row() {
        assert_eq!(
            render(FOUND).unwrap(),
            "| environment | tried with | what called it | result |\n|---|---|---|---|\n\
             | browser | Chromium 156 | page | works |\n\
             | Vite | Vite 8.3.8 | build; worker | works |\n\
             | Vite | Vite 8.3.8 | page under a policy | throws |\n"
        );
        assert!(render("[]").is_err());
    }

    #[test]
    fn rows_that_did_not_run_are_not_compared() {
        let ran = "| Angular | 22 | works |\n| Vite | 8 | works |\n";
        let all = "| Angular | 22 | works |\n| Astro | 7 | works |\n| Vite | 8 | works |\n";
        assert_eq!(comparable(ran, &["Astro"]), comparable(all, &["Astro"]));
        assert_ne!(comparable(ran, &[]), comparable(all, &[]));
        assert_ne!(comparable(ran, &["Astr"]), comparable(all, &["Astr"]));
        assert_ne!(
            comparable("| Vite | 8 |\n", &["Astro"]),
            comparable(ran, &["Astro"])
        );
    }

    #[test]
    fn a_table_is_outdated_unless_only_the_machine_differs() {
        let shown = |table| with_section(&format!("a\n{BEGIN}\nold\n{END}\nb\n"), table).unwrap();
        let ours = comparable(&shown("| Node.js 20.20, esbuild 0.28.2 | works |\n"), &[]);
        let same = |table| comparable(&shown(table), &[]) == ours;
        assert!(same("| Node.js 24, esbuild 0.28.2 | works |\n"));
        assert!(!same("| Node.js 20.20, esbuild 0.28.3 | works |\n"));
        assert!(!same("| Node.js 20.20, esbuild 0.28.2 | throws |\n"));
        assert_eq!(
            comparable("| Firefox 153 |\n| WebKitGTK 2.50 |\n", &[]),
            comparable("| Firefox 168 |\n| WebKitGTK 2.52 |\n", &[])
        );
        assert!(with_section("no marks", "").is_err());
    }
}
