//! A field that must be filled in is missing, null or blank.

use crate::document::Kind;
use crate::issue::Message;
use crate::rules::rule;

rule! {
    code: "required",
    severity: ERROR,
    subject: Shape,
    what: "A required field is missing, null or blank.",
    why: "The server rejects the datamart. Some fields are required only with others: `sql` on a custom column, \
          `tenancyLevel` in tenancy settings, and five more fields of the tenancy settings at level TABLE.",
    wrong: Fields(r#"{ "name": "" }"#),
    right: Fields(r#"{ "name": "sales" }"#),
    check: None,
    messages: {
        missing(field): "" => "`{field}` is missing, but required",
        null(field): ".null" => "`{field}` is null, but required",
        blank(field): ".blank" => "`{field}` is blank, but required",
        missing_because(field, condition, value): ".because" => "`{field}` is missing, but required because `{condition}` is `{value}`",
        null_because(field, condition, value): ".null.because" => "`{field}` is null, but required because `{condition}` is `{value}`",
        blank_because(field, condition, value): ".blank.because" => "`{field}` is blank, but required because `{condition}` is `{value}`",
        rename(found, field): ".help" => "Rename `{found}` to `{field}`.",
        rename_and_fill(found, field): ".fill.help" => "Rename `{found}` to `{field}`, and fill it in.",
        rename_fix(found, field): ".fix" => "Rename `{found}` to `{field}`",
        unknown(found): ".related" => "the unknown field `{found}` is here",
    },
}

/// The message about a required field: what is there instead and, if it is not always required, the
/// other field whose value requires it.
pub(crate) fn message(
    field: &str,
    found: Option<Kind<'_>>,
    because: Option<(&str, &str)>,
) -> Message {
    match (found, because) {
        (None, None) => messages::missing(field),
        (Some(Kind::Null), None) => messages::null(field),
        (Some(_), None) => messages::blank(field),
        (None, Some((condition, value))) => messages::missing_because(field, condition, value),
        (Some(Kind::Null), Some((condition, value))) => {
            messages::null_because(field, condition, value)
        }
        (Some(_), Some((condition, value))) => messages::blank_because(field, condition, value),
    }
}
