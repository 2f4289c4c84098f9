//! Known vulnerabilities in the packages that the lock files pin. An unreachable database is
//! reported but is not a failure: a build must not depend on other people's network.

use anyhow::Result;
use serde_json::Value;
use xshell::cmd;

use crate::project::Project;
use crate::{tools, ui};

/// Whether no vulnerability was found, as far as the databases could be reached.
pub(crate) fn check(project: &Project) -> Result<bool> {
    Ok(check_crates(project) & check_npm(project)?)
}

fn check_crates(project: &Project) -> bool {
    let name = "advisories about crates";
    ui::step(name);
    let sh = &project.sh;
    let fetch = cmd!(sh, "cargo deny fetch db")
        .quiet()
        .ignore_stdout()
        .ignore_stderr();
    if fetch.run().is_err() {
        ui::skip("not checked: the RustSec database cannot be reached");
        return true;
    }
    // It fetches once more by itself.
    let is_right = tools::run_twice(&cmd!(sh, "cargo deny check advisories")).is_ok();
    if is_right {
        ui::done(name);
    }
    is_right
}

fn check_npm(project: &Project) -> Result<bool> {
    let name = "advisories about npm packages";
    ui::step(name);
    let sh = &project.sh;
    let report = cmd!(sh, "npm audit --json")
        .quiet()
        .ignore_status()
        .ignore_stderr()
        .read()?;
    let Some(found) = serious(&report) else {
        ui::skip("not checked: the registry does not support audits");
        return Ok(true);
    };
    if found.is_empty() {
        ui::done(name);
    } else {
        ui::failure(format!(
            "{name}: {}; run `npm audit` for details",
            found.join(", ")
        ));
    }
    Ok(found.is_empty())
}

/// The packages with a serious vulnerability, or `None` if `report` is not a report.
fn serious(report: &str) -> Option<Vec<String>> {
    let report: Value = serde_json::from_str(report).ok()?;
    let packages = report.get("vulnerabilities")?.as_object()?;
    let is_serious = |package: &Value| {
        let severity = package.get("severity").and_then(Value::as_str);
        matches!(severity, Some("high" | "critical"))
    };
    Some(
        packages
            .iter()
            .filter(|(_, package)| is_serious(package))
            .map(|(name, _)| name.clone())
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_distinguished_from_an_error() {
        assert_eq!(serious(""), None);
        assert_eq!(
            serious(r#"{"message": "request failed", "error": {}}"#),
            None
        );
        assert_eq!(serious(r#"{"vulnerabilities": {}}"#), Some(Vec::new()));
        let report = r#"{"vulnerabilities": {"a": {"severity": "high"}, "b": {"severity": "moderate"}, "c": {"severity": "critical"}}}"#;
        assert_eq!(serious(report), Some(vec!["a".to_owned(), "c".to_owned()]));
    }
}
