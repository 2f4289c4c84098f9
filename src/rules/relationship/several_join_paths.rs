//! Two tables are joined in more than one way.

use crate::issue::{Code, Finding, Findings};
use crate::resolve::Join;
use crate::rules::{Context, rule};

rule! {
    code: "several-join-paths",
    severity: OFF,
    subject: Relationships,
    what: "A relationship joins two tables that are already joined through other tables.",
    why: "A query over both tables can take either path, with different results. Several \
          relationships between the same two tables, as for a billing and a shipping address or a \
          key of two columns, are not reported. Off unless the option `rules` switches it on: \
          star schemas with several fact tables have such paths for good reasons.",
    wrong: FieldsWith(
        r#"{
  "tableList": [
    { "name": "customers", "columns": [{ "name": "id" }] },
    { "name": "orders", "columns": [{ "name": "id" }, { "name": "customer_id" }] },
    { "name": "invoices", "columns": [{ "name": "order_id" }, { "name": "customer_id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" },
    { "parentTableName": "orders", "parentColumnName": "id", "childTableName": "invoices",
      "childColumnName": "order_id", "relationshipName": "invoices_to_orders" },
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "invoices",
      "childColumnName": "customer_id", "relationshipName": "invoices_to_customers" }
  ]
}"#,
        r#"{ "rules": { "several-join-paths": "warning" } }"#,
    ),
    right: FieldsWith(
        r#"{
  "tableList": [
    { "name": "customers", "columns": [{ "name": "id" }] },
    { "name": "orders", "columns": [{ "name": "id" }, { "name": "customer_id" }] },
    { "name": "invoices", "columns": [{ "name": "order_id" }] }
  ],
  "relationships": [
    { "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders",
      "childColumnName": "customer_id", "relationshipName": "orders_to_customers" },
    { "parentTableName": "orders", "parentColumnName": "id", "childTableName": "invoices",
      "childColumnName": "order_id", "relationshipName": "invoices_to_orders" }
  ]
}"#,
        r#"{ "rules": { "several-join-paths": "warning" } }"#,
    ),
    check: Some(check),
    messages: {
        joined(child, parent): "" => "`{child}` and `{parent}` are already joined through other tables",
        remove(): ".help" => "A query over both can take either path, with different results. Remove the relationship that is not meant.",
        by(): ".related" => "by this relationship",
    },
}

/// The most reports: a datamart with more has every table joined with every other.
const MAX_REPORTED: usize = 20;

/// How many relationships of the other path are named.
const MAX_NAMED: usize = 5;

fn check(cx: &Context<'_, '_>, findings: &mut Findings<'_>) {
    if findings.is_off(Code::SeveralJoinPaths) {
        return;
    }
    let relationships = &cx.datamart.relationships;
    let mut joined = JoinedTables::new(cx.datamart.tables.len());
    let mut reported = 0;
    for join in cx.resolved.joins() {
        let Some(relationship) = relationships.get(join.relationship) else {
            continue;
        };
        if join.parent == join.child || joined.union(join) {
            continue;
        }
        let path = joined.path(join.parent, join.child);
        // Another column of a key, or another role.
        if path.len() < 2 {
            continue;
        }
        reported += 1;
        if reported > MAX_REPORTED {
            return;
        }
        let name = |table: usize| cx.resolved.table(table).map_or("", |table| table.name);
        let message = messages::joined(name(join.child), name(join.parent));
        let place = relationship
            .name
            .given()
            .map_or(relationship.value.id(), |name| name.node);
        let mut finding =
            Finding::new(Code::SeveralJoinPaths, place, message).help(messages::remove());
        for other in path.iter().take(MAX_NAMED) {
            if let Some(other) = relationships.get(*other) {
                finding = finding.related(other.value, messages::by());
            }
        }
        findings.add(finding);
    }
}

/// Tables joined without any cycle (disjoint sets).
struct JoinedTables {
    /// For each table, another table of its set; the representative refers to itself.
    parents: Vec<usize>,
    /// The joins at each table.
    at: Vec<Vec<Join>>,
}

impl JoinedTables {
    /// No table is joined.
    fn new(tables: usize) -> Self {
        Self {
            parents: (0..tables).collect(),
            at: vec![Vec::new(); tables],
        }
    }

    /// Joins two tables, unless they are joined already.
    fn union(&mut self, join: Join) -> bool {
        let (parent, child) = (self.find(join.parent), self.find(join.child));
        if parent == child {
            return false;
        }
        self.put(child, parent);
        for table in [join.parent, join.child] {
            if let Some(joins) = self.at.get_mut(table) {
                joins.push(join);
            }
        }
        true
    }

    fn put(&mut self, table: usize, parent: usize) {
        if let Some(place) = self.parents.get_mut(table) {
            *place = parent;
        }
    }

    /// The representative of the table's set.
    fn find(&mut self, mut table: usize) -> usize {
        loop {
            let [next, after] = [self.next(table), self.next(self.next(table))];
            if next == table {
                return table;
            }
            // Halves the path for the next time.
            self.put(table, after);
            table = after;
        }
    }

    fn next(&self, table: usize) -> usize {
        self.parents.get(table).copied().unwrap_or(table)
    }

    /// The relationships that connect one table to another.
    fn path(&self, from: usize, to: usize) -> Vec<usize> {
        // For each table reached, the join that led to it.
        let mut by: Vec<Option<Join>> = vec![None; self.at.len()];
        let mut open = vec![from];
        while let Some(table) = open.pop() {
            for join in self.at.get(table).into_iter().flatten() {
                let next = join.other(table);
                if next != from
                    && let Some(place @ None) = by.get_mut(next)
                {
                    *place = Some(*join);
                    open.push(next);
                }
            }
        }
        let mut path = Vec::new();
        let mut table = to;
        while let Some(Some(join)) = by.get(table).filter(|_| table != from) {
            path.push(join.relationship);
            table = join.other(table);
        }
        path.reverse();
        path
    }
}
