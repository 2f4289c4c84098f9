//! The rules: one folder for each subject, one file for each rule, named after its code.
//!
//! A file holds the rule's documentation (`DOC`), which the README's table, the TypeScript union and `rules()` come from,
//! and its `check`. A rule reads the [`model`](crate::model) and never raw JSON, calls no other rule, and stays silent where another
//! one has spoken. To add one, see CONTRIBUTING.md.

mod column;
mod datamart;
mod documentation;
pub(crate) mod json;
mod naming;
mod relationship;
mod shape;
pub(crate) mod sql;
mod surrounding_space;
mod table;
mod tenancy;

use crate::document::{Kind, Value};
use crate::issue::Findings;
use crate::model::Datamart;
use crate::names::{Names, Sameness};
use crate::options::Options;
use crate::resolve::{Resolved, resolve};
use crate::suggest::Suggester;
use documentation::{Example, RuleDoc};

pub use documentation::{BASE, Documentation, ExampleDocumentation, documentation};

/// What a rule sees.
struct Context<'c, 'd> {
    datamart: &'c Datamart<'d>,
    options: &'c Options,
    /// What the names of the datamart refer to.
    resolved: Resolved<'c, 'd>,
    suggester: Suggester<'c>,
}

/// Runs every rule that judges the datamart as read.
pub(crate) fn check<'d>(datamart: &Datamart<'d>, options: &Options, findings: &mut Findings<'d>) {
    let cx = Context {
        datamart,
        options,
        resolved: resolve(datamart, options),
        suggester: Suggester::new(findings.document().size()),
    };
    surrounding_space::check(&cx, findings);
    datamart::check(&cx, findings);
    table::check(&cx, findings);
    column::check(&cx, findings);
    sql::check(&cx, findings);
    tenancy::check(&cx, findings);
    relationship::check(&cx, findings);
}

/// Where a mistake that is reported once stands besides: " here and on 2 more tables", nothing if only here.
fn here_and_on(others: usize, noun: &str) -> String {
    match others {
        0 => String::new(),
        1 => format!(" here and on one more {noun}"),
        _ => format!(" here and on {others} more {noun}s"),
    }
}

/// Whether two values are the same, in whatever order their members stand, so that one of them can go.
fn are_same(one: Value<'_>, other: Value<'_>) -> bool {
    match (one.kind(), other.kind()) {
        (Kind::Object(members), Kind::Object(others)) => {
            // Looking each key up in the other object would take as many steps as both have keys, multiplied.
            let values: Vec<_> = others.map(|(_, value)| value).collect();
            if members.count() != values.len() {
                return false;
            }
            let mut numbers = Names::exact();
            for (number, (key, _)) in others.enumerate() {
                numbers.insert(other.document().key(key), number);
            }
            members.into_iter().all(|(key, member)| {
                let number = numbers.get(one.document().key(key), Sameness::Exact);
                let other = number.and_then(|number| values.get(number));
                other.is_some_and(|other| are_same(member, *other))
            })
        }
        (Kind::Array(items), Kind::Array(others)) => {
            items.len() == others.len()
                && items.zip(others).all(|(one, other)| are_same(one, other))
        }
        (Kind::Text(one), Kind::Text(other)) | (Kind::Number(one), Kind::Number(other)) => {
            one == other
        }
        (Kind::Bool(one), Kind::Bool(other)) => one == other,
        (Kind::Null, Kind::Null) => true,
        _ => false,
    }
}
