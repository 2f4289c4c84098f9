//! A datamart that was created, listed and imported again.

use std::fs;
use std::path::PathBuf;

use crate::support::fixtures::{data, options_json_of, options_of};
use crate::support::listed::record;
use datamart_validator::internal::typescript_types;
use datamart_validator::{
    Catalog, Code, ImportError, ImportedDatamart, Issue, Options, RequestOptions, Segment,
    Severity, build_request_json, diff_datamarts_json, import_datamarts_json, merge_unseen_json,
    validate_json,
};
use serde_json::{Value, json};

/// Every valid fixture that a request can be built from: its text, its options, and the body that creates it.
fn created() -> Vec<(PathBuf, String, Options, Value)> {
    let mut created = Vec::new();
    for code in fs::read_dir(data()).unwrap() {
        let Ok(files) = fs::read_dir(code.unwrap().path().join("ok")) else {
            continue;
        };
        for file in files.map(|file| file.unwrap().path()) {
            let name = file.to_str().unwrap();
            let is_json = file.extension().is_some_and(|end| end == "json");
            if name.ends_with(".options.json") || !is_json {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            let options = options_of(&file);
            let request = build_request_json(&text, &options, &RequestOptions::default());
            let Ok(request) = request else { continue };
            let body: Value = serde_json::from_str(&request.body).unwrap();
            if body.get("datasourceName").is_some() {
                created.push((file, text, options, body));
            }
        }
    }
    assert!(created.len() > 100, "{}", created.len());
    created
}

fn import(reply: &Value) -> Vec<ImportedDatamart> {
    import_datamarts_json(&reply.to_string()).unwrap_or_else(|error| panic!("{error}: {reply}"))
}

fn only(reply: &Value) -> ImportedDatamart {
    let [imported] = <[_; 1]>::try_from(import(reply)).unwrap();
    imported
}

fn datamart(imported: &ImportedDatamart) -> Value {
    serde_json::from_str(&imported.datamart).unwrap()
}

#[test]
fn a_created_datamart_validates_as_before_once_unseen_fields_are_merged() {
    for (file, text, options, body) in created() {
        let imported = only(&json!({ "data": [record(&body)] }));
        assert_eq!(
            imported.unseen,
            ["isAggregate", "indexPattern", "primaryDatabase"]
        );
        let merged = merge_unseen_json(&imported.datamart, &imported.unseen, &text).unwrap();
        let report = validate_json(&merged, &options);
        assert_eq!(report.issues, [], "{}: {merged}", file.display());
        // The types are all text here, which contradicts some, but no name may be unknown.
        let catalog = imported.catalog.unwrap();
        let mut with_catalog = options_json_of(&file);
        with_catalog["catalog"] = serde_json::from_str(&catalog).unwrap();
        let with_catalog = Options::from_json(&with_catalog.to_string()).unwrap();
        let report = validate_json(&merged, &with_catalog);
        // Only a whole catalog tells that there are no schemas.
        let is_wrong = |issue: &&Issue| {
            issue.severity == Severity::Error && issue.code != Code::SchemaRequired
        };
        let errors: Vec<_> = report.issues.iter().filter(is_wrong).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", file.display());
    }
}

#[test]
fn a_created_datamart_differs_from_the_list_only_in_unseen_fields() {
    for (file, _, _, body) in created() {
        let imported = only(&json!([record(&body)]));
        let found = diff_datamarts_json(&body.to_string(), &imported.datamart, &Options::default());
        for change in found.unwrap().changes {
            let Some(Segment::Key(field)) = change.path.last() else {
                panic!("{}: {change:?}", file.display());
            };
            let is_unknown = is_unknown_field(field);
            let is_unseen = imported.unseen.contains(&field.as_str());
            assert!(is_unseen || is_unknown, "{}: {change:?}", file.display());
        }
    }
}

/// What the stand-in does not store, because the API does not document it.
fn is_unknown_field(field: &str) -> bool {
    let fields = typescript_types();
    let is_field = |line: &str| {
        let name = line.trim_start().split(['?', ':']).next();
        name == Some(field)
    };
    !fields.lines().any(is_field)
}

#[test]
fn any_wrapping_is_the_same_list() {
    let body = json!({
        "name": "sales", "datasourceName": "warehouse",
        "tableList": [{ "name": "a", "columns": [{ "name": "id" }] }, { "name": "b", "columns": [{ "name": "id" }] }],
        "relationships": [{
            "parentTableName": "a", "parentColumnName": "id", "childTableName": "b", "childColumnName": "id",
            "relationshipName": "a_to_b", "cardinality": "OneToOne", "join": "LEFT JOIN"
        }],
    });
    let whole = record(&body);
    let mut apart = whole.clone();
    let relationships = apart
        .as_object_mut()
        .unwrap()
        .remove("datamartRelationships");
    let relationships = relationships.unwrap();
    for reply in [
        json!([whole]),
        json!({ "data": [whole], "error": null }),
        json!({ "data": { "data": [whole, {}, null], "totalCount": 1 } }),
        json!({ "data": [apart], "datamartRelationships": relationships }),
        json!({ "data": { "data": [apart], "datamartRelationships": relationships } }),
    ] {
        let imported = only(&reply);
        let is_hide = json!(false);
        let mut expected = body.clone();
        for table in expected["tableList"].as_array_mut().unwrap() {
            table["isHide"] = is_hide.clone();
            for flag in ["isHide", "isCustomColumn", "isApplyTimezone"] {
                table["columns"][0][flag] = is_hide.clone();
            }
        }
        assert_eq!(datamart(&imported), expected);
        assert_eq!(imported.unseen.len(), 3);
    }
}

#[test]
fn relationships_next_to_several_datamarts_are_assigned_by_their_tables() {
    let table =
        |name: &str| json!({ "tableName": name, "datamartTableColumns": [{ "columnName": "id" }] });
    let ends = |parent: &str, child: &str| json!({ "parentTableName": parent, "parentColumnName": "id", "childTableName": child, "childColumnName": "id", "relationshipName": "r" });
    let reply = |relationships: Value| {
        json!({
            "data": [
                { "name": "one", "datamartTables": [table("a"), table("b"), table("both")] },
                { "name": "two", "datamartTables": [table("c"), table("d"), table("both")] },
                { "name": "own", "datamartTables": [table("a")], "datamartRelationships": [ends("a", "a")] },
            ],
            "datamartRelationships": relationships,
        })
    };
    let counts = |reply: &Value| -> Vec<(usize, bool)> {
        let is_lacking = |imported: &ImportedDatamart| imported.unseen.contains(&"relationships");
        let count =
            |it: &ImportedDatamart| datamart(it)["relationships"].as_array().map_or(0, Vec::len);
        import(reply)
            .iter()
            .map(|it| (count(it), is_lacking(it)))
            .collect()
    };
    let clear = json!([ends("a", "b"), ends("d", "c"), {}]);
    assert_eq!(counts(&reply(clear)), [(1, false), (1, false), (1, false)]);
    let unclear = json!([ends("a", "b"), ends("both", "both")]);
    assert_eq!(counts(&reply(unclear)), [(1, true), (0, true), (1, false)]);
}

#[test]
fn blank_values_are_dropped_and_listed_fields_are_seen() {
    let imported = only(&json!([{
        "name": "sales", "companyIntegration": { "id": 1, "name": "warehouse" },
        "datamartOrganization": { "tenancyLevel": null, "schemaName": "", "primaryDatabase": null },
        "datamartTables": [{}, null, {
            "tableName": "orders", "label": " ", "isHide": null, "indexPattern": "o-*",
            "datamartTableColumns": [{}, { "columnName": "id", "sql": "", "alias": {}, "isAggregate": false }, { "columnName": null }],
        }],
        "datamartRelationships": [{ "join": null }],
    }]));
    assert_eq!(
        datamart(&imported),
        json!({
            "name": "sales", "datasourceName": "warehouse",
            "tableList": [{ "name": "orders", "indexPattern": "o-*", "columns": [{ "name": "id", "isAggregate": false }] }],
        })
    );
    assert!(imported.unseen.is_empty(), "{:?}", imported.unseen);
    assert_eq!(imported.catalog, None);
    // What was left out on request.
    let imported = only(&json!([{ "name": "sales", "companyIntegration": null }]));
    assert_eq!(
        datamart(&imported),
        json!({ "name": "sales", "tableList": [] })
    );
}

#[test]
fn types_become_a_catalog_that_claims_nothing_of_other_names() {
    let imported = only(&json!([{
        "name": "sales", "companyIntegration": { "name": "warehouse" },
        "datamartOrganization": {
            "tenancyLevel": "TABLE", "clientColumnType": "NUMBER", "schemaName": "public", "tableName": "clients",
            "tableClientNameColumn": "id", "tablePrimaryKeyColumn": "id",
        },
        "datamartTables": [{
            "tableName": "orders", "schemaName": "public", "clientColumn": "tenant_id",
            "datamartTableColumns": [
                { "columnName": "id", "datatype": "integer" }, { "columnName": "note" },
                { "columnName": "twice", "datatype": "integer", "isCustomColumn": true, "sql": "2 * unlisted" },
                { "columnName": "title", "datatype": "text", "isApplyTimezone": true },
            ],
        }],
    }]));
    let catalog = imported.catalog.unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&catalog).unwrap(),
        json!({ "isPartial": true, "tables": [{ "name": "orders", "schema": "public", "columns": [
            { "name": "id", "dataType": "integer" }, { "name": "note" }, { "name": "title", "dataType": "text" },
        ] }] })
    );
    assert!(Catalog::from_json(&catalog).is_ok());
    let options = |catalog: &str| Options::builder().catalog_json(catalog).build().unwrap();
    let codes = |catalog: &str| -> Vec<String> {
        let report = validate_json(&imported.datamart, &options(catalog));
        report
            .issues
            .iter()
            .map(|issue| format!("{} {}", issue.severity, issue.code))
            .collect()
    };
    // The type is certain, the name is not.
    assert_eq!(
        codes(&catalog),
        ["warning sql-unknown-column", "warning timezone-not-a-date"]
    );
    let whole = catalog.replace("true", "false");
    assert!(codes(&whole).contains(&"error unknown-client-column".to_owned()));
    assert!(codes(&whole).contains(&"error unknown-mapping-table".to_owned()));
}

#[test]
fn anything_but_a_list_of_datamarts_is_refused() {
    for reply in [
        "",
        "null",
        "5",
        "{",
        "\"sales\"",
        "{}",
        r#"{ "data": null }"#,
        r#"{ "data": {} }"#,
        r#"["sales"]"#,
        "[5]",
        "[[]]",
        r#"[{ "name": 5 }]"#,
        r#"[{ "datamartTables": [] }]"#,
        r#"[{ "name": "warehouse", "isDisabled": false }]"#,
        r#"[{ "name": "sales", "datasourceName": "w", "tableList": [] }]"#,
        r#"{ "error": { "code": "AUTH_ERROR" } }"#,
        r#"{ "name": "sales", "datamartTables": [] }"#,
        r#"{ "data": { "data": { "data": { "data": { "data": [] } } } } }"#,
        r#"[{ "name": "sales" }"#,
    ] {
        let error = import_datamarts_json(reply).unwrap_err();
        assert!(!error.to_string().is_empty());
        assert_eq!(
            matches!(error, ImportError::Json(_)),
            serde_json::from_str::<Value>(reply).is_err(),
            "{reply}: {error}"
        );
    }
    for reply in [
        "[]",
        r#"{ "data": [] }"#,
        r#"{ "data": [{}, null], "error": null }"#,
    ] {
        assert_eq!(import_datamarts_json(reply), Ok(Vec::new()));
    }
}

#[test]
fn merging_adds_absent_fields_and_keeps_edited_ones() {
    let all = ["isAggregate", "indexPattern", "primaryDatabase"];
    let imported = json!({
        "x": 1, "tableList": [
            { "name": "new", "columns": [{ "name": "sum" }] },
            { "name": "Orders ", "schemaName": "", "columns": [{ "name": "SUM" }, { "name": "set", "isAggregate": false }, { "name": "sum", "isAggregate": null }] },
        ],
        "name": "sales", "tenancySettings": { "tenancyLevel": "DATABASE" },
    })
    .to_string();
    let source = r#"{
        "tenancySettings": { "primaryDatabase": "main" }, "relationships": [{ "relationshipName": "r" }],
        "tableList": [{ "name": "orders", "indexPattern": "o-*", "columns": [
            { "name": "sum", "isAggregate": true }, { "name": "set", "isAggregate": true }, { "name": "Sum", "isAggregate": false, "label": "no" }
        ] }, { "name": "new", "schemaName": "other", "indexPattern": "n-*", "columns": [] }]
    }"#;
    let merged = merge_unseen_json(&imported, &all, source).unwrap();
    assert_eq!(
        merged,
        concat!(
            r#"{"name":"sales","tableList":[{"name":"new","columns":[{"name":"sum"}]},"#,
            r#"{"name":"Orders ","schemaName":"","indexPattern":"o-*","columns":[{"name":"SUM","isAggregate":false},"#,
            r#"{"name":"set","isAggregate":false},{"name":"sum","isAggregate":true}]}],"#,
            r#""tenancySettings":{"tenancyLevel":"DATABASE","primaryDatabase":"main"},"x":1}"#
        )
    );
    let merged = merge_unseen_json(&imported, &["relationships"], source).unwrap();
    assert!(
        merged.contains(r#""relationships":[{"relationshipName":"r"}]"#) && !merged.contains("o-*"),
        "{merged}"
    );
    assert!(merge_unseen_json(&imported, &all, "null").is_err());
    assert!(merge_unseen_json("[]", &all, source).is_err());
    assert!(merge_unseen_json(&imported, &all, "{").is_err());
}
