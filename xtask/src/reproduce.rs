//! `cargo xtask reproduce`: the same sources give the same tarball, byte for byte, in another
//! folder and from scratch.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::package::{self, Args};
use crate::project::Project;
use crate::{consumer, ui};

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let sh = &project.sh;
    // Untracked files are not compared. If the build uses one of them, the bytes differ, which
    // shows it.
    let changed = cmd!(sh, "git status --porcelain --untracked-files=no")
        .quiet()
        .read()?;
    if !changed.is_empty() {
        bail!(
            "some changes are not in HEAD, which is what is compared. Commit or stash them and try again:\n{changed}"
        );
    }
    let here = package::build_as(project, args)?;

    let other = Project::at(&check_out(project)?)?;
    let there = package::build_as(&other, args)?;

    ui::step("comparing");
    let (one, two) = (&here.tarball, &there.tarball);
    let (folder_one, folder_two) = (project.target.join("package"), other.target.join("package"));
    cmd!(
        sh,
        "node xtask/js/compare-packages.mjs {one} {folder_one} {two} {folder_two}"
    )
    .quiet()
    .run()
    .context("two builds of the same sources differ")?;
    Ok(())
}

/// Checks out HEAD in its own folder: other paths, an empty target folder, npm packages installed
/// anew. Only the tools are reused; their versions are pinned.
fn check_out(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("reproduce/another folder");
    ui::step(format!("checking out HEAD ({})", project.shown(&folder)));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let sh = &project.sh;
    let archive = folder.with_file_name("HEAD.tar");
    cmd!(sh, "git archive --format tar --output {archive} HEAD")
        .quiet()
        .run()?;
    cmd!(sh, "tar -x -f {archive} -C {folder}").quiet().run()?;
    fs::remove_file(&archive)?;
    copy_tools(project, &folder)?;
    Ok(folder)
}

fn copy_tools(project: &Project, checkout: &Path) -> Result<()> {
    let tools = project.tools();
    if tools.is_dir() {
        consumer::copy_folder(&tools, &checkout.join("target/tools"))?;
    }
    Ok(())
}
