//! The names that must be in a list, or must not be: of the datasource and of the datamart itself.

use crate::names::{CaseRule, NameMatch, trim};

/// The list item that a name refers to, and how well it matches.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListMatch {
    /// Its number in the list.
    pub item: usize,
    pub quality: NameMatch,
}

impl ListMatch {
    /// The best match for a name; the first of several. The vendor compares these names
    /// case-sensitively; its pages say so for datasources.
    pub(crate) fn find<'n>(
        written: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<Self> {
        let mut best: Option<Self> = None;
        let trimmed = trim(written);
        for (item, known) in known.into_iter().enumerate() {
            if let Some(quality) = Self::quality(written, trimmed, known)
                && best.is_none_or(|best| quality < best.quality)
            {
                best = Some(Self { item, quality });
            }
        }
        best
    }

    /// Its whitespace is passed once, not for each item.
    #[inline(never)]
    fn quality(written: &str, trimmed: &str, known: &str) -> Option<NameMatch> {
        if known == written {
            return Some(NameMatch::Exact);
        }
        let quality = NameMatch::between(trimmed, known, CaseRule::EXACT)?;
        Some(quality.max(NameMatch::Trimmed))
    }
}
