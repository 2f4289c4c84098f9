//! `cargo xtask fuzz`: libFuzzer on the oracles that `cargo xtask test` runs with seeds and generated inputs.

use std::fs;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::lock::Lock;
use crate::project::Project;
use crate::{tools, ui};

/// Larger inputs find little that smaller ones do not, and take longer;
/// `cargo xtask bench --growth` is for how work grows.
const LONGEST: &str = "-max_len=4096";

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Target to run, by the name of its file in `fuzz/fuzz_targets` [default: all, one after the
    /// other]
    target: Option<String>,
    /// Seconds to run each target
    #[arg(long, value_name = "NUMBER", default_value_t = 60)]
    seconds: u32,
    /// Run this many inputs instead, the same in each run of the same code: starts from the seeds
    /// alone, with a fixed random seed
    #[arg(long, value_name = "NUMBER", conflicts_with = "seconds")]
    runs: Option<u32>,
}

pub(crate) fn run(project: &Project, args: &Args, lock: Lock) -> Result<()> {
    let all = targets(project)?;
    let wanted = match &args.target {
        None => all,
        Some(target) if all.contains(target) => vec![target.clone()],
        Some(target) => bail!("no such target: `{target}`. Targets: {}", all.join(", ")),
    };
    tools::for_fuzzing(project)?;
    let mut commands = Vec::new();
    for target in &wanted {
        ui::step(format!("building the fuzz target {target}"));
        commands.push(prepare(project, target, args.runs.is_some())?);
    }
    // What runs from here on has its own folder.
    drop(lock);
    let mut failed = Vec::new();
    for (target, options) in wanted.iter().zip(commands) {
        let (amount, bounds) = match args.runs {
            Some(runs) => (
                format!("{runs} inputs"),
                vec![format!("-runs={runs}"), "-seed=1".to_owned()],
            ),
            None => (
                format!("{} seconds", args.seconds),
                vec![format!("-max_total_time={}", args.seconds)],
            ),
        };
        ui::step(format!("fuzzing {target} for {amount}"));
        let sh = &project.sh;
        if cmd!(
            sh,
            "cargo fuzz run {options...} {bounds...} -verbosity=0 -print_final_stats=1"
        )
        .run()
        .is_err()
        {
            failed.push(target.as_str());
        }
    }
    if !failed.is_empty() {
        bail!(
            "{} failed. The inputs are in target/fuzz/artifacts; add them to fuzz/seeds with the fix",
            failed.join(", ")
        );
    }
    Ok(())
}

/// The names of all targets, in order.
fn targets(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project.root.join("fuzz/fuzz_targets"))? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str());
        names.push(name.context("the name of a fuzz target")?.to_owned());
    }
    names.sort();
    Ok(names)
}

/// Builds a target; returns the arguments of `cargo fuzz run`, whose last ones are libFuzzer's.
fn prepare(project: &Project, target: &str, is_fresh: bool) -> Result<Vec<String>> {
    let sh = &project.sh;
    let folder = project.target.join("fuzz");
    let corpus = folder
        .join(if is_fresh { "fresh" } else { "corpus" })
        .join(target);
    if is_fresh && corpus.exists() {
        fs::remove_dir_all(&corpus)?;
    }
    let artifacts = folder.join("artifacts").join(target);
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&artifacts)?;
    // There is no `unsafe` code for a sanitizer to check, and without one a stable toolchain is
    // enough.
    let mut arguments = vec![
        "--sanitizer".into(),
        "none".into(),
        "--target-dir".into(),
        folder.join("build").display().to_string(),
    ];
    let build = &arguments;
    cmd!(sh, "cargo fuzz build {build...} {target}")
        .run()
        .context("the fuzz target does not build; it needs a C++ compiler (Debian: `apt-get install g++`)")?;
    // Findings are written to the first folder.
    arguments.extend([
        target.to_owned(),
        corpus.display().to_string(),
        format!("fuzz/seeds/{target}"),
        "--".to_owned(),
        LONGEST.to_owned(),
        format!("-dict=fuzz/dictionaries/{target}.dict"),
        format!("-artifact_prefix={}/", artifacts.display()),
        "-print_final_stats=1".to_owned(),
    ]);
    Ok(arguments)
}
