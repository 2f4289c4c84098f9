//! What the API's list reply says of a datamart that was created: a stand-in for the server, as untidy as the published example.

use serde_json::{Map, Value, json};

/// The record of a datamart, given as the body that created it.
pub(crate) fn record(body: &Value) -> Value {
    let tables = objects(&body["tableList"]).map(|table| {
        let columns = objects(&table["columns"]).map(|column| {
            let mut record = with(column, &["alias", "label"], &Value::Null);
            record.append(&mut with(
                column,
                &["isHide", "isCustomColumn", "isApplyTimezone"],
                &json!(false),
            ));
            record.append(&mut with(column, &["sql"], &json!("")));
            record.insert("columnName".into(), column["name"].clone());
            record.insert("datatype".into(), json!("text"));
            record.insert("id".into(), json!(7));
            Value::Object(record)
        });
        let mut record = with(
            table,
            &["schemaName", "label", "clientColumn"],
            &Value::Null,
        );
        record.append(&mut with(table, &["isHide"], &json!(false)));
        record.insert("tableName".into(), table["name"].clone());
        record.insert(
            "datamartTableColumns".into(),
            columns.chain([json!({})]).collect(),
        );
        Value::Object(record)
    });
    let tenancy = body.get("tenancySettings").map(|settings| {
        let fields = [
            "tenancyLevel",
            "schemaName",
            "tableName",
            "clientColumnType",
            "tableClientNameColumn",
            "tablePrimaryKeyColumn",
        ];
        with(settings, &fields, &Value::Null)
    });
    json!({
        "name": body["name"],
        "createdAt": "2026-01-01T00:00:00Z",
        "datamartOrganization": tenancy,
        "companyIntegration": { "name": body["datasourceName"] },
        "datamartTables": tables.collect::<Vec<_>>(),
        "datamartRelationships": body.get("relationships").cloned().unwrap_or(json!([])),
    })
}

fn objects(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn with(object: &Value, fields: &[&str], otherwise: &Value) -> Map<String, Value> {
    let field = |field: &&str| {
        let value = object.get(*field).unwrap_or(otherwise);
        ((*field).to_owned(), value.clone())
    };
    fields.iter().map(field).collect()
}
