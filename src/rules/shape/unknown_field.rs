//! An object has a field that the API does not document.

use crate::rules::rule;

rule! {
    code: "unknown-field",
    severity: WARNING,
    subject: Shape,
    what: "An object has a field that the API does not document.",
    why: "Most often it is a slip of the pen, and the field that was meant keeps its default. It is sent all the same, \
          because the documentation may lag behind the server. `$schema` of the datamart itself is known: it is for editors, and \
          the one field that is not sent.",
    wrong: Fields(
        r#"{ "tableList": [{ "name": "orders", "lable": "Orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Fields(
        r#"{ "tableList": [{ "name": "orders", "label": "Orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
        unknown(field): "" => "unknown field `{field}`",
        unchanged(): ".help" => "It is sent unchanged. Remove it unless the server knows it.",
        semantic(path): ".semantic.help" => "It belongs to the semantic layer, which is sent to `{path}`. In a datamart it is sent unchanged.",
    },
}
