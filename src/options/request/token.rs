//! The option `serviceToken`, and the header made from it. No message quotes it.

/// The header's value, or the problem with the token.
///
/// The vendor does not document the format of tokens, so only impossible tokens are refused: those
/// that are not allowed in a header, and placeholders that were not filled in.
pub(super) fn authorization(token: &str) -> Result<String, &'static str> {
    // The order matters: a placeholder may contain whitespace, and so does a text that starts with
    // `Bearer `.
    if token.trim().is_empty() {
        Err("is blank; leave it out if a proxy adds the token")
    } else if is_bearer(token) {
        Err("starts with `Bearer `, which is added to it; pass the token alone")
    } else if is_quoted(token.trim()) {
        Err("is in quotes; pass what is between them")
    } else if is_placeholder(token.trim()) {
        Err("is a placeholder; pass the token that it stands for")
    } else if !token.is_ascii() {
        Err("contains characters outside ASCII; copy it again from the workspace's settings")
    } else if token.trim() != token {
        Err("has leading or trailing whitespace; trim it")
    } else if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        // A line break would start another header.
        Err("contains whitespace or a control character")
    } else {
        Ok(format!("Bearer {token}"))
    }
}

fn is_bearer(token: &str) -> bool {
    token
        .split_whitespace()
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("bearer"))
}

/// The texts that programs produce from an unset variable.
const UNSET: [&str; 5] = ["undefined", "null", "none", "nan", "[object object]"];

/// Notations of a variable's name where its value belongs, and of placeholders in documentation.
const WRAPPED: [(&str, &str); 6] = [
    ("${", "}"),
    ("$(", ")"),
    ("{", "}"),
    ("<", ">"),
    ("%", "%"),
    ("[", "]"),
];

/// How variable names, or tokens invented for documentation, start.
const STARTS: [&str; 6] = [
    "process.env",
    "import.meta.env",
    "your_",
    "your-",
    "your ",
    "databrain_",
];

fn is_placeholder(token: &str) -> bool {
    let lower = token.to_ascii_lowercase();
    let token = lower.as_str();
    UNSET.contains(&token)
        || WRAPPED
            .iter()
            .any(|(before, after)| is_wrapped(token, before, after))
        || STARTS.iter().any(|start| token.starts_with(start))
        || token.strip_prefix('$').is_some_and(is_name)
        // What a settings page, a log or an example shows instead of a token.
        || token.contains(['…', '•'])
        || token.as_bytes().windows(3).any(|piece| matches!(piece, b"..." | b"***"))
        || token.len() > 2 && token.bytes().all(|byte| byte == b'x')
}

fn is_quoted(token: &str) -> bool {
    is_wrapped(token, "\"", "\"") || is_wrapped(token, "'", "'")
}

fn is_wrapped(token: &str, before: &str, after: &str) -> bool {
    token
        .strip_prefix(before)
        .is_some_and(|rest| rest.ends_with(after))
}

/// Whether it can be the name of an environment variable.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_tokens_of_any_form() {
        for token in [
            "a",
            "x",
            "0b9f6c1e-6f0a-4a53-8b52-3d4a9f0d2c11",
            "dbn_live_4f3c2b1a",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dGhpcyBpcyBhIHRlc3Q",
            "abc-123_x.y~z+/=",
            "nullable",
            "undefined1",
            "$ecret-100%",
            "it's<fine>",
            "token'\"$(id)",
            "xxy",
            "nan0",
        ] {
            assert_eq!(authorization(token), Ok(format!("Bearer {token}")));
        }
    }

    #[test]
    fn refuses_what_was_not_filled_in() {
        for token in [
            "undefined",
            "null",
            "NULL",
            "None",
            "NaN",
            "[object Object]",
            "$TOKEN",
            "$databrain_service_token",
            "${TOKEN}",
            "${{ secrets.TOKEN }}",
            "$(TOKEN)",
            "{{token}}",
            "{token}",
            "<token>",
            "<your token>",
            "%TOKEN%",
            "[token]",
            "process.env.TOKEN",
            "import.meta.env.VITE_TOKEN",
            "YOUR_SERVICE_TOKEN",
            "your-token",
            "your token here",
            "DATABRAIN_SERVICE_TOKEN",
            "xxx",
            "XXXXXXXX",
            "dbn_live_...",
            "dbn_live_…",
            "****1234",
            "••••••",
            " undefined",
            "$TOKEN\n",
        ] {
            assert_eq!(
                authorization(token),
                Err("is a placeholder; pass the token that it stands for"),
                "{token}"
            );
        }
    }

    #[test]
    fn names_what_is_wrong_with_a_token() {
        for (token, expected) in [
            ("", "is blank; leave it out if a proxy adds the token"),
            (" \n", "is blank; leave it out if a proxy adds the token"),
            (
                "bearer\tabc",
                "starts with `Bearer `, which is added to it; pass the token alone",
            ),
            (
                "Bearer",
                "starts with `Bearer `, which is added to it; pass the token alone",
            ),
            (
                "\u{a0}Bearer abc",
                "starts with `Bearer `, which is added to it; pass the token alone",
            ),
            (
                "Bearer $TOKEN",
                "starts with `Bearer `, which is added to it; pass the token alone",
            ),
            ("'abc'", "is in quotes; pass what is between them"),
            ("\"abc\"\n", "is in quotes; pass what is between them"),
            ("abc\n", "has leading or trailing whitespace; trim it"),
            ("ab c", "contains whitespace or a control character"),
            (
                "ab\r\nX-Evil: 1",
                "contains whitespace or a control character",
            ),
            ("ab\u{7f}", "contains whitespace or a control character"),
            (
                "äbc",
                "contains characters outside ASCII; copy it again from the workspace's settings",
            ),
        ] {
            assert_eq!(authorization(token), Err(expected), "{token:?}");
        }
    }
}
