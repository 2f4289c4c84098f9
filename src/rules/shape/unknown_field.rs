//! An object has a field that the API does not document.

use crate::rules::rule;

rule! {
    code: "unknown-field",
    severity: WARNING,
    subject: Shape,
    what: "An object has a field that the API does not document.",
    why: "Usually it is a typing mistake, and the intended field keeps its default. It is still \
          sent, because the documentation may lag behind the server. `$schema` of the datamart \
          itself is allowed: it is for editors, and the only field that is not sent.",
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
