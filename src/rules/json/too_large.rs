//! The datamart is too large to be read.

use crate::rules::rule;

rule! {
    code: "too-large",
    severity: ERROR,
    subject: Json,
    what: "The datamart is too large to read.",
    why: "The limits (32 MB of text, four million values) are several hundred times what a \
          datamart of 400 tables needs; they keep hostile input from freezing the page.",
    wrong: JavaScript("{ name: 'x'.repeat(40_000_000) }"),
    right: JavaScript("{ name: 'x' }"),
    check: None,
    messages: {
        large(): "" => "the datamart is too large to be read",
        limits(megabytes, values): ".help" => "The limits are {megabytes} MB of text and {values} values.",
    },
}
