//! Ensures that each tool is installed in the right version; if that is impossible, says how to
//! install it.

mod browsers;
mod cargo_tools;
mod npm;
mod rust_target;

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use xshell::Cmd;

use self::browsers::{BUSYBOX, CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB, ZSH};
use crate::project::Project;
use crate::ui;

pub(crate) use self::browsers::Found;

/// Runs a command that needs other people's servers, and once more if it fails: the tools' own
/// attempts all fall into the same short outage.
pub(crate) fn run_twice(command: &Cmd<'_>) -> xshell::Result<()> {
    const PAUSE: Duration = Duration::from_secs(20);
    command.run().or_else(|error| {
        ui::caution(format!("{error}; trying once more"));
        thread::sleep(PAUSE);
        command.run()
    })
}

/// Tools for building the npm package.
pub(crate) fn for_package(project: &Project) -> Result<()> {
    rust_target::ensure(project)?;
    npm::ensure(project)?;
    cargo_tools::ensure_build_tools(project)
}

/// Tools for linting.
pub(crate) fn for_lint(project: &Project) -> Result<()> {
    rust_target::ensure(project)?;
    cargo_tools::ensure_cargo_deny(project)
}

/// Tools for fuzzing.
pub(crate) fn for_fuzzing(project: &Project) -> Result<()> {
    cargo_tools::ensure_cargo_fuzz(project)
}

/// Tools for mutation tests.
pub(crate) fn for_mutants(project: &Project) -> Result<()> {
    cargo_tools::ensure_cargo_mutants(project)
}

/// Chromium, which its tests drive directly.
pub(crate) fn chromium(project: &Project) -> Result<Vec<Found>> {
    browsers::ensure(project, &[&CHROMIUM])
}

/// Shells that run the output of `build --curl`. If they cannot be installed, their tests are
/// skipped.
pub(crate) fn shells(project: &Project) -> Vec<Found> {
    browsers::ensure(project, &[&ZSH, &BUSYBOX]).unwrap_or_else(|error| {
        ui::skip(format!("tests in some shells are skipped: {error:#}"));
        Vec::new()
    })
}

/// The browsers besides Chromium that the tests of an environment drive, by the names of their
/// files in `tests/js/compat`.
pub(crate) fn other_browsers(project: &Project, names: &[&str]) -> Result<Vec<Found>> {
    let firefox = names.contains(&"firefox");
    let mut programs = Vec::new();
    if firefox {
        programs.push(&FIREFOX);
    }
    if names.contains(&"webkit") {
        programs.extend([&WEBKIT_DRIVER, &XVFB]);
    }
    let found = browsers::ensure(project, &programs)?;
    if firefox {
        cargo_tools::ensure_geckodriver(project)?;
    }
    Ok(found)
}

/// The folder with the tools for `cargo xtask compat`.
pub(crate) fn environments(project: &Project) -> Result<PathBuf> {
    npm::ensure_environments(project)
}

/// A project of `tests/js/compat/frameworks`, with the packages that it is made of.
pub(crate) fn framework(project: &Project, name: &str) -> Result<()> {
    npm::ensure_framework(project, name)
}

/// `cargo xtask tools`
pub(crate) fn install_all(project: &Project) -> Result<()> {
    ui::step("tools");
    for_package(project)?;
    for_lint(project)?;
    chromium(project)?;
    Ok(())
}
