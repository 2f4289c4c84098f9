//! Messages can be translated: every text that people see comes from a template, and every template is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::support::expect::expect_file;
use crate::support::fixtures::{options_json_of, wrong_inputs, wrong_sql};
use datamart_validator::issue::{Code, Issue};
use datamart_validator::rules::{MessageDocumentation, messages};
use datamart_validator::{
    Options, Reply, analyze_sql, diff_datamarts_json, propose_relationships_json,
    propose_tenancy_json, read_reply, validate_json,
};

/// Templates of what only JavaScript values and very large inputs are: the tests of the package see them. And two of
/// guards in the SQL parser, which no input is known to reach.
const WITHOUT_FIXTURES: [&str; 23] = [
    "not-json.bigint",
    "not-json.bigint.help",
    "not-json.cycle",
    "not-json.cycle.help",
    "not-json.date",
    "not-json.date.help",
    "not-json.function",
    "not-json.function.help",
    "not-json.instance",
    "not-json.instance.help",
    "not-json.not-finite",
    "not-json.not-finite.help",
    "not-json.surrogate.text",
    "not-json.symbol",
    "not-json.symbol.help",
    "not-json.undefined",
    "not-json.undefined.help",
    "sql-syntax.end",
    "sql-syntax.too-long",
    "sql-syntax.value.before",
    "too-large",
    "too-large.help",
    "too-many-issues",
];

/// A translation that makes each text `⟦key⟧…⟦⟧`, so that what comes from no template shows.
fn translation() -> Value {
    let marked = |message: MessageDocumentation| {
        let text = format!("⟦{}⟧{}⟦⟧", message.key, message.text);
        (message.key, Value::String(text))
    };
    Value::Object(messages().into_iter().map(marked).collect::<Map<_, _>>())
}

fn texts(issue: &Issue) -> Vec<&str> {
    let related = issue.related.iter().map(|related| &related.message);
    [Some(&issue.message), issue.help.as_ref()]
        .into_iter()
        .flatten()
        .chain(issue.fix.as_ref().map(|fix| &fix.title))
        .chain(related)
        .map(String::as_str)
        .collect()
}

/// The key of the template that the whole text comes from.
fn key_of(text: &str) -> Option<&str> {
    let (key, rest) = text.strip_prefix('⟦')?.split_once('⟧')?;
    let inner = rest.strip_suffix("⟦⟧")?;
    (!inner.contains(['⟦', '⟧'])).then_some(key)
}

/// What is said of replies in every kind of failure, each with its body.
fn texts_of_replies(options: &Options) -> Vec<(String, &'static str)> {
    let replies = [
        (400, r#"{ "error": "name is not unique" }"#),
        (
            400,
            r#"{ "error": { "message": "\"tableList[0].name\" is required" } }"#,
        ),
        (502, ""),
        (502, "<html></html>"),
        (500, "{ not JSON"),
        (500, "{}"),
        (200, "{}"),
        (
            422,
            r#"{ "issues": [{ "code": "empty", "severity": "error", "message": "x", "path": [] }] }"#,
        ),
    ];
    let mut texts = Vec::new();
    for (status, body) in replies {
        let error = read_reply(&Reply::new(status, body), None, options).unwrap_err();
        let has_own_text = body.contains("\"message\"") || body.contains("not unique");
        let is_of_a_gateway = body.contains("\"issues\"");
        texts.extend((!has_own_text || is_of_a_gateway).then_some(error.message));
        let issues = error.issues.into_iter().map(|issue| issue.message);
        texts.extend(issues.filter(|_| !is_of_a_gateway));
    }
    texts.into_iter().map(|text| (text, "a reply")).collect()
}

/// What is said of every kind of difference, in both directions.
fn texts_of_differences(options: &Options) -> Vec<(String, &'static str)> {
    let one = json!({
        "name": "sales", "datasourceName": "warehouse", "x": 1,
        "tableList": [
            { "name": "a", "label": "A", "columns": [{ "name": "x" }, { "name": "y" }, { "name": "z" }] },
            { "name": "b", "clientColumn": "id", "indexPattern": "Logs", "columns": [] },
            { "name": "c", "clientColumn": "café", "columns": [{ "name": "x", "alias": "n" }] },
        ],
        "tenancySettings": { "tenancyLevel": "TABLE", "schemaName": "s" },
        "relationships": [
            { "parentTableName": "a", "childTableName": "b", "relationshipName": "r" },
            { "parentTableName": "a", "childTableName": "c" },
            { "parentTableName": "b", "childTableName": "c" },
        ],
    });
    let other = json!({
        "name": "sales", "datasourceName": "lake", "y": 1,
        "tableList": [
            { "name": "c", "clientColumn": "cafe\u{301}", "columns": [{ "name": "x", "alias": "m", "label": "X" }] },
            { "name": "a", "columns": [{ "name": "y" }, { "name": "x" }, { "name": "w" }] },
            { "name": "b", "clientColumn": "ID", "indexPattern": "Logs ", "columns": [] },
            { "name": "d", "columns": [] },
        ],
        "tenancySettings": { "tenancyLevel": "DATABASE" },
        "relationships": [
            { "parentTableName": "a", "childTableName": "c" },
            { "parentTableName": "a", "childTableName": "b", "relationshipName": "q" },
            { "parentTableName": "c", "childTableName": "d" },
        ],
    });
    let empty = json!({ "name": "sales", "datasourceName": "warehouse" });
    let pairs = [
        (&one, &other),
        (&other, &one),
        (&one, &empty),
        (&empty, &one),
    ];
    let changes = pairs.map(|(before, after)| {
        let diff = diff_datamarts_json(&before.to_string(), &after.to_string(), options);
        diff.unwrap().changes
    });
    let changes = changes.into_iter().flatten();
    changes
        .map(|change| (change.message, "a difference"))
        .collect()
}

/// Every kind of reason.
fn texts_of_proposals(translation: &Value) -> Vec<(String, &'static str)> {
    let columns = |names: &[&str]| -> Value {
        let column = |name: &&str| json!({ "name": name, "dataType": "int" });
        names.iter().map(column).collect()
    };
    let tables: [(&str, &[&str]); 5] = [
        (
            "orders",
            &[
                "id",
                "client_id",
                "billing_client_id",
                "sku_code",
                "shop_id",
                "parent_id",
            ],
        ),
        ("clients", &["id"]),
        ("articles", &["sku_code", "name"]),
        ("shops", &["branch_id", "name"]),
        ("notes", &["id", "client_id"]),
    ];
    let table =
        |(name, names): &(&str, &[&str])| json!({ "name": name, "columns": columns(names) });
    let datamart = |tables: Value| json!({ "tableList": tables }).to_string();
    let all: Value = tables.iter().map(table).collect();
    let mut texts = Vec::new();
    for tables in [all.clone(), json!([all[0], all[4]])] {
        let options = json!({ "messages": translation, "catalog": { "tables": tables } });
        let options = Options::from_json(&options.to_string()).unwrap();
        let datamart = datamart(tables);
        let relationships = propose_relationships_json(&datamart, &options).into_iter();
        texts.extend(relationships.map(|it| it.reason));
        texts.extend(propose_tenancy_json(&datamart, &options).map(|it| it.reason));
    }
    texts.into_iter().map(|text| (text, "a proposal")).collect()
}

#[test]
fn a_complete_translation_leaves_no_english_and_every_template_is_used() {
    let translation = translation();
    let mut unused: BTreeSet<String> = messages().into_iter().map(|it| it.key).collect();
    let mut see = |issues: &[Issue], input: &str| {
        for issue in issues {
            for text in texts(issue) {
                let key = key_of(text);
                let key = key.unwrap_or_else(|| panic!("{input}: {text} is not translated"));
                unused.remove(key);
            }
            // What a message says is told by its own code, but for what rules share.
            let key = key_of(&issue.message).unwrap_or_default();
            let own = key.strip_prefix(issue.code.name());
            assert!(
                own.is_some_and(|variant| variant.is_empty() || variant.starts_with('.')),
                "{input}: {} has the message {key}",
                issue.code
            );
        }
    };
    for input in wrong_inputs() {
        let text = std::fs::read_to_string(&input).unwrap();
        let mut options = options_json_of(&input);
        options["messages"] = translation.clone();
        let options = Options::from_json(&options.to_string()).unwrap();
        let report = validate_json(&text, &options);
        see(&report.issues, &input.display().to_string());
    }
    let mut options_of: BTreeMap<String, Options> = BTreeMap::new();
    for (datasource, sql) in wrong_sql() {
        let options = options_of
            .entry(datasource)
            .or_insert_with_key(|datasource| {
                let mut options = json!({ "messages": translation });
                if datasource != "generic" {
                    options["datasourceType"] = json!(datasource);
                }
                Options::from_json(&options.to_string()).unwrap()
            });
        see(&analyze_sql(&sql, options).issues, &sql);
    }
    // There is no room for what is wrong, or for what is right.
    for sql in ["f(b) = NULL", "a + f(b)"] {
        let options = json!({ "messages": translation, "maxOutputBytes": 1 });
        let options = Options::from_json(&options.to_string()).unwrap();
        see(&analyze_sql(sql, &options).issues, sql);
    }
    let options = json!({ "messages": translation });
    let options = Options::from_json(&options.to_string()).unwrap();
    for (text, input) in texts_of_replies(&options)
        .into_iter()
        .chain(texts_of_differences(&options))
        .chain(texts_of_proposals(&translation))
    {
        let key = key_of(&text);
        unused.remove(key.unwrap_or_else(|| panic!("{input}: {text} is not translated")));
    }
    let listed = BTreeSet::from(WITHOUT_FIXTURES.map(str::to_owned));
    assert_eq!(unused, listed, "left: templates that no fixture needs");
}

/// The parameters of a template as a TypeScript type.
fn type_of(params: &[&str], optional: &BTreeSet<&str>) -> String {
    let required = params.iter().map(|name| format!("readonly {name}: string"));
    let optional = optional.iter().filter(|name| !params.contains(name));
    let optional = optional.map(|name| format!("readonly {name}?: string"));
    let members: Vec<_> = required.chain(optional).collect();
    if members.is_empty() {
        return "{}".to_owned();
    }
    format!("{{ {} }}", members.join("; "))
}

/// Whether it is what an issue says, and not a help, a title or a related place.
fn is_message(template: &MessageDocumentation) -> bool {
    !matches!(
        template.key.rsplit('.').next(),
        Some("help" | "fix" | "related")
    )
}

#[test]
fn the_typescript_declarations_have_every_parameter() {
    let mut text = "/**\n * The parameters of messages. Made from the templates in `src/rules/` by the tests: do not edit.\n */\n\n\
        /** The parameters of each template: see `messages.json`. */\nexport interface MessageParams {\n"
        .to_owned();
    for template in messages() {
        let params = type_of(&template.params, &BTreeSet::new());
        text.extend(["  readonly '", &template.key, "': ", &params, "\n"]);
    }
    text.push_str(
        "}\n\n/** The parameters of the issues of each code. */\nexport interface IssueParams {\n",
    );
    let all = messages();
    let group_of = |template: &MessageDocumentation| {
        let group = template.key.split('.').next();
        group.unwrap_or_default().to_owned()
    };
    // What rules share may belong to any of them; differences and proposals are no issues.
    let is_shared = |template: &&MessageDocumentation| {
        let group = group_of(template);
        !matches!(group.as_str(), "diff" | "proposal") && Code::from_name(&group).is_none()
    };
    for code in Code::ALL {
        let own: Vec<&MessageDocumentation> = all
            .iter()
            .filter(|template| group_of(template) == code.name())
            .collect();
        let says: Vec<_> = own.iter().filter(|template| is_message(template)).collect();
        let always = says.first().map(|template| template.params.clone());
        let always: Vec<&str> = always.into_iter().flatten().collect();
        let always = always.into_iter().filter(|name| {
            let mut all = says.iter();
            all.all(|template| template.params.contains(name))
        });
        let always: Vec<&str> = always.collect();
        let others = own.into_iter().chain(all.iter().filter(is_shared));
        let others = others.filter(|template| !template.key.ends_with(".related"));
        let others: BTreeSet<&str> = others.flat_map(|it| it.params.iter().copied()).collect();
        let params = type_of(&always, &others);
        text.extend(["  readonly '", code.name(), "': ", &params, "\n"]);
    }
    text.push_str("}\n");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-template/messages.d.ts");
    expect_file(&file, &text);
}

#[test]
fn the_german_translation_is_complete() {
    let german = include_str!("../../pkg-template/messages.de.json");
    let options = Options::from_json(&format!("{{\"messages\": {german}}}"));
    options.unwrap();
    let german: BTreeMap<String, String> = serde_json::from_str(german).unwrap();
    let keys: Vec<&str> = german.keys().map(String::as_str).collect();
    let expected: BTreeSet<String> = messages().into_iter().map(|it| it.key).collect();
    assert_eq!(keys, expected.into_iter().collect::<Vec<_>>());
    for template in messages() {
        let text = &german[&template.key];
        for param in template.params {
            assert!(
                text.contains(&format!("{{{param}}}")),
                "{text} lacks {param}"
            );
        }
        let ends = |text: &str| text.chars().last().filter(|last| ".?".contains(*last));
        assert_eq!(ends(text), ends(template.text), "{text}");
        assert_eq!(text.matches('`').count() % 2, 0, "{text}");
    }
}

#[test]
fn keys_are_unique_and_consist_of_a_code_and_a_variant() {
    let mut seen = BTreeMap::new();
    for template in messages() {
        let key = &template.key;
        let (group, _) = key.split_once('.').unwrap_or((key, ""));
        assert!(
            Code::from_name(group).is_some()
                || ["suggestion", "schema", "diff", "proposal"].contains(&group),
            "{key}"
        );
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        assert!(key.chars().all(is_plain), "{key}");
        assert!(seen.insert(key.clone(), template.text).is_none(), "{key}");
        let text = template.text;
        match key.rsplit('.').next() {
            Some("help") => assert!(text.ends_with(['.', '?']), "{key}: {text}"),
            _ => assert!(!text.ends_with('.'), "{key}: {text}"),
        }
        assert!(
            !text.contains(['\n', '\t']) && text.matches('`').count() % 2 == 0,
            "{key}: {text}"
        );
    }
}

#[test]
fn a_wrong_message_is_an_error_that_names_it() {
    for (messages, expected) in [
        (
            json!({ "unknown-tabel": "x" }),
            "option `messages`: unknown message `unknown-tabel`, did you mean `unknown-table`?",
        ),
        (
            json!({ "unknown-table": "{tabel}" }),
            "option `messages`: `unknown-table`: unknown parameter `tabel`, did you mean `table`?",
        ),
        (
            json!({ "unknown-table.elsewhere": "{x}" }),
            "`unknown-table.elsewhere`: unknown parameter `x`, expected one of table, found, schema",
        ),
        (
            json!({ "unused-sql": "{sql}" }),
            "`unused-sql`: unknown parameter `sql`, this message has none",
        ),
        (
            json!({ "unused-sql": "a } b" }),
            "`unused-sql`: found a single `{` or `}`; double it to show a brace",
        ),
        (
            json!({ "unused-sql": 5 }),
            "`unused-sql`: expected a template",
        ),
        (
            json!(["unused-sql"]),
            "expected an object of message keys with templates",
        ),
    ] {
        let error = Options::from_json(&json!({ "messages": messages }).to_string());
        let error = error.unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
    let built = Options::builder().message("unused-sql", "{x}").build();
    assert!(built.unwrap_err().to_string().contains("`unused-sql`"));
}

#[test]
fn a_template_is_filled_with_the_parameters_of_the_issue() {
    let options = Options::builder()
        .message("unknown-field", "{{{field}}} ist unbekannt: {field}")
        .build()
        .unwrap();
    let issues = validate_json(r#"{ "nmae": "a{b}", "x{y}": 1 }"#, &options).issues;
    let found: Vec<_> = issues
        .iter()
        .filter(|issue| issue.code == Code::UnknownField)
        .collect();
    assert_eq!(found[0].message, "{x{y}} ist unbekannt: x{y}");
    assert_eq!(found[0].params.get("field"), Some("x{y}"));
}

#[test]
fn a_report_in_translation_is_bounded_too() {
    let text = format!(r#"{{"tableList": [{}5]}}"#, "5,".repeat(3_000));
    let longer = "sehr lang ".repeat(2_000);
    let options = Options::builder().message("type.item", &longer).build();
    let report = validate_json(&text, &options.unwrap());
    let size = serde_json::to_string(&report).unwrap().len();
    assert!(size <= 16 * text.len() + 1_000_000, "{size}");
    let mut codes = report.issues.iter().map(|issue| issue.code);
    assert!(codes.any(|code| code == Code::TooManyIssues) && !report.valid);
}
