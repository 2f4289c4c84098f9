//! `node --test` on the packed package, in a project that has installed it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use xshell::{Cmd, cmd};

use super::{Summary, files_ending_with};
use crate::package::Package;
use crate::project::Project;
use crate::{consumer, tools, ui};

/// Far beyond what a test takes on a slow, busy machine.
const TEST_LIMIT: Duration = Duration::from_mins(3);

pub(super) fn run(project: &Project, package: &Package) -> Result<Summary> {
    let consumer = consumer::create(project, package, "consumer")?;
    // The tests are copied in, so that `datamart-validator` is the installed package to them.
    for folder in ["tests/js", "tests/data"] {
        let from = project.root.join(folder);
        if from.is_dir() {
            consumer::copy_folder(&from, &consumer.join(folder))?;
        }
    }
    let files = test_files(&consumer.join("tests/js/node"))?;
    ui::step("node --test (packed package in Node)");
    let sh = &project.sh;
    run_files(
        &files,
        TEST_LIMIT,
        cmd!(sh, "node")
            .env("PACKAGE_DIR", &consumer)
            .envs(tools::shells(project)),
    )
}

/// The test files of a folder, in order.
pub(crate) fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    files_ending_with(folder, &[".test.mjs", ".test.cjs"])
}

/// Runs Node's own test runner, which prints as it goes, and reads its counts.
pub(crate) fn run_files(files: &[PathBuf], limit: Duration, node: Cmd<'_>) -> Result<Summary> {
    if files.is_empty() {
        return Ok(Summary {
            text: "no test files".into(),
            passed: false,
        });
    }
    // Files are named one by one: the runner of Node 20 takes no patterns.
    let node = node
        .args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-timeout={}", limit.as_millis()))
        .args(files)
        .quiet();
    let mut counts = Vec::new();
    let passed = ui::run_and_read(node, |line| {
        // "ℹ pass 12"
        if let Some((kind, number)) = line
            .strip_prefix("ℹ ")
            .and_then(|line| line.split_once(' '))
            && ["tests", "pass", "fail", "cancelled", "skipped", "todo"].contains(&kind)
        {
            counts.push(format!("{kind} {number}"));
        }
    })?;
    Ok(Summary {
        text: counts.join(", "),
        passed,
    })
}
