//! A Chromium for the browser tests. It is the one tool that cannot live in the project's folder.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::ui;

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

pub(crate) fn ensure(project: &Project) -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if !path.is_file() {
            bail!(
                "the environment variable CHROMIUM names `{}`, which is not a file",
                path.display()
            );
        }
        ui::skip(format!("Chromium is {} (CHROMIUM)", path.display()));
        return Ok(path);
    }
    if let Some(path) = on_path() {
        ui::skip(format!("Chromium is {}", path.display()));
        return Ok(path);
    }

    let sh = &project.sh;
    let how = "Install it (Debian: `apt-get install chromium`), or set the environment variable CHROMIUM \
               to the executable of a Chromium or Chrome, and run this again";
    if !Path::new("/etc/debian_version").exists() {
        bail!("there is no Chromium for the browser tests. {how}");
    }
    let sudo: &[&str] = if cmd!(sh, "id -u").quiet().read()? == "0" {
        &[]
    } else if cmd!(sh, "sudo -n true")
        .quiet()
        .ignore_stderr()
        .ignore_stdout()
        .run()
        .is_ok()
    {
        &["sudo", "-n"]
    } else {
        bail!("there is no Chromium for the browser tests, and installing it takes root. {how}");
    };

    ui::step("installing Debian's chromium");
    cmd!(sh, "env {sudo...} apt-get update -qq")
        .run()
        .context("`apt-get update` failed")?;
    cmd!(sh, "env {sudo...} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium")
        .ignore_stdout()
        .run()
        .context(how)?;
    on_path().context("Debian's chromium was installed, but there is still no `chromium` on PATH")
}

fn on_path() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    NAMES
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}
