//! Values are nested too deeply.

use crate::rules::rule;

rule! {
    code: "too-deep",
    severity: ERROR,
    subject: Json,
    what: "Values are nested too deeply.",
    why: "A datamart needs five levels; more than 128 are a mistake or an attack, and many JSON \
          readers fail on them.",
    wrong: JavaScript(
        "{ meta: Array.from({ length: 200 }).reduce((inner) => [inner], 'deep') }",
    ),
    right: JavaScript("{ name: 'sales' }"),
    check: None,
    messages: {
        levels(max): "" => "values are nested more than {max} levels deep",
        wraps(): ".help" => "A datamart needs five levels. Look for a list or an object that wraps itself.",
    },
}
