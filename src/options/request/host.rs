//! Host and port of the option `baseUrl`.

/// The part between `https://` and the path, in lower case.
pub(super) struct Host<'a> {
    /// The name or the address, an IPv6 address without its brackets.
    pub(super) name: &'a str,
    /// Whether requests to it stay on the machine.
    pub(super) is_loopback: bool,
}

/// Checks host and port, by the rules of the WHATWG's URL parser and stricter: no empty port, no
/// port 0, one spelling of an IPv4 address.
///
/// Labels of `xn--…` are not decoded. If such a label is invalid, a URL parser fails, and nothing
/// is sent.
pub(super) fn check(authority: &str) -> Result<Host<'_>, &'static str> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (address, after) = rest
                .split_once(']')
                .ok_or("has an unclosed `[` in its host")?;
            let is_loopback =
                read_ipv6(address).ok_or("has a host in `[…]` that is not an IPv6 address")?;
            let port = match after {
                "" => None,
                _ => Some(after.strip_prefix(':').ok_or("has text after `]`")?),
            };
            (
                Host {
                    name: address,
                    is_loopback,
                },
                port,
            )
        }
        None => match authority.split_once(':') {
            Some((name, port)) => (check_name(name)?, Some(port)),
            None => (check_name(authority)?, None),
        },
    };
    match port {
        // A parsed number may have a sign, but a port may not.
        Some(port) if port.starts_with('+') || !matches!(port.parse::<u16>(), Ok(1..)) => {
            Err("has a port that is not a number from 1 to 65535")
        }
        _ => Ok(host),
    }
}

fn check_name(name: &str) -> Result<Host<'_>, &'static str> {
    let labels = name.strip_suffix('.').unwrap_or(name);
    if !labels.split('.').all(is_label) {
        return Err("has no valid host");
    }
    // URL parsers take such a host as an IPv4 address, even in unexpected notations: `1`, `0x7f.1`.
    let is_loopback = if labels.rsplit('.').next().is_some_and(is_number) {
        match read_ipv4(name) {
            Some([first, ..]) => first == 127,
            None => {
                return Err(
                    "has a number as its host, expected a name or an address like `192.168.0.7`",
                );
            }
        }
    } else {
        name == "localhost" || name.ends_with(".localhost")
    };
    Ok(Host { name, is_loopback })
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_number(label: &str) -> bool {
    match label.strip_prefix("0x") {
        Some(digits) => digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
        None => label.bytes().all(|byte| byte.is_ascii_digit()),
    }
}

/// Four numbers from 0 to 255 without leading zeros, which would make them octal.
fn read_ipv4(text: &str) -> Option<[u8; 4]> {
    let mut address = [0; 4];
    let mut parts = text.split('.');
    for number in &mut address {
        let part = parts.next()?;
        if part.len() > 1 && part.starts_with(['0', '+']) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(address)
}

/// Whether an IPv6 address is the loopback address; `None` if the text is not an IPv6 address. The
/// standard library's parser would cost two kilobytes of WebAssembly, and searching for `::` one
/// more.
fn read_ipv6(text: &str) -> Option<bool> {
    match text {
        "" => return None,
        "::" => return Some(false),
        _ => {}
    }
    // At either end, `::` has one colon more than between two groups.
    let text = match text.strip_prefix(':') {
        Some(rest) if !rest.starts_with(':') => return None,
        rest => rest.unwrap_or(text),
    };
    let text = match text.strip_suffix(':') {
        Some(rest) if !rest.ends_with(':') => return None,
        rest => rest.unwrap_or(text),
    };
    let (mut count, mut last, mut is_zero_before_last) = (0, 0, true);
    let mut add = |group: u16| {
        is_zero_before_last &= last == 0;
        last = group;
        count += 1;
    };
    let mut has_gap = false;
    let mut parts = text.split(':').peekable();
    while let Some(part) = parts.next() {
        if part.is_empty() {
            if has_gap {
                return None;
            }
            has_gap = true;
            // It stands for at least one group of zeros.
            add(0);
        } else if part.as_bytes().contains(&b'.') && parts.peek().is_none() {
            let [a, b, c, d] = read_ipv4(part)?;
            add(u16::from_be_bytes([a, b]));
            add(u16::from_be_bytes([c, d]));
        } else {
            let is_group = part.len() <= 4 && !part.starts_with('+');
            add(u16::from_str_radix(part, 16).ok().filter(|_| is_group)?);
        }
    }
    let is_complete = if has_gap { count <= 8 } else { count == 8 };
    is_complete.then_some(is_zero_before_last && last == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_loopback(host: &str) -> Option<bool> {
        check(host).ok().map(|host| host.is_loopback)
    }

    #[test]
    fn knows_loopback_in_every_spelling() {
        for host in [
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[0000:0000:0000:0000:0000:0000:0000:0001]",
            "[0::1]",
            "[::0:1]",
            "[0:0:0::1]",
            "[0:0:0:0:0:0::1]",
            "[::0.0.0.1]",
            "[0:0:0:0:0:0:0.0.0.1]",
            "[::0001]:8080",
            "127.0.0.1",
            "127.255.0.1:80",
            "localhost",
            "a.localhost",
        ] {
            assert_eq!(is_loopback(host), Some(true), "{host}");
        }
        for host in [
            "[::]",
            "[::2]",
            "[1::]",
            "[1::1]",
            "[::1:1]",
            "[::1:0]",
            "[0:0:0:0:0:0:1:0]",
            "[::1.0.0.1]",
            "[::127.0.0.1]",
            "[::ffff:127.0.0.1]",
            "[fe80::1]",
            "128.0.0.1",
            "0.0.0.0",
            "localhost.a",
            "notlocalhost",
            "127.0.0.1.a",
        ] {
            assert_eq!(is_loopback(host), Some(false), "{host}");
        }
    }

    #[test]
    fn refuses_what_is_no_host_or_port() {
        for host in [
            "",
            ".",
            "a..b",
            "-a",
            "a-",
            "a.com:",
            "a.com:0",
            "a.com:+443",
            "a.com:-1",
            "a.com:65536",
            "a.com:99999",
            "a.com:4294967739",
            "a.com:0x50",
            "a.com:1:2",
            "1",
            "0x7f.1",
            "0x",
            "a.1",
            "a.0x1",
            "1.2.3",
            "1.2.3.4.5",
            "256.256.256.256",
            "1.2.3.256",
            "0177.0.0.1",
            "127.0.0.01",
            "127.0.0.1.",
            "2130706433",
            "[]",
            "[:]",
            "[:::]",
            "[::1::]",
            "[1:2:3:4:5:6:7]",
            "[1:2:3:4:5:6:7:8:9]",
            "[1:2:3:4::5:6:7:8]",
            "[:1:2:3:4:5:6:7]",
            "[12345::]",
            "[::+1]",
            "[::g]",
            "[::1%25lo]",
            "[1.2.3.4::]",
            "[::1.2.3]",
            "[::1.2.3.04]",
            "[::1.2.3.4:1]",
            "[1:2:3:4:5:6:7:1.2.3.4]",
            "[::1",
            "[::1]x",
            "[::1]:",
            "::1",
        ] {
            assert!(check(host).is_err(), "{host}");
        }
    }
}
