//! The page and the package in headless Chromium.

use std::num::NonZero;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use xshell::cmd;

use crate::node_tests::{self, Summary};
use crate::package::Package;
use crate::project::Project;
use crate::site::{self, Api, Site};
use crate::{tools, ui};

/// For one file: only what hangs takes longer, even on a machine that is ten times slower.
const TEST_LIMIT: Duration = Duration::from_mins(30);

pub(super) fn run(project: &Project, package: &Package) -> Result<Summary> {
    let files = node_tests::test_files(&project.root.join("tests/js/browser"))?;
    let chromium = tools::chromium(project)?;
    let folder = site::assemble(project, package)?;
    // The same server as in the demo, with the same headers.
    let site = Site::start(project, &folder, &[0], Api::Sample)?;

    ui::step("node --test (headless Chromium)");
    let sh = &project.sh;
    // Pages spend much of their time waiting.
    let files_at_once = thread::available_parallelism()
        .map_or(2, NonZero::get)
        .max(2)
        .to_string();
    let node = cmd!(sh, "node --test-concurrency={files_at_once}")
        .env("SITE_DIR", &folder)
        .env("SITE_URL", site.url())
        .envs(chromium)
        .env("PACKAGE_DIR", folder.with_file_name("tests").join("site"));
    node_tests::run_files(&files, TEST_LIMIT, node)
}
