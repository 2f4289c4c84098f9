//! `cargo xtask size`: the size of the package on disk and compressed.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::{consumer, package};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Fail if something exceeds its budget
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let package = package::build(project)?;
    let consumer = consumer::create(project, &package, "size")?;
    let sh = &project.sh;
    let tarball = &package.tarball;
    let check = args.check.then_some("--check");
    cmd!(sh, "node xtask/js/size.mjs {consumer} {tarball} {check...}")
        .quiet()
        .run()
        .context("over a budget")?;
    Ok(())
}
