//! The documentation of the rules is correct: its examples are run, and what is generated from it
//! is up to date.

use std::fs;
use std::path::Path;

use crate::support::expect::expect_file;
use datamart_validator::internal::{EXAMPLE_BASE, typescript_types};
use datamart_validator::issue::Code;
use datamart_validator::rules::{Documentation, ExampleDocumentation, documentation};
use datamart_validator::{Issue, Options, Reply, read_reply, validate_json};
use serde_json::{Map, Value};

#[test]
fn an_example_of_a_reply_is_read_as_one() {
    let is_of_a_reply = |rule: &&Documentation| rule.wrong.kind == "reply";
    let rules = documentation();
    let rules: Vec<_> = rules.iter().filter(is_of_a_reply).collect();
    assert_eq!(rules.len(), 1);
    for rule in rules {
        let read = |example: &ExampleDocumentation| {
            let reply: Value = serde_json::from_str(example.source).unwrap();
            let status = u16::try_from(reply["status"].as_u64().unwrap()).unwrap();
            let body = reply["body"].to_string();
            read_reply(&Reply::new(status, &body), None, &Options::default())
        };
        let issues = read(&rule.wrong).unwrap_err().issues;
        let codes: Vec<Code> = issues.iter().map(|issue| issue.code).collect();
        assert_eq!(codes, [rule.code]);
        assert!(read(&rule.right).is_ok());
    }
}

/// The issues of an example; `None` for a JavaScript example, which the npm package's tests run.
fn issues(example: &ExampleDocumentation) -> Option<Vec<Issue>> {
    let options: Options = example
        .options
        .map(|json| Options::from_json(json).unwrap())
        .unwrap_or_default();
    let text = match example.kind {
        "text" => example.source.to_owned(),
        "fields" => {
            let mut datamart: Map<String, Value> = serde_json::from_str(EXAMPLE_BASE).unwrap();
            datamart.append(&mut serde_json::from_str(example.source).unwrap());
            serde_json::to_string(&datamart).unwrap()
        }
        _ => return None,
    };
    Some(validate_json(&text, &options).issues)
}

#[test]
fn examples_are_what_they_claim_to_be() {
    for rule in documentation() {
        if let Some(issues) = issues(&rule.wrong) {
            let codes: Vec<Code> = issues.iter().map(|issue| issue.code).collect();
            assert_eq!(codes, [rule.code], "the wrong example of {}", rule.code);
        }
        if let Some(issues) = issues(&rule.right) {
            assert_eq!(issues, [], "the right example of {}", rule.code);
        }
    }
}

#[test]
fn the_texts_are_sentences() {
    for Documentation {
        code, what, why, ..
    } in documentation()
    {
        for text in [what, why] {
            assert!(
                text.ends_with('.') && !text.contains("  ") && !text.contains('\n'),
                "{code}: {text}"
            );
        }
        assert!(
            !what.trim_end_matches('.').contains(". "),
            "{code}: what is one sentence"
        );
    }
}

#[test]
fn messages_follow_the_convention() {
    for issue in documentation()
        .iter()
        .filter_map(|rule| issues(&rule.wrong))
        .flatten()
    {
        let Issue { message, help, .. } = &issue;
        let first = message.chars().next().unwrap();
        assert!(!first.is_uppercase(), "{message}");
        assert!(
            !message.ends_with('.') && !message.contains('\n'),
            "{message}"
        );
        if let Some(help) = help {
            assert!(
                help.ends_with(['.', '?']) && help.starts_with(char::is_uppercase),
                "{help}"
            );
        }
    }
}

/// Replaces the text between two markers of a file.
fn expect_section(file: &str, start: &str, end: &str, section: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text
        .split_once(start)
        .unwrap_or_else(|| panic!("{file} lacks {start}"));
    let (_, after) = rest
        .split_once(end)
        .unwrap_or_else(|| panic!("{file} lacks {end}"));
    expect_file(&path, &format!("{before}{start}{section}{end}{after}"));
}

#[test]
fn the_readme_of_the_package_lists_every_rule() {
    let mut table = "\n\n| code | severity | what it reports |\n|---|---|---|\n".to_owned();
    for rule in documentation() {
        let Documentation {
            code,
            severity,
            what,
            ..
        } = rule;
        table.extend([
            "| `",
            code.name(),
            "` | ",
            &severity.to_string(),
            " | ",
            what,
            " |
",
        ]);
    }
    table.push('\n');
    expect_section(
        "pkg-template/README.md",
        "<!-- rules: begin -->",
        "<!-- rules: end -->",
        &table,
    );
}

/// One test, because both sections are in the same file.
#[test]
fn the_typescript_declarations_have_every_code_and_the_contract() {
    let lines: Vec<String> = Code::ALL
        .iter()
        .map(|code| format!("  | '{code}'"))
        .collect();
    let contract = "\n\n// The contract: begin. Made from `src/contract/` by the tests.\n\n";
    for (start, end, section) in [
        (
            "export type IssueCode =",
            contract,
            format!("\n{}", lines.join("\n")),
        ),
        (contract, "\n// The contract: end.\n", typescript_types()),
    ] {
        expect_section("pkg-template/index.d.ts", start, end, &section);
    }
}
