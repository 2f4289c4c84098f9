//! Columns ask for a time zone conversion, but the guest token names no time zone.

use super::{time_zone_flags, without_time_zones};
use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc, here_and_on};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "Columns have `isApplyTimezone`, but the guest token sets no time zone.",
    why: "The flag has no effect unless `params.timezone` is set in the guest token. Known only with the option \
          `guestTokenTimezone`. Reported once, at the first such column.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "guestTokenTimezone": false }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "created_at", "isApplyTimezone": true }] }] }"#,
        r#"{ "guestTokenTimezone": true }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if cx.options.guest_token_timezone != Some(false) || without_time_zones(cx).is_some() {
        return;
    }
    let mut flags = time_zone_flags(cx);
    let Some(first) = flags.next() else { return };
    let others = here_and_on(flags.count(), "column");
    let message = format!("`isApplyTimezone` is set{others}, but the guest token has no time zone");
    findings.add(
        Finding::new(Code::TimezoneNotSet, first.node, message)
            .help("Set `params.timezone` in the guest token, or remove the flag."),
    );
}
