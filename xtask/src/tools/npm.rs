//! The npm packages that `package-lock.json` pins: esbuild, wasm-opt, TypeScript, the browser driver, the benchmark's peers.

use std::fs;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::ui;

/// The same as `engines` in the package that users install.
const OLDEST_NODE: (u32, u32) = (20, 19);

pub(crate) fn ensure(project: &Project) -> Result<()> {
    check_node(project)?;

    let lock = fs::read(project.root.join("package-lock.json")).context("package-lock.json")?;
    // A copy of the lock file, inside the folder that it describes: gone with it, and out of date with it.
    let stamp = project.root.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        ui::skip("npm packages are as package-lock.json names them");
        return Ok(());
    }

    ui::step("installing the npm packages of package-lock.json");
    let sh = &project.sh;
    cmd!(sh, "npm ci --no-audit --no-fund")
        .run()
        .context("`npm ci` failed; it needs an npm registry")?;
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
        bail!("there is no Node.js. {how}");
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
        bail!("there is a Node.js {version} but no npm. {how}");
    }
    Ok(())
}
