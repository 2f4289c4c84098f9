//! What is written about each rule, and the list of all of it.

use serde::Serialize;

use super::{column, datamart, json, relationship, shape, sql, surrounding_space, table, tenancy};
use crate::issue::{Code, Setting};

/// The documentation of one rule, kept beside its check.
pub(super) struct RuleDoc {
    /// What it reports, in one sentence.
    pub(super) what: &'static str,
    /// Why that matters, and where the rule comes from.
    pub(super) why: &'static str,
    /// A datamart that has exactly this issue.
    pub(super) wrong: Example,
    /// The same datamart, right.
    pub(super) right: Example,
}

/// An example that the tests run.
pub(super) enum Example {
    /// Some fields of a datamart; the others come from [`BASE`].
    Fields(&'static str),
    /// The same, with options.
    FieldsWith(&'static str, &'static str),
    /// A whole datamart as JSON text.
    Text(&'static str),
    /// Some fields of a datamart as a JavaScript expression.
    JavaScript(&'static str),
}

/// The datamart that examples change: the fields that they do not name.
pub const BASE: &str = r#"{
  "name": "sales",
  "datasourceName": "warehouse",
  "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }]
}"#;

/// One rule as its users see it.
#[derive(Debug, Serialize)]
pub struct Documentation {
    /// The code.
    pub code: Code,
    /// What it is about: the heading that it shares with its neighbours.
    pub subject: &'static str,
    /// The severity unless the `rules` option says otherwise, or `off`.
    pub severity: Setting,
    /// What it reports.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// A datamart that has exactly this issue.
    pub wrong: ExampleDocumentation,
    /// The same datamart, right.
    pub right: ExampleDocumentation,
}

/// An example as its readers see it.
#[derive(Debug, Serialize)]
pub struct ExampleDocumentation {
    /// `fields`: some fields of a datamart as JSON; `text`: a whole datamart as JSON text; `javascript`: some fields as a
    /// JavaScript expression.
    pub kind: &'static str,
    /// The example itself.
    pub source: &'static str,
    /// The options that it needs, as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<&'static str>,
}

impl From<&Example> for ExampleDocumentation {
    fn from(example: &Example) -> Self {
        let (kind, source, options) = match example {
            Example::Fields(source) => ("fields", source, None),
            Example::FieldsWith(source, options) => ("fields", source, Some(*options)),
            Example::Text(source) => ("text", source, None),
            Example::JavaScript(source) => ("javascript", source, None),
        };
        Self {
            kind,
            source,
            options,
        }
    }
}

/// Every rule, in the order of the codes. The WebAssembly module does not hold these texts: the npm package
/// carries them as data of its own.
#[must_use]
pub fn documentation() -> Vec<Documentation> {
    let document = |code: &Code| {
        let RuleDoc {
            what,
            why,
            wrong,
            right,
        } = doc(*code);
        let (wrong, right) = (wrong.into(), right.into());
        Documentation {
            code: *code,
            subject: code.subject(),
            severity: code.default_setting(),
            what,
            why,
            wrong,
            right,
        }
    };
    Code::ALL.iter().map(document).collect()
}

fn doc(code: Code) -> &'static RuleDoc {
    match code {
        Code::Syntax => &json::SYNTAX,
        Code::DuplicateKey => &json::DUPLICATE_KEY,
        Code::NotJson => &json::NOT_JSON,
        Code::TooDeep => &json::TOO_DEEP,
        Code::TooLarge => &json::TOO_LARGE,
        Code::TooManyIssues => &json::TOO_MANY_ISSUES,
        Code::WrongDocument => &shape::WRONG_DOCUMENT,
        Code::Required => &shape::REQUIRED,
        Code::Type => &shape::TYPE,
        Code::Empty => &shape::EMPTY,
        Code::NotAllowedValue => &shape::NOT_ALLOWED_VALUE,
        Code::UnknownField => &shape::UNKNOWN_FIELD,
        Code::SurroundingSpace => &surrounding_space::DOC,
        Code::DatamartNameTaken => &datamart::datamart_name_taken::DOC,
        Code::DatamartNameCase => &datamart::datamart_name_case::DOC,
        Code::DatamartNameCharacters => &datamart::datamart_name_characters::DOC,
        Code::UnknownDatamart => &datamart::unknown_datamart::DOC,
        Code::UnknownDatasource => &datamart::unknown_datasource::DOC,
        Code::UnusableDatasource => &datamart::unusable_datasource::DOC,
        Code::DuplicateTable => &table::duplicate_table::DOC,
        Code::UnknownTable => &table::unknown_table::DOC,
        Code::NameCase => &table::name_case::DOC,
        Code::RepeatedSchema => &table::repeated_schema::DOC,
        Code::SchemaRequired => &table::schema_required::DOC,
        Code::SchemaRecommended => &table::schema_recommended::DOC,
        Code::SchemaUnsupported => &table::schema_unsupported::DOC,
        Code::IndexPatternUnsupported => &table::index_pattern_unsupported::DOC,
        Code::EverythingHidden => &table::everything_hidden::DOC,
        Code::DuplicateColumn => &column::duplicate_column::DOC,
        Code::DuplicateAlias => &column::duplicate_alias::DOC,
        Code::UnusedSql => &column::unused_sql::DOC,
        Code::TimezoneUnsupported => &column::timezone_unsupported::DOC,
        Code::TimezoneNotSet => &column::timezone_not_set::DOC,
        Code::TimezoneNotADate => &column::timezone_not_a_date::DOC,
        Code::UnknownColumn => &column::unknown_column::DOC,
        Code::ShadowedColumn => &column::shadowed_column::DOC,
        Code::SqlSyntax => &sql::sql_syntax::DOC,
        Code::SqlNotAnExpression => &sql::sql_not_an_expression::DOC,
        Code::SqlSuspicious => &sql::sql_suspicious::DOC,
        Code::SqlOtherTable => &sql::sql_other_table::DOC,
        Code::SqlUnknownColumn => &sql::sql_unknown_column::DOC,
        Code::SqlCycle => &sql::sql_cycle::DOC,
        Code::SqlNestedAggregate => &sql::sql_nested_aggregate::DOC,
        Code::SqlAggregateNotMarked => &sql::sql_aggregate_not_marked::DOC,
        Code::SqlMixedAggregate => &sql::sql_mixed_aggregate::DOC,
        Code::SqlSubquery => &sql::sql_subquery::DOC,
        Code::TableNotIsolated => &tenancy::table_not_isolated::DOC,
        Code::ClientColumnWithoutTenancy => &tenancy::client_column_without_tenancy::DOC,
        Code::IgnoredTenancyField => &tenancy::ignored_tenancy_field::DOC,
        Code::MultiDatabaseUnsupported => &tenancy::multi_database_unsupported::DOC,
        Code::UnknownClientColumn => &tenancy::unknown_client_column::DOC,
        Code::ClientTypeMismatch => &tenancy::client_type_mismatch::DOC,
        Code::UnknownMappingTable => &tenancy::unknown_mapping_table::DOC,
        Code::UnknownMappingColumn => &tenancy::unknown_mapping_column::DOC,
        Code::UnknownRelationshipTable => &relationship::unknown_relationship_table::DOC,
        Code::AmbiguousRelationshipTable => &relationship::ambiguous_relationship_table::DOC,
        Code::UnknownRelationshipColumn => &relationship::unknown_relationship_column::DOC,
        Code::SameRelationshipEnds => &relationship::same_relationship_ends::DOC,
        Code::DuplicateRelationship => &relationship::duplicate_relationship::DOC,
        Code::DuplicateRelationshipName => &relationship::duplicate_relationship_name::DOC,
        Code::IncompatibleRelationshipTypes => &relationship::incompatible_relationship_types::DOC,
        Code::SeveralJoinPaths => &relationship::several_join_paths::DOC,
        Code::UnreachedTable => &relationship::unreached_table::DOC,
    }
}
