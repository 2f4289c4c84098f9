//! The relationships as joins between tables.

use super::{EndTable, Resolved};

/// A relationship whose two tables are certain, as numbers in `tableList` and `relationships`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Join {
    pub parent: usize,
    pub child: usize,
    pub relationship: usize,
}

impl Join {
    /// The table at the other end.
    pub(crate) fn other(self, table: usize) -> usize {
        if self.parent == table {
            self.child
        } else {
            self.parent
        }
    }
}

impl Resolved<'_, '_> {
    /// Every relationship whose two tables are certain.
    pub(crate) fn joins(&self) -> impl Iterator<Item = Join> {
        let relationships = self.relationships().enumerate();
        relationships.filter_map(|(relationship, (_, [parent, child]))| {
            let (EndTable::One(parent), EndTable::One(child)) = (parent.table, child.table) else {
                return None;
            };
            Some(Join {
                parent,
                child,
                relationship,
            })
        })
    }
}
