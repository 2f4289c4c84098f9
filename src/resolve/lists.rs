//! The names that have to be in a list, or must not be: of the datasource and of the datamart itself.

use crate::names::{CaseRule, NameMatch};

/// The item of a list that a name stands for, and how well it fits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListMatch {
    /// Its number in the list.
    pub item: usize,
    pub quality: NameMatch,
}

impl ListMatch {
    /// The best match for a name; the first of several. The vendor compares these names case-sensitively; the pages say so of
    /// datasources.
    pub(crate) fn find<'n>(
        written: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<Self> {
        let mut best: Option<Self> = None;
        for (item, known) in known.into_iter().enumerate() {
            if let Some(quality) = NameMatch::between(written, known, CaseRule::EXACT)
                && best.is_none_or(|best| quality < best.quality)
            {
                best = Some(Self { item, quality });
            }
        }
        best
    }
}
