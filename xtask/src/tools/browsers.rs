//! Browsers, their drivers, and shells. They cannot be installed into the project's folder: either
//! the machine has them, or they are installed as Debian packages.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::ui;

/// A program installed on the machine.
#[derive(Debug)]
pub(crate) struct Program {
    title: &'static str,
    /// The environment variable for the path of the executable: it overrides the search, and passes
    /// the result to the tests.
    variable: &'static str,
    names: &'static [&'static str],
    /// The Debian package.
    package: &'static str,
}

pub(crate) const CHROMIUM: Program = Program {
    title: "Chromium",
    variable: "CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ],
    package: "chromium",
};

pub(crate) const FIREFOX: Program = Program {
    title: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};

/// Starts the minimal browser of `WebKitGTK` that comes with the library.
pub(crate) const WEBKIT_DRIVER: Program = Program {
    title: "WebKitWebDriver",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    package: "webkit2gtk-driver",
};

/// `WebKitGTK` has no headless mode.
pub(crate) const XVFB: Program = Program {
    title: "Xvfb",
    variable: "XVFB",
    names: &["Xvfb"],
    package: "xvfb",
};

pub(crate) const ZSH: Program = Program {
    title: "zsh",
    variable: "ZSH_COMMAND",
    names: &["zsh"],
    package: "zsh",
};

pub(crate) const BUSYBOX: Program = Program {
    title: "BusyBox",
    variable: "BUSYBOX_COMMAND",
    names: &["busybox"],
    package: "busybox",
};

/// A program that was found: the variable for the tests, and the path.
pub(crate) type Found = (&'static str, OsString);

/// Finds the programs, and installs missing ones if possible.
pub(crate) fn ensure(project: &Project, programs: &[&Program]) -> Result<Vec<Found>> {
    let mut missing = Vec::new();
    for &program in programs {
        match program.find()? {
            Some(path) => ui::skip(format!("{} is {}", program.title, path.display())),
            None => missing.push(program),
        }
    }
    if !missing.is_empty() {
        install(project, &missing)?;
    }
    programs
        .iter()
        .map(|program| {
            let Program { title, package, .. } = program;
            let path = program.find()?.with_context(|| {
                format!("Debian's {package} was installed, but there is still no {title} on PATH")
            })?;
            Ok((program.variable, path.into()))
        })
        .collect()
}

impl Program {
    /// The path in the environment variable, or the first match on PATH.
    fn find(&self) -> Result<Option<PathBuf>> {
        let Self { variable, .. } = self;
        if let Some(path) = env::var_os(variable).map(PathBuf::from) {
            if !path.is_file() {
                bail!(
                    "the environment variable {variable} is set to `{}`, which is not a file",
                    path.display()
                );
            }
            return Ok(Some(path));
        }
        let path = env::var_os("PATH").unwrap_or_default();
        Ok(self
            .names
            .iter()
            .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
            .find(|candidate| candidate.is_file()))
    }
}

fn install(project: &Project, programs: &[&Program]) -> Result<()> {
    let list = |text: fn(&Program) -> &str, separator: &str| {
        let texts: Vec<&str> = programs.iter().map(|program| text(program)).collect();
        texts.join(separator)
    };
    let titles = list(|program| program.title, " and no ");
    let packages = list(|program| program.package, " ");
    let variables = list(|program| program.variable, ", ");
    let how = format!(
        "Install what is missing (Debian: `apt-get install {packages}`), or name the executable by an environment variable \
         ({variables}), and run this again"
    );

    if !Path::new("/etc/debian_version").exists() {
        bail!("{titles} not found on this machine. {how}");
    }
    let sh = &project.sh;
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
        bail!("{titles} not found on this machine, and installing needs root. {how}");
    };

    ui::step(format!("installing from Debian: {packages}"));
    // Others may be installing something at the moment.
    let patient = ["-o", "Acquire::Retries=4", "-o", "DPkg::Lock::Timeout=300"];
    super::run_twice(&cmd!(sh, "env {sudo...} apt-get {patient...} update -qq"))
        .context("`apt-get update` failed")?;
    let packages = programs.iter().map(|program| program.package);
    let install = cmd!(
        sh,
        "env {sudo...} env DEBIAN_FRONTEND=noninteractive apt-get {patient...} install -y -qq --no-install-recommends {packages...}"
    );
    super::run_twice(&install.ignore_stdout()).context(how)
}
