//! `cargo xtask mutants`: puts small faults into the crate and shows those that no native test notices. It takes a random sample,
//! because all of them would take days.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::lock::Lock;
use crate::project::Project;
use crate::{tools, ui};

/// Which tests the mutants meet that have survived so far, and which of them not yet: the fixtures
/// detect most mutants within a second.
const PASSES: [(&str, &[&str], &[&str]); 3] = [
    (
        "the fixtures",
        &["--test=rust"],
        &[
            "base_url::",
            "output::",
            "positions::",
            "properties::",
            "round_trip::",
            "run_oracles::",
            "sql_differential::",
            "inputs_beyond_the_limits_have_one_issue",
            "an_incomplete_datamart_is_not_another_document",
        ],
    ),
    (
        "the unit tests and most properties",
        &["--lib", "--test=rust"],
        &[
            "any_datamart",
            "any_sequence_of_pieces",
            "differences_are_explained",
            "fix_properties::",
            "growth::",
            "inputs_beyond_the_limits_have_one_issue",
            "large_inputs_take_linear_time",
            "one_long_name_in_every_suggestion",
            "run_oracles::",
        ],
    ),
    ("every test", &["--lib", "--test=rust"], &[]),
];

/// What cargo-mutants returns when mutants were missed, and when the tests of some did not end.
const NOT_ALL_CAUGHT: [i32; 2] = [2, 3];

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// About how many mutants
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    sample: usize,
    /// Selects the sample: the same number selects the same mutants of the same sources
    #[arg(long, value_name = "NUMBER")]
    seed: Option<usize>,
    /// All mutants whose name contains this, instead of a sample; `cargo mutants --list` prints names
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["sample", "seed"])]
    only: Option<String>,
    /// Change the sources of this checkout, one at a time, instead of a copy: nothing is built anew, but nobody may edit them meanwhile
    #[arg(long)]
    in_place: bool,
}

/// What became of the mutants of one pass; their names.
#[derive(Debug, Default)]
struct Outcome {
    caught: Vec<String>,
    missed: Vec<String>,
}

pub(crate) fn run(project: &Project, args: &Args, lock: Lock) -> Result<()> {
    tools::for_mutants(project)?;
    if args.in_place {
        require_committed_sources(project)?;
    }
    drop(lock);
    let sh = &project.sh;
    let list = cmd!(sh, "cargo mutants --list --colors never")
        .read()
        .context("could not list the mutants")?;
    let all: Vec<_> = list.lines().collect();
    let (mut missed, mut selection, shown) = match &args.only {
        Some(text) => {
            let names = all.iter().filter(|name| name.contains(text.as_str()));
            let names: Vec<String> = names.map(|name| (*name).to_owned()).collect();
            let selection = select(&all, &names);
            (names, selection, String::new())
        }
        None => sample(&all, args)?,
    };
    let mut caught = 0;
    for (tests, targets, skipped) in PASSES {
        if missed.is_empty() {
            break;
        }
        ui::step(format!("{} mutants and {tests}", missed.len()));
        let mut outcome = pass(project, args, &selection, targets, skipped)?;
        outcome.caught.retain(|name| missed.contains(name));
        outcome.missed.retain(|name| missed.contains(name));
        caught += outcome.caught.len();
        missed = outcome.missed;
        selection = select(&all, &missed);
    }
    let total = caught + missed.len();
    ui::done(format!("{caught} of {total} mutants were caught{shown}"));
    if !missed.is_empty() {
        for name in &missed {
            ui::caution(name);
        }
        bail!(
            "{} mutants were missed; target/mutants.out/diff has each as a patch",
            missed.len()
        );
    }
    Ok(())
}

/// The mutants of the sample, the options that select them, and how a person selects them again.
fn sample(all: &[&str], args: &Args) -> Result<(Vec<String>, Vec<String>, String)> {
    let seed = args.seed.map_or_else(random_seed, Ok)?;
    // Every n-th mutant, starting at a random one, so that every file is represented.
    let shards = shards(all.len(), args.sample);
    let first = seed % shards;
    let names = all.iter().skip(first).step_by(shards);
    let shown = format!(" (--sample {} --seed {seed})", args.sample);
    ui::step(format!("one of {shards} of {} mutants{shown}", all.len()));
    let shard = format!("{first}/{shards}");
    let options = ["--sharding", "round-robin", "--shard", &shard].map(str::to_owned);
    Ok((
        names.map(|name| (*name).to_owned()).collect(),
        options.into(),
        shown,
    ))
}

/// The options that select mutants by their names. cargo-mutants 27.1 does not apply `--re` to
/// mutants that delete a field: leaving out the other files keeps these few.
fn select(all: &[&str], names: &[String]) -> Vec<String> {
    let file = |name: &str| name.split(':').next().unwrap_or_default().to_owned();
    let mut others: BTreeSet<_> = all.iter().map(|name| file(name)).collect();
    let mut options = Vec::new();
    for name in names {
        others.remove(&file(name));
        options.extend(["--re".to_owned(), format!("^{}$", escaped(name))]);
    }
    options.extend(
        others
            .into_iter()
            .flat_map(|file| ["--exclude".to_owned(), file]),
    );
    options
}

/// Runs cargo-mutants on what is selected.
fn pass(
    project: &Project,
    args: &Args,
    selection: &[String],
    targets: &[&str],
    skipped: &[&str],
) -> Result<Outcome> {
    let sh = &project.sh;
    let output = &project.target;
    let targets = targets.iter().map(|target| format!("--cargo-arg={target}"));
    let skipped = skipped.iter().flat_map(|test| ["--skip", test]);
    let place = args.in_place.then_some("--in-place");
    let command = cmd!(
        sh,
        "cargo mutants --output {output} --caught {place...} {selection...} {targets...} -- -- {skipped...}"
    )
    // The smallest form of what shows a fault is of no use here.
    .env("PROPTEST_MAX_SHRINK_ITERS", "0");
    let status = Command::from(command).status()?;
    let is_complete = status.success()
        || status
            .code()
            .is_some_and(|code| NOT_ALL_CAUGHT.contains(&code));
    if !is_complete {
        bail!(
            "cargo-mutants failed ({status}); target/mutants.out/log has the output of each test"
        );
    }
    let names = |files: &[&str]| -> Result<Vec<String>> {
        let mut names = Vec::new();
        for file in files {
            let text = fs::read_to_string(output.join("mutants.out").join(file))?;
            names.extend(text.lines().map(str::to_owned));
        }
        Ok(names)
    };
    Ok(Outcome {
        // A test that never ends fails too.
        caught: names(&["caught.txt", "timeout.txt"])?,
        missed: names(&["missed.txt"])?,
    })
}

/// In place, a mutant that stays behind after an interruption must not be taken for somebody's work, nor the other way round.
fn require_committed_sources(project: &Project) -> Result<()> {
    let sh = &project.sh;
    let changed = cmd!(sh, "git status --porcelain -- src").read()?;
    if !changed.is_empty() {
        bail!("`--in-place` needs sources without uncommitted changes:\n{changed}");
    }
    Ok(())
}

/// The regular expression that matches this text only.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        if r"\.+*?()|[]{}^$".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

/// How many parts to divide the mutants into, so that one part is the sample.
fn shards(all: usize, sample: usize) -> usize {
    (all / sample.max(1)).max(1)
}

/// A number that a person can type.
fn random_seed() -> Result<usize> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(usize::try_from(now.subsec_micros())?)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_sample_has_at_least_the_requested_size_unless_there_are_fewer() {
        assert_eq!(shards(4630, 50), 92);
        assert_eq!(shards(100, 60), 1);
        assert_eq!(shards(10, 50), 1);
        assert_eq!(shards(10, 0), 10);
        assert_eq!(shards(0, 50), 1);
    }

    #[test]
    fn a_name_is_selected_as_it_is() {
        let name = "src/a.rs:1:2: replace || with && in <impl A for B<'_>>::c(d)";
        assert_eq!(
            escaped(name),
            r"src/a\.rs:1:2: replace \|\| with && in <impl A for B<'_>>::c\(d\)"
        );
    }

    #[test]
    fn skipped_samples_exist() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut sources = String::new();
        for entry in fs::read_dir(root.join("tests/rust")).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                sources += &fs::read_to_string(path).unwrap();
            }
        }
        let folders = ["tests/rust", "src/sql"].map(|folder| root.join(folder));
        for test in PASSES.into_iter().flat_map(|(.., skipped)| skipped) {
            let exists = match test.strip_suffix("::") {
                Some(module) => folders
                    .iter()
                    .any(|folder| folder.join(format!("{module}.rs")).exists()),
                None => sources.contains(&format!("fn {test}(")),
            };
            assert!(exists, "{test}");
        }
    }
}
