//! A value is of the wrong kind.

use crate::rules::rule;

rule! {
    code: "type",
    severity: ERROR,
    subject: Shape,
    what: "A value has the wrong type.",
    why: "The server rejects it. Nothing is converted: `\"true\"` is a string, not true.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": "true", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": false, "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
        string(field, found): ".string" => "`{field}` is `{found}`, expected a string",
        quote(found): ".string.help" => "Write it in quotes: `\"{found}\"`.",
        flag(field, found): ".flag" => "`{field}` is `{found}`, expected `true` or `false`",
        unquote(): ".flag.help" => "Write it without quotes: a string is not converted.",
        unquote_fix(value): ".flag.fix" => "Change to `{value}`",
        list(field, found): ".list" => "`{field}` is `{found}`, expected a list",
        wrap(): ".list.help" => "Put it in a list, even if it is the only item.",
        wrap_fix(): ".list.fix" => "Put it in a list",
        object(field, found): ".object" => "`{field}` is `{found}`, expected an object",
        item(found): ".item" => "found `{found}`, expected an object",
        datamart(found): ".datamart" => "found `{found}`, expected a datamart, which is an object",
    },
}
