//! The name of the datamart has characters other than the recommended ones.

use crate::document::Span;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, rule};
use crate::text::{joined, trimmed};

rule! {
    code: "datamart-name-characters",
    severity: WARNING,
    subject: Datamart,
    what: "The name contains characters other than letters, digits, hyphens and underscores.",
    why: "The vendor recommends letters, digits and hyphens. Later calls, such as the one that \
          deletes the datamart, use the name, and it cannot be changed.",
    wrong: Fields(r#"{ "name": "sales 2026!" }"#),
    right: Fields(r#"{ "name": "sales-2026" }"#),
    check: Some(check),
    messages: {
        odd(character): "" => "`{character}` is not a letter, digit, hyphen or underscore",
        recommended(): ".help" => "The vendor recommends letters, digits and hyphens. The name cannot be changed later.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if !super::chooses_name(cx) {
        return;
    }
    let Some(name) = cx.datamart.name.given() else {
        return;
    };
    // Surrounding whitespace is another rule's.
    let trimmed = trimmed(name.text);
    let (Some(first), Some(last)) = (trimmed.find(is_odd), trimmed.rfind(is_odd)) else {
        return;
    };
    let odd = trimmed
        .get(first..)
        .and_then(|rest| rest.chars().next())
        .unwrap_or_default();
    let end = last
        + trimmed
            .get(last..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
    let piece = trimmed.get(first..end).unwrap_or_default();
    let offset = name.text.len() - name.text.trim_start().len();
    let [Ok(start), Ok(stop)] = [offset + first, offset + end].map(u32::try_from) else {
        return;
    };
    let message = messages::odd(odd.encode_utf8(&mut [0; 4]));
    let fixed = hyphenated(piece, first == 0, end == trimmed.len());
    findings.add(
        Finding::new(
            Code::DatamartNameCharacters,
            Place::piece(name.node, Span::new(start, stop)),
            message,
        )
        .help(messages::recommended())
        .suggest(Some(fixed.as_str()).filter(|_| piece != trimmed || !fixed.is_empty())),
    );
}

fn is_odd(c: char) -> bool {
    // An accent may be a separate character after its letter.
    let is_accent = ('\u{300}'..='\u{36f}').contains(&c);
    !(c.is_alphanumeric() || is_accent || c == '-' || c == '_')
}

/// Replaces every run of unusual characters inside the name with a hyphen, and removes runs at its
/// ends.
fn hyphenated(piece: &str, at_start: bool, at_end: bool) -> String {
    let words = piece.split(is_odd);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut fixed = joined(&words, "-");
    if !at_start {
        fixed.insert(0, '-');
    }
    if !at_end && !fixed.ends_with('-') {
        fixed.push('-');
    }
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_names() {
        assert_eq!(hyphenated(" 2026!", false, true), "-2026");
        assert_eq!(hyphenated(" ", false, false), "-");
        assert_eq!(hyphenated("!", true, false), "-");
        assert_eq!(hyphenated("(a) ", true, false), "a-");
    }
}
