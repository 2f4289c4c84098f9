//! The API rejected the request.

use crate::rules::rule;

rule! {
    code: "rejected",
    severity: ERROR,
    subject: Reply,
    what: "The API did not carry out the request, for a reason that no other code names.",
    why: "Only `readReply` reports it, never a validation. The path leads to the field that the API names, and is empty if it \
          names none.",
    wrong: Reply(r#"{ "status": 400, "body": { "error": { "code": "AUTH_ERROR", "message": "Token expired" } } }"#),
    right: Reply(r#"{ "status": 200, "body": { "id": "sales", "error": null } }"#),
    check: None,
    messages: {
        says(answer): "" => "the API says: {answer}",
        nothing(status): ".nothing" => "the API replied with status {status} and an empty body",
        html(status): ".html" => "the API replied with status {status} and an HTML page instead of JSON",
        unreadable(status): ".unreadable" => "the API replied with status {status} and a body that is not JSON",
        silent(status): ".silent" => "the API replied with status {status} and gave no reason",
        invalid(): ".invalid" => "the gateway rejected the datamart because it is not valid",
        no_id(): ".no-id" => "the API's reply has no `id`, so the datamart may not have been saved",
    },
}
