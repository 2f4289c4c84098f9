//! The option `baseUrl`: the URL of the API.

use std::borrow::Cow;

use super::host;

/// The vendor's own host.
pub(super) const DEFAULT: &str = "https://api.usedatabrain.com";
const VENDOR_HOST: &str = "api.usedatabrain.com";

/// The base without trailing slashes, to be followed by a path, or the problem with it, as in "is
/// blank".
///
/// The WHATWG's URL parser accepts everything that is accepted here, with the same origin and path.
/// The reverse does not hold: misleading URLs are refused, because a service token may be sent
/// there.
pub(super) fn check(url: &str) -> Result<&str, String> {
    check_given(url).map_err(Cow::into_owned)?;
    Ok(url.trim_end_matches('/'))
}

fn check_given(url: &str) -> Result<(), Cow<'static, str>> {
    if url.trim().is_empty() {
        return Err("is blank; leave it out for the vendor's own host, or write `/` for the page's own origin".into());
    }
    if !url.is_ascii() {
        return Err(
            "contains characters outside ASCII; write the host as `xn--…` and percent-encode the path"
                .into(),
        );
    }
    if !url.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("contains whitespace or a control character".into());
    }
    // Browsers read a backslash as a slash, so `/\host` would leave the page's origin.
    if url.as_bytes().contains(&b'\\') {
        return Err("contains a backslash".into());
    }
    let lower = url.to_ascii_lowercase();
    let address = lower.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = if let Some(path) = address.strip_prefix('/') {
        if path.starts_with('/') {
            return Err(
                "starts with `//`, which names another host; write `https://` before the host"
                    .into(),
            );
        }
        ("", path)
    } else {
        check_origin(address)?
    };
    let base = base_of(host, path.trim_end_matches('/'));
    check_path(base.unwrap_or(path))?;
    if let Some(base) = base {
        // Only a part that has passed every check is quoted, so nothing in it can be a secret.
        let before = address.len() - path.len() + base.len();
        let right = url.get(..before).unwrap_or_default();
        let right = right
            .strip_suffix('/')
            .filter(|rest| !rest.is_empty())
            .unwrap_or(right);
        return Err(format!(
            "contains the path of an API endpoint, which is appended to it; pass `{right}` instead"
        )
        .into());
    }
    if address.len() == lower.len() {
        Ok(())
    } else {
        Err("contains a query or a fragment; expected only a host and a path".into())
    }
}

/// Checks scheme, host and port of an absolute URL in lower case; returns the host and the path without its first slash.
fn check_origin(address: &str) -> Result<(&str, &str), &'static str> {
    let (is_secure, rest) = match (
        address.strip_prefix("https://"),
        address.strip_prefix("http://"),
    ) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => {
            return Err(
                "has to start with `https://`, or with `/` for a path on the page's own origin",
            );
        }
    };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if authority.as_bytes().contains(&b'@') {
        return Err("contains a user name or a password; credentials do not belong in a URL");
    }
    let host = host::check(authority)?;
    if !is_secure && !host.is_loopback {
        return Err(
            "uses plain http, which lets others read what is sent; write `https://` (http is accepted for localhost only)",
        );
    }
    Ok((host.name, path))
}

/// The part of a path before an API endpoint, or `None` if the path contains none.
///
/// A proxy may have any path, so only paths of the vendor's API count as endpoints. The vendor's
/// own host has only endpoints.
fn base_of<'a>(host: &str, path: &'a str) -> Option<&'a str> {
    if host == VENDOR_HOST && !path.is_empty() {
        return Some("");
    }
    let mut at = 0;
    for step in path.split('/') {
        let (before, rest) = path.split_at_checked(at)?;
        if is_endpoint(rest) {
            return Some(before);
        }
        at += step.len() + 1;
    }
    None
}

/// Whether a path is `api/v2` or an endpoint below it, possibly without its first segments.
fn is_endpoint(path: &str) -> bool {
    let mut steps = path.split('/').peekable();
    let has_api = steps.next_if_eq(&"api").is_some();
    let has_version = steps.next_if_eq(&"v2").is_some();
    match steps.next() {
        Some("data-app" | "dataapp") => {
            has_version || matches!(steps.next(), Some("datamart" | "datamarts"))
        }
        None | Some("datasource" | "guest-token") => has_api && has_version,
        _ => false,
    }
}

/// Whether a segment of a path, in lower case, is `.` or `..` in any notation.
fn is_dots(step: &str) -> bool {
    matches!(step, "." | "%2e" | ".." | ".%2e" | "%2e." | "%2e%2e")
}

fn check_path(path: &str) -> Result<(), &'static str> {
    if path.starts_with('/') || path.as_bytes().windows(2).any(|pair| pair == b"//") {
        return Err("has an empty step (`//`) in its path");
    }
    if path.split('/').any(is_dots) {
        return Err("has `.` or `..` in its path");
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&byte);
    if !path.bytes().all(allowed) {
        return Err("has a character in its path that must be percent-encoded");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_hosts_prefixes_and_own_paths() {
        for (given, expected) in [
            (
                "https://databrain.example.com",
                "https://databrain.example.com",
            ),
            (
                "https://databrain.example.com/",
                "https://databrain.example.com",
            ),
            (
                "https://example.com:8443/self/hosted/",
                "https://example.com:8443/self/hosted",
            ),
            ("HTTPS://Example.com", "HTTPS://Example.com"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://app.localhost", "http://app.localhost"),
            ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
            ("http://[::1]:3000", "http://[::1]:3000"),
            ("/api/databrain", "/api/databrain"),
            ("/", ""),
        ] {
            assert_eq!(check(given), Ok(expected));
        }
    }

    #[test]
    fn an_endpoint_is_refused_with_the_base_that_would_be_right() {
        for (given, expected) in [
            (
                "https://api.usedatabrain.com/api/v2",
                "https://api.usedatabrain.com",
            ),
            (
                "https://api.usedatabrain.com/v2/",
                "https://api.usedatabrain.com",
            ),
            (
                "https://api.usedatabrain.com/api",
                "https://api.usedatabrain.com",
            ),
            (
                "HTTPS://API.usedatabrain.com/anything",
                "HTTPS://API.usedatabrain.com",
            ),
            ("https://a.com/api/v2", "https://a.com"),
            ("https://a.com/api/v2/", "https://a.com"),
            ("https://a.com/api/v2//", "https://a.com"),
            ("https://A.com/API/V2", "https://A.com"),
            ("https://a.com:8443/x/api/v2", "https://a.com:8443/x"),
            ("https://[::1]/api/v2", "https://[::1]"),
            ("https://a.com/api/v2/data-app/datamarts", "https://a.com"),
            ("https://a.com/api/v2/dataApp/datamarts/", "https://a.com"),
            (
                "https://a.com/api/v2/dataApp/datamart/list",
                "https://a.com",
            ),
            ("https://a.com/v2/data-app/datamarts", "https://a.com"),
            ("https://a.com/v2/dataApp", "https://a.com"),
            ("https://a.com/data-app/datamarts", "https://a.com"),
            (
                "https://a.com/Proxy/api/dataApp/datamarts",
                "https://a.com/Proxy",
            ),
            ("https://a.com/api/v2/datasource/schema", "https://a.com"),
            ("https://a.com/api/v2/guest-token/create", "https://a.com"),
            (
                "https://a.com/api/v2/data-app/datamarts/semantic-layer",
                "https://a.com",
            ),
            (
                "https://a.com/api/v2/data-app/datamarts?isPagination=true",
                "https://a.com",
            ),
            (
                "https://a.com/api/v2?token=hunter2#hunter2",
                "https://a.com",
            ),
            ("/api/v2", "/"),
            ("/api/databrain/api/v2/", "/api/databrain"),
            ("/api/databrain/api/v2/data-app/datamarts", "/api/databrain"),
        ] {
            assert_eq!(
                check(given),
                Err(format!(
                    "contains the path of an API endpoint, which is appended to it; pass `{expected}` instead"
                )),
                "{given}"
            );
            assert!(check(expected).is_ok(), "{expected}");
        }
    }

    #[test]
    fn a_proxy_may_have_any_other_path() {
        for given in [
            "https://a.com/api",
            "https://a.com/v2",
            "https://a.com/api/v1",
            "https://a.com/api/v20",
            "https://a.com/my-api/v2",
            "/api/v2/databrain",
            "/data-app",
            "/datasource",
            "/data-app/proxy",
            "/api/v2x",
            "/xapi/v2",
            "https://api.usedatabrain.com.example.com/x",
        ] {
            assert!(check(given).is_ok(), "{given}");
        }
    }

    #[test]
    fn what_is_wrong_beside_an_endpoint_is_reported_first() {
        for (given, expected) in [
            ("https://u:hunter2@a.com/api/v2", "user name"),
            ("http://a.com/api/v2", "plain http"),
            ("//a.com/api/v2", "another host"),
            ("https://a.com/../api/v2", "`..`"),
            ("https://a.com//api/v2", "empty step"),
            ("https://a.com/<x>/api/v2", "percent-encoded"),
        ] {
            let problem = check(given).unwrap_err();
            assert!(problem.contains(expected), "{given}: {problem}");
            assert!(!problem.contains("hunter2"), "{problem}");
        }
    }

    #[test]
    fn refuses_what_could_send_the_token_elsewhere() {
        for given in [
            "",
            " ",
            "https://",
            "https:///x",
            "example.com",
            "ftp://example.com",
            "javascript:alert(1)",
            "http://example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://user:pass@localhost",
            "https://user@example.com",
            "https://a.com?x=1",
            "https://a.com#x",
            "https://a.com/b c",
            "https://a.com\n",
            "//evil.com",
            "/\\evil.com",
            "/a/../b",
            "/a/%2e%2E/b",
            "/a//b",
            "https://a.com:0",
            "https://a.com:99999",
            "https://a.com:",
            "https://[::1",
            "https://[x]",
            "https://a..com",
            "https://-a.com",
            "https://bücher.de",
            "/a<b",
            "https://a.com//x",
        ] {
            assert!(check(given).is_err(), "{given:?}");
        }
    }
}
