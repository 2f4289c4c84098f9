//! The option `baseUrl`: where the API is.

/// The vendor's own host.
const DEFAULT: &str = "https://api.usedatabrain.com";

/// The base without its trailing slashes, ready to be put before a path, or what is wrong with it.
///
/// Stricter than a URL parser on purpose: what a person would have to look at twice is refused, because a service
/// token may travel there.
pub(super) fn check(base_url: Option<&str>) -> Result<&str, String> {
    let Some(url) = base_url else {
        return Ok(DEFAULT);
    };
    check_given(url).map_err(|problem| format!("option `baseUrl` {problem}"))?;
    Ok(url.trim_end_matches('/'))
}

fn check_given(url: &str) -> Result<(), String> {
    if url.trim().is_empty() {
        return Err("is blank; leave it out for the vendor's own host, or write `/` for the page's own origin".into());
    }
    if url.trim() != url || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("has white space in it".into());
    }
    if !url.is_ascii() {
        return Err(
            "has characters outside ASCII; write the host as `xn--…` and percent-encode the path"
                .into(),
        );
    }
    if url.contains(['?', '#']) {
        return Err("has a query or a fragment; expected only a host and a path".into());
    }
    // Browsers read a backslash as a slash, so `/\host` would leave the page's origin.
    if url.as_bytes().contains(&b'\\') {
        return Err("has a backslash in it".into());
    }
    let lower = url.to_ascii_lowercase();
    if let Some(path) = lower.strip_prefix('/') {
        if path.starts_with('/') {
            return Err(
                "starts with `//`, which names another host; write `https://` before the host"
                    .into(),
            );
        }
        return check_path(path);
    }
    let (is_secure, rest) = match (
        lower.strip_prefix("https://"),
        lower.strip_prefix("http://"),
    ) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => {
            return Err(
                "has to start with `https://`, or with `/` for a path on the page's own origin"
                    .into(),
            );
        }
    };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if authority.as_bytes().contains(&b'@') {
        return Err(
            "has a user name or a password in it; credentials do not belong into a URL".into(),
        );
    }
    let host = check_authority(authority)?;
    if !is_secure && !is_loopback(host) {
        return Err("is plain http, on which others can read what is sent; write `https://` (http only for localhost)".into());
    }
    check_path(path)
}

/// Checks host and port; returns the host.
fn check_authority(authority: &str) -> Result<&str, String> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (address, behind) = rest
                .split_once(']')
                .ok_or("has an unclosed `[` in its host")?;
            if !is_ipv6(address) {
                return Err("has a host in `[…]` that is no IPv6 address".into());
            }
            (
                address,
                if behind.is_empty() {
                    None
                } else {
                    Some(behind.strip_prefix(':').ok_or("has text behind `]`")?)
                },
            )
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (check_host(host)?, Some(port)),
            None => (check_host(authority)?, None),
        },
    };
    match port.map(str::parse::<u16>) {
        None | Some(Ok(1..)) => Ok(host),
        _ => Err("has a port that is no number from 1 to 65535".into()),
    }
}

fn check_host(host: &str) -> Result<&str, String> {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    if host
        .strip_suffix('.')
        .unwrap_or(host)
        .split('.')
        .all(is_label)
    {
        Ok(host)
    } else {
        Err("has no valid host".into())
    }
}

/// Good enough to tell a slip: the standard library's parser would cost two kilobytes of WebAssembly.
fn is_ipv6(address: &str) -> bool {
    let groups = address.split(':').count();
    (3..=9).contains(&groups)
        && address
            .split(':')
            .all(|group| group.len() <= 4 && group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_loopback(host: &str) -> bool {
    let is_ipv4_loopback = || {
        let mut parts = host.split('.');
        parts.next() == Some("127")
            && parts.clone().count() == 3
            && parts.all(|part| part.parse::<u8>().is_ok())
    };
    host == "localhost" || host.ends_with(".localhost") || host == "::1" || is_ipv4_loopback()
}

/// Whether a step of a path, in lower case, is `.` or `..`, however it is written.
fn is_dots(step: &str) -> bool {
    matches!(step, "." | "%2e" | ".." | ".%2e" | "%2e." | "%2e%2e")
}

fn check_path(path: &str) -> Result<(), String> {
    if path.starts_with('/') || path.as_bytes().windows(2).any(|pair| pair == b"//") {
        return Err("has an empty step (`//`) in its path".into());
    }
    if path.split('/').any(is_dots) {
        return Err("has `.` or `..` in its path".into());
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&byte);
    if !path.bytes().all(allowed) {
        return Err("has a character in its path that must be percent-encoded".into());
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
            assert_eq!(check(Some(given)).as_deref(), Ok(expected));
        }
        assert_eq!(check(None), Ok(DEFAULT));
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
            assert!(check(Some(given)).is_err(), "{given:?}");
        }
    }
}
