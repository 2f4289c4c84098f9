//! The locations of fixtures, and the options next to them.

use std::fs;
use std::path::{Path, PathBuf};

use datamart_validator::{Code, Options, OptionsBuilder, PositionEncoding};

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

/// Every wrong fixture of a rule.
pub(crate) fn wrong_inputs() -> Vec<PathBuf> {
    let mut inputs = Vec::new();
    for code in Code::ALL {
        let Ok(entries) = fs::read_dir(data().join(code.name()).join("err")) else {
            continue;
        };
        let paths = entries.map(|entry| entry.unwrap().path());
        inputs.extend(paths.filter(|path| {
            let name = path.to_str().unwrap();
            !name.ends_with(".options.json") && !name.ends_with(".expected.json")
        }));
    }
    inputs.sort();
    inputs
}

/// Every expression of the fixtures of SQL that are wrong, with the datasource type whose SQL it is.
pub(crate) fn wrong_sql() -> Vec<(String, String)> {
    let mut expressions = Vec::new();
    for folder in fs::read_dir(data().join("sql")).unwrap() {
        let folder = folder.unwrap().path();
        let Ok(files) = fs::read_dir(folder.join("err")) else {
            continue;
        };
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        for file in files.map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|end| end == "sql") {
                let text = fs::read_to_string(file).unwrap();
                let sql = text.split("\n\n").map(str::trim);
                let sql = sql.filter(|sql| !sql.is_empty());
                expressions.extend(sql.map(|sql| (name.clone(), sql.to_owned())));
            }
        }
    }
    expressions.sort();
    expressions
}
