//! Makes sure that each tool is there, in the right version, and says how to get it where that is not possible.

mod cargo_tools;
mod chromium;
mod npm;
mod rust_target;

use std::path::PathBuf;

use anyhow::Result;

use crate::project::Project;
use crate::ui;

/// What it takes to build the npm package.
pub(crate) fn for_package(project: &Project) -> Result<()> {
    rust_target::ensure(project)?;
    npm::ensure(project)?;
    cargo_tools::ensure_build_tools(project)
}

/// What the lints take.
pub(crate) fn for_lint(project: &Project) -> Result<()> {
    rust_target::ensure(project)?;
    cargo_tools::ensure_cargo_deny(project)
}

/// A Chromium to drive.
pub(crate) fn browser(project: &Project) -> Result<PathBuf> {
    chromium::ensure(project)
}

/// The folder with the tools that `cargo xtask compat` tries the package in.
pub(crate) fn environments(project: &Project) -> Result<PathBuf> {
    npm::ensure_environments(project)
}

/// `cargo xtask tools`
pub(crate) fn install_all(project: &Project) -> Result<()> {
    ui::step("tools");
    for_package(project)?;
    for_lint(project)?;
    chromium::ensure(project)?;
    Ok(())
}
