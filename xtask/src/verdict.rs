//! What the crate finds in a datamart's text, shown as a compiler shows what it finds in a program.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use datamart_validator::issue::{self, Segment};
use datamart_validator::{Options, Severity, validate_json};

use crate::ui;

/// One issue, as far as printing it needs.
#[derive(Debug)]
struct Finding {
    is_error: bool,
    code: String,
    message: String,
    /// Where in the datamart: `tableList[0].name`.
    path: String,
    /// Where in the text, in bytes.
    place: Range<usize>,
    help: Option<String>,
    /// Other places that matter, each with a word on why.
    related: Vec<(Range<usize>, String)>,
}

/// Judges a datamart's text natively. The only place here that knows the crate's types.
fn judge(text: &str) -> Vec<Finding> {
    let report = validate_json(text, &Options::default());
    let place = |range: Option<issue::Range>| {
        range.map_or(0..0, |range| {
            byte_at(text, range.start)..byte_at(text, range.end)
        })
    };
    let findings = report.issues.into_iter().map(|issue| Finding {
        is_error: issue.severity == Severity::Error,
        code: issue.code.name().to_owned(),
        message: issue.message,
        path: shown_path(&issue.path),
        place: place(issue.text_range),
        help: issue.help.map(Into::into),
        related: issue
            .related
            .into_iter()
            .map(|other| (place(other.text_range), other.message))
            .collect(),
    });
    findings.collect()
}

/// The byte at which the UTF-16 unit stands, which is how the crate counts for JavaScript.
fn byte_at(text: &str, unit: u32) -> usize {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        if units >= unit as usize {
            return byte;
        }
        units += character.len_utf16();
    }
    text.len()
}

/// `tableList[0].name`
fn shown_path(path: &[Segment]) -> String {
    let steps = path
        .iter()
        .enumerate()
        .map(|(position, segment)| match segment {
            Segment::Index(index) => format!("[{index}]"),
            Segment::Key(key) if position == 0 => key.clone(),
            Segment::Key(key) => format!(".{key}"),
        });
    steps.collect()
}

/// What there is to say about one datamart.
#[derive(Debug)]
pub(crate) struct Verdict {
    name: String,
    text: String,
    findings: Vec<Finding>,
}

impl Verdict {
    /// Judges a text that goes by this name.
    pub(crate) fn on(name: String, text: String) -> Self {
        let findings = judge(&text);
        Self {
            name,
            text,
            findings,
        }
    }

    pub(crate) fn errors(&self) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.is_error)
            .count()
    }

    /// Every issue with its excerpt, then the verdict in one line.
    pub(crate) fn print(&self) {
        let Self {
            name,
            text,
            findings,
        } = self;
        let renderer = if ui::stdout_is_coloured() {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(100);
        for finding in findings {
            anstream::println!("\n{}", render(&renderer, name, text, finding));
        }

        let errors = self.errors();
        let mut verdict = match errors {
            0 => format!("{}valid{:#}", ui::GOOD, ui::GOOD),
            _ => format!(
                "{}not valid{:#}: {}",
                ui::BAD,
                ui::BAD,
                count(errors, "error")
            ),
        };
        let warnings = findings.len() - errors;
        if warnings > 0 {
            // Writing to a string cannot fail.
            let _ = write!(verdict, ", {}", count(warnings, "warning"));
        }
        anstream::println!("\n{}{name}{:#}: {verdict}", ui::BOLD, ui::BOLD);
    }
}

fn render(renderer: &Renderer, name: &str, text: &str, finding: &Finding) -> String {
    let level = if finding.is_error {
        Level::ERROR
    } else {
        Level::WARNING
    };
    let mut snippet = Snippet::source(text).path(name).annotation(
        AnnotationKind::Primary
            .span(first_line(text, &finding.place))
            .label(&finding.path),
    );
    for (place, why) in &finding.related {
        snippet = snippet.annotation(
            AnnotationKind::Context
                .span(first_line(text, place))
                .label(why),
        );
    }
    let mut group: Group<'_> = level
        .primary_title(&finding.message)
        .id(&finding.code)
        .element(snippet);
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help));
    }
    renderer.render(&[group])
}

/// What is missing from a table belongs to the whole table: showing where it begins is enough.
fn first_line(text: &str, place: &Range<usize>) -> Range<usize> {
    let end = text
        .get(place.clone())
        .and_then(|excerpt| excerpt.find('\n'))
        .map_or(place.end, |line| place.start + line);
    place.start..end
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_units_become_bytes() {
        let text = "aß𝄞b";
        let bytes: Vec<usize> = [0, 1, 2, 4, 5, 99].map(|unit| byte_at(text, unit)).into();
        assert_eq!(bytes, [0, 1, 3, 7, 8, 8]);
    }

    #[test]
    fn an_excerpt_points_at_the_place_and_names_the_code() {
        let text = "{\n  \"name\": \"Größe 𝄞\",\n  \"tableLst\": []\n}\n";
        let start = text.find("\"tableLst\"").unwrap();
        let finding = Finding {
            is_error: false,
            code: "unknown-field".into(),
            message: "a datamart has no field `tableLst`".into(),
            path: "tableLst".into(),
            place: start..start + "\"tableLst\"".len(),
            help: Some("did you mean `tableList`?".into()),
            related: Vec::new(),
        };
        let shown = render(&Renderer::plain(), "sample.json", text, &finding);
        let expected = "\
warning[unknown-field]: a datamart has no field `tableLst`
 --> sample.json:3:3
  |
3 |   \"tableLst\": []
  |   ^^^^^^^^^^ tableLst
  |
  = help: did you mean `tableList`?";
        assert_eq!(shown, expected);
    }
}
