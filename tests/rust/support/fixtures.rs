//! The locations of fixtures, and the options next to them.

use std::fs;
use std::path::{Path, PathBuf};

use datamart_validator::{Options, OptionsBuilder, PositionEncoding};

pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// The options next to a fixture, with the catalog that they refer to:
/// `tests/data/catalogs/NAME.json`.
pub(crate) fn options_of(input: &Path) -> Options {
    let options = options_json_of(input).to_string();
    Options::from_json(&options).unwrap_or_else(|e| panic!("{}: {e}", input.display()))
}

/// The same as JSON.
pub(crate) fn options_json_of(input: &Path) -> serde_json::Value {
    let json = fs::read_to_string(input.with_extension("options.json"));
    let json = json.unwrap_or_else(|_| "{}".to_owned());
    let mut options: serde_json::Value = serde_json::from_str(&json).unwrap();
    if let Some(name) = options["catalog"].as_str() {
        let catalog = fs::read_to_string(data().join(format!("catalogs/{name}.json"))).unwrap();
        options["catalog"] = serde_json::from_str(&catalog).unwrap();
    }
    options
}

/// The options with ranges as the fixtures have them, which JavaScript reads too.
pub(crate) fn in_utf16(options: Options) -> Options {
    let builder = OptionsBuilder::from(options).position_encoding(PositionEncoding::Utf16);
    builder.build().unwrap()
}
