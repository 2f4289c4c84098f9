//! `cargo xtask bench`: the packed package in Node, beside schema libraries for the same shape, and beside those with an SQL
//! parser for the same work; or by itself, with inputs that are made to take long. `cargo xtask soak`: for a long time.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::{consumer, package, ui};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Show how work and output grow with hostile inputs instead
    #[arg(long, conflicts_with = "json")]
    growth: bool,
    /// Also write the results to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SoakArgs {
    /// How many validations
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000_000)]
    validations: u32,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.growth {
        return run_script(project, "growth.mjs", &[]);
    }
    let json = args.json.iter();
    let json: Vec<OsString> = json
        .flat_map(|file| ["--json".into(), file.into()])
        .collect();
    run_script(project, "bench.mjs", &json)
}

pub(crate) fn soak(project: &Project, args: &SoakArgs) -> Result<()> {
    run_script(project, "soak.mjs", &[args.validations.to_string().into()])
}

/// Runs a script of `xtask/bench` on the packed package.
fn run_script(project: &Project, name: &str, arguments: &[OsString]) -> Result<()> {
    let package = package::build(project)?;
    let consumer = consumer::create(project, &package, "bench")?;
    // Inside the consumer, the scripts import the installed package by its name.
    consumer::copy_folder(&project.root.join("xtask/bench"), &consumer.join("bench"))?;

    ui::step(name);
    let sh = &project.sh;
    let script = consumer.join("bench").join(name);
    cmd!(sh, "node --expose-gc {script} {arguments...}")
        .quiet()
        .run()
        .with_context(|| format!("{name} failed"))
}
