//! `cargo xtask <command>`: everything needed to build, test and measure this project.

mod advisories;
mod bench;
mod compat;
mod consumer;
mod demo;
mod editor;
mod fuzz;
mod lint;
mod lock;
mod mutants;
mod node_tests;
mod package;
mod project;
mod reproduce;
mod site;
mod size;
mod test;
mod tools;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::lock::Lock;
use crate::project::Project;

/// Builds, tests and measures datamart-validator. Each command installs what it needs first.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the sample datamarts in the terminal, then serve the editor page on a local port
    Demo(demo::Args),
    /// Run all tests: Rust, the packed npm package in Node, its types, the page in Chromium
    Test(test::Args),
    /// Run the packed package in every environment listed in its README, and update the table there
    Compat(compat::Args),
    /// Build the npm tarball
    Package(package::Args),
    /// Build the npm tarball here and in a clean checkout of HEAD, and fail if they differ
    Reproduce(package::Args),
    /// Benchmark the packed package against ajv, zod, valibot and joi, or with hostile inputs
    Bench(bench::Args),
    /// Run the packed package a million times in one process, and fail if its memory grows
    Soak(bench::SoakArgs),
    /// Measure the module, bundled programs and the tarball
    Size(size::Args),
    /// Check formatting, lints and dependencies
    Lint,
    /// Measure what the editor does on the main thread, or take pictures of it
    Editor(editor::Args),
    /// Run libFuzzer on the tests' oracles to find inputs that violate them
    Fuzz(fuzz::Args),
    /// Apply small faults to the crate, one at a time, and list those that no native test detects
    Mutants(mutants::Args),
    /// Install the tools that the other commands need
    Tools,
}

fn main() -> ExitCode {
    let command = Cli::parse().command;
    let outcome = Project::open().and_then(|project| {
        let lock = Lock::acquire(&project)?;
        match command {
            Command::Demo(args) => demo::run(&project, &args, lock),
            Command::Test(args) => test::run(&project, &args),
            Command::Compat(args) => compat::run(&project, &args),
            Command::Package(args) => package::run(&project, &args),
            Command::Reproduce(args) => reproduce::run(&project, &args),
            Command::Bench(args) => bench::run(&project, &args),
            Command::Soak(args) => bench::soak(&project, &args),
            Command::Size(args) => size::run(&project, &args),
            Command::Lint => lint::run(&project),
            Command::Editor(args) => editor::run(&project, &args),
            Command::Fuzz(args) => fuzz::run(&project, &args, lock),
            Command::Mutants(args) => mutants::run(&project, &args, lock),
            Command::Tools => tools::install_all(&project),
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            ui::failure(format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}
