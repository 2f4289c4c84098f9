//! `cargo xtask mutants`: applies small faults to the crate and checks whether a native test
//! detects them. A random sample, because all of them would take days.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::lock::Lock;
use crate::project::Project;
use crate::{tools, ui};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Approximate number of mutants; each takes about a minute
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    sample: usize,
    /// Seed of the sample: the same number selects the same mutants from the same sources
    #[arg(long, value_name = "NUMBER")]
    seed: Option<usize>,
}

pub(crate) fn run(project: &Project, args: &Args, lock: Lock) -> Result<()> {
    tools::for_mutants(project)?;
    // The rest works on a copy of the sources.
    drop(lock);
    let sh = &project.sh;
    let list = cmd!(sh, "cargo mutants --list --colors never")
        .read()
        .context("could not list the mutants")?;
    let all = list.lines().count();
    let seed = args.seed.map_or_else(random_seed, Ok)?;
    // Every n-th mutant, starting at a random one, so that every file is represented.
    let shards = shards(all, args.sample);
    let shard = format!("{}/{shards}", seed % shards);
    ui::step(format!(
        "one of {shards} of {all} mutants (--sample {} --seed {seed})",
        args.sample
    ));
    let output = &project.target;
    let command = cmd!(
        sh,
        "cargo mutants --output {output} --caught --sharding round-robin --shard {shard}"
    );
    if command.run().is_err() {
        bail!(
            "some mutants were missed; target/mutants.out lists them, with the output of each test. The seed was {seed}"
        );
    }
    Ok(())
}

/// The number of parts into which all mutants are divided; one part is the sample.
fn shards(all: usize, sample: usize) -> usize {
    (all / sample.max(1)).max(1)
}

/// A number that is short enough to type.
fn random_seed() -> Result<usize> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(usize::try_from(now.subsec_micros())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_at_least_as_large_as_asked_for_unless_there_are_fewer() {
        assert_eq!(shards(4630, 50), 92);
        assert_eq!(shards(100, 60), 1);
        assert_eq!(shards(10, 50), 1);
        assert_eq!(shards(10, 0), 10);
        assert_eq!(shards(0, 50), 1);
    }
}
