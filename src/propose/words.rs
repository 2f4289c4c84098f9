//! Names taken apart: `BillingAddressID` and `billing_address_id` are the same words, and
//! `categories` and `Category` the same table.

use crate::names::push_loose;

/// Longer names are not taken apart: nobody chooses them.
const MAX_NAME: usize = 100;

/// The words that make a name a key, each with the one it stands for. The first ones are also
/// recognised without a separator: `customerid`.
const KEYS: &str = "uuid uuid guid uuid id id key key code code sk sk no no nr no num no number no fk id pk id ref id cd code";
const GLUED: usize = 5;

/// Words of table names that say nothing about the rows, before and after the others.
const KIND_BEFORE: &str = "dim fact fct tbl tb stg";
const KIND_AFTER: &str = "header hdr master dim";

/// Endings, each with what takes its place.
const PLURALS: &str = "people person children child ies y ie y";

/// The first word and the others; words are separated by this byte.
#[inline(never)]
pub(super) fn cut(words: &str, separator: u8) -> (&str, &str) {
    match words.bytes().position(|byte| byte == separator) {
        Some(at) => {
            let (first, rest) = words.split_at_checked(at).unwrap_or_default();
            (first, rest.get(1..).unwrap_or_default())
        }
        None => (words, ""),
    }
}

/// Whether a word is in a list. Lists are texts, which take less of the module than tables do.
#[inline(never)]
pub(super) fn is_in(list: &str, word: &str) -> bool {
    let (mut first, mut rest) = cut(list, b' ');
    while first != word && !rest.is_empty() {
        (first, rest) = cut(rest, b' ');
    }
    first == word
}

/// Calls `take` with each pair of a list, until it returns something.
#[inline(never)]
fn find_pair(list: &'static str, take: &mut dyn FnMut(&str, &'static str) -> bool) {
    let mut rest = list;
    while !rest.is_empty() {
        let (one, tail) = cut(rest, b' ');
        let (other, tail) = cut(tail, b' ');
        if take(one, other) {
            return;
        }
        rest = tail;
    }
}

/// The words of a name, in lower case with `_` between them. Empty if the name is too long.
#[inline(never)]
pub(super) fn words_of(name: &str) -> String {
    super::count(name.len());
    let mut words = String::new();
    if name.len() > MAX_NAME {
        return words;
    }
    let mut split = String::new();
    let mut before = '_';
    let mut rest = name.chars();
    while let Some(c) = rest.next() {
        let is_letter = c.is_ascii_alphanumeric() || !c.is_ascii();
        let next = rest.as_str().as_bytes().first();
        let starts = c.is_ascii_uppercase()
            && (!before.is_ascii_uppercase() || next.is_some_and(u8::is_ascii_lowercase));
        if (starts || !is_letter) && !split.is_empty() && !split.ends_with('_') {
            split.push('_');
        }
        if is_letter {
            split.push(c);
        }
        before = c;
    }
    push_loose(split.trim_end_matches('_'), &mut words);
    words
}

/// What a key names, and the kind of key: of `billing_address_id`, `billing_address` and `id`. The
/// kind is empty if it is named like no key.
#[inline(never)]
pub(super) fn key_of(words: &str) -> (&str, &'static str) {
    let mut found = (words, "");
    let mut number = 0;
    find_pair(KEYS, &mut |word, kind| {
        number += 1;
        let Some(rest) = words.strip_suffix(word) else {
            return false;
        };
        let named = rest.strip_suffix('_');
        let is_key = named.is_some() || rest.is_empty() || number <= GLUED && rest.len() > 2;
        if is_key {
            found = (named.unwrap_or(rest), kind);
        }
        is_key
    });
    match words.strip_prefix("id_") {
        Some(named) if found.1.is_empty() => (named, "id"),
        _ => found,
    }
}

/// Words as one, so that singular and plural are the same.
#[inline(never)]
pub(super) fn canonical(words: &str) -> String {
    let mut name = words.to_owned();
    name.retain(|c| c != '_');
    find_pair(PLURALS, &mut |plural, singular| {
        let is_plural = name.ends_with(plural);
        if is_plural {
            name.truncate(name.len() - plural.len());
            name.push_str(singular);
        }
        is_plural
    });
    // Not English: what is left of the singular and of the plural is the same.
    loop {
        let ending = match name.as_bytes() {
            [.., b's', b's'] => 0,
            [_, _, _, .., b'e', b's'] => 2,
            [_, _, _, .., b's' | b'e'] => 1,
            _ => 0,
        };
        if ending == 0 {
            return name;
        }
        name.truncate(name.len() - ending);
    }
}

/// The words of a table's name without those that say what kind of table it is.
#[inline(never)]
pub(super) fn subject(table: &str) -> &str {
    let (first, rest) = cut(table, b'_');
    let words = if !rest.is_empty() && is_in(KIND_BEFORE, first) {
        rest
    } else {
        table
    };
    let mut last = words;
    while !without_first(last).is_empty() {
        last = without_first(last);
    }
    let before = words.len() - last.len();
    if before > 0 && is_in(KIND_AFTER, last) {
        words.get(..before - 1).unwrap_or(words)
    } else {
        words
    }
}

/// The words without the first one; nothing if there is only one.
pub(super) fn without_first(words: &str) -> &str {
    cut(words, b'_').1
}

/// Whether some words without the first ones are, as one, these.
#[inline(never)]
pub(super) fn ends_with(words: &str, canonical_end: &str) -> bool {
    let mut rest = without_first(words);
    while !rest.is_empty() {
        if canonical(rest) == canonical_end {
            return true;
        }
        rest = without_first(rest);
    }
    false
}

/// Whether one word is short for another: its beginning, or its first letter and others in their
/// order.
#[inline(never)]
pub(super) fn is_short_for(short: &str, word: &str) -> bool {
    let mut letters = word.bytes();
    short.len() >= 3
        && short.len() < word.len()
        && short.as_bytes().first() == word.as_bytes().first()
        && short.bytes().all(|letter| letters.any(|it| it == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_every_style_have_the_same_words() {
        for (name, words) in [
            ("billing_address_id", "billing_address_id"),
            ("BillingAddressID", "billing_address_id"),
            ("billingAddressId", "billing_address_id"),
            ("BILLING_ADDRESS_ID", "billing_address_id"),
            ("Billing Address-Id", "billing_address_id"),
            ("_id", "id"),
            ("__id__", "id"),
            ("XMLFile2Id", "xml_file2_id"),
            ("Order2Items", "order2_items"),
            ("IDCliente", "id_cliente"),
            ("Größe", "größe"),
            ("", ""),
            ("!?", ""),
        ] {
            assert_eq!(words_of(name).replace("o\u{308}", "ö"), words, "{name}");
        }
        assert_eq!(words_of(&"a".repeat(101)), "");
    }

    #[test]
    fn keys_name_something() {
        for (name, expected) in [
            ("CustomerID", ("customer", "id")),
            ("customerid", ("customer", "id")),
            ("customer_fk", ("customer", "id")),
            ("CountryCode", ("country", "code")),
            ("order_number", ("order", "no")),
            ("row_guid", ("row", "uuid")),
            ("org_uuid", ("org", "uuid")),
            ("id_cliente", ("cliente", "id")),
            ("id", ("", "id")),
            ("_id", ("", "id")),
            ("paid", ("paid", "")),
            ("name", ("name", "")),
            ("created_at", ("created_at", "")),
        ] {
            assert_eq!(key_of(&words_of(name)), expected, "{name}");
        }
    }

    #[test]
    fn singular_and_plural_are_the_same() {
        for (one, many) in [
            ("order", "Orders"),
            ("category", "categories"),
            ("address", "addresses"),
            ("box", "boxes"),
            ("house", "houses"),
            ("status", "statuses"),
            ("bus", "buses"),
            ("movie", "movies"),
            ("employee", "employees"),
            ("case", "cases"),
            ("fee", "fees"),
            ("person", "people"),
            ("child", "children"),
            ("order_item", "OrderItems"),
            ("orderitem", "order_items"),
            ("cliente", "clientes"),
            ("company", "companies"),
        ] {
            let [one, many] = [one, many].map(|name| canonical(&words_of(name)));
            assert_eq!(one, many);
        }
        for (one, other) in [("employee", "employer"), ("user", "use"), ("ss", "s")] {
            assert_ne!(canonical(one), canonical(other));
        }
    }

    #[test]
    fn some_words_are_short_for_others() {
        for (short, word, expected) in [
            ("cust", "customer", true),
            ("dept", "department", true),
            ("emp", "employ", true),
            ("nr", "number", false),
            ("customer", "customer", false),
            ("ust", "customer", false),
            ("cart", "customer", false),
        ] {
            assert_eq!(is_short_for(short, word), expected, "{short} {word}");
        }
    }
}
