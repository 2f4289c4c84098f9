//! `wasm-pack`, `wasm-bindgen`, `cargo-deny`, `cargo-fuzz`, `cargo-mutants` and `geckodriver`,
//! installed by `cargo install` into the project's own folder.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::ui;

const WASM_PACK: &str = "0.15.1";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_MUTANTS: &str = "27.1.0";
const GECKODRIVER: &str = "0.37.1";

/// These tools run for a moment but build for minutes: without optimisation the build takes half as
/// long.
const QUICK_BUILD: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

pub(crate) fn ensure_build_tools(project: &Project) -> Result<()> {
    // The glue and the module must come from exactly the same version.
    let wasm_bindgen = project.locked_version("wasm-bindgen")?;
    // Without default features: they add a test runner's TLS, which takes longer to build than the
    // tool itself.
    let only_the_tool = ["--no-default-features", "--bin", "wasm-bindgen"];
    install(
        project,
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &wasm_bindgen,
        &only_the_tool,
    )?;
    install(project, "wasm-pack", "wasm-pack", WASM_PACK, &[])?;
    remove_build_folder(project)
}

/// Takes one to three minutes, once; the lints need it in CI too.
pub(crate) fn ensure_cargo_deny(project: &Project) -> Result<()> {
    // Without default features: they fetch advisories, which git does as well (`deny.toml`).
    install(
        project,
        "cargo-deny",
        "cargo-deny",
        CARGO_DENY,
        &["--no-default-features"],
    )?;
    remove_build_folder(project)
}

/// Takes half a minute, once.
pub(crate) fn ensure_cargo_fuzz(project: &Project) -> Result<()> {
    install(project, "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, &[])?;
    remove_build_folder(project)
}

/// Takes two minutes, once.
pub(crate) fn ensure_cargo_mutants(project: &Project) -> Result<()> {
    install(
        project,
        "cargo-mutants",
        "cargo-mutants",
        CARGO_MUTANTS,
        &[],
    )?;
    remove_build_folder(project)
}

/// Takes a minute or two, once. Drives Firefox; Debian does not package it.
pub(crate) fn ensure_geckodriver(project: &Project) -> Result<()> {
    install(project, "geckodriver", "geckodriver", GECKODRIVER, &[])?;
    remove_build_folder(project)
}

/// Half a gigabyte that only an interrupted or failed installation can use.
fn remove_build_folder(project: &Project) -> Result<()> {
    let build = build_folder(project);
    if build.exists() {
        fs::remove_dir_all(build)?;
    }
    Ok(())
}

/// Shared by the tools, because they have many dependencies in common.
fn build_folder(project: &Project) -> PathBuf {
    project.tools().join("build")
}

fn install(
    project: &Project,
    program: &str,
    package: &str,
    version: &str,
    options: &[&str],
) -> Result<()> {
    let sh = &project.sh;
    // Some cargo subcommands print their version only when called through cargo.
    let version_command = if let Some(subcommand) = program.strip_prefix("cargo-") {
        cmd!(sh, "cargo {subcommand} --version")
    } else {
        cmd!(sh, "{program} --version")
    };
    let installed = version_command.quiet().ignore_stderr().read();
    // "wasm-bindgen 0.2.130"
    if installed.is_ok_and(|line| line.split_whitespace().nth(1) == Some(version)) {
        ui::skip(format!("{program} {version} is installed"));
        return Ok(());
    }

    ui::step(format!(
        "installing {program} {version} into {} (a few minutes)",
        project.shown(&project.tools())
    ));
    let root = project.tools();
    let build = build_folder(project);
    let cargo_install = |lock: &[&str]| {
        cmd!(sh, "cargo install --root {root} --target-dir {build} {lock...} {options...} --version {version} {package}")
            .envs(QUICK_BUILD)
            .run()
    };
    if cargo_install(&["--locked"]).is_err() {
        // The lock file of a release may list a version that a registry mirror does not have.
        ui::caution(format!(
            "{package} could not be installed with its own lock file; trying without it"
        ));
        cargo_install(&[]).with_context(|| {
            format!("`cargo install {package} --version {version}` failed. Install {program} {version} in another way, put it on PATH and try again")
        })?;
    }
    ui::done(format!("{program} {version}"));
    Ok(())
}
