//! An SQL expression means the same whatever is between its words, however its keywords are
//! written, and in parentheses.

use datamart_validator::DatasourceType;
use datamart_validator::internal::sql::{Analysis, Dialect, Severity, analyze};

use super::bytes::Bytes;
use super::sql::dialect_of;

/// Between two words. A line comment needs a line break, and a hint (`/*+`) is not a comment
/// everywhere.
const GAPS: [&str; 6] = [
    " ",
    "\n",
    "\t  ",
    " /* a ' comment ( */ ",
    " -- a \" comment )\n",
    "\r\n",
];

const OPERATORS: [&str; 12] = [
    "+", "-", "*", "/", "=", "<>", "<", ">=", "AND", "OR", "LIKE", "<=",
];

const COLUMNS: [&str; 5] = ["total", "orders . total", "id", "created_at", "x1"];

const FUNCTIONS: [&str; 6] = ["SUM", "ABS", "COALESCE", "COUNT", "f", "LOWER"];

const LITERALS: [&str; 6] = ["1", "0.5", "'text'", "NULL", "TRUE", "'it''s'"];

const KEYWORDS: [&str; 21] = [
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "AND",
    "OR",
    "NOT",
    "IN",
    "BETWEEN",
    "LIKE",
    "IS",
    "NULL",
    "CAST",
    "AS",
    "TRUE",
    "DISTINCT",
    "INTEGER",
    "OVER",
    "PARTITION",
    "BY",
];

/// The first byte chooses the datasource, the second whether the rest is a recipe or a text.
pub(super) fn check(input: &[u8]) {
    let mut bytes = Bytes(input);
    let types: Vec<_> = DatasourceType::names().collect();
    let name = types.get(bytes.below(types.len() + 1)).copied();
    let Some(dialect) = dialect_of(name) else {
        return;
    };
    if bytes.one_in(2) {
        check_text(&bytes.rest(), dialect);
    } else {
        check_recipe(&mut bytes, dialect);
    }
}

/// Any valid text stays valid with whitespace and comments around it, and in parentheses.
fn check_text(sql: &str, dialect: Dialect) {
    let found = analyze(sql, dialect);
    // An unclosed `/*!`, which MySQL executes, extends to the end of the text.
    if !found.is_valid() || found.columns.is_empty() || sql.contains("/*!") {
        return;
    }
    let said = said_by(sql, &found);
    // After an unclosed line comment, the rest must be on another line.
    for variant in [
        format!("\n\t {sql}\n "),
        format!("/* a comment */ {sql}\n/* another */"),
        format!("(\n{sql}\n)"),
    ] {
        let other = analyze(&variant, dialect);
        // In parentheses, a column named `select` begins a subquery.
        if other.subqueries.len() != found.subqueries.len() {
            continue;
        }
        // If the dialect is unknown, another one may accept the variant and read it differently.
        let is_same = if dialect == Dialect::Generic {
            other.is_valid()
        } else {
            said == said_by(&variant, &other)
        };
        assert!(is_same, "{sql:?} and {variant:?} in {dialect:?}: {other:?}");
    }
}

fn check_recipe(bytes: &mut Bytes<'_>, dialect: Dialect) {
    let mut words = Vec::new();
    expression(bytes, 4, &mut words);
    let plain = words
        .iter()
        .map(|word| word.text.as_str())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let mut variant = String::new();
    for word in &words {
        // Redundant parentheses are empty in the plain expression.
        let text = if word.text.is_empty() {
            word.redundant
        } else {
            &word.text
        };
        if word.text.is_empty() && !word.is_used {
            continue;
        }
        variant.push_str(bytes.pick(&GAPS));
        if KEYWORDS.contains(&text) && bytes.one_in(2) {
            variant.push_str(&alternating(text));
        } else {
            variant.push_str(text);
        }
    }
    let (one, other) = (analyze(&plain, dialect), analyze(&variant, dialect));
    assert_eq!(
        said_by(&plain, &one),
        said_by(&variant, &other),
        "{plain:?} and {variant:?} in {dialect:?}"
    );
}

/// `CASE` as `cAsE`.
fn alternating(word: &str) -> String {
    let letters = word.chars().enumerate();
    letters
        .map(|(at, letter)| {
            if at % 2 == 0 {
                letter.to_ascii_lowercase()
            } else {
                letter
            }
        })
        .collect()
}

/// The result for an expression without positions: errors, columns and calls in order.
fn said_by<'s>(
    sql: &'s str,
    found: &Analysis<'s>,
) -> (Vec<String>, Vec<String>, Vec<String>, bool, bool) {
    let errors = found
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error);
    let text = |span: datamart_validator::internal::sql::Span| {
        sql.get(span.start as usize..span.end as usize).unwrap()
    };
    (
        errors
            .map(|problem| format!("{:?}", problem.kind))
            .collect(),
        found
            .columns
            .iter()
            .map(|column| column.name.to_string())
            .collect(),
        found
            .functions
            .iter()
            .map(|call| text(call.span).to_ascii_lowercase())
            .collect(),
        found.is_aggregate,
        found.has_window,
    )
}

struct Word {
    text: String,
    /// A parenthesis that changes nothing, used only in the variant.
    redundant: &'static str,
    is_used: bool,
}

fn push(words: &mut Vec<Word>, text: &str) {
    words.extend(text.split(' ').map(|text| Word {
        text: text.to_owned(),
        redundant: "",
        is_used: true,
    }));
}

fn redundant(words: &mut Vec<Word>, redundant: &'static str, is_used: bool) {
    words.push(Word {
        text: String::new(),
        redundant,
        is_used,
    });
}

/// An operand is in parentheses unless it is one word or a call, so that precedence does not
/// matter.
fn operand(bytes: &mut Bytes<'_>, depth: usize, words: &mut Vec<Word>) {
    let is_used = bytes.one_in(3);
    redundant(words, "(", is_used);
    if depth == 0 || bytes.one_in(2) {
        push(words, bytes.pick(&COLUMNS));
    } else if bytes.one_in(3) {
        push(words, bytes.pick(&LITERALS));
    } else {
        push(words, "(");
        expression(bytes, depth - 1, words);
        push(words, ")");
    }
    redundant(words, ")", is_used);
}

fn expression(bytes: &mut Bytes<'_>, depth: usize, words: &mut Vec<Word>) {
    match bytes.below(9) {
        0 => operand(bytes, depth, words),
        1 | 2 => {
            operand(bytes, depth, words);
            push(words, bytes.pick(&OPERATORS));
            operand(bytes, depth, words);
        }
        3 => {
            push(words, bytes.pick(&FUNCTIONS));
            push(words, "(");
            for number in 0..=bytes.below(3) {
                if number > 0 {
                    push(words, ",");
                }
                operand(bytes, depth, words);
            }
            push(words, ")");
        }
        4 => {
            push(words, "CASE WHEN");
            operand(bytes, depth, words);
            push(words, "THEN");
            operand(bytes, depth, words);
            if bytes.one_in(2) {
                push(words, "ELSE");
                operand(bytes, depth, words);
            }
            push(words, "END");
        }
        5 => {
            push(words, "CAST (");
            operand(bytes, depth, words);
            push(words, "AS INTEGER )");
        }
        6 => {
            operand(bytes, depth, words);
            push(words, bytes.pick(&["IS NULL", "IS NOT NULL"]));
        }
        7 => {
            operand(bytes, depth, words);
            push(words, bytes.pick(&["IN (", "NOT IN ("]));
            operand(bytes, depth, words);
            push(words, ",");
            operand(bytes, depth, words);
            push(words, ")");
        }
        _ => {
            operand(bytes, depth, words);
            push(words, "BETWEEN");
            operand(bytes, depth, words);
            push(words, "AND");
            operand(bytes, depth, words);
        }
    }
}
