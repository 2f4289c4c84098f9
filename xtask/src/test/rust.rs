//! `cargo test`, with the counts of all test binaries added up.

use anyhow::Result;
use xshell::cmd;

use crate::node_tests::Summary;
use crate::project::Project;
use crate::ui;

pub(super) fn run(project: &Project) -> Result<Summary> {
    ui::step("cargo test");
    let sh = &project.sh;
    let (mut passed, mut failed, mut ignored) = (0, 0, 0);
    let success = ui::run_and_read(cmd!(sh, "cargo test --workspace --no-fail-fast"), |line| {
        // "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s"
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        let words: Vec<&str> = counts
            .split([' ', ';'])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let [number, kind] = pair else { continue };
            let Ok(number) = number.parse::<usize>() else {
                continue;
            };
            match *kind {
                "passed" => passed += number,
                "failed" => failed += number,
                "ignored" => ignored += number,
                _ => {}
            }
        }
    })?;
    let verdict = match (success, failed) {
        (true, 0) => "ok",
        (false, 0) => "FAILED (a test binary did not build or did not finish)",
        _ => "FAILED",
    };
    Ok(Summary {
        text: format!(
            "test result: {verdict}. {passed} passed; {failed} failed; {ignored} ignored"
        ),
        passed: success,
    })
}
