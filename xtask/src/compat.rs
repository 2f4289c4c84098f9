//! `cargo xtask compat`: the packed package in every environment listed in the README. The tests in
//! `tests/js/compat/quick` take seconds and need no further tools, so `cargo xtask test` runs them
//! too; others are in `slow`, and those that install a framework of their own in `frameworks`.

mod frameworks;
mod table;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, bail};
use xshell::cmd;

use crate::node_tests::{self, Summary};
use crate::package::{self, Package};
use crate::project::Project;
use crate::site::{self, Api, Site};
use crate::{consumer, tools, ui};

/// For all environments of one file: `next build` twice, each with a second attempt, on a slow, busy
/// machine.
const TEST_LIMIT: Duration = Duration::from_mins(45);

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Run only these tests, by file name in tests/js/compat, such as `vite`; may be repeated
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Of the frameworks, run only the group that the hash of the commit selects
    #[arg(long, conflicts_with = "only", requires = "check")]
    rotate: bool,
    /// Write nothing, and fail if the table in the README differs from the results
    #[arg(long, conflicts_with = "only")]
    check: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let mut files = all_files(project)?;
    select(&mut files, &args.only)?;
    if args.rotate {
        let group = frameworks::group_of_commit(project);
        ui::skip(format!("frameworks of other groups than {group}"));
        files.retain(|file| frameworks::is_in_group(name_of(file), group));
    }
    // First, because not every machine can provide them and the rest takes long.
    let names: Vec<&str> = files.iter().map(|file| name_of(file)).collect();
    let browsers = tools::other_browsers(project, &names)?;
    let package = package::build(project)?;
    // The project is below the tools' folder, so that Node finds them from there.
    let folder = tools::environments(project)?.join("project");
    for framework in frameworks::among(&names) {
        tools::framework(project, framework)?;
    }
    let found = project.target.join("compat/environments.jsonl");
    if found.exists() {
        fs::remove_file(&found)?;
    }
    let mut variables = vec![("ENVIRONMENTS", found.clone().into())];
    // The tests of other browsers cover the editor page too; `cargo xtask test` covers it in
    // Chromium.
    let site = if browsers.is_empty() {
        None
    } else {
        let folder = site::assemble(project, &package)?;
        Some(Site::start(project, &folder, &[0], Api::Sample)?)
    };
    variables.extend(site.iter().map(|site| ("SITE_URL", site.url().into())));
    variables.extend(browsers);
    let summary = run_files(project, &package, &folder, &files, variables)?;
    drop(site);
    let table = table::render(&fs::read_to_string(&found).unwrap_or_default())?;
    anstream::println!("\n{table}\n{}", summary.text);
    if !summary.passed {
        bail!("the package failed in some environments");
    }
    match args {
        Args { check: true, .. } => {
            table::check(project, &table, &frameworks::rows_missing_without(&names))
        }
        Args { only, .. } if only.is_empty() => table::write(project, &table),
        _ => Ok(()),
    }
}

/// The part that `cargo xtask test` runs.
pub(crate) fn run_quick(project: &Project, package: &Package) -> Result<Summary> {
    let folder = project.target.join("tests/compat");
    let files = files_in(project, "quick")?;
    run_files(project, package, &folder, &files, Vec::new())
}

fn run_files(
    project: &Project,
    package: &Package,
    folder: &Path,
    files: &[PathBuf],
    variables: Vec<(&str, OsString)>,
) -> Result<Summary> {
    let chromium = tools::chromium(project)?;
    consumer::create_in(project, package, folder)?;
    // The tests are copied in, so that they find the package and the tools the way the environments
    // do.
    for name in ["tests/js", "examples"] {
        consumer::copy_folder(&project.root.join(name), &folder.join(name))?;
    }
    let copies: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();

    ui::step("node --test (the packed package in its environments)");
    let sh = &project.sh;
    let node = cmd!(sh, "node")
        .env("PACKAGE_DIR", folder)
        .envs(chromium)
        .envs(variables);
    node_tests::run_files(&copies, TEST_LIMIT, node)
}

/// All test files, relative to the project's root.
fn all_files(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files = files_in(project, "quick")?;
    files.extend(files_in(project, "slow")?);
    for framework in frameworks::all() {
        files.extend(files_in(project, &format!("frameworks/{framework}"))?);
    }
    Ok(files)
}

fn files_in(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let files = node_tests::test_files(&project.root.join("tests/js/compat").join(folder))?;
    let relative = files
        .iter()
        .map(|file| Ok(file.strip_prefix(&project.root)?.to_path_buf()));
    relative.collect()
}

/// Keeps only the files with these names, unless there are none.
fn select(files: &mut Vec<PathBuf>, names: &[String]) -> Result<()> {
    let known: Vec<&str> = files.iter().map(|file| name_of(file)).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!(
            "no such environment: `{unknown}`. Environments: {}",
            known.join(", ")
        );
    }
    files.retain(|file| names.is_empty() || names.iter().any(|name| name == name_of(file)));
    Ok(())
}

/// For example `vite` for `slow/vite.test.mjs`.
fn name_of(file: &Path) -> &str {
    file.file_name()
        .and_then(|name| name.to_str())
        .and_then(|name| name.split('.').next())
        .unwrap_or_default()
}
