//! The input is another body or reply of the API, not the body of Create Datamart.

use crate::rules::rule;

rule! {
    code: "wrong-document",
    severity: ERROR,
    subject: Shape,
    what: "The input is another body or reply of the API, not the body of Create Datamart.",
    why: "An update, the semantic layer, the lists of datamarts and datasources, and the schema of a datasource have fields that look like those \
          of a datamart. As an error it is the only issue; if it is switched off, the input is judged as a datamart.",
    wrong: Text(
        r#"{ "datamartName": "sales", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
    },
}
