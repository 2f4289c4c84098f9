//! The tables of a datamart and their joins, for drawing.

use serde::Serialize;

use crate::contract::{Operation, relationship};
use crate::document::{Document, Kind, Value, read_json};
use crate::issue::{Findings, Messages, Severities};
use crate::model::{self, Field, Table, Text};
use crate::options::Options;
use crate::resolve::{Join, bind_names};
use crate::text::trimmed;

/// The tables as nodes, the relationships as edges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Joins {
    /// Every table whose name can be read.
    pub nodes: Vec<JoinNode>,
    /// Every relationship whose two tables are certain and in `nodes`.
    pub edges: Vec<JoinEdge>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct JoinNode {
    /// Its number in `tableList`.
    pub table: usize,
    /// Its name.
    pub name: String,
    /// Its schema.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_name: Option<String>,
    /// Whether it is hidden.
    pub is_hide: bool,
}

/// A relationship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct JoinEdge {
    /// Its number in `relationships`.
    pub relationship: usize,
    /// The number of the parent in `tableList`.
    pub parent: usize,
    /// The number of the child in `tableList`; the parent's own for a self-join.
    pub child: usize,
    /// The parent's column.
    pub parent_column: Option<String>,
    /// The child's column.
    pub child_column: Option<String>,
    /// The relationship's name.
    pub name: Option<String>,
    /// `OneToMany` and so on, if given.
    pub cardinality: Option<String>,
    /// `LEFT JOIN` and so on, if given.
    pub join: Option<String>,
}

/// Describes the joins between the tables of a datamart given as JSON text. Whatever cannot be read
/// is omitted.
#[must_use]
pub fn describe_joins_json(text: &str) -> Joins {
    describe_joins(&read_json(text, &[]))
}

/// The same for a document.
#[must_use]
pub(crate) fn describe_joins(document: &Document<'_>) -> Joins {
    let severities = Severities::default();
    let messages = Messages::default();
    let mut findings = Findings::new(document, &severities, &messages);
    let Some(datamart) = model::read(document, &mut findings, Operation::default()) else {
        return Joins {
            nodes: Vec::new(),
            edges: Vec::new(),
        };
    };
    let nodes = datamart.tables.iter().enumerate();
    let nodes = nodes
        .filter_map(|(number, table)| node(number, table))
        .collect();
    // A table without a name may still be found by its index pattern.
    let is_node = |table: usize| {
        let table = datamart.tables.get(table);
        table.is_some_and(|table| table.name.given().is_some())
    };
    let edge = |edge: Join| {
        let it = datamart.relationships.get(edge.relationship)?;
        if !is_node(edge.parent) || !is_node(edge.child) {
            return None;
        }
        let given = |field: usize| {
            let value = it.value.member(relationship::OBJECT.key(field));
            match value.map(Value::kind) {
                Some(Kind::Text(text)) => Some(text.to_owned()),
                _ => None,
            }
        };
        Some(JoinEdge {
            relationship: edge.relationship,
            parent: edge.parent,
            child: edge.child,
            parent_column: owned(it.parent.column),
            child_column: owned(it.child.column),
            name: owned(it.name),
            cardinality: given(relationship::CARDINALITY),
            join: given(relationship::JOIN),
        })
    };
    let options = Options::default();
    let edges = bind_names(&datamart, &options)
        .joins()
        .filter_map(edge)
        .collect();
    Joins { nodes, edges }
}

fn node(number: usize, table: &Table<'_>) -> Option<JoinNode> {
    Some(JoinNode {
        table: number,
        name: owned(table.name)?,
        schema_name: owned(table.schema_name),
        is_hide: table.is_hide.is_set(),
    })
}

#[inline(never)]
fn owned(text: Field<Text<'_>>) -> Option<String> {
    Some(trimmed(text.given()?.text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_whose_pattern_equals_its_name_is_one_table() {
        let joins = describe_joins_json(
            r#"{"tableList": [{"name": "a", "indexPattern": " a", "columns": []}, {"name": "b", "indexPattern": "c", "columns": []}],
                "relationships": [{"parentTableName": "a", "childTableName": "b"}, {"parentTableName": "c", "childTableName": "a"}]}"#,
        );
        let edges = joins.edges.iter();
        let edges: Vec<_> = edges.map(|it| (it.parent, it.child)).collect();
        assert_eq!(edges, [(0, 1), (1, 0)]);
    }

    #[test]
    fn both_ends_of_an_edge_are_nodes() {
        let joins = describe_joins_json(
            r#"{"tableList": [{"name": "a", "columns": []}, {"indexPattern": "b", "columns": []}],
                "relationships": [{"parentTableName": "a", "childTableName": "b"}]}"#,
        );
        assert_eq!((joins.nodes.len(), joins.edges.len()), (1, 0));
    }

    #[test]
    fn self_joins_are_edges_and_unknown_tables_are_none() {
        let joins = describe_joins_json(
            r#"{"tableList": [{"name": "staff", "isHide": true, "columns": []}, {"name": 5}, {"name": "offices", "schemaName": "hr"}],
                "relationships": [
                    {"parentTableName": "staff", "parentColumnName": "id", "childTableName": "staff", "childColumnName": "boss", "join": "LEFT JOIN"},
                    {"parentTableName": "staff", "childTableName": "nowhere"},
                    {"parentTableName": " staff", "childTableName": "offices", "cardinality": null}
                ]}"#,
        );
        let nodes: Vec<_> = joins
            .nodes
            .iter()
            .map(|it| (it.table, it.name.as_str(), it.is_hide))
            .collect();
        assert_eq!(nodes, [(0, "staff", true), (2, "offices", false)]);
        let edges: Vec<_> = joins
            .edges
            .iter()
            .map(|it| (it.relationship, it.parent, it.child))
            .collect();
        assert_eq!(edges, [(0, 0, 0), (2, 0, 2)]);
        assert_eq!(joins.edges[0].join.as_deref(), Some("LEFT JOIN"));
        assert_eq!(joins.edges[0].child_column.as_deref(), Some("boss"));
        assert_eq!(describe_joins_json("[").nodes, []);
    }
}
