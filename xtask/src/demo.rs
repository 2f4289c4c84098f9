//! `cargo xtask demo`: checks the samples in the terminal, then serves the editor.

use std::process::Command;

use anyhow::{Result, bail};
use xshell::cmd;

use crate::lock::Lock;
use crate::package::{self, Package};
use crate::project::Project;
use crate::site::{self, Api, Site};
use crate::ui;

/// The preferred port, then any free one.
const DEFAULT_PORTS: [u16; 2] = [8765, 0];

/// Exit codes of the command line.
const RIGHT: i32 = 0;
const WRONG: i32 = 1;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Print the results and stop
    #[arg(long)]
    once: bool,
    /// Serve on this port [default: 8765, or any free one]
    #[arg(long)]
    port: Option<u16>,
    /// Do not open the page in a browser
    #[arg(long)]
    no_open: bool,
}

pub(crate) fn run(project: &Project, args: &Args, lock: Lock) -> Result<()> {
    let package = package::build(project)?;
    print_verdicts(project, &package)?;
    if args.once {
        return Ok(());
    }

    let folder = site::assemble(project, &package)?;
    let ports = match args.port {
        Some(port) => vec![port],
        None => DEFAULT_PORTS.to_vec(),
    };
    let site = Site::start(project, &folder, &ports, Api::FromEnvironment)?;
    // Nothing is built from here on, so other commands need not wait until the server ends.
    drop(lock);
    let url = site.url();
    let api = if std::env::var_os(site::TOKEN).is_some_and(|token| !token.is_empty()) {
        "your account, whose token is in the environment"
    } else {
        "a sample API in memory"
    };
    anstream::println!(
        "\n{}The editor:{:#} {url}   (Ctrl-C stops it)\nIt opens and sends datamarts through a gateway to {api}.",
        ui::GOOD,
        ui::GOOD
    );
    if !args.no_open && ui::stdout_is_terminal() && has_desktop() {
        // Without a browser, the address above is enough.
        drop(open::that_detached(url));
    }
    site.wait()
}

/// Prints the packed command line's report on the samples. Some of them are meant to be wrong.
fn print_verdicts(project: &Project, package: &Package) -> Result<()> {
    ui::step("checking the sample datamarts");
    let command_line = package.folder.join("dist/cli.js");
    let sh = &project.sh;
    let command = cmd!(sh, "node {command_line} check www/samples --format pretty").quiet();
    match Command::from(command).status()?.code() {
        Some(RIGHT | WRONG) => Ok(()),
        _ => bail!("the package's command line failed"),
    }
}

fn has_desktop() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
