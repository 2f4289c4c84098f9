//! The name of the datamart has characters other than the recommended ones.

use crate::document::Span;
use crate::issue::{Code, Finding, Findings, Place};
use crate::rules::{Context, rule};
use crate::text::trimmed;

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
    let mut first = None;
    let mut end = 0;
    for (at, c) in trimmed.char_indices().filter(|(_, c)| is_odd(*c)) {
        first = first.or(Some((at, c)));
        end = at + c.len_utf8();
    }
    let Some((first, odd)) = first else {
        return;
    };
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
    let mut fixed = String::new();
    let mut is_run = false;
    for c in piece.chars() {
        if is_odd(c) {
            is_run = true;
            continue;
        }
        if is_run && !(at_start && fixed.is_empty()) {
            fixed.push('-');
        }
        is_run = false;
        fixed.push(c);
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
        assert_eq!(hyphenated(" (a) b.c/-!", false, false), "-a-b-c--");
    }
}
