//! `node --test` on the packed package, in a project that has installed it.

use std::time::Duration;

use anyhow::Result;
use xshell::cmd;

use crate::node_tests::{self, Summary};
use crate::package::Package;
use crate::project::Project;
use crate::{consumer, tools, ui};

/// Far more than a test takes on a slow, busy machine.
const TEST_LIMIT: Duration = Duration::from_mins(30);

pub(super) fn run(project: &Project, package: &Package) -> Result<Summary> {
    let consumer = consumer::create(project, package, "consumer")?;
    // The tests are copied in, so that `datamart-validator` resolves to the installed package.
    for folder in ["tests/js", "tests/data", "xtask/bench/hostile"] {
        let from = project.root.join(folder);
        if from.is_dir() {
            consumer::copy_folder(&from, &consumer.join(folder))?;
        }
    }
    let files = node_tests::test_files(&consumer.join("tests/js/node"))?;
    ui::step("node --test (packed package in Node)");
    let sh = &project.sh;
    node_tests::run_files(
        &files,
        TEST_LIMIT,
        cmd!(sh, "node")
            .env("PACKAGE_DIR", &consumer)
            .envs(tools::shells(project)),
    )
}
