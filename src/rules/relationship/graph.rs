//! The tables as a graph: what joins what.

use rustc_hash::FxHashMap;

use super::TablesByName;
use crate::model::{Datamart, End};

/// The relationships as edges between tables.
pub(crate) struct Graph {
    pub(crate) edges: Vec<Edge>,
    /// Whether every relationship has become an edge.
    pub(crate) is_whole: bool,
}

/// A relationship whose two tables are known: numbers in `tableList` and in `relationships`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) parent: usize,
    pub(crate) child: usize,
    pub(crate) relationship: usize,
}

impl Graph {
    pub(super) fn new(datamart: &Datamart<'_>, tables: &TablesByName<'_, '_>) -> Self {
        let number = |end: End<'_>| tables.get(end.table.given()?.text)?.only();
        let relationships = &datamart.relationships;
        let edges: Vec<Edge> = relationships
            .iter()
            .enumerate()
            .filter_map(|(relationship, it)| {
                Some(Edge {
                    parent: number(it.parent)?,
                    child: number(it.child)?,
                    relationship,
                })
            })
            .collect();
        let is_whole = datamart.all_relationships && edges.len() == relationships.len();
        Self { edges, is_whole }
    }
}

/// Tables that are joined without any circle.
#[derive(Default)]
pub(super) struct Forest {
    /// For each table the one that stands for all that are joined with it, nearer to it with each step.
    leaders: FxHashMap<usize, usize>,
    /// The edges at each table.
    at: FxHashMap<usize, Vec<Edge>>,
}

impl Forest {
    /// Joins two tables, unless they are joined already.
    pub(super) fn join(&mut self, edge: Edge) -> bool {
        let (parent, child) = (self.leader(edge.parent), self.leader(edge.child));
        if parent == child {
            return false;
        }
        self.leaders.insert(child, parent);
        for table in [edge.parent, edge.child] {
            self.at.entry(table).or_default().push(edge);
        }
        true
    }

    fn leader(&mut self, table: usize) -> usize {
        let mut leader = table;
        while let Some(next) = self.leaders.get(&leader) {
            leader = *next;
        }
        // Shortens the way for the next one.
        let mut step = table;
        while step != leader {
            step = self.leaders.insert(step, leader).unwrap_or(leader);
        }
        leader
    }

    /// The relationships that lead from one table to another.
    pub(super) fn way(&self, from: usize, to: usize) -> Vec<usize> {
        // For each table that was reached the edge by which it was.
        let mut by: FxHashMap<usize, Edge> = FxHashMap::default();
        let mut open = vec![from];
        while let Some(table) = open.pop() {
            if table == to {
                break;
            }
            for edge in self.at.get(&table).into_iter().flatten() {
                let next = if edge.parent == table {
                    edge.child
                } else {
                    edge.parent
                };
                if next != from && !by.contains_key(&next) {
                    by.insert(next, *edge);
                    open.push(next);
                }
            }
        }
        let mut way = Vec::new();
        let mut table = to;
        while let Some(edge) = by.get(&table).filter(|_| table != from) {
            way.push(edge.relationship);
            table = if edge.parent == table {
                edge.child
            } else {
                edge.parent
            };
        }
        way.reverse();
        way
    }
}
