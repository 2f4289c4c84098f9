//! Columns request a time zone conversion, but the guest token sets no time zone.

use super::{time_zone_flags, without_time_zones};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, rule};

rule! {
    code: "timezone-not-set",
    severity: WARNING,
    subject: Columns,
    what: "Columns have `isApplyTimezone`, but the guest token sets no time zone.",
    why: "The flag has no effect unless the guest token sets `params.timezone`. Checked only with \
          the option `guestTokenTimezone`. Reported once, at the first such column.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "guestTokenTimezone": false }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "guestTokenTimezone": true }"#,
    ),
    check: Some(check),
    messages: {
        here(): "" => "`isApplyTimezone` is set, but the guest token has no time zone",
        one(): ".one" => "`isApplyTimezone` is set here and on one more column, but the guest token has no time zone",
        many(count): ".many" => "`isApplyTimezone` is set here and on {count} more columns, but the guest token has no time zone",
        set(): ".help" => "Set `params.timezone` in the guest token, or remove the flag.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if cx.options.guest_token_timezone != Some(false) || without_time_zones(cx).is_some() {
        return;
    }
    let flags = time_zone_flags(cx);
    let [first, others @ ..] = flags.as_slice() else {
        return;
    };
    let message = match others.len() {
        0 => messages::here(),
        1 => messages::one(),
        more => messages::many(&more.to_string()),
    };
    findings.add(Finding::new(Code::TimezoneNotSet, first.node, message).help(messages::set()));
}
