//! Type checks for users of the installed package and of the package's own sources; publint and
//! attw check the manifest.

use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::node_tests::{Summary, files_ending_with};
use crate::package::Package;
use crate::project::Project;
use crate::{consumer, ui};

/// How users' projects resolve a package's types: `module` and `moduleResolution`.
const MODULE_SETTINGS: [(&str, &str); 3] = [
    ("node16", "node16"),
    ("nodenext", "nodenext"),
    ("preserve", "bundler"),
];

const USER_OPTIONS: [&str; 7] = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
];

/// Excludes what cannot be loaded with `require()`: the modules as files, which are for bundlers and
/// Workers, and the editor with its worker and Monaco, which are for browsers. Does not fetch
/// `@types`, which would need a network.
const ATTW_OPTIONS: [&str; 10] = [
    "--no-definitely-typed",
    "--no-emoji",
    "--exclude-entrypoints",
    "module.wasm",
    "core.wasm",
    "editor",
    "editor-worker.js",
    "react",
    "monaco",
    "slim/monaco",
];

const TYPED: [&str; 3] = [".ts", ".mts", ".cts"];

pub(super) fn run(project: &Project, package: &Package) -> Result<Summary> {
    let sh = &project.sh;
    let mut passed = 0;
    let mut failed = 0;
    let mut check = |name: &str, command: Cmd<'_>| -> Result<()> {
        ui::step(name);
        if ui::run_and_read(command.quiet(), |_| ())? {
            passed += 1;
        } else {
            failed += 1;
        }
        Ok(())
    };

    let tests = project.root.join("tests/js/types");
    if files_ending_with(&tests, &TYPED)?.is_empty() {
        ui::skip("no files in tests/js/types");
    } else {
        let consumer = consumer::create(project, package, "types")?;
        consumer::copy_folder(&tests, &consumer.join("types"))?;
        let files = &files_ending_with(&consumer.join("types"), &TYPED)?;
        for (module, resolution) in MODULE_SETTINGS {
            let tsc = cmd!(
                sh,
                "tsc {USER_OPTIONS...} --module {module} --moduleResolution {resolution} {files...}"
            );
            check(
                &format!("tsc: the installed package, module resolution {resolution}"),
                tsc,
            )?;
        }
    }

    check(
        "tsc: the package's own sources",
        cmd!(sh, "tsc --project xtask/js/types/tsconfig.json"),
    )?;
    check(
        "tsc: the command line, for Node",
        cmd!(sh, "tsc --project xtask/js/types/tsconfig.cli.json"),
    )?;
    check(
        "tsc: the page",
        cmd!(sh, "tsc --project xtask/js/types/tsconfig.www.json"),
    )?;
    let tarball = &package.tarball;
    check(
        "publint --strict: the manifest",
        cmd!(sh, "node xtask/js/publint.mjs {tarball}"),
    )?;
    check(
        "attw: the types at each entry",
        cmd!(sh, "attw {tarball} {ATTW_OPTIONS...}"),
    )?;
    Ok(Summary {
        text: format!("{passed} checks without errors, {failed} with errors"),
        passed: failed == 0,
    })
}
