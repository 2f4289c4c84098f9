//! A table has an index pattern although the datasource has no indexes to match.

use crate::issue::{Code, Finding, Findings};
use crate::rules::{Context, Example, RuleDoc};

pub(in crate::rules) static DOC: RuleDoc = RuleDoc {
    what: "A table has an `indexPattern` on something other than OpenSearch or Elasticsearch.",
    why: "The pattern is used as the table's name in queries, where only these two understand it. Known only with the option \
          `datasourceType`.",
    wrong: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "logs", "indexPattern": "logs-*", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: Example::FieldsWith(
        r#"{ "tableList": [{ "name": "logs", "indexPattern": "logs-*", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "opensearch" }"#,
    ),
};

pub(super) fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    let Some(datasource) = cx.options.datasource_type else {
        return;
    };
    if datasource.has_index_patterns() {
        return;
    }
    for pattern in cx
        .datamart
        .tables
        .iter()
        .filter_map(|table| table.index_pattern.given())
    {
        let message = format!(
            "`indexPattern` is set, but a datasource of type `{}` has no index patterns",
            datasource.name()
        );
        findings.add(
            Finding::new(Code::IndexPatternUnsupported, pattern.node, message)
                .help("Remove it, and put the table's own name into `name`.")
                .fix_by_removing("Remove `indexPattern`"),
        );
    }
}
