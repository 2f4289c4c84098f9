//! SQL that uses the columns of a table, valid except for some mistakes.

use super::{Known, column_of, misspelled};
use crate::oracles::bytes::Bytes;

const WHOLE: [&str; 16] = [
    "“total” * 2",
    "order total * 2",
    "SUM(SUM(total))",
    "SELECT id FROM orders",
    "total || 'x",
    "UPPER(total",
    "total as t",
    "totl + tota + idd",
    "id, total",
    "total;",
    "-- nothing",
    "‘a’ || total",
    "IF(id, total, net_total)",
    "\"ID\" * \"Total\"",
    "CASE WHEN id = 1 THEN total",
    "ROW_NUMBER() OVER (PARTITION BY id ORDER BY total)",
];

const OPERATORS: [&str; 14] = [
    "+", "-", "*", "/", "||", "=", "<>", "AND", "==", "!=", "&&", "×", "−", "%",
];

const FUNCTIONS: [&str; 10] = [
    "ABS", "COALESCE", "SUM", "COUNT", "MAX", "LOWER", "total", "f", "AVG", "ROUND",
];

const LITERALS: [&str; 7] = ["1", "1.19", "'a'", "NULL", "TRUE", "*", "'it''s'"];

/// The expression of a custom column near this one, in a table that already lists these columns.
pub(super) fn expression(
    bytes: &mut Bytes<'_>,
    known: &str,
    listed: &Known,
    all: &[Known],
) -> String {
    if bytes.one_in(8) {
        return bytes.pick(&WHOLE).to_owned();
    }
    let mut sql = String::new();
    write(bytes, 3, &Scope { known, listed, all }, &mut sql);
    sql
}

struct Scope<'s> {
    known: &'s str,
    listed: &'s Known,
    all: &'s [Known],
}

fn write(bytes: &mut Bytes<'_>, depth: usize, scope: &Scope<'_>, sql: &mut String) {
    let choices = if depth == 0 { 5 } else { 12 };
    match bytes.below(choices) {
        0 | 1 => {
            let column = if bytes.one_in(4) {
                scope.known
            } else {
                column_of(bytes, scope.listed)
            };
            write_name(bytes, column, sql);
        }
        2 => sql.push_str(bytes.pick(&LITERALS)),
        3 => {
            write_name(bytes, &scope.listed.name, sql);
            sql.push('.');
            let column = column_of(bytes, scope.listed);
            write_name(bytes, column, sql);
        }
        4 => {
            let table = &scope.all[bytes.below(scope.all.len())];
            write_name(bytes, &table.name, sql);
            sql.push('.');
            let column = column_of(bytes, table);
            write_name(bytes, column, sql);
        }
        5..8 => {
            write(bytes, depth - 1, scope, sql);
            sql.push(' ');
            sql.push_str(bytes.pick(&OPERATORS));
            sql.push(' ');
            write(bytes, depth - 1, scope, sql);
        }
        8 | 9 => {
            sql.push_str(bytes.pick(&FUNCTIONS));
            sql.push('(');
            write(bytes, depth - 1, scope, sql);
            if bytes.one_in(4) {
                sql.push_str(", ");
                write(bytes, depth - 1, scope, sql);
            }
            sql.push(')');
        }
        10 => {
            sql.push_str("CASE WHEN ");
            write(bytes, depth - 1, scope, sql);
            sql.push_str(" > 0 THEN ");
            write(bytes, depth - 1, scope, sql);
            sql.push_str(" END");
        }
        _ => {
            sql.push_str("(SELECT MAX(");
            write(bytes, depth - 1, scope, sql);
            sql.push_str(") FROM ");
            let table = &scope.all[bytes.below(scope.all.len())];
            write_name(bytes, &table.name, sql);
            sql.push(')');
        }
    }
}

/// A name, quoted in one of the ways of the dialects or not at all.
fn write_name(bytes: &mut Bytes<'_>, name: &str, sql: &mut String) {
    let name = misspelled(bytes, name);
    let [before, after] = match bytes.byte() % 8 {
        1 | 2 => ["\"", "\""],
        3 => ["`", "`"],
        4 => ["[", "]"],
        5 => ["“", "”"],
        _ => ["", ""],
    };
    sql.push_str(before);
    sql.push_str(&name);
    sql.push_str(after);
}
