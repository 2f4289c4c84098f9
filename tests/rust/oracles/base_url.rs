//! A base URL, compared with the crate `url`: whoever parses it, requests go where the base says.

use datamart_validator::{Options, RequestOptions, build_request_json};
use serde_json::json;
use url::{Host, Url};

const DATAMART: &str = r#"{"name": "a", "datasourceName": "b", "tableList": [{"name": "t", "columns": [{"name": "c"}]}]}"#;

const ENDPOINT: &str = "/api/v2/data-app/datamarts";

pub(super) fn check(input: &[u8]) {
    let base = String::from_utf8_lossy(input);
    let options = json!({ "baseUrl": base, "serviceToken": "abc" });
    let Ok(target) = RequestOptions::from_json(&options.to_string()) else {
        return;
    };
    let request = build_request_json(DATAMART, &Options::default(), &target).unwrap();
    let given = request.url.strip_suffix(ENDPOINT).unwrap();
    assert_eq!(given, base.trim_end_matches('/'));

    let page = Url::parse("https://page.example/some/where?x#y").unwrap();
    if given.is_empty() || given.starts_with('/') {
        let url = page.join(&request.url).unwrap();
        assert_eq!(url.origin(), page.origin(), "{base:?}");
        assert_eq!(url.path(), request.url, "{base:?}");
        return;
    }
    let url = match Url::parse(&request.url) {
        Ok(url) => url,
        // Such labels are not decoded here; a client that refuses one sends nothing.
        Err(_) if base.to_ascii_lowercase().contains("xn--") => return,
        Err(error) => panic!("{base:?}: {error}"),
    };
    assert_eq!(page.join(&request.url).unwrap(), url);
    assert_eq!((url.username(), url.password()), ("", None), "{base:?}");
    assert_eq!((url.query(), url.fragment()), (None, None), "{base:?}");
    assert!(url.path().ends_with(ENDPOINT), "{base:?}");
    let host = url.host().unwrap();
    let (_, rest) = given.split_once("://").unwrap();
    let written = rest.split('/').next().unwrap().to_ascii_lowercase();
    assert!(
        written.starts_with(
            &host
                .to_string()
                .trim_start_matches('[')
                .chars()
                .next()
                .unwrap()
                .to_string()
        ) || written.starts_with('['),
        "{base:?}: {host}"
    );
    if let Host::Ipv4(address) = host {
        // A number in another notation is not what it looks like.
        assert_eq!(
            written
                .split(':')
                .next()
                .map(|host| host.trim_end_matches('.')),
            Some(address.to_string().as_str()),
            "{base:?}"
        );
    }
    let is_loopback = match host {
        Host::Domain(name) => {
            name == "localhost" || name.ends_with(".localhost") || name == "localhost."
        }
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    assert!(
        url.scheme() == "https" || url.scheme() == "http" && is_loopback,
        "{base:?}"
    );
}
