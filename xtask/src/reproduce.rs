//! `cargo xtask reproduce`: the same sources give the same tarball, byte for byte, in another folder and from nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::package::{self, Args};
use crate::project::Project;
use crate::{consumer, ui};

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let sh = &project.sh;
    // Files that git does not know are not compared. If the build takes one of them in, the bytes differ, which tells it.
    let changed = cmd!(sh, "git status --porcelain --untracked-files=no")
        .quiet()
        .read()?;
    if !changed.is_empty() {
        bail!(
            "there are changes that are not in HEAD, which is what would be compared. Commit or stash them and run this again:\n{changed}"
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

/// HEAD in a folder of its own: other paths, an empty target folder, npm packages installed anew. Only the tools are taken
/// over, whose versions are pinned.
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
