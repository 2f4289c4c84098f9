//! Removes anything that looks like a token from a server's text, which may repeat the request.

/// The replacement for a secret.
const MASK: char = '…';

/// The text without anything that looks like a token.
pub(super) fn mask(text: &str) -> String {
    let mut out = String::new();
    let mut state = State::Plain;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        if end == 0 {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (word, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = tail;
        let is_secret = match state {
            State::Bearer => !is_any(word, &AFTER_BEARER),
            State::Named => is_like_a_secret(word),
            State::Plain => false,
        };
        if is_secret || is_token(word) {
            out.push(MASK);
            // A token may contain any character that a header allows.
            let is_end = |c: char| match state {
                State::Bearer => c.is_whitespace() || c == '"',
                State::Named | State::Plain => {
                    c.is_whitespace()
                        || matches!(c, '"' | '\'' | '`' | ',' | ';' | '<' | '>' | ')' | '}')
                }
            };
            let end = rest.find(is_end);
            rest = rest.get(end.unwrap_or(rest.len())..).unwrap_or_default();
            state = State::Plain;
            continue;
        }
        out.push_str(word);
        if word.eq_ignore_ascii_case("bearer") {
            state = State::Bearer;
        } else if is_any(word, &NAMES) {
            state = State::Named;
        } else if !is_any(word, &FILLERS) {
            state = State::Plain;
        }
    }
    out
}

#[derive(Clone, Copy)]
enum State {
    Plain,
    /// A token follows.
    Bearer,
    /// A token may follow.
    Named,
}

/// Words that follow `Bearer` in a sentence.
const AFTER_BEARER: [&str; 5] = [
    "token",
    "tokens",
    "authentication",
    "authorization",
    "scheme",
];

/// Names of tokens.
const NAMES: [&str; 9] = [
    "token",
    "tokens",
    "servicetoken",
    "service_token",
    "authorization",
    "key",
    "apikey",
    "api_key",
    "secret",
];

/// Words that may be between a name and a token.
const FILLERS: [&str; 8] = [
    "is", "was", "the", "value", "invalid", "expired", "provided", "given",
];

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '~' | '+')
}

/// Whether a word has the form of a token: the vendor's two known forms, or a JSON Web Token.
fn is_token(word: &str) -> bool {
    let starts = |start: &str| {
        word.get(..start.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(start))
    };
    starts("dbn_") && word.len() > 8
        || word.starts_with("eyJ") && word.len() > 20
        || word.as_bytes().windows(36).any(is_uuid)
}

fn is_uuid(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().all(|(at, byte)| {
        if matches!(at, 8 | 13 | 18 | 23) {
            *byte == b'-'
        } else {
            byte.is_ascii_hexdigit()
        }
    })
}

fn is_like_a_secret(word: &str) -> bool {
    word.len() >= 8 && word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_tokens_and_leaves_words() {
        for (text, expected) in [
            ("Invalid bearer a1b2c3", "Invalid bearer …"),
            (
                "Authorization: Bearer se/cr=e't<x> is bad",
                "Authorization: Bearer … is bad",
            ),
            ("Bearer%20abc%2Fdef failed", "Bearer%… failed"),
            (
                "{\"authorization\":\"Bearer abc\"}",
                "{\"authorization\":\"Bearer …\"}",
            ),
            ("Bearer token is missing", "Bearer token is missing"),
            ("bearer token dbn_live_4f3c2b1a", "bearer token …"),
            ("dbn_live_4f3c2b1a/=x expired", "… expired"),
            ("token=0b9f6c1e-6f0a-4a53-8b52-3d4a9f0d2c11.", "token=…"),
            (
                "request id-0B9F6C1E-6f0a-4a53-8b52-3d4a9f0d2c11",
                "request …",
            ),
            (
                "the service token 12345678abc is invalid",
                "the service token … is invalid",
            ),
            ("API key provided: abcdefg1", "API key provided: …"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x", "…"),
            ("the token expired yesterday", "the token expired yesterday"),
            (
                "\"tableList[0].columns[3].sql\" is required",
                "\"tableList[0].columns[3].sql\" is required",
            ),
            (
                "no column order_2024_total in the table",
                "no column order_2024_total in the table",
            ),
        ] {
            assert_eq!(mask(text), expected);
        }
    }
}
