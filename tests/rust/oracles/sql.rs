//! One SQL expression in a dialect chosen by the first byte.

use datamart_validator::internal::sql::{Dialect, Severity, Span, analyze};
use datamart_validator::{DatasourceType, Options, analyze_sql};

use super::bytes::Bytes;
use super::{assert_fits, assert_in_proportion, assert_readable};

pub(super) fn check(input: &[u8]) {
    let mut bytes = Bytes(input);
    let types: Vec<_> = DatasourceType::names().collect();
    // One more, for the dialect without a type.
    let name = types.get(bytes.below(types.len() + 1)).copied();
    let sql = bytes.rest();
    if let Some(dialect) = dialect_of(name) {
        check_analysis(&sql, dialect);
    }
    let report = analyze_sql(&sql, &options(name));
    assert_eq!(report, analyze_sql(&sql, &options(name)));
    for issue in &report.issues {
        assert_readable(&issue.message);
        issue
            .range
            .iter()
            .for_each(|range| assert_fits(*range, &sql));
        for related in &issue.related {
            assert_readable(&related.message);
            related
                .range
                .iter()
                .for_each(|range| assert_fits(*range, &sql));
        }
    }
    report
        .columns
        .iter()
        .for_each(|column| assert_fits(column.range, &sql));
    report
        .functions
        .iter()
        .for_each(|call| assert_fits(call.range, &sql));
    assert_in_proportion(&report, sql.len());
}

/// The dialect of a type; the common one without a type, none if there is no SQL.
pub(super) fn dialect_of(datasource_type: Option<&str>) -> Option<Dialect> {
    datasource_type.map_or(Some(Dialect::Generic), |name| {
        DatasourceType::from_name(name)?.dialect()
    })
}

pub(super) fn options(datasource_type: Option<&str>) -> Options {
    let json = datasource_type.map_or_else(
        || "{}".to_owned(),
        |name| format!(r#"{{"datasourceType": "{name}"}}"#),
    );
    Options::from_json(&json).unwrap()
}

pub(crate) fn check_analysis(sql: &str, dialect: Dialect) {
    let found = analyze(sql, dialect);
    assert_eq!(found, analyze(sql, dialect));
    let fits = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(
            start <= end && sql.get(start..end).is_some(),
            "{span:?} in {sql:?}"
        );
    };
    let places = found.problems.iter().map(|problem| problem.span);
    assert!(places.is_sorted(), "{:?} in {sql:?}", found.problems);
    let has_error = found
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    assert_eq!(found.is_valid(), !has_error);
    for problem in &found.problems {
        fits(problem.span);
        assert_readable(&problem.message.to_string());
        problem.related.iter().for_each(|(span, _)| fits(*span));
    }
    for column in &found.columns {
        fits(column.span);
        fits(column.name_span);
        assert!(
            !column.parts(sql, dialect).is_empty(),
            "{column:?} in {sql:?}"
        );
    }
    found.functions.iter().for_each(|call| fits(call.span));
    found.subqueries.iter().for_each(|it| fits(it.span));
    found
        .columns_beside_aggregate()
        .for_each(|column| fits(column.span));
}
