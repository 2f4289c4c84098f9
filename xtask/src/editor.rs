//! `cargo xtask editor`: pictures of the editor, and what it does on the main thread.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;
use crate::site::{self, Api, Site};
use crate::{package, tools, ui};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write a picture of every state at four widths in both schemes to this folder
    #[arg(long, value_name = "FOLDER")]
    pictures: Option<PathBuf>,
    /// Only states whose names contain this text
    #[arg(long, value_name = "STATE", requires = "pictures")]
    only: Option<OsString>,
    /// Write the pictures that the READMEs show to docs/
    #[arg(long, conflicts_with = "pictures")]
    readme: bool,
    /// Fail if a budget is exceeded
    #[arg(long, conflicts_with_all = ["pictures", "readme"])]
    check: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let package = package::build(project)?;
    let chromium = tools::chromium(project)?;
    let folder = site::assemble(project, &package)?;
    let site = Site::start(project, &folder, &[0], Api::Sample)?;
    let (script, mut arguments) = match &args.pictures {
        Some(pictures) => ("pictures.mjs", vec![pictures.clone().into_os_string()]),
        None if args.readme => {
            let docs = project.root.join("docs");
            ("readme-picture.mjs", vec![docs.into_os_string()])
        }
        None => ("frames.mjs", Vec::new()),
    };
    arguments.extend(args.only.clone());
    if args.check {
        arguments.push("--check".into());
    }
    ui::step(format!("node xtask/editor/{script}"));
    let sh = &project.sh;
    cmd!(sh, "node xtask/editor/{script} {arguments...}")
        .quiet()
        .env("SITE_DIR", &folder)
        .env("SITE_URL", site.url())
        .envs(chromium)
        .run()?;
    Ok(())
}
