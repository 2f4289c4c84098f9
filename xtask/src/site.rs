//! The editor's page: assembled next to the packed package, and served.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::package::{self, Package};
use crate::project::Project;
use crate::{consumer, ui};

/// Assembles `target/site`: the page, the package as `datamart-validator/`, the editor as
/// `vendor/`, and the documentation of the rules as `rules/`.
pub(crate) fn assemble(project: &Project, package: &Package) -> Result<PathBuf> {
    ui::step("assembling the site (target/site)");
    let site = project.target.join("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    consumer::copy_folder(&project.root.join("www"), &site)?;
    // A catalog that is shared with the tests.
    fs::copy(
        project.root.join("tests/data/catalogs/shop.json"),
        site.join("samples/shop-catalog.json"),
    )
    .context("the sample catalog")?;
    let installed = consumer::create(project, package, "site")?;
    consumer::copy_folder(
        &installed.join("node_modules/datamart-validator/dist"),
        &site.join("datamart-validator"),
    )?;
    let sh = &project.sh;
    cmd!(sh, "node xtask/js/vendor.mjs {site}")
        .quiet()
        .run()
        .context("bundling CodeMirror failed")?;
    // Replaces its sources, which were copied with the page.
    let rules = site.join("rules");
    fs::remove_dir_all(&rules)?;
    package::write_rules_page(project, &rules, Some("../"))?;
    Ok(site)
}

/// The API behind the gateway next to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    /// Always the one in memory.
    Sample,
    /// The vendor's, if the environment has a token.
    FromEnvironment,
}

/// The variable with the service token, as of the package's command line.
pub(crate) const TOKEN: &str = "DATABRAIN_SERVICE_TOKEN";

/// The server of the page (`xtask/js/serve.mjs`). It ends at the latest when this value is dropped.
#[derive(Debug)]
pub(crate) struct Site {
    server: Child,
    url: String,
}

impl Site {
    /// Serves `folder` on the first free port of `ports`. Port 0 is any free one.
    pub(crate) fn start(project: &Project, folder: &Path, ports: &[u16], api: Api) -> Result<Self> {
        let sh = &project.sh;
        // The gateway next to the page is the package's own.
        let package = project.target.join("package");
        let ports = ports.iter().map(u16::to_string);
        let mut command = Command::from(cmd!(
            sh,
            "node xtask/js/serve.mjs {folder} {package} {ports...}"
        ));
        if api == Api::Sample {
            command.env_remove(TOKEN);
        }
        let mut server = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("`node` could not be run")?;
        let mut url = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut url)?;
        }
        let site = Self {
            server,
            url: url.trim_end().to_owned(),
        };
        if site.url.is_empty() {
            bail!("the server did not start");
        }
        Ok(site)
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Waits until the user ends the server: Ctrl-C reaches both processes.
    pub(crate) fn wait(mut self) -> Result<()> {
        // Waiting would close the input, which ends the server.
        let input = self.server.stdin.take();
        self.server.wait()?;
        drop(input);
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // If it has ended already, there is nothing to stop.
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
