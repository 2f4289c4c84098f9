//! What the option `baseUrl` accepts, compared with the WHATWG's rules as implemented by the crate
//! `url`.

use datamart_validator::{Options, RequestOptions, build_request_json};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use url::{Host, Url};

const DATAMART: &str = r#"{"name": "a", "datasourceName": "b", "tableList": [{"name": "t", "columns": [{"name": "c"}]}]}"#;
const PATH: &str = "/api/v2/data-app/datamarts";
const PAGE: &str = "https://page.example";

/// The URL of the request, or what is wrong with the base.
fn request_url(base_url: &str) -> Result<String, String> {
    let target = RequestOptions::builder().base_url(base_url).build();
    let target = target.map_err(|error| error.to_string())?;
    let request = build_request_json(DATAMART, &Options::default(), &target);
    Ok(request.unwrap().url)
}

/// The URL parser accepts everything that is accepted here, and reads the same origin and path from
/// it.
fn agrees_with_whatwg(base_url: &str) -> Result<(), TestCaseError> {
    let Ok(given) = request_url(base_url) else {
        return Ok(());
    };
    let page = Url::parse(PAGE).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let parsed = match page.join(&given) {
        Ok(parsed) => parsed,
        // Such labels are not decoded; a parser that refuses one sends nothing.
        Err(_) if given.to_ascii_lowercase().contains("xn--") => return Ok(()),
        Err(error) => return Err(TestCaseError::fail(format!("{base_url}: {error}"))),
    };
    prop_assert_eq!(parsed.username(), "");
    prop_assert_eq!(parsed.password(), None);
    prop_assert_eq!(parsed.query(), None);
    prop_assert_eq!(parsed.fragment(), None);
    let (authority, path) = if let Some((scheme, rest)) = given.split_once("://") {
        prop_assert_eq!(parsed.scheme(), scheme.to_ascii_lowercase());
        rest.split_at(rest.find('/').unwrap_or(rest.len()))
    } else {
        prop_assert_eq!(parsed.origin(), page.origin());
        ("page.example", given.as_str())
    };
    prop_assert_eq!(parsed.path(), path);
    prop_assert!(path.ends_with(PATH));
    same_authority(&parsed, authority)?;
    if parsed.scheme() == "http" {
        prop_assert!(is_loopback(&parsed), "{} is not loopback", base_url);
    }
    Ok(())
}

fn same_authority(parsed: &Url, authority: &str) -> Result<(), TestCaseError> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()),
        _ => (authority, None),
    };
    prop_assert_eq!(
        parsed.port_or_known_default(),
        port.or(if parsed.scheme() == "https" {
            Some(443)
        } else {
            Some(80)
        })
    );
    match parsed.host() {
        Some(Host::Ipv6(address)) => {
            let given = host.trim_start_matches('[').trim_end_matches(']');
            prop_assert_eq!(Ok(address), given.parse());
        }
        parsed => prop_assert_eq!(
            parsed.map(|host| host.to_string()),
            Some(host.to_ascii_lowercase())
        ),
    }
    Ok(())
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Parts on which URL parsers disagree, and parts of good URLs.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "https://",
        "http://",
        "HTTPS://",
        "https:",
        "//",
        "/",
        "\\",
        "?",
        "#",
        "@",
        ":",
        "[",
        "]",
        "[::",
        "::",
        "%",
        "%2e",
        "%2F",
        "..",
        ".",
        "-",
        "_",
        "~",
        "localhost",
        "a.com",
        "A.Com",
        "127.0.0.1",
        "127.1",
        "0x7f",
        "0177",
        "256",
        "1",
        "0",
        "xn--",
        "xn--bcher-kva",
        "::1",
        "ffff",
        "0:0",
        ":443",
        ":80",
        ":+1",
        ":65536",
        ":0",
        "api",
        "v2",
        "data-app",
        "datamarts",
        "user:pw@",
        " ",
        "\t",
        "\n",
        "\u{ad}",
        "\u{3002}",
        "ü",
        "&",
        "=",
        ";",
        "+",
        "'",
        "(",
        "!",
        "$",
        "*",
        ",",
        "|",
        "^",
        "`",
        "{",
        "<",
        "\"",
    ]);
    prop_oneof![
        4 => fixed.prop_map(str::to_owned),
        1 => "[0-9a-f.:]{1,12}",
        1 => "[ -~]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ]
}

fn composed() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec!["https://", "http://", "HTTP://", "/", ""]);
    (start, prop::collection::vec(piece(), 0..7))
        .prop_map(|(start, pieces)| start.to_owned() + &pieces.concat())
}

/// Hosts that are nearly valid, so that many are accepted.
fn hosts() -> impl Strategy<Value = String> {
    let label = "[a-z0-9_-]{1,6}";
    let number = prop_oneof!["0|1|127|255|256|01|0x1", "[0-9]{1,4}"];
    let group = prop_oneof!["0|1|0000|0001|ffff", "[0-9a-f]{1,5}"];
    let ipv6 = prop::collection::vec(prop_oneof![8 => group, 1 => Just(String::new())], 1..9)
        .prop_map(|groups| groups.join(":"));
    let address = (
        ipv6,
        prop::option::of("(0|1|127|255|256)(\\.[0-9]{1,3}){3}"),
    )
        .prop_map(|(ipv6, ipv4)| match ipv4 {
            Some(ipv4) => format!("[{ipv6}:{ipv4}]"),
            None => format!("[{ipv6}]"),
        });
    let host = prop_oneof![
        prop::collection::vec(label, 1..4).prop_map(|labels| labels.join(".")),
        prop::collection::vec(number, 1..6).prop_map(|numbers| numbers.join(".")),
        address,
    ];
    let port = prop::option::of("[0-9]{1,6}|\\+[0-9]{2}");
    let path = prop::option::of("/[a-zA-Z0-9._~!$&'()*+,;=:@%/-]{0,8}");
    ("https?", host, port, path).prop_map(|(scheme, host, port, path)| {
        let port = port.map_or(String::new(), |port| format!(":{port}"));
        format!("{scheme}://{host}{port}{}", path.unwrap_or_default())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_is_the_same_to_url_parsers(base_url in prop_oneof![composed(), hosts()]) {
        agrees_with_whatwg(&base_url)?;
    }

    /// The opposite direction, where we are not stricter on purpose: addresses in canonical form.
    #[test]
    fn canonical_addresses_are_accepted(v4 in any::<std::net::Ipv4Addr>(), v6 in any::<std::net::Ipv6Addr>(), port in 1_u16..) {
        for base_url in [format!("https://{v4}"), format!("https://{v4}:{port}"), format!("https://[{v6}]"), format!("https://[{v6}]:{port}")] {
            prop_assert!(request_url(&base_url).is_ok(), "{}", base_url);
            prop_assert_eq!(request_url(&base_url.replacen("https", "http", 1)).is_ok(), if base_url.contains('[') { v6.is_loopback() } else { v4.is_loopback() });
        }
    }
}

#[test]
fn the_oracle_checks_accepted_ones() {
    for base_url in [
        "https://a.com:443",
        "http://[0:0::1]:80/x",
        "https://A.com/%2F",
        "https://xn--bcher-kva.de",
        "/x",
        "/",
    ] {
        assert!(request_url(base_url).is_ok(), "{base_url}");
        agrees_with_whatwg(base_url).unwrap();
    }
}

#[test]
fn urls_that_no_parser_accepts_are_refused() {
    for base_url in [
        "https://a.com:+443",
        "https://a.com:99999",
        "https://[:::]",
        "https://[1:2:3:4:5:6:7]",
        "https://256.256.256.256",
        "https://1.2.3.4.5",
    ] {
        assert!(Url::parse(base_url).is_err(), "{base_url}");
        assert!(request_url(base_url).is_err(), "{base_url}");
    }
    // These are accepted, as unexpected addresses.
    for base_url in [
        "https://1",
        "https://0x7f.1",
        "https://0177.0.0.1",
        "http://2130706433",
    ] {
        assert!(Url::parse(base_url).is_ok(), "{base_url}");
        assert!(request_url(base_url).is_err(), "{base_url}");
    }
}
