//! A field that must be filled in is missing, null or blank.

use crate::rules::rule;

rule! {
    code: "required",
    severity: ERROR,
    subject: Shape,
    what: "A field that must be filled in is missing, null or blank.",
    why: "The server rejects the datamart. Some fields are required only with others: `sql` on a custom column, \
          `tenancyLevel` in tenancy settings, and five more fields of the tenancy settings at level TABLE.",
    wrong: Fields(r#"{ "name": "" }"#),
    right: Fields(r#"{ "name": "sales" }"#),
    check: None,
    messages: {
    },
}
