//! Twice the text takes about twice the work. The work is counted in bytes and tokens, in every
//! dialect: for shapes that used to be slow, for every piece of the grammar nested and repeated,
//! and for random mixtures of these.

use super::meter::counted::steps;
use super::{Dialect, analyze, dialect};

/// What is repeated, and what is repeated as often after it.
const SHAPES: &[(&str, &str)] = &[
    ("a+", ""),
    ("+", ""),
    ("-+", ""),
    ("+-", "*"),
    ("<+", ""),
    ("~+-", ""),
    ("`+", ""),
    ("?-", ""),
    ("a - - + ", ""),
    ("@", ""),
    ("#", ""),
    ("!", ""),
    ("a<", ""),
    ("a>", ""),
    ("<", ">"),
    ("ARRAY<", ">"),
    ("ARRAY<INT", ">"),
    ("ARRAY<(", ")"),
    ("a::ARRAY<", ">"),
    ("STRUCT<a ", ">"),
    ("MAP<", ""),
    ("a::x(", ")"),
    ("a::x(1,", ",)"),
    ("CAST(a AS x(", "))"),
    ("CAST(a AS ", ")"),
    ("a::x COLLATE ", ""),
    ("/*", "*/"),
    ("/*", ""),
    ("/*!1 ", " */"),
    ("--", ""),
    ("--\n", ""),
    ("'", ""),
    ("''", ""),
    ("'\\", ""),
    ("\"", ""),
    ("\"\"", ""),
    ("\"a\".", ""),
    ("`", ""),
    ("`a", ""),
    ("[", "]"),
    ("[", ""),
    ("[a].", ""),
    ("$", ""),
    ("$a", ""),
    ("$$ ", ""),
    ("$a$", ""),
    ("$a$ $b", ""),
    ("“", "”"),
    ("’", ""),
    ("é", ""),
    ("😀", ""),
    ("\u{a0}", ""),
    ("\u{feff}", ""),
    ("\u{7}", ""),
    ("{", "}"),
    ("{{", "}}"),
    ("{{\n", ""),
    ("{a:", "}"),
    ("{'a':", "}"),
    ("{fn f(", ")}"),
    ("(", ")"),
    ("(a,", ")"),
    ("f(", ")"),
    ("f(a,", ")"),
    ("f(,", ")"),
    ("f()(", ")"),
    ("SUM(", ")"),
    ("SUM(a+", ")"),
    ("f(a+", ") OVER ()"),
    ("f(", ") OVER (PARTITION BY a)"),
    ("f(", ") FILTER (WHERE a)"),
    ("DATEADD(day,", ")"),
    ("DATEADD('day',", ")"),
    ("MATCH(a=", ")"),
    ("LIKE(", ")"),
    ("LIKE(a,", ")"),
    ("INTERVAL (", ")"),
    ("INTERVAL (a,b) = (", ")"),
    ("INTERVAL ", " DAY"),
    ("INTERVAL 1 DAY ", ""),
    ("1 DAY ", ""),
    ("CASE ", " END"),
    ("CASE WHEN a THEN ", " END"),
    ("CASE a WHEN 1 THEN 2 ELSE ", " END"),
    ("WHEN a THEN ", ""),
    ("NOT ", ""),
    ("- ", ""),
    ("a BETWEEN ", ""),
    ("a BETWEEN (", " AND b)"),
    ("(a BETWEEN b + ", ")"),
    ("a ? ", ": b"),
    ("a IN (", ")"),
    ("a = ANY (", ")"),
    ("EXISTS(", ")"),
    ("(SELECT ", ")"),
    ("((SELECT a) UNION ", ")"),
    ("(", " UNION (SELECT a))"),
    ("((SELECT a) ", " UNION)"),
    ("(a) UNION (", ")"),
    ("(WITH a AS ", " SELECT b)"),
    ("(VALUES ", ")"),
    ("x -> ", ""),
    ("(x) -> ", ""),
    ("(", ") -> x"),
    ("(a, ", ") -> x"),
    ("x INT -> ", ""),
    ("lambda x: ", ""),
    ("lambda x, ", ""),
    ("timestamp ", ""),
    ("timestamp(", ")"),
    ("timestamp(1) ", ""),
    ("time with ", ""),
    ("a.", ""),
    ("a:", ""),
    ("a[", "]"),
    ("a[1]", ""),
    ("a::", ""),
    ("a AS b ", ""),
    ("a ", ""),
    ("1.", ""),
    ("1_", ""),
    ("1e", ""),
    ("1 ", ""),
    (".1", ""),
    (",", ""),
    (";", ""),
    ("\\", ""),
    ("* EXCEPT (", ")"),
    ("WITHIN GROUP (ORDER BY ", ")"),
    ("ORDER BY a, ", ""),
    ("f(a ORDER BY ", ")"),
    ("f(a SEPARATOR ", ")"),
    ("f(NULL ON NULL ", ")"),
    ("OPERATOR(", ")"),
    ("TRIM(BOTH ", ")"),
];

/// Pieces for random shapes.
const PIECES: &[&str] = &[
    "a",
    "f(",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "+",
    "-",
    "*",
    "/",
    "=",
    "!",
    "~",
    "|",
    "?",
    ":",
    "::",
    ".",
    ",",
    ";",
    "->",
    "=>",
    "@",
    "#",
    "$",
    "'",
    "\"",
    "`",
    "\\",
    "1",
    " ",
    "\n",
    "--",
    "/*",
    "*/",
    "CASE ",
    " WHEN ",
    " THEN ",
    " END",
    " AND ",
    " BETWEEN ",
    " IN ",
    " LIKE",
    "ARRAY<",
    "STRUCT<",
    "(SELECT ",
    " UNION ",
    " FROM ",
    " AS ",
    "INTERVAL ",
    " DAY ",
    " OVER (",
    "SUM(",
    "CAST(",
    "DATEADD(",
    "x -> ",
    "lambda ",
    "timestamp ",
    "é",
    "“",
];

fn texts(prefix: &str, unit: &str, middle: &str, end: &str, length: usize) -> String {
    let count = length / (unit.len() + end.len()).max(1);
    [prefix, &unit.repeat(count), middle, &end.repeat(count)].concat()
}

fn check(prefix: &str, unit: &str, middle: &str, end: &str) {
    let (short, long) = (4_000, 8_000);
    for &dialect in dialect::ALL.iter().chain(&[Dialect::Generic]) {
        let count = |length| {
            let text = texts(prefix, unit, middle, end, length);
            steps(|| drop(analyze(&text, dialect)))
        };
        let (once, twice) = (count(short), count(long));
        // Reading each byte a few times does not count as growth.
        assert!(
            twice * 10 <= once * 26 || twice < 40 * long,
            "{prefix}({unit})*{middle}({end})* in {dialect:?}: {once} steps, then {twice}"
        );
        // An unknown dialect tries all others.
        let readings = if dialect == Dialect::Generic {
            dialect::ALL.len()
        } else {
            2
        };
        assert!(
            twice < 200 * readings * long,
            "{prefix}({unit})*{middle}({end})* in {dialect:?}: {twice} steps"
        );
    }
}

#[test]
fn of_every_piece_of_the_grammar() {
    for (unit, end) in SHAPES {
        check("", unit, "a", end);
        check("f(", unit, "", end);
    }
}

#[test]
fn of_one_long_name_and_many_arguments() {
    let name = "datemat".repeat(2_000);
    for argument in ["day, ", "a = 1, ", "'day', ", "f(day), ", "x -> x, "] {
        check(&name, &["(", argument].concat(), "a", ")");
        let prefix = [&name, "("].concat();
        check(&prefix, argument, "a", "");
        // Both twice as long.
        for &dialect in dialect::ALL {
            let count = |times: usize| {
                let text = [&name.repeat(times), "(", &argument.repeat(2_000 * times)].concat();
                steps(|| drop(analyze(&text, dialect)))
            };
            let (once, twice) = (count(1), count(2));
            assert!(
                twice * 10 <= once * 26,
                "{argument} in {dialect:?}: {once}, then {twice}"
            );
        }
    }
}

#[test]
fn of_random_shapes() {
    let mut state = 7_u32;
    let mut random = |bound: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % bound
    };
    for _ in 0..150 {
        let mut piece = |longest: usize| -> String {
            let count = random(longest + 1);
            (0..count).map(|_| PIECES[random(PIECES.len())]).collect()
        };
        let (prefix, unit, middle, end) = (piece(2), piece(4), piece(2), piece(3));
        check(&prefix, &unit, &middle, &end);
    }
}
