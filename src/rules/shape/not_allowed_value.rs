//! A text is none of those that the field allows.

use crate::rules::rule;

rule! {
    code: "not-allowed-value",
    severity: ERROR,
    subject: Shape,
    what: "A string is not one of the values that the field allows.",
    why: "The server rejects it. Values are case-sensitive.",
    wrong: Fields(r#"{ "tenancySettings": { "tenancyLevel": "Database" } }"#),
    right: Fields(r#"{ "tenancySettings": { "tenancyLevel": "DATABASE" } }"#),
    check: None,
    messages: {
        other(field, found, allowed): "" => "`{field}` is `{found}`, expected one of {allowed}",
    },
}
