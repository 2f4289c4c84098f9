//! The input is another body or reply of the API, not the body of Create Datamart.

use crate::contract::foreign::{Foreign, SEMANTIC_LAYER_PATH};
use crate::document::Value;
use crate::issue::{Code, Finding};
use crate::rules::rule;

rule! {
    code: "wrong-document",
    severity: ERROR,
    subject: Shape,
    what: "The input is another body or reply of the API, not the body of Create Datamart.",
    why: "An update, the semantic layer, the lists of datamarts and datasources, and the schema \
          of a datasource have fields that look like those of a datamart. As an error it is the \
          only issue; if it is switched off, the input is validated as a datamart.",
    wrong: Text(
        r#"{ "datamartName": "sales", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    right: Text(
        r#"{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }"#,
    ),
    check: None,
    messages: {
        update(): ".update" => "found the body of Update Datamart, expected a datamart",
        update_fields(): ".update.help" => "A datamart has `name` instead of `datamartName`, and a `datasourceName`.",
        datamarts(): ".datamarts" => "found the API's list of datamarts, expected one datamart",
        pass_datamarts(): ".datamarts.help" => "Pass the list as the option `existingDatamarts`. The datamarts in it have other field names than one that is created.",
        datamart(): ".datamart" => "found a datamart as the API lists it, expected one as it is created",
        listed_fields(): ".datamart.help" => "Its fields have other names there: `datamartTables` is `tableList`, `tableName` and `columnName` are `name`, `companyIntegration.name` is `datasourceName`, and `datamartOrganization` is `tenancySettings`.",
        datasources(): ".datasources" => "found the API's list of datasources, expected a datamart",
        pass_datasources(): ".datasources.help" => "Pass the list as the option `datasources`.",
        schema(): ".schema" => "found the schema of a datasource, expected a datamart",
        pass_schema(): ".schema.help" => "Pass the schema as the option `catalog`.",
        semantic(): ".semantic" => "found the body of a semantic layer, expected a datamart",
        send_semantic(path): ".semantic.help" => "Send it to `{path}` after the datamart has been created.",
    },
}

/// The finding for another document, as recognised by the model's reader.
pub(crate) fn finding(root: Value<'_>, found: Foreign) -> Finding {
    let (message, help) = match found {
        Foreign::Update => (messages::update(), messages::update_fields()),
        Foreign::Datamarts => (messages::datamarts(), messages::pass_datamarts()),
        Foreign::Datamart => (messages::datamart(), messages::listed_fields()),
        Foreign::Datasources => (messages::datasources(), messages::pass_datasources()),
        Foreign::Schema => (messages::schema(), messages::pass_schema()),
        Foreign::Semantic => (
            messages::semantic(),
            messages::send_semantic(SEMANTIC_LAYER_PATH),
        ),
    };
    Finding::new(Code::WrongDocument, root, message).help(help)
}
