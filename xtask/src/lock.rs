//! One command at a time per checkout: two builds at once would corrupt each other's `target`.

use std::fs::{self, File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::ui;

/// Others wait as long as this exists. The operating system releases it when the process ends for
/// whatever reason.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the command that is running in this checkout, if there is one.
    pub(crate) fn acquire(project: &Project) -> Result<Self> {
        fs::create_dir_all(&project.target)?;
        let path = project.target.join("xtask.lock");
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .with_context(|| path.display().to_string())?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                file.read_to_string(&mut holder)?;
                ui::caution(format!(
                    "waiting for another command in this checkout: {holder}"
                ));
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| path.display().to_string());
            }
        }
        // Shown to those who wait.
        let command: Vec<String> = std::env::args().skip(1).collect();
        file.set_len(0)?;
        file.rewind()?;
        write!(
            file,
            "`cargo xtask {}` (process {})",
            command.join(" "),
            std::process::id()
        )?;
        Ok(Self { _file: file })
    }
}
