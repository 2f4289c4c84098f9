//! The rules: one folder for each subject, one file for each rule, named after its code.
//!
//! A file declares its rule: code, severity, subject, documentation, messages, and the function that looks for it. The
//! codes, the README's table, the TypeScript union and `rules()` come from there. A rule reads the model and never raw JSON, calls no other rule, and stays silent where another
//! one has reported. To add one, see CONTRIBUTING.md.

mod column;
mod datamart;
#[cfg(not(target_arch = "wasm32"))]
mod documentation;
pub(crate) mod json;
mod naming;
mod relationship;
pub(crate) mod reply;
mod rule;
pub(crate) mod shape;
pub(crate) mod sql;
mod table;
mod tenancy;

use crate::document::{Kind, Value};
use crate::issue::{Findings, Group, Setting, Template, suggestion};
use crate::model::Datamart;
use crate::options::Options;
use crate::resolve::{Resolved, resolve};
use crate::suggest::Suggester;
use crate::{diff, propose};
use rule::{registry, rule};

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use documentation::BASE;
#[cfg(not(target_arch = "wasm32"))]
pub use documentation::{
    Documentation, ExampleDocumentation, MessageDocumentation, documentation, messages,
};

registry! {
    Syntax: json::syntax,
    DuplicateKey: json::duplicate_key,
    NotJson: json::not_json,
    TooDeep: json::too_deep,
    TooLarge: json::too_large,
    TooManyIssues: json::too_many_issues,
    WrongDocument: shape::wrong_document,
    Required: shape::required,
    Type: shape::r#type,
    Empty: shape::empty,
    NotAllowedValue: shape::not_allowed_value,
    UnknownField: shape::unknown_field,
    SurroundingSpace: shape::surrounding_space,
    DatamartNameTaken: datamart::datamart_name_taken,
    DatamartNameCase: datamart::datamart_name_case,
    DatamartNameCharacters: datamart::datamart_name_characters,
    UnknownDatamart: datamart::unknown_datamart,
    UnknownDatasource: datamart::unknown_datasource,
    UnusableDatasource: datamart::unusable_datasource,
    DuplicateTable: table::duplicate_table,
    UnknownTable: table::unknown_table,
    NameCase: table::name_case,
    RepeatedSchema: table::repeated_schema,
    SchemaRequired: table::schema_required,
    SchemaRecommended: table::schema_recommended,
    SchemaUnsupported: table::schema_unsupported,
    IndexPatternUnsupported: table::index_pattern_unsupported,
    EverythingHidden: table::everything_hidden,
    DuplicateColumn: column::duplicate_column,
    DuplicateAlias: column::duplicate_alias,
    UnusedSql: column::unused_sql,
    TimezoneUnsupported: column::timezone_unsupported,
    TimezoneNotSet: column::timezone_not_set,
    TimezoneNotADate: column::timezone_not_a_date,
    UnknownColumn: column::unknown_column,
    ShadowedColumn: column::shadowed_column,
    SqlSyntax: sql::sql_syntax,
    SqlNotAnExpression: sql::sql_not_an_expression,
    SqlSuspicious: sql::sql_suspicious,
    SqlOtherTable: sql::sql_other_table,
    SqlUnknownColumn: sql::sql_unknown_column,
    SqlCycle: sql::sql_cycle,
    SqlNestedAggregate: sql::sql_nested_aggregate,
    SqlAggregateNotMarked: sql::sql_aggregate_not_marked,
    SqlMixedAggregate: sql::sql_mixed_aggregate,
    SqlSubquery: sql::sql_subquery,
    TableNotIsolated: tenancy::table_not_isolated,
    ClientColumnWithoutTenancy: tenancy::client_column_without_tenancy,
    IgnoredTenancyField: tenancy::ignored_tenancy_field,
    MultiDatabaseUnsupported: tenancy::multi_database_unsupported,
    UnknownClientColumn: tenancy::unknown_client_column,
    ClientTypeMismatch: tenancy::client_type_mismatch,
    UnknownMappingTable: tenancy::unknown_mapping_table,
    UnknownMappingColumn: tenancy::unknown_mapping_column,
    UnknownRelationshipTable: relationship::unknown_relationship_table,
    AmbiguousRelationshipTable: relationship::ambiguous_relationship_table,
    UnknownRelationshipColumn: relationship::unknown_relationship_column,
    SameRelationshipEnds: relationship::same_relationship_ends,
    DuplicateRelationship: relationship::duplicate_relationship,
    DuplicateRelationshipName: relationship::duplicate_relationship_name,
    IncompatibleRelationshipTypes: relationship::incompatible_relationship_types,
    SeveralJoinPaths: relationship::several_join_paths,
    UnreachedTable: relationship::unreached_table,
    Rejected: reply::rejected,
}

/// The input of a rule.
pub(crate) struct Context<'c, 'd> {
    datamart: &'c Datamart<'d>,
    options: &'c Options,
    /// What the datamart's names refer to.
    resolved: Resolved<'c, 'd>,
    suggester: Suggester<'c>,
}

/// Groups of templates that do not belong to one rule.
static SHARED: &[&Group] = &[
    &suggestion::GROUP,
    &table::messages::GROUP,
    &diff::messages::GROUP,
    &propose::messages::GROUP,
];

fn groups() -> impl Iterator<Item = &'static Group> {
    GROUPS.iter().chain(SHARED).copied()
}

/// Every template that a text comes from.
pub(crate) fn templates() -> impl Iterator<Item = Template> {
    groups().flat_map(Group::templates)
}

/// The template with this key.
pub(crate) fn template(key: &str) -> Option<Template> {
    groups().find_map(|group| group.template(key))
}

/// Runs every rule on the datamart.
pub(crate) fn check<'d>(datamart: &Datamart<'d>, options: &Options, findings: &mut Findings<'d>) {
    let cx = Context {
        datamart,
        options,
        resolved: resolve(datamart, options),
        suggester: Suggester::new(findings.document().size()),
    };
    for check in CHECKS.iter().flatten() {
        check(&cx, findings);
    }
}

/// In objects with more members than this, the keys must be in the same order: looking for each of
/// them in the other object would take quadratic time.
const SOUGHT: usize = 32;

/// Whether two values are the same regardless of the order of members, so that one of them can be
/// removed.
pub(crate) fn are_same(one: Value<'_>, other: Value<'_>) -> bool {
    match (one.kind(), other.kind()) {
        (Kind::Object(members), Kind::Object(others)) => {
            let count = members.count();
            let mut in_order = others.into_iter();
            count == others.count()
                && members.into_iter().all(|(key, member)| {
                    let key = one.document().key(key);
                    let is_same = |(it, _): &(_, _)| other.document().key(*it) == key;
                    let next = in_order.next().filter(is_same);
                    let sought = || others.into_iter().filter(|_| count <= SOUGHT).find(is_same);
                    let other = next.or_else(sought);
                    other.is_some_and(|(_, other)| are_same(member, other))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;
    use serde_json::Value as Json;

    use super::*;
    use crate::document::read_json;

    fn json() -> impl Strategy<Value = Json> {
        let leaf = prop::sample::select(vec![
            Json::Null,
            true.into(),
            false.into(),
            1.into(),
            "".into(),
            "1".into(),
            "a".into(),
        ]);
        leaf.prop_recursive(3, 12, 3, |inner| {
            let key = prop::sample::select(vec!["a", "b", "c"]);
            let members = prop::collection::btree_map(key, inner.clone(), 0..3);
            prop_oneof![
                prop::collection::vec(inner, 0..3).prop_map(Json::from),
                members.prop_map(|members| {
                    let members = members.into_iter();
                    members
                        .map(|(key, value)| (key.to_owned(), value))
                        .collect()
                }),
            ]
        })
    }

    /// The JSON text with the members of objects in reverse order.
    fn reversed(value: &Json) -> String {
        match value {
            Json::Array(items) => {
                let items: Vec<_> = items.iter().map(reversed).collect();
                format!("[{}]", items.join(","))
            }
            Json::Object(members) => {
                let members = members.iter().rev();
                let members: Vec<_> = members
                    .map(|(key, value)| format!("\"{key}\":{}", reversed(value)))
                    .collect();
                format!("{{{}}}", members.join(","))
            }
            leaf => leaf.to_string(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn values_are_the_same_in_any_order_of_members(one in json(), other in json()) {
            for other in [&one, &other] {
                let (text, reversed) = (one.to_string(), reversed(other));
                let (document, others) = (read_json(&text, &[]), read_json(&reversed, &[]));
                let same = are_same(document.root(), others.root());
                prop_assert_eq!(same, one == *other, "{} and {}", text, reversed);
            }
        }
    }

    #[test]
    fn lists_are_the_same_if_all_items_are() {
        for (one, other, same) in [
            ("[1,2]", "[1,2]", true),
            ("[1,2]", "[1,3]", false),
            ("[1,2]", "[2,1]", false),
            ("[1]", "[1,2]", false),
            (r#"{"a":[1]}"#, r#"{"a":[true]}"#, false),
            (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#, true),
            (r#"{"a":1,"b":2}"#, r#"{"a":1,"c":2}"#, false),
            (r#"{"a":1}"#, r#"{"a":1,"b":2}"#, false),
        ] {
            let (one, other) = (read_json(one, &[]), read_json(other, &[]));
            assert_eq!(are_same(one.root(), other.root()), same);
        }
    }
}
