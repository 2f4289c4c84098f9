//! Documentation of the rules of shape, which the reader of the model checks while it reads.

use super::{Example, RuleDoc};

pub(super) static WRONG_DOCUMENT: RuleDoc = RuleDoc {
    what: "The input is another body or reply of the API, not the body of Create Datamart.",
    why: "An update, the semantic layer, the lists of datamarts and datasources, and the schema of a datasource have fields that look like those \
          of a datamart. As an error it is the only issue; if it is switched off, the input is judged as a datamart.",
    wrong: Example::Text(
        r#"{ "datamartName": "sales", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Example::Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
};

pub(super) static REQUIRED: RuleDoc = RuleDoc {
    what: "A field that must be filled in is missing, null or blank.",
    why: "The server rejects the datamart. Some fields are required only with others: `sql` on a custom column, \
          `tenancyLevel` in tenancy settings, and five more fields of the tenancy settings at level TABLE.",
    wrong: Example::Fields(r#"{ "name": "" }"#),
    right: Example::Fields(r#"{ "name": "sales" }"#),
};

pub(super) static TYPE: RuleDoc = RuleDoc {
    what: "A value is of the wrong kind.",
    why: "The server rejects it. Nothing is converted on the way: `\"true\"` is a text, not true.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": "true", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "isHide": false, "columns": [{ "name": "id" }] }] }"#,
    ),
};

pub(super) static EMPTY: RuleDoc = RuleDoc {
    what: "A list that needs at least one item has none.",
    why: "The server rejects a datamart without tables and a table without columns.",
    wrong: Example::Fields(r#"{ "tableList": [{ "name": "orders", "columns": [] }] }"#),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
};

pub(super) static NOT_ALLOWED_VALUE: RuleDoc = RuleDoc {
    what: "A text is none of those that the field allows.",
    why: "The server rejects it; capitals count.",
    wrong: Example::Fields(r#"{ "tenancySettings": { "tenancyLevel": "Database" } }"#),
    right: Example::Fields(r#"{ "tenancySettings": { "tenancyLevel": "DATABASE" } }"#),
};

pub(super) static UNKNOWN_FIELD: RuleDoc = RuleDoc {
    what: "An object has a field that the API does not document.",
    why: "Most often it is a slip of the pen, and the field that was meant keeps its default. It is sent all the same, \
          because the documentation may lag behind the server. `$schema` of the datamart itself is known: it is for editors, and \
          the one field that is not sent.",
    wrong: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "lable": "Orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Example::Fields(
        r#"{ "tableList": [{ "name": "orders", "label": "Orders", "columns": [{ "name": "id" }] }] }"#,
    ),
};
