//! Node's own test runner, and the summary of a part of the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use xshell::Cmd;

use crate::ui;

/// Begins the runner's line about a test that has failed once (`tests/js/support/attempts.mjs`).
const SECOND_ATTEMPT: &str = "ℹ second attempt: ";

/// The summary of a part.
#[derive(Debug)]
pub(crate) struct Summary {
    pub(crate) text: String,
    pub(crate) passed: bool,
}

/// The test files of a folder, in order.
pub(crate) fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    files_ending_with(folder, &[".test.mjs", ".test.cjs"])
}

/// The files of a folder whose names have one of these endings, in order; empty if there is no such
/// folder.
pub(crate) fn files_ending_with(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| {
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        endings.iter().any(|ending| name.ends_with(ending))
    });
    files.sort();
    Ok(files)
}

/// Runs test files, printing their output as it comes, and reads the runner's counts.
pub(crate) fn run_files(files: &[PathBuf], limit: Duration, node: Cmd<'_>) -> Result<Summary> {
    if files.is_empty() {
        return Ok(Summary {
            text: "no test files".into(),
            passed: false,
        });
    }
    // Files are listed one by one: the runner of Node 20 does not support patterns.
    let node = node
        .args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-timeout={}", limit.as_millis()))
        .args(files)
        .quiet();
    let mut counts = Vec::new();
    let mut second_attempts = 0;
    let passed = ui::run_and_read(node, |line| {
        // "ℹ pass 12"
        if let Some((kind, number)) = line
            .strip_prefix("ℹ ")
            .and_then(|line| line.split_once(' '))
            && ["tests", "pass", "fail", "cancelled", "skipped", "todo"].contains(&kind)
        {
            counts.push(format!("{kind} {number}"));
        }
        if line.starts_with(SECOND_ATTEMPT) {
            second_attempts += 1;
        }
    })?;
    if second_attempts > 0 {
        counts.push(format!("{second_attempts} needed a second attempt"));
    }
    Ok(Summary {
        text: counts.join(", "),
        passed,
    })
}
