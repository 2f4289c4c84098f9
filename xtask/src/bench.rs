//! `cargo xtask bench`: the packed package in Node, beside schema libraries for the same shape, and beside those with an SQL
//! parser for the same work.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::{consumer, package, ui};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Also write the results to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let package = package::build(project)?;
    let consumer = consumer::create(project, &package, "bench")?;
    // Inside the consumer, the benchmark imports the installed package by its name.
    consumer::copy_folder(&project.root.join("xtask/bench"), &consumer.join("bench"))?;

    ui::step("benchmark");
    let sh = &project.sh;
    let script = consumer.join("bench/bench.mjs");
    let json: Vec<_> = args
        .json
        .iter()
        .flat_map(|file| ["--json".into(), file.clone().into_os_string()])
        .collect();
    cmd!(sh, "node {script} {json...}")
        .quiet()
        .run()
        .context("the benchmark failed")?;
    Ok(())
}
