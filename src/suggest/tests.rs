use super::*;

#[test]
fn finds_similar_names_and_no_others() {
    let known = ["orders", "order_items", "customers", "id"];
    assert_eq!(nearest("Orders", known), Some("orders"));
    assert_eq!(nearest(" orders ", known), Some("orders"));
    assert_eq!(nearest("oredrs", known), Some("orders"));
    assert_eq!(nearest("costumers", known), Some("customers"));
    assert_eq!(nearest("totl", ["Total", "total"]), Some("total"));
    assert_eq!(nearest("Totl", ["Total", "total"]), Some("Total"));
    assert_eq!(nearest("xy", known), None);
    assert_eq!(nearest("products", known), None);
    assert_eq!(nearest("", known), None);
}

const SOME: List = List::CatalogTables;

#[test]
fn a_list_is_read_once_and_a_name_looked_up_once() {
    let suggester = Suggester::new(0);
    let known = ["orders", "order", "customers"];
    for _ in 0..3 {
        let nearest = suggester.nearest_in(SOME, "ordes", || known);
        assert_eq!(nearest, Some("order"));
    }
    let left = suggester.left.get();
    let unread = || -> [&'static str; 0] { panic!("it is kept") };
    assert_eq!(suggester.nearest_in(SOME, "ordes", unread), Some("order"));
    assert_eq!(suggester.left.get(), left);
    let other = suggester.nearest_but(SOME, "ordes", "order", unread);
    assert_eq!(other, Some("orders"));
    for number in 0..10 {
        suggester.nearest_in(List::Expression(number), "ordes", || known);
    }
    assert_eq!(suggester.lists.borrow().len(), KEPT_LISTS);
}

/// Names made of words like those that people use.
fn names(words: [&[&str]; 3], number: usize) -> Vec<String> {
    let name = |n: usize| {
        let [first, second, third] = words.map(|words| (words, words.len()));
        let (one, rest) = (first.0[n % first.1], n / first.1);
        let (two, rest) = (second.0[rest % second.1], rest / second.1);
        let (three, rest) = (third.0[rest % third.1], rest / third.1);
        format!(
            "{one}_{two}_{three}{}",
            if rest > 0 {
                rest.to_string()
            } else {
                String::new()
            }
        )
    };
    (0..number).map(name).collect()
}

const SHOP: [&[&str]; 3] = [
    &[
        "customer", "order", "invoice", "product", "supplier", "shipment", "payment",
    ],
    &[
        "billing", "first", "last", "home", "delivery", "tax", "net", "gross",
    ],
    &[
        "name", "date", "total", "street", "id", "city", "country", "code", "state",
    ],
];
const WAREHOUSE: [&[&str]; 3] = [
    &["dim", "fact", "stage", "raw", "mart", "report"],
    &[
        "session",
        "event",
        "campaign",
        "visitor",
        "channel",
        "device",
        "experiment",
    ],
    &[
        "daily",
        "weekly",
        "monthly",
        "key",
        "hash",
        "loaded_at",
        "rank",
        "share",
    ],
];

/// The rest of the budget after looking up each of `unknown`, in tables of this many columns.
fn left_after(unknown: &[String], known: &[String], by: usize) -> (usize, usize) {
    let bytes = unknown.iter().map(|name| name.len() + 20).sum();
    let suggester = Suggester::new(bytes);
    let all = suggester.left.get();
    for (table, names) in unknown.chunks(by).enumerate() {
        let columns = || known.iter().skip(table * by % known.len()).take(by);
        for name in names {
            let list = List::Expression(table);
            suggester.nearest_in(list, name, || columns().map(String::as_str));
        }
    }
    (suggester.left.get(), all)
}

#[test]
fn honest_input_never_exhausts_the_budget() {
    // A hundred tables, and the catalog of another datasource with 2,000.
    let suggester = Suggester::new(100 * 40);
    let catalog = names(WAREHOUSE, 2_000);
    for name in names(SHOP, 100) {
        suggester.nearest_in(SOME, &name, || catalog.iter().map(String::as_str));
    }
    assert!(suggester.left.get() > BASE / 2, "{}", suggester.left.get());
    // 5,000 columns that were renamed in the datasource, partly or completely, in a hundred
    // tables.
    let columns = names(SHOP, 5_000);
    let little: Vec<String> = columns.iter().map(|name| name.replace('_', "")).collect();
    for known in [little, names(WAREHOUSE, 5_000)] {
        let (left, all) = left_after(&columns, &known, 50);
        assert!(left > all / 2, "{left} of {all}");
        // And in one very wide table.
        let (left, all) = left_after(&columns[..1_000], &known[..1_000], 1_000);
        assert!(left > 0, "{left} of {all}");
    }
}

#[test]
fn work_is_proportional_to_the_input() {
    let hostile = |letter: &str, size: usize| -> Vec<String> {
        let name = |n| format!("{}{n}", letter.repeat(60));
        (0..size).map(name).collect()
    };
    for size in [1_000, 4_000] {
        let known = hostile("x", size);
        let bytes = 2 * size * 64;
        let suggester = Suggester::new(bytes);
        let all = suggester.left.get();
        for name in hostile("x", 2 * size) {
            suggester.nearest_in(SOME, &format!("{name}y"), || {
                known.iter().map(String::as_str)
            });
        }
        assert!(all < BASE + 20 * bytes && suggester.left.get() < size);
    }
}
