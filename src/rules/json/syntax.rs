//! The text is not JSON.

use crate::document::{Bracket, Document, Flaw, NodeId, SyntaxErrorKind, invisible, named, repair};
use crate::issue::{Code, Finding, Message, Place, push_shown};
use crate::rules::rule;
use crate::text::{first_characters, trimmed};

rule! {
    code: "syntax",
    severity: ERROR,
    subject: Json,
    what: "The text is not JSON.",
    why: "Only for a datamart given as text. The rest of the text is still read, so that its \
          other mistakes show too.",
    wrong: Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }], }] }"#,
    ),
    right: Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    templates: {
        EMPTY(): ".empty" => "found an empty text, expected a datamart as JSON",
        MORE_TEXT(found): ".more-text" => "found `{found}` after the end of the datamart, expected nothing more",
        REMOVE_MORE(): ".more-text.help" => "Remove it, or look for a bracket that closes too early.",
        COMMENT(): ".comment" => "found a comment, which JSON does not have",
        REMOVE_COMMENT(): ".comment.help" => "Remove the comment.",
        SPACE(character): ".space" => "found {character}, which JSON does not allow here",
        SPACE_ONE(character): ".space.one" => "found {character} and one more such character, which JSON does not allow here",
        SPACE_MANY(character, count): ".space.many" => "found {character} and {count} more such characters, which JSON does not allow here",
        REPLACE_SPACE(): ".space.help" => "Replace it with a plain space: JSON allows only spaces, tabs and line breaks.",
        REPLACE_SPACE_FIX(): ".space.fix" => "Replace it with a plain space",
        REMOVE_SPACE(): ".space.remove.help" => "Remove it: it is invisible, and JSON allows only spaces, tabs and line breaks.",
        REMOVE_SPACE_FIX(): ".space.remove.fix" => "Remove it",
        SINGLE_QUOTE(): ".single-quote" => "found a single quote, expected a double quote",
        DOUBLE_QUOTES(): ".single-quote.help" => "JSON strings use double quotes.",
        BARE_KEY(found): ".bare-key" => "found `{found}` without quotes, expected a key in double quotes",
        QUOTE_KEY(): ".bare-key.help" => "Write the key in double quotes.",
        NO_KEY(found): ".key" => "found `{found}`, expected a key in double quotes",
        NO_COLON(found): ".colon" => "found `{found}`, expected a colon after the key",
        NO_VALUE(key): ".no-value" => "the key `{key}` has no value",
        NO_COMMA(found): ".comma" => "found `{found}`, expected a comma or a closing bracket",
        ADD_COMMA(): ".comma.help" => "Put a comma between two items.",
        EXTRA_COMMA(): ".extra-comma" => "found an extra comma",
        TRAILING_COMMA(bracket): ".trailing-comma" => "found a comma before the closing `{bracket}`",
        REMOVE_COMMA(): ".extra-comma.help" => "Remove the comma.",
        WRONG_CLOSE(found, expected): ".wrong-bracket" => "found `{found}`, expected `{expected}`",
        OPENED(): ".wrong-bracket.related" => "opened here",
        NEVER_CLOSED(found, expected): ".unclosed-bracket" => "`{found}` is never closed, expected `{expected}`",
        TEXT_ENDS(): ".unclosed-bracket.related" => "the text ends here",
        UNCLOSED_STRING(): ".unclosed-string" => "the string is not closed on its line",
        CLOSE_STRING(): ".unclosed-string.help" => r"Close it with a double quote. Write a line break inside a string as \n.",
        CONTROL_CHARACTER(): ".control-character" => "found a control character inside a string",
        ESCAPE_CONTROL(): ".control-character.help" => r"Write a tab as \t and other control characters as \u with four hexadecimal digits.",
        BAD_ESCAPE(found): ".escape" => "found `{found}`, which is not a valid escape",
        ESCAPES(): ".escape.help" => r#"Write a backslash as \\. JSON has the escapes \" \\ \/ \b \f \n \r \t and \u0000."#,
        BAD_NUMBER(found): ".number" => "found `{found}`, which is not a JSON number",
        DIGITS(): ".number.help" => "Write digits without leading zeros, with digits before and after a decimal point.",
        BAD_VALUE(found): ".value" => "found `{found}`, expected a value",
        REPAIR_FIX(): ".repair.fix" => "Repair the JSON",
        REPAIR_REMOVING_FIX(): ".repair.removing.fix" => "Repair the JSON, and remove comments and code around it",
        VALUES(): ".value.help" => "Put strings in double quotes; other values are numbers, true, false, null, [lists] and {{objects}}.",
    },
}

pub(super) fn finding(document: &Document<'_>, flaw: &Flaw, kind: SyntaxErrorKind) -> Finding {
    let place = Place::text(flaw.node, flaw.span);
    let found = flaw.span.text(document.json_text().unwrap_or_default());
    let mut related = None;
    let mut expected = "";
    let (message, help) = match kind {
        SyntaxErrorKind::EmptyText => (templates::EMPTY, None),
        SyntaxErrorKind::MoreText => (templates::MORE_TEXT, Some(templates::REMOVE_MORE)),
        SyntaxErrorKind::Comment => (templates::COMMENT, Some(templates::REMOVE_COMMENT)),
        SyntaxErrorKind::ForeignSpace => return foreign_space(place, found),
        SyntaxErrorKind::SingleQuote => (templates::SINGLE_QUOTE, Some(templates::DOUBLE_QUOTES)),
        SyntaxErrorKind::BareKey => (templates::BARE_KEY, Some(templates::QUOTE_KEY)),
        SyntaxErrorKind::NoKey => (templates::NO_KEY, None),
        SyntaxErrorKind::NoColon => (templates::NO_COLON, None),
        SyntaxErrorKind::NoValue => (templates::NO_VALUE, None),
        SyntaxErrorKind::NoComma => (templates::NO_COMMA, Some(templates::ADD_COMMA)),
        SyntaxErrorKind::ExtraComma => (templates::EXTRA_COMMA, Some(templates::REMOVE_COMMA)),
        SyntaxErrorKind::TrailingComma(bracket) => {
            expected = close(bracket);
            (templates::TRAILING_COMMA, Some(templates::REMOVE_COMMA))
        }
        SyntaxErrorKind::WrongClose { bracket, open } => {
            expected = close(bracket);
            related = Some((open, templates::OPENED));
            (templates::WRONG_CLOSE, None)
        }
        SyntaxErrorKind::NeverClosed { bracket, end } => {
            expected = close(bracket);
            related = Some((end, templates::TEXT_ENDS));
            (templates::NEVER_CLOSED, None)
        }
        SyntaxErrorKind::UnclosedString => {
            (templates::UNCLOSED_STRING, Some(templates::CLOSE_STRING))
        }
        SyntaxErrorKind::ControlCharacter => (
            templates::CONTROL_CHARACTER,
            Some(templates::ESCAPE_CONTROL),
        ),
        SyntaxErrorKind::BadEscape => (templates::BAD_ESCAPE, Some(templates::ESCAPES)),
        SyntaxErrorKind::BadNumber => (templates::BAD_NUMBER, Some(templates::DIGITS)),
        SyntaxErrorKind::BadValue => (templates::BAD_VALUE, Some(templates::VALUES)),
    };
    let message = Message::filled(message, &|name| match name {
        "expected" | "bracket" => expected.to_owned(),
        _ => shortened(found),
    });
    let mut finding = Finding::new(Code::Syntax, place, message);
    if let Some(help) = help {
        finding = finding.help(Message::new(help, &[]));
    }
    if let Some((span, text)) = related {
        finding = finding.related(Place::text(flaw.node, span), Message::new(text, &[]));
    }
    finding
}

/// Adds the repair of the whole text to its first error, if it is certain.
#[cold]
#[inline(never)]
pub(super) fn with_repair(finding: Finding, node: NodeId, text: &str) -> Finding {
    let Some(repair) = repair(text) else {
        return finding;
    };
    let title = if repair.removes {
        templates::REPAIR_REMOVING_FIX
    } else {
        templates::REPAIR_FIX
    };
    let mut finding = finding.fix_title(Message::new(title, &[])).certain_fix();
    for (span, text) in repair.edits {
        finding = finding.also_replace(Place::text(node, span), text);
    }
    finding
}

fn close(bracket: Bracket) -> &'static str {
    match bracket {
        Bracket::Object => "}",
        Bracket::Array => "]",
    }
}

/// For characters between two tokens.
fn foreign_space(place: Place, found: &str) -> Finding {
    let mut first = None;
    let mut others = 0;
    let mut plain = String::new();
    for c in found.chars() {
        let Some((_, is_space)) = invisible(c) else {
            plain.push(c);
            continue;
        };
        if first.is_none() {
            first = Some(named(c));
        } else {
            others += 1;
        }
        if is_space {
            plain.push(' ');
        }
    }
    let message = match others {
        0 => templates::SPACE,
        1 => templates::SPACE_ONE,
        _ => templates::SPACE_MANY,
    };
    let message = Message::filled(message, &|name| match name {
        "count" => others.to_string(),
        _ => first.clone().unwrap_or_default(),
    });
    let (help, title) = if plain.is_empty() {
        (templates::REMOVE_SPACE, templates::REMOVE_SPACE_FIX)
    } else {
        (templates::REPLACE_SPACE, templates::REPLACE_SPACE_FIX)
    };
    Finding::new(Code::Syntax, place, message)
        .help(Message::new(help, &[]))
        .fix_title(Message::new(title, &[]))
        .also_replace(place, plain)
        .certain_fix()
}

/// The first line of a text, shortened for display.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 30;
    let line = trimmed(text).lines().next().unwrap_or_default();
    let first = first_characters(line, SHOWN);
    let mut text = String::new();
    for c in first.chars() {
        push_shown(&mut text, c);
    }
    if first.len() < line.len() {
        text.push('…');
    }
    text
}
