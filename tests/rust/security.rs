//! `SECURITY.md` claims only what is tested: each test that it names exists.

use std::path::Path;

#[test]
fn the_tests_that_it_names_exist() {
    let page = include_str!("../../SECURITY.md");
    let names = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| matches!(name.rsplit_once('.'), Some((_, "rs" | "mjs"))));
    let mut count = 0;
    for name in names {
        count += 1;
        let is_there = ["", "tests/rust", "tests/js/node"]
            .iter()
            .any(|folder| Path::new(folder).join(name).is_file());
        assert!(is_there, "{name}");
    }
    assert!(count > 15, "{count}");
}
