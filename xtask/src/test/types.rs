//! What TypeScript says: to users of the installed package, and about the package's own sources.

use std::fs;

use anyhow::Result;
use xshell::{Cmd, cmd};

use super::Summary;
use crate::package::Package;
use crate::project::Project;
use crate::{consumer, ui};

/// How users' projects find a package's types.
const MODULE_SETTINGS: [&str; 3] = ["node16", "nodenext", "preserve"];

pub(super) fn run(project: &Project, package: &Package) -> Result<Summary> {
    let sh = &project.sh;
    let mut passed = 0;
    let mut failed = 0;
    let mut check = |name: &str, tsc: Cmd<'_>| -> Result<()> {
        ui::step(format!("tsc: {name}"));
        if ui::run_and_read(tsc.quiet(), |_| ())? {
            passed += 1;
        } else {
            failed += 1;
        }
        Ok(())
    };

    let tests = project.root.join("tests/js/types");
    if tests.is_dir() {
        let consumer = consumer::create(project, package, "types")?;
        consumer::copy_folder(&tests, &consumer.join("types"))?;
        let mut files = Vec::new();
        for entry in fs::read_dir(consumer.join("types"))? {
            let file = entry?.path();
            if file.extension().is_some_and(|extension| {
                ["ts", "mts", "cts"].iter().any(|typed| extension == *typed)
            }) {
                files.push(file);
            }
        }
        files.sort();
        let files = &files;
        for module in MODULE_SETTINGS {
            let resolution = if module == "preserve" {
                "bundler"
            } else {
                module
            };
            let options = [
                "--noEmit",
                "--strict",
                "--exactOptionalPropertyTypes",
                "--target",
                "es2022",
            ];
            let tsc = cmd!(
                sh,
                "tsc {options...} --lib es2022,dom --module {module} --moduleResolution {resolution} {files...}"
            );
            check(
                &format!("the installed package, module resolution {resolution}"),
                tsc,
            )?;
        }
    } else {
        ui::skip("there is no tests/js/types");
    }

    check(
        "the package's own sources",
        cmd!(sh, "tsc --project xtask/js/types/tsconfig.json"),
    )?;
    Ok(Summary {
        text: format!("tsc: {passed} settings without errors, {failed} with errors"),
        passed: failed == 0,
    })
}
