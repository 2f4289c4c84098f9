//! Shared by several tests.

use std::fs;
use std::path::Path;

/// Compares with a file, or writes the file if `UPDATE_EXPECT` is set.
///
/// # Panics
///
/// If they differ.
pub(crate) fn expect_file(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} is not what was found. If the new one is right, run with UPDATE_EXPECT=1.\n--- expected\n{expected}\n--- found\n{actual}",
        path.display(),
    );
}
