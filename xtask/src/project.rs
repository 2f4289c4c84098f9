//! Paths of the project, and versions from its lock file.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The checkout that the commands work on.
#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    /// Build output and tools. Always inside the checkout, so that Node finds `node_modules` above
    /// it.
    pub(crate) target: PathBuf,
    /// Runs commands in `root`, with the project's own tools first on PATH.
    pub(crate) sh: Shell,
    packages: Value,
}

impl Project {
    /// The checkout that this command was built from.
    pub(crate) fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask is not inside a project")?;
        Self::at(root)
    }

    /// A checkout in any folder.
    pub(crate) fn at(root: &Path) -> Result<Self> {
        let root = root.to_path_buf();
        let target = root.join("target");

        let sh = Shell::new()?;
        sh.change_dir(&root);
        sh.set_var("PATH", search_path(&root, &target)?);

        let metadata = cmd!(sh, "cargo metadata --format-version 1")
            .quiet()
            .ignore_stderr()
            .read()
            .context("`cargo metadata` failed; run `cargo check` to see why")?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let packages = metadata.get("packages").cloned().unwrap_or_default();
        Ok(Self {
            root,
            target,
            sh,
            packages,
        })
    }

    /// The version of a package in the lock file.
    pub(crate) fn locked_version(&self, name: &str) -> Result<String> {
        self.packages
            .as_array()
            .into_iter()
            .flatten()
            .find(|package| package.get("name").and_then(Value::as_str) == Some(name))
            .and_then(|package| package.get("version")?.as_str())
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock does not contain `{name}`"))
    }

    /// This project's own version.
    pub(crate) fn version(&self) -> Result<String> {
        self.locked_version("datamart-validator")
    }

    /// The folders into which crates from registries are unpacked, each crate in its own subfolder.
    pub(crate) fn crate_sources(&self) -> BTreeSet<&Path> {
        self.packages
            .as_array()
            .into_iter()
            .flatten()
            .filter(|package| package.get("source").is_some_and(Value::is_string))
            .filter_map(|package| package.get("manifest_path")?.as_str())
            .filter_map(|manifest| Path::new(manifest).parent()?.parent())
            .collect()
    }

    /// The folder that `cargo install` puts tools into.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A path for display, relative to the project's root.
    pub(crate) fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

fn search_path(root: &Path, target: &Path) -> Result<OsString> {
    let mut folders = vec![target.join("tools/bin"), root.join("node_modules/.bin")];
    if let Some(path) = env::var_os("PATH") {
        folders.extend(env::split_paths(&path));
    }
    Ok(env::join_paths(folders)?)
}
