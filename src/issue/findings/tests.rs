//! How much is kept of findings that are too many to be reported.

use super::*;
use crate::document::{Span, read_json};
use crate::issue::place::Place;
use crate::issue::suggestion;

/// Findings with long texts, of which a thousand would take ten times what a report may take.
#[test]
fn what_is_kept_is_in_proportion_to_the_document() {
    const LONG: usize = 20_000;
    const ADDED: usize = 1_000;
    let long = "x".repeat(LONG);
    let document = read_json("{}", &[]);
    let (severities, messages) = (Severities::default(), Messages::default());
    let node = document.root().id();
    let plain = || Finding::new(Code::UnknownDatasource, node, suggestion::case("x"));
    let edited = || plain().also_replace(Place::piece(node, Span::default()), long.as_str());
    let suggested = || plain().suggest(Some(&long));
    for finding in [&suggested as &dyn Fn() -> Finding, &edited] {
        let mut findings = Findings::new(&document, &severities, &messages);
        for _ in 0..ADDED {
            findings.add(finding());
        }
        assert_eq!(findings.errors.count, ADDED);
        let kept = findings.list.len();
        assert!(kept > 0 && kept * LONG <= findings.limits.bytes(&document));
    }
}
