//! The tables as a graph: what joins what.

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

impl Edge {
    /// The table at the other end.
    fn other(self, table: usize) -> usize {
        if self.parent == table {
            self.child
        } else {
            self.parent
        }
    }
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
pub(super) struct Forest {
    /// For each table the one that stands for all that are joined with it, nearer to it with each step.
    leaders: Vec<usize>,
    /// The edges at each table.
    at: Vec<Vec<Edge>>,
}

impl Forest {
    /// No table is joined.
    pub(super) fn new(tables: usize) -> Self {
        Self {
            leaders: (0..tables).collect(),
            at: vec![Vec::new(); tables],
        }
    }

    /// Joins two tables, unless they are joined already.
    pub(super) fn join(&mut self, edge: Edge) -> bool {
        let (parent, child) = (self.leader(edge.parent), self.leader(edge.child));
        if parent == child {
            return false;
        }
        self.lead(child, parent);
        for table in [edge.parent, edge.child] {
            if let Some(edges) = self.at.get_mut(table) {
                edges.push(edge);
            }
        }
        true
    }

    fn lead(&mut self, table: usize, leader: usize) {
        if let Some(place) = self.leaders.get_mut(table) {
            *place = leader;
        }
    }

    fn leader(&mut self, table: usize) -> usize {
        let next = |leaders: &[usize], table| leaders.get(table).copied().unwrap_or(table);
        let mut leader = table;
        while next(&self.leaders, leader) != leader {
            leader = next(&self.leaders, leader);
        }
        // Shortens the way for the next one.
        let mut step = table;
        while step != leader {
            let after = next(&self.leaders, step);
            self.lead(step, leader);
            step = after;
        }
        leader
    }

    /// The relationships that lead from one table to another.
    pub(super) fn way(&self, from: usize, to: usize) -> Vec<usize> {
        // For each table that was reached the edge by which it was.
        let mut by: Vec<Option<Edge>> = vec![None; self.at.len()];
        let mut open = vec![from];
        while let Some(table) = open.pop() {
            for edge in self.at.get(table).into_iter().flatten() {
                let next = edge.other(table);
                if next != from
                    && let Some(place @ None) = by.get_mut(next)
                {
                    *place = Some(*edge);
                    open.push(next);
                }
            }
        }
        let mut way = Vec::new();
        let mut table = to;
        while let Some(Some(edge)) = by.get(table).filter(|_| table != from) {
            way.push(edge.relationship);
            table = edge.other(table);
        }
        way.reverse();
        way
    }
}
