//! A value cannot be written as JSON.

use crate::rules::rule;

rule! {
    code: "not-json",
    severity: ERROR,
    subject: Json,
    what: "A value cannot be represented in JSON.",
    why: "JSON.stringify drops functions, symbols and undefined items, turns NaN into null, a Map \
          into {} and a Date into a string, and throws on a BigInt or a cycle; half of a \
          surrogate pair arrives as a different character.",
    wrong: JavaScript(
        "{ name: 'sales', tableList: [{ name: 'orders', columns: [{ name: 'id' }, () => 'total'] }] }",
    ),
    right: JavaScript(
        "{ name: 'sales', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] }",
    ),
    check: None,
    messages: {
        function(): ".function" => "found a function, which JSON cannot represent",
        pass_result(): ".function.help" => "Pass the value that it returns.",
        symbol(): ".symbol" => "found a symbol, which JSON cannot represent",
        pass_string(): ".symbol.help" => "Pass a string.",
        big_int(): ".bigint" => "found a BigInt, which JSON cannot represent",
        pass_number_or_string(): ".bigint.help" => "Pass a number or a string.",
        not_finite(value): ".not-finite" => "found `{value}`, which JSON cannot represent",
        pass_number(): ".not-finite.help" => "Pass a number.",
        undefined(): ".undefined" => "found undefined in a list, which JSON cannot represent",
        remove_item(): ".undefined.help" => "Remove the item, or fill the hole in the list.",
        cycle(): ".cycle" => "found an object that contains itself, which JSON cannot represent",
        remove_reference(): ".cycle.help" => "Leave out the reference back.",
        date(): ".date" => "found a Date, which JSON cannot represent",
        pass_date_string(): ".date.help" => "Pass a string, such as the one that `toISOString()` returns.",
        instance(class): ".instance" => "found an object of the class `{class}`, which JSON cannot represent",
        pass_plain(): ".instance.help" => "Pass a plain object, a list or a string.",
        half_in_string(): ".surrogate" => "the string contains half of a surrogate pair, which is not a character",
        half_in_key(): ".surrogate.key" => "the key contains half of a surrogate pair, which is not a character",
        half_in_text(): ".surrogate.text" => "the text contains half of a surrogate pair, which is not a character",
        cut_in_two(): ".surrogate.help" => "A program has cut an emoji in two. Remove the rest of it.",
    },
}
