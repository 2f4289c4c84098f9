//! The rules: one folder for each subject, one file for each rule, named after its code.
//!
//! A file holds the rule's documentation (`DOC`), which the README's table, the TypeScript union and `rules()` come from,
//! and its `check`. A rule reads the [`model`](crate::model) and never raw JSON, calls no other rule, and stays silent where another
//! one has spoken. To add one, see CONTRIBUTING.md.

mod column;
mod datamart;
mod documentation;
pub(crate) mod json;
mod physical;
pub(crate) mod relationship;
mod shape;
pub(crate) mod sql;
mod table;
mod tenancy;

use rustc_hash::FxHashMap;

use crate::document::{Kind, Value};
use crate::issue::Findings;
use crate::model::{Datamart, End};
use crate::options::Options;
use crate::suggest::Suggester;
use documentation::{Example, RuleDoc};
use physical::Physical;

pub use documentation::{BASE, Documentation, ExampleDocumentation, documentation};

/// What a rule sees.
struct Context<'c, 'd> {
    datamart: &'c Datamart<'d>,
    options: &'c Options,
    suggester: Suggester,
    /// Every end of every relationship: parents and children.
    ends: Vec<End<'d>>,
    /// What the catalog has for each table of the datamart.
    physical: Vec<Physical<'c>>,
}

/// The number of something by its name. One sort of map for all rules, because each sort costs a kilobyte of code.
type Numbers<'d> = FxHashMap<&'d str, usize>;

/// The same by names that stand nowhere as they are: folded, or made by [`joined`].
type OwnedNumbers = FxHashMap<String, usize>;

/// Several names as one, which no other names make.
fn joined(names: &[&str]) -> String {
    let mut whole = String::new();
    for name in names {
        whole.extend([&name.len().to_string(), ":", *name]);
    }
    whole
}

/// Runs every rule that judges the datamart as read.
pub(crate) fn check<'d>(datamart: &Datamart<'d>, options: &Options, findings: &mut Findings<'d>) {
    let mut ends = Vec::with_capacity(2 * datamart.relationships.len());
    for relationship in &datamart.relationships {
        ends.extend([relationship.parent, relationship.child]);
    }
    let cx = Context {
        datamart,
        options,
        suggester: Suggester::default(),
        ends,
        physical: physical::of_tables(datamart, options),
    };
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
            let count = members.count();
            count == others.count()
                && matches!(one.kind(), Kind::Object(members) if members.into_iter().all(|(key, member)| {
                    let other = other.member(one.document().key(key));
                    other.is_some_and(|other| are_same(member, other))
                }))
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
