//! `cargo xtask lint`: formatting, clippy on both targets, dependencies.

use anyhow::{Result, bail};
use xshell::{Cmd, cmd};

use crate::project::Project;
use crate::{advisories, tools, ui};

pub(crate) fn run(project: &Project) -> Result<()> {
    tools::for_lint(project)?;
    let sh = &project.sh;
    let mut failed = Vec::new();
    let mut check = |name: &'static str, command: Cmd<'_>| {
        ui::step(name);
        match command.run() {
            Ok(()) => ui::done(name),
            Err(_) => failed.push(name),
        }
    };

    check("formatting", cmd!(sh, "cargo fmt --all --check"));
    check(
        "formatting of the fuzz targets",
        cmd!(sh, "cargo fmt --manifest-path fuzz/Cargo.toml --check"),
    );
    check(
        "clippy",
        cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings"),
    );
    check(
        "clippy for wasm32",
        cmd!(
            sh,
            "cargo clippy --package datamart-validator --lib --target wasm32-unknown-unknown -- -D warnings"
        ),
    );
    check(
        "documentation",
        cmd!(sh, "cargo doc --package datamart-validator --lib --no-deps")
            .env("RUSTDOCFLAGS", "-D warnings"),
    );
    check(
        "licences, bans and sources",
        cmd!(sh, "cargo deny check licenses bans sources"),
    );

    if !advisories::check(project)? {
        failed.push("advisories");
    }

    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}
