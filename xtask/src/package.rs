//! `cargo xtask package`: Rust → WebAssembly → `target/package/` → npm tarball.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use datamart_validator::{Audience, Operation, json_schema};
use xshell::cmd;

use crate::project::Project;
use crate::{tools, ui};

/// The result of a build.
#[derive(Debug)]
pub(crate) struct Package {
    /// The folder that the tarball is packed from.
    pub(crate) folder: PathBuf,
    pub(crate) tarball: PathBuf,
}

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Repository URL for the manifest: npm's provenance requires the URL of the repository that
    /// builds the release
    #[arg(long, value_name = "URL")]
    repository: Option<String>,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let package = build_as(project, args)?;
    anstream::println!("{}", project.shown(&package.tarball));
    Ok(())
}

/// Builds everything from the current sources.
pub(crate) fn build(project: &Project) -> Result<Package> {
    build_as(project, &Args::default())
}

/// Builds everything as a release needs it.
pub(crate) fn build_as(project: &Project, args: &Args) -> Result<Package> {
    tools::for_package(project)?;
    compile(project)?;
    write_rules(project)?;
    write_messages(project)?;
    write_json_schemas(project)?;
    assemble(project, args)?;
    write_rules_page(project, &project.target.join("package/dist/rules"), None)?;
    pack(project)
}

/// Writes to `target/wasm`: the module with everything (`glue_bg.wasm`), its glue, and what the module
/// is split into.
fn compile(project: &Project) -> Result<()> {
    let sh = &project.sh;
    ui::step("compiling the module");
    // If it were missing, wasm-pack would only warn that it skips the step.
    cmd!(sh, "wasm-opt --version")
        .quiet()
        .ignore_stdout()
        .run()
        .context("`wasm-opt` could not be run")?;
    // A folder of its own, because the flags would rebuild what other commands have built.
    let target = project.target.join("modules");
    let mut flags = path_flags(project);
    // Relocations say what belongs together when the module is split.
    for flag in SIZE_FLAGS.iter().chain(&["-Clink-arg=--emit-relocs"]) {
        flags.push("\u{1f}");
        flags.push(flag);
    }
    let environment = [
        ("CARGO_ENCODED_RUSTFLAGS", flags.as_os_str()),
        ("CARGO_TARGET_DIR", target.as_os_str()),
    ];
    // As wasm-pack does it.
    cmd!(
        sh,
        "cargo build --lib --release --target wasm32-unknown-unknown"
    )
    .envs(environment)
    .run()?;
    let compiled = target.join("wasm32-unknown-unknown/release/datamart_validator.wasm");
    let out = project.target.join("wasm");
    let module = out.join("glue_bg.wasm");
    // Optimising takes far longer than finding out that nothing has changed.
    let source = Source::read(project, &compiled, &out)?;
    if !source.is_built(&module) {
        // wasm-pack optimises every module in the folder, and those of an earlier split are not
        // meant for it.
        sh.remove_path(&out)?;
        // no-install: nothing is downloaded, because the tools are on PATH. no-pack: pkg-template has
        // the manifest.
        let wasm_pack = cmd!(
            sh,
            "wasm-pack --log-level error build --release --target web --mode no-install --no-pack --out-dir {out} --out-name glue"
        );
        let wasm_pack = wasm_pack.envs(environment).ignore_status().output()?;
        // On success, it contains only wasm-opt's warnings about relocations, which say nothing about
        // its output.
        if !wasm_pack.status.success() {
            bail!(
                "`wasm-pack build` failed:\n{}",
                String::from_utf8_lossy(&wasm_pack.stderr)
            );
        }
        cmd!(sh, "node xtask/js/split.mjs {compiled} {out}")
            .run()
            .context("splitting the module failed")?;
        source.write()?;
    }
    ui::done(format!(
        "{} ({} bytes)",
        project.shown(&module),
        fs::metadata(&module)?.len()
    ));
    Ok(())
}

/// What the module in `target/wasm` was made from: the compiler's output, the scripts that split it,
/// and the manifests with the options and versions of what optimises it.
struct Source {
    content: Vec<u8>,
    /// A copy of it, written after the module.
    copy: PathBuf,
}

impl Source {
    fn read(project: &Project, compiled: &Path, out: &Path) -> Result<Self> {
        let mut content = Vec::new();
        let scripts = ["split.mjs", "split/binary.mjs", "split/index.mjs"]
            .into_iter()
            .chain(["split/parts.mjs", "split/references.mjs", "split/text.mjs"])
            .map(|file| project.root.join("xtask/js").join(file));
        let files = [compiled.to_owned()]
            .into_iter()
            .chain(
                ["Cargo.toml", "Cargo.lock", "package-lock.json"]
                    .map(|file| project.root.join(file)),
            )
            .chain(scripts);
        for file in files {
            content.extend(fs::read(&file).with_context(|| project.shown(&file).to_string())?);
        }
        let copy = out.join("source");
        Ok(Self { content, copy })
    }

    fn is_built(&self, module: &Path) -> bool {
        module.exists() && fs::read(&self.copy).is_ok_and(|copy| copy == self.content)
    }

    fn write(&self) -> Result<()> {
        Ok(fs::write(&self.copy, &self.content)?)
    }
}

/// Limits on inlining: `#[inline]` functions up to some size, and of the others only those smaller
/// than a call. With the compiler's defaults the module is 6 KB larger (brotli) and no faster,
/// because whatever is called for every value is marked. Strength reduction of loops ("LSR") keeps
/// more variables than a loop needs for its addresses: without it, 1.8 KB smaller and as fast; without
/// unrolled loops, 2.0 KB; without rotated loops, which repeat their conditions, 1.9 KB. GVN sinking
/// (`-enable-gvn-sink`) would save 0.4 KB, but the same sources then give different bytes.
const SIZE_FLAGS: [&str; 5] = [
    "-Cllvm-args=-inline-threshold=25",
    "-Cllvm-args=-inlinehint-threshold=120",
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-unroll-threshold=0",
    "-Cllvm-args=-rotation-max-header-size=0",
];

/// Panic messages contain file names, and those of crates contain paths of this machine. This maps
/// them to the same path everywhere, so that the same sources give the same module and no home
/// folder is published. Encoded, because a path may contain spaces.
fn path_flags(project: &Project) -> OsString {
    let flags = project.crate_sources().into_iter().map(|folder| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push("=/crates");
        flag
    });
    flags.collect::<Vec<_>>().join(OsStr::new("\u{1f}"))
}

/// Writes the list of rules as `rules()` returns it in JavaScript. It is data, so the module need
/// not contain it.
fn write_rules(project: &Project) -> Result<()> {
    let rules = serde_json::to_string_pretty(&datamart_validator::rules::documentation())?;
    fs::write(project.target.join("wasm/rules.json"), rules)?;
    // The examples name only some fields; the page adds the others and validates the whole.
    fs::write(
        example_base(project),
        datamart_validator::internal::EXAMPLE_BASE,
    )?;
    Ok(())
}

/// Writes every message template by its key, for translators: a translation has the same shape.
fn write_messages(project: &Project) -> Result<()> {
    let messages: serde_json::Map<_, _> = datamart_validator::rules::messages()
        .into_iter()
        .map(|message| (message.key, message.text.into()))
        .collect();
    let messages = serde_json::to_string_pretty(&messages)?;
    fs::write(project.target.join("wasm/messages.json"), messages + "\n")?;
    Ok(())
}

/// Writes the contract as JSON Schema: the file that editors load by its URL, and the schema in the
/// JavaScript package.
fn write_json_schemas(project: &Project) -> Result<()> {
    // Where npm's files of this version can be read. The assembled files take their URL from here.
    let id = format!(
        "https://unpkg.com/datamart-validator@{}/dist/schema.json",
        project.version()?
    );
    let for_editors = Audience::Editors { id: &id };
    for (file, audience, operation) in [
        ("schema.json", for_editors, Operation::Create),
        (
            "standard-schema.json",
            Audience::Programs,
            Operation::Create,
        ),
        (
            "standard-schema-update.json",
            Audience::Programs,
            Operation::Update,
        ),
    ] {
        let schema = serde_json::to_string_pretty(&json_schema(audience, operation))?;
        fs::write(project.target.join("wasm").join(file), schema)?;
    }
    Ok(())
}

fn example_base(project: &Project) -> PathBuf {
    project.target.join("wasm/example-base.json")
}

fn assemble(project: &Project, args: &Args) -> Result<()> {
    ui::step("assembling the npm package");
    let sh = &project.sh;
    let version = project.version()?;
    let wasm = project.target.join("wasm");
    let out = project.target.join("package");
    let repository = &args.repository;
    cmd!(
        sh,
        "node xtask/js/assemble.mjs {wasm} {out} {version} {repository...}"
    )
    .quiet()
    .run()
    .context("assembling failed")?;
    Ok(())
}

/// Writes the page that documents the rules, with the assembled package's results for the examples.
/// `editor` is the link back to the editor, if the page is served next to one.
pub(crate) fn write_rules_page(
    project: &Project,
    folder: &Path,
    editor: Option<&str>,
) -> Result<()> {
    ui::step(format!(
        "writing the rules page ({})",
        project.shown(folder)
    ));
    let sh = &project.sh;
    let package = project.target.join("package");
    let base = example_base(project);
    cmd!(
        sh,
        "node xtask/js/rules-page.mjs {package} {base} {folder} {editor...}"
    )
    .quiet()
    .run()
    .context("writing the rules page failed")?;
    Ok(())
}

fn pack(project: &Project) -> Result<Package> {
    ui::step("npm pack");
    let sh = &project.sh;
    let folder = project.target.join("package");
    let target = &project.target;
    let report = cmd!(
        sh,
        "npm pack {folder} --pack-destination {target} --json --ignore-scripts"
    )
    .quiet()
    .ignore_stderr()
    .read()
    .context("`npm pack` failed")?;
    let report: serde_json::Value = serde_json::from_str(&report)?;
    // A list of packages, or from npm 12 on an object by name.
    let packed = match &report {
        serde_json::Value::Array(list) => list.first(),
        serde_json::Value::Object(map) => map.values().next(),
        _ => None,
    };
    let Some(packed) = packed else {
        bail!("`npm pack` reported nothing")
    };
    let name = packed
        .get("filename")
        .and_then(|name| name.as_str())
        .context("`npm pack` did not report a file name")?;
    let tarball = target.join(name);
    ui::done(format!(
        "{} ({} bytes, {} files)",
        project.shown(&tarball),
        fs::metadata(&tarball)?.len(),
        packed["entryCount"]
    ));
    Ok(Package { folder, tarball })
}
