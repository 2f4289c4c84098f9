//! There are more issues than are listed.

use crate::rules::rule;

rule! {
    code: "too-many-issues",
    severity: WARNING,
    subject: Json,
    what: "There are more issues than are listed.",
    why: "Ten thousand are listed. All of them count for the result.",
    wrong: JavaScript("{ tableList: Array.from({ length: 10_001 }, () => 'orders') }"),
    right: JavaScript("{ tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }"),
    check: None,
    messages: {
        more(count): "" => "{count} further issues are not listed",
        names(names): ".names" => "{names} further columns and functions are not listed",
        more_and_names(count, names): ".and-names" => "{count} further issues and {names} columns and functions are not listed",
        fix_first(): ".help" => "Fix the listed ones first: one mistake often causes several issues.",
    },
}
