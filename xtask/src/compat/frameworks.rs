//! Frameworks that have a project of their own in `tests/js/compat/frameworks`. They take long to
//! install and to build, so CI runs one group of them for each commit: the first eight hexadecimal
//! digits of its hash, modulo the number of groups.

use xshell::cmd;

use crate::project::Project;

const GROUPS: u32 = 3;

struct Framework {
    /// The folder, and the name of the test file in it.
    name: &'static str,
    /// The first cell of its rows in the table.
    row: &'static str,
    group: u32,
}

/// The groups take about the same time.
const FRAMEWORKS: [Framework; 5] = [
    Framework {
        name: "angular",
        row: "Angular",
        group: 0,
    },
    Framework {
        name: "nuxt",
        row: "Nuxt",
        group: 1,
    },
    Framework {
        name: "astro",
        row: "Astro",
        group: 2,
    },
    Framework {
        name: "react-router",
        row: "React Router",
        group: 2,
    },
    Framework {
        name: "sveltekit",
        row: "SvelteKit",
        group: 2,
    },
];

pub(super) fn all() -> impl Iterator<Item = &'static str> {
    FRAMEWORKS.iter().map(|framework| framework.name)
}

/// The frameworks among the names of test files.
pub(super) fn among(names: &[&str]) -> impl Iterator<Item = &'static str> {
    all().filter(|framework| names.contains(framework))
}

/// The first cells of the rows of all frameworks but these.
pub(super) fn rows_missing_without(names: &[&str]) -> Vec<&'static str> {
    let missing = FRAMEWORKS
        .iter()
        .filter(|framework| !names.contains(&framework.name));
    missing.map(|framework| framework.row).collect()
}

/// Whether the environment belongs to the group, or to none.
pub(super) fn is_in_group(name: &str, group: u32) -> bool {
    FRAMEWORKS
        .iter()
        .all(|framework| framework.name != name || framework.group == group)
}

/// The group of the checked-out commit; the first one outside a git repository.
pub(super) fn group_of_commit(project: &Project) -> u32 {
    let sh = &project.sh;
    let _root = sh.push_dir(&project.root);
    let hash = cmd!(sh, "git rev-parse HEAD").quiet().ignore_stderr();
    hash.read().map_or(0, |hash| group_of(&hash))
}

fn group_of(hash: &str) -> u32 {
    let digits = hash.get(..8).unwrap_or_default();
    u32::from_str_radix(digits, 16).unwrap_or_default() % GROUPS
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/js/compat/frameworks");

    #[test]
    fn each_framework_has_a_group_and_its_row() {
        let mut folders: Vec<String> = fs::read_dir(FOLDER)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        folders.sort();
        let mut names: Vec<&str> = all().collect();
        names.sort_unstable();
        assert_eq!(folders, names);

        for Framework { name, row, group } in &FRAMEWORKS {
            let test = Path::new(FOLDER)
                .join(name)
                .join(format!("{name}.test.mjs"));
            let test = fs::read_to_string(test).unwrap();
            let count = |text: String| test.matches(&text).count();
            let rows = count(format!("name: '{row}'"));
            assert!(
                rows > 0 && rows == count(format!("framework: '{name}'")),
                "{name}"
            );
            assert!(*group < GROUPS, "{name}");
        }
        for group in 0..GROUPS {
            assert!(all().any(|name| is_in_group(name, group)), "{group}");
        }
        assert!(is_in_group("vite", 1));
    }

    #[test]
    fn the_hash_selects_the_group() {
        assert_eq!(group_of("00000000ffffffffffffffffffffffffffffffff"), 0);
        assert_eq!(group_of("000000050000000000000000000000000000000"), 2);
        assert_eq!(group_of("ffffffff"), u32::MAX % GROUPS);
        assert_eq!(group_of(""), 0);
    }

    #[test]
    fn rows_of_frameworks_that_did_not_run_are_missing() {
        let names = ["vite", "angular", "nuxt", "react-router", "sveltekit"];
        assert_eq!(rows_missing_without(&names), ["Astro"]);
    }
}
