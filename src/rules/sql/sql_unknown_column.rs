//! The SQL of a custom column uses a column that its table does not list.

use crate::document::Span;
use crate::issue::{Code, Finding, Findings};
use crate::names::trim;
use crate::resolve::{Expression, Reference, Scope};
use crate::rules::{Context, naming, rule};
use crate::sql::{Dialect, analyze};
use crate::suggest::List;

rule! {
    code: "sql-unknown-column",
    severity: WARNING,
    subject: Sql,
    what: "The SQL of a custom column uses a name that the table does not list as a column.",
    why: "A warning, because the column may exist in the datasource without being listed. The \
          option `catalog` decides: an error if the datasource lacks the column, nothing if it \
          has it. Names inside a subquery are not checked.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tex" }
] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [
  { "name": "total" }, { "name": "tax" },
  { "name": "net", "isCustomColumn": true, "sql": "total - tax" }
] }] }"#,
    ),
    check: None,
    messages: {
        unlisted(column): "" => "the table lists no column `{column}`",
        add(): ".help" => "Add the column to the table (it can be hidden), or use one that is listed.",
        missing(column): ".missing" => "the table has no column `{column}`",
        use_column(): ".missing.help" => "Use a column of the datasource's table, or a custom column.",
        alias(suggestion): ".alias.help" => "It is the alias of `{suggestion}`. An expression uses the column's own name.",
        quotes(): ".quotes.help" => "Double quotes enclose names here. Put text in single quotes, or list the column.",
        qualifier(name): ".qualifier" => "`{name}` is neither this table nor a column that it lists",
        no_qualifier(): ".qualifier.help" => "A column needs no table before it: a custom column always uses columns of its own table.",
    },
}

pub(super) fn check<'c, 'd>(
    cx: &Context<'c, 'd>,
    expression: &Expression<'c, 'd>,
    scope: &Scope<'_, 'c, 'd>,
    findings: &mut Findings<'_>,
) {
    // A column whose own name is broken may be the one that was meant.
    if !scope.table.all_columns_named {
        return;
    }
    for reference in &expression.references {
        let finding = match reference {
            Reference::Unknown(name, span) => {
                let message = if scope.is_certain() {
                    messages::missing(name)
                } else {
                    messages::unlisted(name)
                };
                let finding =
                    Finding::new(Code::SqlUnknownColumn, expression.place(*span), message)
                        .certain(scope.is_certain() && !is_of_the_system(name));
                with_suggestion(cx, finding, name, expression, *span, scope)
            }
            Reference::Foreign(name, span, None) => {
                let message = messages::qualifier(name);
                let finding =
                    Finding::new(Code::SqlUnknownColumn, expression.place(*span), message);
                let known = || {
                    let own = scope.table.name.given().map(|name| trim(name.text));
                    own.into_iter().chain(scope.names())
                };
                let list = List::Qualifiers(scope.number);
                let own = expression.name().unwrap_or_default();
                match cx.suggester.nearest_but(list, name, own, known) {
                    Some(nearest) => finding
                        .did_you_mean(nearest)
                        .suggest(Some(nearest).filter(|it| is_better(cx, expression, scope, it))),
                    None => finding.help(messages::no_qualifier()),
                }
            }
            Reference::Foreign(..)
            | Reference::Listed(_)
            | Reference::Unlisted
            | Reference::NoClaim => continue,
        };
        findings.add(finding);
    }
}

/// System columns that catalogs do not list: `_PARTITIONTIME`, `METADATA$FILENAME`, `ctid`.
fn is_of_the_system(name: &str) -> bool {
    name.starts_with('_')
        || name.bytes().any(|byte| byte == b'$')
        || [
            "rowid", "rownum", "ctid", "xmin", "oid", "tableoid", "level",
        ]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether the dialect reads an unquoted name as a column: a keyword is not one, and a name with
/// other characters is more than a name.
fn is_plain_name(cx: &Context<'_, '_>, name: &str) -> bool {
    let analysis = analyze(name, cx.options.dialect().unwrap_or(Dialect::Generic));
    let is_name = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
    name.bytes().all(is_name) && analysis.is_valid() && analysis.columns.len() == 1
}

/// Whether a name can take the place of one in an expression: it is read as a column, and the
/// expression does not become a part of itself.
fn is_better(
    cx: &Context<'_, '_>,
    expression: &Expression<'_, '_>,
    scope: &Scope<'_, '_, '_>,
    name: &str,
) -> bool {
    let own = cx.resolved.first_column(expression.number);
    is_plain_name(cx, name) && !scope.is_computed_from(name, own)
}

/// Says what was probably meant by a name that stands at `span`.
#[cold]
#[inline(never)]
fn with_suggestion<'c, 'd>(
    cx: &Context<'c, 'd>,
    finding: Finding,
    name: &str,
    expression: &Expression<'c, 'd>,
    span: Span,
    scope: &Scope<'_, 'c, 'd>,
) -> Finding {
    let written = expression.text(span);
    let is_quoted = written != name;
    let fits = |name: &str| !is_quoted && is_better(cx, expression, scope, name);
    if let Some(column) = scope.of_alias(name) {
        return finding
            .help(messages::alias(column))
            .suggest(Some(column).filter(|column| fits(column)));
    }
    // A column that refers to itself would not be better.
    let own = expression.name().unwrap_or_default();
    let spelt_otherwise = scope.spelt_otherwise(name).filter(|other| *other != own);
    let nearest = || {
        let list = List::Expression(scope.number);
        cx.suggester.nearest_but(list, name, own, || scope.names())
    };
    match spelt_otherwise.or_else(nearest) {
        Some(nearest) => naming::did_you_mean(finding, name, nearest)
            .suggest(Some(nearest).filter(|nearest| fits(nearest))),
        None if written.starts_with('"') => finding.help(messages::quotes()),
        None if scope.is_certain() => finding.help(messages::use_column()),
        None => finding.help(messages::add()),
    }
}
