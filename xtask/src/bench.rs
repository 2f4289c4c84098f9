//! `cargo xtask bench` measures the packed package in Node: against schema libraries for the same
//! shape and SQL parsers for the same work, or on its own, for its start-up or for hostile inputs.
//! `cargo xtask soak` runs it for a long time.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::{consumer, package, tools, ui};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Show how work and output grow with hostile inputs instead: all shapes, or those whose names
    /// contain one of the given texts
    #[arg(long, conflicts_with = "json", value_name = "SHAPE", num_args = 0..)]
    growth: Option<Vec<OsString>>,
    /// Also write the results to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measure only the start, split into import, decoding, compiling, instantiating and first run:
    /// in Node, and in Chromium slowed down four times
    #[arg(long, conflicts_with = "growth")]
    start: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SoakArgs {
    /// Number of validations
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000_000)]
    validations: u32,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if let Some(shapes) = &args.growth {
        return run_script(project, "growth.mjs", shapes, Vec::new());
    }
    let json = args.json.iter();
    let json: Vec<OsString> = json
        .flat_map(|file| ["--json".into(), file.into()])
        .collect();
    if args.start {
        let chromium = tools::chromium(project)?;
        return run_script(project, "start/index.mjs", &json, chromium);
    }
    run_script(project, "bench.mjs", &json, Vec::new())
}

pub(crate) fn soak(project: &Project, args: &SoakArgs) -> Result<()> {
    let validations = args.validations.to_string().into();
    run_script(project, "soak.mjs", &[validations], Vec::new())
}

/// Runs a script of `xtask/bench` on the packed package.
fn run_script(
    project: &Project,
    name: &str,
    arguments: &[OsString],
    variables: Vec<(&'static str, OsString)>,
) -> Result<()> {
    let package = package::build(project)?;
    let consumer = consumer::create(project, &package, "bench")?;
    // Inside the consumer project, the scripts import the installed package by name.
    let bench = consumer.join("bench");
    consumer::copy_folder(&project.root.join("xtask/bench"), &bench)?;
    // The helper that starts a browser is shared with the tests.
    consumer::copy_folder(
        &project.root.join("tests/js/support"),
        &bench.join("support"),
    )?;

    ui::step(name);
    let sh = &project.sh;
    let script = bench.join(name);
    cmd!(sh, "node --expose-gc {script} {arguments...}")
        .envs(variables)
        .quiet()
        .run()
        .with_context(|| format!("{name} failed"))
}
