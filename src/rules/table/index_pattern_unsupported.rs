//! A table has an index pattern although the datasource has no indexes to match.

use crate::issue::{Code, Finding, Findings, suggestion};
use crate::rules::{Context, rule};

rule! {
    code: "index-pattern-unsupported",
    severity: WARNING,
    subject: Tables,
    what: "A table has an `indexPattern` on something other than OpenSearch or Elasticsearch.",
    why: "The pattern is used as the table's name in queries, which only these two support. \
          Checked only with the option `datasourceType`.",
    wrong: FieldsWith(
        r#"{ "tableList": [{ "name": "logs", "indexPattern": "logs-*", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "mysql" }"#,
    ),
    right: FieldsWith(
        r#"{ "tableList": [{ "name": "logs", "indexPattern": "logs-*", "columns": [{ "name": "id" }] }] }"#,
        r#"{ "datasourceType": "opensearch" }"#,
    ),
    check: Some(check),
    messages: {
        set(typeName): "" => "`indexPattern` is set, but a datasource of type `{typeName}` has no index patterns",
        remove(): ".help" => "Remove it, and set `name` to the name of the table itself.",
    },
}

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
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
        let message = messages::set(datasource.name());
        findings.add(
            Finding::new(Code::IndexPatternUnsupported, pattern.node, message)
                .help(messages::remove())
                .fix_by_removing(suggestion::remove("indexPattern")),
        );
    }
}
