//! `cargo xtask test`: all tests, part by part. A part that fails does not stop the others.

mod browser;
mod node;
mod rust;
mod types;

use anyhow::{Result, anyhow, bail};
use clap::ValueEnum;

use crate::node_tests::Summary;
use crate::package::{self, Package};
use crate::project::Project;
use crate::{compat, ui};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Run only this part; may be repeated
    #[arg(long, value_enum)]
    part: Vec<Part>,
    /// The same as `--part rust`
    #[arg(long, conflicts_with = "part")]
    rust_only: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// cargo test
    Rust,
    /// The packed package in Node, imported and required
    Node,
    /// The package's type declarations, the types of its own sources and of the page, publint and
    /// attw
    Types,
    /// The page and the package in headless Chromium
    Browser,
    /// The packed package in the environments that take seconds; `cargo xtask compat` covers all of
    /// them
    Compat,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let wanted = |part: &Part| match args.part.as_slice() {
        _ if args.rust_only => *part == Part::Rust,
        [] => true,
        named => named.contains(part),
    };
    let parts: Vec<Part> = Part::value_variants()
        .iter()
        .copied()
        .filter(wanted)
        .collect();

    let mut package = None;
    let mut summaries = Vec::new();
    for part in parts {
        let outcome = match part {
            Part::Rust => rust::run(project),
            // The other parts share one build of the packed package.
            _ => match package.get_or_insert_with(|| {
                package::build(project).map_err(|error| format!("{error:#}"))
            }) {
                Ok(package) => run_on_package(project, package, part),
                Err(error) => Err(anyhow!("the package does not build: {error}")),
            },
        };
        let summary = outcome.unwrap_or_else(|error| Summary {
            text: format!("not run: {error:#}"),
            passed: false,
        });
        summaries.push((part, summary));
    }

    anstream::println!();
    for (part, Summary { text, passed }) in &summaries {
        let style = if *passed { ui::GOOD } else { ui::BAD };
        let name = format!("{part:?}").to_lowercase();
        anstream::println!("{style}{name:<8}{style:#} {text}");
    }
    if summaries.iter().any(|(_, summary)| !summary.passed) {
        bail!("some tests failed");
    }
    Ok(())
}

fn run_on_package(project: &Project, package: &Package, part: Part) -> Result<Summary> {
    match part {
        Part::Rust => rust::run(project),
        Part::Node => node::run(project, package),
        Part::Types => types::run(project, package),
        Part::Browser => browser::run(project, package),
        Part::Compat => compat::run_quick(project, package),
    }
}
