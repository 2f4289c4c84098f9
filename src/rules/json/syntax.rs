//! The text is not JSON.

use crate::document::{Bracket, Document, Flaw, Span, SyntaxErrorKind, invisible, named};
use crate::issue::{Code, Finding, Message, Place};
use crate::rules::rule;

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
    messages: {
        empty(): ".empty" => "found an empty text, expected a datamart as JSON",
        more_text(found): ".more-text" => "found `{found}` after the end of the datamart, expected nothing more",
        remove_more(): ".more-text.help" => "Remove it, or look for a bracket that closes too early.",
        comment(): ".comment" => "found a comment, which JSON does not have",
        remove_comment(): ".comment.help" => "Remove the comment.",
        space(character): ".space" => "found {character}, which JSON does not allow here",
        space_one(character): ".space.one" => "found {character} and one more such character, which JSON does not allow here",
        space_many(character, count): ".space.many" => "found {character} and {count} more such characters, which JSON does not allow here",
        replace_space(): ".space.help" => "Replace it with a plain space: JSON allows only spaces, tabs and line breaks.",
        replace_space_fix(): ".space.fix" => "Replace it with a plain space",
        remove_space(): ".space.remove.help" => "Remove it: it is invisible, and JSON allows only spaces, tabs and line breaks.",
        remove_space_fix(): ".space.remove.fix" => "Remove it",
        single_quote(): ".single-quote" => "found a single quote, expected a double quote",
        double_quotes(): ".single-quote.help" => "JSON strings use double quotes.",
        bare_key(found): ".bare-key" => "found `{found}` without quotes, expected a key in double quotes",
        quote_key(): ".bare-key.help" => "Write the key in double quotes.",
        no_key(found): ".key" => "found `{found}`, expected a key in double quotes",
        no_colon(found): ".colon" => "found `{found}`, expected a colon after the key",
        no_value(key): ".no-value" => "the key `{key}` has no value",
        no_comma(found): ".comma" => "found `{found}`, expected a comma or a closing bracket",
        add_comma(): ".comma.help" => "Put a comma between two items.",
        extra_comma(): ".extra-comma" => "found an extra comma",
        trailing_comma(bracket): ".trailing-comma" => "found a comma before the closing `{bracket}`",
        remove_comma(): ".extra-comma.help" => "Remove the comma.",
        wrong_close(found, expected): ".wrong-bracket" => "found `{found}`, expected `{expected}`",
        opened(): ".wrong-bracket.related" => "opened here",
        never_closed(found, expected): ".unclosed-bracket" => "`{found}` is never closed, expected `{expected}`",
        text_ends(): ".unclosed-bracket.related" => "the text ends here",
        unclosed_string(): ".unclosed-string" => "the string is not closed on its line",
        close_string(): ".unclosed-string.help" => r"Close it with a double quote. Write a line break inside a string as \n.",
        control_character(): ".control-character" => "found a control character inside a string",
        escape_control(): ".control-character.help" => r"Write a tab as \t and other control characters as \u with four hexadecimal digits.",
        bad_escape(found): ".escape" => "found `{found}`, which is not a valid escape",
        escapes(): ".escape.help" => r#"Write a backslash as \\. JSON has the escapes \" \\ \/ \b \f \n \r \t and \u0000."#,
        bad_number(found): ".number" => "found `{found}`, which is not a JSON number",
        digits(): ".number.help" => "Write digits without leading zeros, with digits before and after a decimal point.",
        bad_value(found): ".value" => "found `{found}`, expected a value",
        values(): ".value.help" => "Put strings in double quotes; other values are numbers, true, false, null, [lists] and {{objects}}.",
    },
}

pub(super) fn finding(document: &Document<'_>, flaw: &Flaw, kind: SyntaxErrorKind) -> Finding {
    let place = Place::text(flaw.node, flaw.span);
    let text = document.json_text().unwrap_or_default();
    let found = &shortened(flaw.span.text(text));
    let finding = |message: Message| Finding::new(Code::Syntax, place, message);
    let related = |span: Span| Place::text(flaw.node, span);
    match kind {
        SyntaxErrorKind::EmptyText => finding(messages::empty()),
        SyntaxErrorKind::MoreText => {
            finding(messages::more_text(found)).help(messages::remove_more())
        }
        SyntaxErrorKind::Comment => finding(messages::comment()).help(messages::remove_comment()),
        SyntaxErrorKind::ForeignSpace => foreign_space(place, flaw.span.text(text)),
        SyntaxErrorKind::SingleQuote => {
            finding(messages::single_quote()).help(messages::double_quotes())
        }
        SyntaxErrorKind::BareKey => finding(messages::bare_key(found)).help(messages::quote_key()),
        SyntaxErrorKind::NoKey => finding(messages::no_key(found)),
        SyntaxErrorKind::NoColon => finding(messages::no_colon(found)),
        SyntaxErrorKind::NoValue => finding(messages::no_value(found)),
        SyntaxErrorKind::NoComma => finding(messages::no_comma(found)).help(messages::add_comma()),
        SyntaxErrorKind::ExtraComma => {
            finding(messages::extra_comma()).help(messages::remove_comma())
        }
        SyntaxErrorKind::TrailingComma(bracket) => {
            finding(messages::trailing_comma(close(bracket))).help(messages::remove_comma())
        }
        SyntaxErrorKind::WrongClose { bracket, open } => {
            finding(messages::wrong_close(found, close(bracket)))
                .related(related(open), messages::opened())
        }
        SyntaxErrorKind::NeverClosed { bracket, end } => {
            finding(messages::never_closed(found, close(bracket)))
                .related(related(end), messages::text_ends())
        }
        SyntaxErrorKind::UnclosedString => {
            finding(messages::unclosed_string()).help(messages::close_string())
        }
        SyntaxErrorKind::ControlCharacter => {
            finding(messages::control_character()).help(messages::escape_control())
        }
        SyntaxErrorKind::BadEscape => {
            finding(messages::bad_escape(found)).help(messages::escapes())
        }
        SyntaxErrorKind::BadNumber => finding(messages::bad_number(found)).help(messages::digits()),
        SyntaxErrorKind::BadValue => finding(messages::bad_value(found)).help(messages::values()),
    }
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
    let first = first.unwrap_or_default();
    let message = match others {
        0 => messages::space(&first),
        1 => messages::space_one(&first),
        _ => messages::space_many(&first, &others.to_string()),
    };
    let (help, title) = if plain.is_empty() {
        (messages::remove_space(), messages::remove_space_fix())
    } else {
        (messages::replace_space(), messages::replace_space_fix())
    };
    Finding::new(Code::Syntax, place, message)
        .help(help)
        .fix_title(title)
        .also_replace(place, plain)
        .certain_fix()
}

/// The first line of a text, shortened for display.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 30;
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN) {
        Some((cut, _)) => [line.get(..cut).unwrap_or_default(), "…"].concat(),
        None => line.to_owned(),
    }
}
