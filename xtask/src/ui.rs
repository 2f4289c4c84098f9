//! Output of the commands: progress goes to stderr, results go to stdout.

use std::fmt::Display;
use std::io::{BufRead, BufReader, IsTerminal};
use std::process::{Command, Stdio};

use anstream::adapter::strip_str;
use anstyle::{AnsiColor, Style};
use anyhow::{Context, Result};
use xshell::Cmd;

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(crate) const CAUTION: Style = AnsiColor::Yellow.on_default().bold();
const STEP: Style = AnsiColor::Cyan.on_default().bold();

/// A step that may take a while.
pub(crate) fn step(text: impl Display) {
    anstream::eprintln!("{STEP}==>{STEP:#} {BOLD}{text}{BOLD:#}");
}

/// A step that was skipped or not needed.
pub(crate) fn skip(text: impl Display) {
    anstream::eprintln!("{DIM}  - {text}{DIM:#}");
}

/// Something is ready.
pub(crate) fn done(text: impl Display) {
    anstream::eprintln!("{GOOD}  +{GOOD:#} {text}");
}

/// A warning; the command continues.
pub(crate) fn caution(text: impl Display) {
    anstream::eprintln!("{CAUTION}  !{CAUTION:#} {text}");
}

/// An error; the command ends.
pub(crate) fn failure(text: impl Display) {
    anstream::eprintln!("{BAD}error:{BAD:#} {text}");
}

/// Whether standard output is coloured, by the same rules as `anstream`.
pub(crate) fn stdout_is_coloured() -> bool {
    let choice = anstream::AutoStream::choice(&std::io::stdout());
    choice != anstream::ColorChoice::Never
}

/// Whether standard output is a terminal.
pub(crate) fn stdout_is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Runs a command whose output goes to the terminal as it comes, while `read` receives each line
/// without colours. Returns whether the command succeeded.
pub(crate) fn run_and_read(command: Cmd<'_>, mut read: impl FnMut(&str)) -> Result<bool> {
    let shown = command.to_string();
    let mut command = Command::from(command);
    command.stdout(Stdio::piped());
    if stdout_is_coloured() {
        // These tools do not colour output to a pipe by default.
        command
            .env("CARGO_TERM_COLOR", "always")
            .env("FORCE_COLOR", "1");
    }
    let mut child = command.spawn().with_context(|| shown.clone())?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            anstream::println!("{line}");
            read(&strip_str(&line).to_string());
        }
    }
    Ok(child.wait().context(shown)?.success())
}
