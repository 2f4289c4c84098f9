//! npm packages, as pinned by a lock file: for building and testing in the project's folder, for
//! `cargo xtask compat` in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::ui;

/// The same as `engines` in the published package.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Not `npm ci`: it requires the lock file's packages for all platforms, and not every registry has
/// those.
const ANY_PLATFORM: [&str; 3] = ["install", "--no-save", "--ignore-scripts"];

/// esbuild, wasm-opt, TypeScript, the browser driver, the benchmark's contenders.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    check_node(project)?;
    install(project, &project.root, &project.root, &["ci"])
}

/// Bundlers, frameworks and runtimes in which the package is tested: nearly a gigabyte, so they are
/// separate. Returns the folder that they are installed into.
pub(crate) fn ensure_environments(project: &Project) -> Result<PathBuf> {
    check_node(project)?;
    let folder = project.target.join("compat");
    let from = project.root.join("tests/js/compat");
    install(project, &from, &folder, &ANY_PLATFORM)?;
    Ok(folder)
}

/// A framework with a lock file of its own, in `compat/frameworks` next to those environments.
pub(crate) fn ensure_framework(project: &Project, name: &str) -> Result<()> {
    let from = project.root.join("tests/js/compat/frameworks").join(name);
    let into = project.target.join("compat/frameworks").join(name);
    install(project, &from, &into, &ANY_PLATFORM)
}

/// Installs the packages in the lock file of `from` into the folder `into`, unless they are
/// installed.
fn install(project: &Project, from: &Path, into: &Path, command: &[&str]) -> Result<()> {
    let shown = project.shown(from).to_string();
    let shown = if from == project.root { "." } else { &shown };
    let lock = fs::read(from.join("package-lock.json"))
        .with_context(|| format!("{shown}/package-lock.json"))?;
    // A copy of the lock file inside the folder that it describes: deleted with it, and outdated
    // with it.
    let stamp = into.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        ui::skip(format!("npm packages match {shown}/package-lock.json"));
        return Ok(());
    }

    ui::step(format!(
        "installing the npm packages of {shown}/package-lock.json"
    ));
    if from != into {
        fs::create_dir_all(into)?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(from.join(name), into.join(name))?;
        }
    }
    let sh = &project.sh;
    let command_line = cmd!(
        sh,
        "npm {command...} --prefix {into} --no-audit --no-fund --loglevel=error --fetch-retries=4"
    );
    super::run_twice(&command_line).with_context(|| {
        format!(
            "`npm {}` failed; it needs an npm registry",
            command.join(" ")
        )
    })?;
    fs::write(&stamp, lock)?;
    ui::done("npm packages");
    Ok(())
}

fn check_node(project: &Project) -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let how = format!(
        "Install Node.js {major}.{minor} or newer with npm (Debian 13: `apt-get install nodejs npm`; \
         anything older: https://nodejs.org/en/download), put it on PATH and run this again"
    );
    let sh = &project.sh;
    let Ok(version) = cmd!(sh, "node --version").quiet().ignore_stderr().read() else {
        bail!("Node.js was not found. {how}");
    };
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < OLDEST_NODE {
        bail!("Node.js {version} is too old. {how}");
    }
    if cmd!(sh, "npm --version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_err()
    {
        bail!("found Node.js {version} but no npm. {how}");
    }
    Ok(())
}
