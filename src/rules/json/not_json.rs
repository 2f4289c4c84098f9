//! A value cannot be written as JSON.

use crate::rules::rule;

rule! {
    code: "not-json",
    severity: ERROR,
    subject: Json,
    what: "A value cannot be written as JSON.",
    why: "JSON.stringify drops functions, symbols and undefined items, turns NaN into null, a Map into {} and a Date into text, \
          and throws on a BigInt or a cycle; half of a surrogate pair arrives as another character.",
    wrong: JavaScript(
        "{ name: 'sales', tableList: [{ name: 'orders', columns: [{ name: 'id' }, () => 'total'] }] }",
    ),
    right: JavaScript(
        "{ name: 'sales', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] }",
    ),
    check: None,
    messages: {
    },
}
