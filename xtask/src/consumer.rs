//! An empty project that installs the packed package as a user would, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::package::Package;
use crate::project::Project;
use crate::ui;

/// Makes the project anew in `target/tests/<name>`.
pub(crate) fn create(project: &Project, package: &Package, name: &str) -> Result<PathBuf> {
    let folder = project.target.join("tests").join(name);
    create_in(project, package, &folder)?;
    Ok(folder)
}

/// Makes the project anew in a folder, which has to be inside the checkout, so that Node finds the tools above it.
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
    .context("the tarball does not install")?;
    Ok(())
}

/// Copies a folder with everything in it.
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
