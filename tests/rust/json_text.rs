//! JSON text with invisible or space-like characters where JSON does not allow them.

use datamart_validator::issue::{Certainty, Code, Edit, Issue, Range};
use datamart_validator::{Options, validate_json};

/// The tokens of a valid datamart; between them there may be whitespace.
const TOKENS: &[&str] = &[
    "{",
    "\"name\"",
    ":",
    "\"sales\"",
    ",",
    "\"datasourceName\"",
    ":",
    "\"warehouse\"",
    ",",
    "\"tenancySettings\"",
    ":",
    "null",
    ",",
    "\"tableList\"",
    ":",
    "[",
    "{",
    "\"name\"",
    ":",
    "\"orders\"",
    ",",
    "\"isHide\"",
    ":",
    "false",
    ",",
    "\"columns\"",
    ":",
    "[",
    "{",
    "\"name\"",
    ":",
    "\"id\"",
    "}",
    ",",
    "{",
    "\"name\"",
    ":",
    "\"é😀\"",
    ",",
    "\"isHide\"",
    ":",
    "true",
    "}",
    "]",
    "}",
    "]",
    "}",
];

/// Every invisible or space-like character, with a part of its name.
const CHARACTERS: &[(char, &str)] = &[
    ('\u{0}', "U+0000"),
    ('\u{8}', "U+0008"),
    ('\u{b}', "LINE TABULATION"),
    ('\u{c}', "FORM FEED"),
    ('\u{1f}', "U+001F"),
    ('\u{7f}', "U+007F"),
    ('\u{85}', "NEXT LINE"),
    ('\u{9f}', "U+009F"),
    ('\u{a0}', "NO-BREAK SPACE"),
    ('\u{ad}', "SOFT HYPHEN"),
    ('\u{1680}', "OGHAM SPACE MARK"),
    ('\u{180e}', "MONGOLIAN VOWEL SEPARATOR"),
    ('\u{2000}', "EN QUAD"),
    ('\u{2001}', "EM QUAD"),
    ('\u{2002}', "EN SPACE"),
    ('\u{2003}', "EM SPACE"),
    ('\u{2004}', "THREE-PER-EM SPACE"),
    ('\u{2005}', "FOUR-PER-EM SPACE"),
    ('\u{2006}', "SIX-PER-EM SPACE"),
    ('\u{2007}', "FIGURE SPACE"),
    ('\u{2008}', "PUNCTUATION SPACE"),
    ('\u{2009}', "THIN SPACE"),
    ('\u{200a}', "HAIR SPACE"),
    ('\u{200b}', "ZERO WIDTH SPACE"),
    ('\u{200c}', "ZERO WIDTH NON-JOINER"),
    ('\u{200d}', "ZERO WIDTH JOINER"),
    ('\u{200e}', "U+200E"),
    ('\u{200f}', "U+200F"),
    ('\u{2028}', "LINE SEPARATOR"),
    ('\u{2029}', "PARAGRAPH SEPARATOR"),
    ('\u{202e}', "U+202E"),
    ('\u{202f}', "NARROW NO-BREAK SPACE"),
    ('\u{205f}', "MEDIUM MATHEMATICAL SPACE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2063}', "U+2063"),
    ('\u{2066}', "U+2066"),
    ('\u{3000}', "IDEOGRAPHIC SPACE"),
    ('\u{feff}', "BYTE ORDER MARK"),
];

fn bytes(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap()
}

fn issues(text: &str) -> Vec<Issue> {
    validate_json(text, &Options::default()).issues
}

/// The text with the repairs of all issues applied.
fn repaired(text: &str, issues: &[Issue]) -> String {
    let mut edits: Vec<(Range, String)> = Vec::new();
    for fix in issues.iter().filter_map(|issue| issue.fix.as_ref()) {
        for edit in &fix.edits {
            let Edit::Text { text_range, text } = edit else {
                continue;
            };
            edits.push((*text_range, text.clone()));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut repaired = text.to_owned();
    for (range, text) in edits.iter().rev() {
        repaired.replace_range(std::ops::Range::from(*range), text);
    }
    repaired
}

/// Texts of the tokens with `space` at one position.
fn texts(space: &str) -> impl Iterator<Item = (String, Range)> {
    // A byte order mark is allowed at the beginning.
    let first = usize::from(space.starts_with('\u{feff}'));
    (first..=TOKENS.len()).map(move |at| {
        let before = TOKENS[..at].concat();
        let start = bytes(&before);
        let end = start + bytes(space);
        (
            [&before, space, &TOKENS[at..].concat()].concat(),
            Range { start, end },
        )
    })
}

#[test]
fn the_tokens_alone_are_right() {
    assert_eq!(issues(&TOKENS.concat()), []);
    assert_eq!(issues(&TOKENS.join(" \t\r\n")), []);
    assert_eq!(issues(&format!("\u{feff}{}", TOKENS.concat())), []);
}

#[test]
fn a_foreign_space_between_two_tokens_is_one_issue_with_a_certain_fix() {
    for (c, name) in CHARACTERS {
        for (text, range) in texts(&c.to_string()) {
            let found = issues(&text);
            let [issue] = found.as_slice() else {
                panic!("{text:?} has {found:#?}");
            };
            assert_eq!(issue.code, Code::Syntax, "{text:?}");
            assert_eq!(issue.text_range, Some(range), "{text:?}");
            assert!(
                issue.message.contains(name)
                    && issue.message.contains(&format!("U+{:04X}", u32::from(*c))),
                "{}",
                issue.message
            );
            let fix = issue.fix.as_ref().unwrap();
            assert_eq!(fix.certainty, Certainty::Certain);
            assert_eq!(issues(&repaired(&text, &found)), [], "{text:?}");
        }
    }
}

#[test]
fn a_run_of_them_is_one_issue() {
    for run in [
        "\u{a0}\u{a0}",
        "\u{a0} \u{200b}\t\u{3000}",
        "\u{b}\u{c}",
        "\u{feff}\u{feff}\u{2028}",
    ] {
        for (text, range) in texts(run) {
            let found = issues(&text);
            assert_eq!(found.len(), 1, "{text:?}: {found:#?}");
            assert_eq!(found[0].text_range, Some(range), "{text:?}");
            assert!(found[0].message.contains("more such character"));
            assert_eq!(issues(&repaired(&text, &found)), [], "{text:?}");
        }
    }
}

#[test]
fn an_indented_copy_of_a_page_has_one_issue_for_each_line_and_can_be_repaired_at_once() {
    for count in [1, 20] {
        let text = TOKENS.join("\n\u{a0} \u{a0} ");
        let text = format!("{}{text}", "\u{a0}\n".repeat(count));
        let found = issues(&text);
        assert_eq!(found.len(), TOKENS.len() - 1 + count);
        assert!(found.iter().all(|issue| issue.code == Code::Syntax));
        assert_eq!(issues(&repaired(&text, &found)), []);
    }
}

#[test]
fn other_mistakes_are_still_found() {
    let codes = |text: &str| -> Vec<Code> { issues(text).iter().map(|issue| issue.code).collect() };
    assert_eq!(
        codes("{\u{a0}\"name\": 5,\u{a0}\"tableList\":\u{a0}[]\u{a0}}"),
        [
            Code::Required,
            Code::Syntax,
            Code::Type,
            Code::Syntax,
            Code::Syntax,
            Code::Empty,
            Code::Syntax
        ]
        .into_iter()
        .collect::<Vec<_>>()
    );
    let two = issues("{ \"name\": \"a\",\u{a0},\n \"datasourceName\"\u{2003} \"b\" }");
    let messages: Vec<&str> = two.iter().map(|issue| issue.message.as_str()).collect();
    assert!(
        messages
            .iter()
            .any(|message| message.contains("extra comma")),
        "{messages:?}"
    );
    assert!(
        messages
            .iter()
            .any(|message| message.contains("expected a colon")),
        "{messages:?}"
    );
    // Thousands of them do not keep the rest from being read.
    let many = format!("{{ \"name\": {}\"sales\",, }}", "\u{a0}\n".repeat(5_000));
    let found = issues(&many);
    assert!(
        found
            .iter()
            .any(|issue| issue.message.contains("extra comma"))
    );
}

#[test]
fn inside_a_word_or_a_number_it_is_part_of_one_mistake() {
    for wrong in ["1\u{a0}000", "tr\u{200b}ue", "null\u{2060}x", "-\u{a0}1"] {
        let text = format!("{{ \"tableList\": [{{ \"isHide\": {wrong}, \"name\": \"a\" }}] }}");
        let syntax = issues(&text)
            .iter()
            .filter(|issue| issue.code == Code::Syntax)
            .count();
        assert_eq!(syntax, 1, "{text}");
    }
}

#[test]
fn inside_strings_and_keys_they_are_text() {
    for (c, _) in CHARACTERS.iter().filter(|(c, _)| u32::from(*c) >= 0x20) {
        let text = TOKENS.concat().replace("\"id\"", &format!("\"i{c}d\""));
        assert_eq!(issues(&text), [], "{text:?}");
    }
}

#[test]
fn no_range_ends_before_its_start_or_after_the_text() {
    let ends = [
        "",
        "\n",
        "\u{c}",
        "\n\u{c}",
        "\u{c}\n",
        " \u{b} ",
        "x",
        " x\u{c}",
        "x \u{a0}\n",
        "}\u{c}",
        "\u{2028}\r\n\u{85}",
    ];
    for begin in [
        "{}", "{", "[1", "\"a", "5", "", "{\"a\"", "{\"a\":", "[1,\u{c}", "nul\u{c}",
    ] {
        for end in ends {
            let text = format!("{begin}{end}");
            for issue in issues(&text) {
                let Some(range) = issue.text_range else {
                    continue;
                };
                assert!(
                    range.start <= range.end && range.end <= bytes(&text),
                    "{text:?}: {issue:#?}"
                );
            }
        }
    }
}
