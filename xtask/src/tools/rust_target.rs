//! The standard library for `wasm32-unknown-unknown`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;
use crate::ui;

const TARGET: &str = "wasm32-unknown-unknown";

pub(crate) fn ensure(project: &Project) -> Result<()> {
    let sh = &project.sh;
    // Checks the folder, not `rustup target list`: a distribution's Rust has no rustup.
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib")
        .is_dir()
    {
        ui::skip(format!("Rust target {TARGET} is installed"));
        return Ok(());
    }
    if cmd!(sh, "rustup --version")
        .quiet()
        .ignore_stderr()
        .read()
        .is_err()
    {
        bail!(
            "the Rust target {TARGET} is missing, and there is no rustup to add it.\n\
             Install Rust by https://rustup.rs and run this again, or install your distribution's package for it\n\
             (Debian: `apt-get install libstd-rust-dev-wasm32`)."
        );
    }
    ui::step(format!("adding the Rust target {TARGET}"));
    super::run_twice(&cmd!(sh, "rustup target add {TARGET}"))
        .with_context(|| format!("`rustup target add {TARGET}` failed"))?;
    ui::done(format!("Rust target {TARGET}"));
    Ok(())
}
