//! `cargo xtask compat`: the packed package in every environment that the README names. `tests/js/compat/quick` takes seconds and no tools
//! but those at hand, so `cargo xtask test` runs it too; `slow` has the others.

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
use crate::site::{self, Site};
use crate::{consumer, tools, ui};

/// For all environments of one file together: `next build` twice, on a slow, busy machine.
const TEST_LIMIT: Duration = Duration::from_mins(15);

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Run these alone, by the names of the files in tests/js/compat, such as `vite`; may be given several times
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Write nothing, and fail when the table in the README does not show what was found
    #[arg(long, conflicts_with = "only")]
    check: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let files = test_files(project, &["quick", "slow"], &args.only)?;
    // Before anything that takes long, because not every machine can have them.
    let names: Vec<&str> = files.iter().map(|file| name_of(file)).collect();
    let browsers = tools::other_browsers(project, &names)?;
    let package = package::build(project)?;
    // The project lies below the tools, so that they are found from there.
    let folder = tools::environments(project)?.join("project");
    let found = project.target.join("compat/environments.jsonl");
    if found.exists() {
        fs::remove_file(&found)?;
    }
    let mut variables = vec![("ENVIRONMENTS", found.clone().into())];
    // The tests of other browsers try the editor page too, which `cargo xtask test` tries in Chromium.
    let site = if browsers.is_empty() {
        None
    } else {
        let folder = site::assemble(project, &package)?;
        Some(Site::start(project, &folder, &[0])?)
    };
    variables.extend(site.iter().map(|site| ("SITE_URL", site.url().into())));
    variables.extend(browsers);
    let summary = run_files(project, &package, &folder, &files, variables)?;
    drop(site);
    let table = table::render(&fs::read_to_string(&found).unwrap_or_default())?;
    anstream::println!("\n{table}\n{}", summary.text);
    if !summary.passed {
        bail!("the package does not work in every environment");
    }
    match args {
        Args { check: true, .. } => table::check(project, &table),
        Args { only, .. } if only.is_empty() => table::write(project, &table),
        _ => Ok(()),
    }
}

/// What `cargo xtask test` runs.
pub(crate) fn run_quick(project: &Project, package: &Package) -> Result<Summary> {
    let folder = project.target.join("tests/compat");
    let files = test_files(project, &["quick"], &[])?;
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
    // The tests are copied in, so that they find the package and the tools as the environments do.
    consumer::copy_folder(&project.root.join("tests/js"), &folder.join("tests/js"))?;
    let copies: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();

    ui::step("node --test (the packed package in its environments)");
    let sh = &project.sh;
    let node = cmd!(sh, "node")
        .env("PACKAGE_DIR", folder)
        .envs(chromium)
        .envs(variables);
    node_tests::run_files(&copies, TEST_LIMIT, node)
}

/// The test files, from the project's root. Where names are given, those that have one of them.
fn test_files(project: &Project, kinds: &[&str], names: &[String]) -> Result<Vec<PathBuf>> {
    let mut known = Vec::new();
    let mut wanted = Vec::new();
    for kind in kinds {
        let folder = project.root.join("tests/js/compat").join(kind);
        for file in node_tests::test_files(&folder)? {
            let file = file.strip_prefix(&project.root)?.to_path_buf();
            let name = name_of(&file);
            known.push(name.to_owned());
            if names.is_empty() || names.iter().any(|wanted| wanted == name) {
                wanted.push(file);
            }
        }
    }
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        bail!(
            "there is no environment `{unknown}`; there are {}",
            known.join(", ")
        );
    }
    Ok(wanted)
}

/// Of `slow/vite.test.mjs` it is `vite`.
fn name_of(file: &Path) -> &str {
    file.file_name()
        .and_then(|name| name.to_str())
        .and_then(|name| name.split('.').next())
        .unwrap_or_default()
}
