//! How the commands speak: progress goes to stderr, results go to stdout.

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

/// Something begins that may take a while.
pub(crate) fn step(text: impl Display) {
    anstream::eprintln!("{STEP}==>{STEP:#} {BOLD}{text}{BOLD:#}");
}

/// Something was not necessary, or was left out.
pub(crate) fn skip(text: impl Display) {
    anstream::eprintln!("{DIM}  - {text}{DIM:#}");
}

/// Something is there now.
pub(crate) fn done(text: impl Display) {
    anstream::eprintln!("{GOOD}  +{GOOD:#} {text}");
}

/// Something the reader should know, though the work goes on.
pub(crate) fn caution(text: impl Display) {
    anstream::eprintln!("{CAUTION}  !{CAUTION:#} {text}");
}

/// The work ends here.
pub(crate) fn failure(text: impl Display) {
    anstream::eprintln!("{BAD}error:{BAD:#} {text}");
}

/// Whether standard output shows colours, by the same rules that `anstream` follows.
pub(crate) fn stdout_is_coloured() -> bool {
    let choice = anstream::AutoStream::choice(&std::io::stdout());
    choice != anstream::ColorChoice::Never
}

/// Whether a person is likely to read along.
pub(crate) fn stdout_is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// Runs a command whose output goes to the terminal as it comes, while `read` sees each line of it without colours.
/// Tells whether the command ended well.
pub(crate) fn run_and_read(command: Cmd<'_>, mut read: impl FnMut(&str)) -> Result<bool> {
    let shown = command.to_string();
    let mut command = Command::from(command);
    command.stdout(Stdio::piped());
    if stdout_is_coloured() {
        // To a pipe these would print without colours.
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
