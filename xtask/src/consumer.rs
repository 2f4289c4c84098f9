//! An empty project that installs the packed package, and nothing else, the way a user would.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::package::Package;
use crate::project::Project;
use crate::ui;

/// Recreates the project in `target/tests/<name>`.
pub(crate) fn create(project: &Project, package: &Package, name: &str) -> Result<PathBuf> {
    let folder = project.target.join("tests").join(name);
    create_in(project, package, &folder)?;
    Ok(folder)
}

/// Recreates the project in a folder, which must be inside the checkout so that Node finds the
/// tools above it.
pub(crate) fn create_in(project: &Project, package: &Package, folder: &Path) -> Result<()> {
    ui::step(format!(
        "installing the tarball into an empty project ({})",
        project.shown(folder)
    ));
    let sh = &project.sh;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let manifest = serde_json::json!({ "name": "consumer", "private": true, "type": "module" });
    fs::write(
        folder.join("package.json"),
        serde_json::to_string_pretty(&manifest)?,
    )?;

    let tarball = &package.tarball;
    cmd!(
        sh,
        "npm install --prefix {folder} --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error {tarball}"
    )
    .quiet()
    .ignore_stdout()
    .run()
    .context("the tarball could not be installed")?;
    Ok(())
}

/// Copies a folder recursively.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), &copy).with_context(|| copy.display().to_string())?;
        }
    }
    Ok(())
}
