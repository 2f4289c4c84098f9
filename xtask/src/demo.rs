//! `cargo xtask demo`: the verdict on the samples, here in the terminal, then the editor in a page.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::package::{self, Package};
use crate::project::Project;
use crate::server::Site;
use crate::verdict::Verdict;
use crate::{consumer, ui};

const DEFAULT_PORT: u16 = 8765;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Print the verdicts and stop
    #[arg(long)]
    once: bool,
    /// Serve on this port [default: 8765, or any free one]
    #[arg(long)]
    port: Option<u16>,
    /// Do not open the page in a browser
    #[arg(long)]
    no_open: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let package = package::build(project)?;
    print_verdicts(project)?;
    if args.once {
        return Ok(());
    }

    let folder = assemble_site(project, &package)?;
    let site = match args.port {
        Some(port) => Site::start(&folder, port)?,
        None => Site::start(&folder, DEFAULT_PORT).or_else(|_| Site::start(&folder, 0))?,
    };
    let url = site.url();
    anstream::println!(
        "\n{}The datamart editor:{:#} {url}   (Ctrl-C ends it)",
        ui::GOOD,
        ui::GOOD
    );
    if !args.no_open && ui::stdout_is_terminal() && has_desktop() {
        // Without a browser the address above is enough.
        drop(open::that_detached(&url));
    }
    site.wait();
    Ok(())
}

fn print_verdicts(project: &Project) -> Result<()> {
    ui::step("judging the sample datamarts, by what they say themselves");
    let samples = project.root.join("www/samples");
    let mut files = fs::read_dir(&samples)
        .with_context(|| project.shown(&samples).to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    let mut verdicts = Vec::new();
    for file in files {
        verdicts.push(Verdict::on(
            project.shown(&file).to_string(),
            fs::read_to_string(&file)?,
        ));
    }
    // The right ones first: what is wrong takes more room, and is what one wants to see last.
    verdicts.sort_by_key(Verdict::errors);
    verdicts.iter().for_each(Verdict::print);
    Ok(())
}

/// `target/site`: the page, the package beside it as `datamart-validator/`, the editor as `vendor/`, and the documentation of the rules as `rules/`.
pub(crate) fn assemble_site(project: &Project, package: &Package) -> Result<PathBuf> {
    ui::step("assembling the site (target/site)");
    let site = project.target.join("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    consumer::copy_folder(&project.root.join("www"), &site)?;
    // A catalog that the tests have too is kept once.
    fs::copy(
        project.root.join("tests/data/catalogs/shop.json"),
        site.join("samples/shop-catalog.json"),
    )
    .context("the sample catalog")?;
    // The package and the page read the JSON text of a datamart by the same piece, which the package does not export.
    fs::copy(
        project.root.join("pkg-template/src/json-text.js"),
        site.join("json-text.js"),
    )
    .context("json-text.js")?;
    let installed = consumer::create(project, package, "site")?;
    consumer::copy_folder(
        &installed.join("node_modules/datamart-validator/dist"),
        &site.join("datamart-validator"),
    )?;
    let sh = &project.sh;
    cmd!(sh, "node xtask/js/vendor.mjs {site}")
        .quiet()
        .run()
        .context("CodeMirror was not put beside the page")?;
    // In the place of its sources, which were copied with the page.
    let rules = site.join("rules");
    fs::remove_dir_all(&rules)?;
    package::write_rules_page(project, &rules, Some("../"))?;
    Ok(site)
}

fn has_desktop() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
