//! Checks that need the whole text.

use crate::document::{Document, Flaw, FlawKind, Kind, NodeId, Span, SurrogatePlace};

/// Finds members whose key occurs earlier in the same object. Linear in the size of the document:
/// for each key the object that last had it is remembered, and the members of each object are
/// examined together.
pub(super) fn find_duplicate_keys(document: &mut Document<'_>) {
    let mut last_seen: Vec<Option<(NodeId, NodeId)>> = vec![None; document.keys.len()];
    let mut duplicates = Vec::new();
    for id in (0..document.nodes.len()).filter_map(|index| u32::try_from(index).ok().map(NodeId)) {
        let Kind::Object(members) = document.value(id).kind() else {
            continue;
        };
        for (key, member) in members {
            let Some(seen) = last_seen.get_mut(key.index()) else {
                continue;
            };
            if let Some((object, first)) = *seen
                && object == id
            {
                let span = document.key_span(member.id()).unwrap_or_default();
                duplicates.push(Flaw {
                    kind: FlawKind::DuplicateKey { first },
                    node: member.id(),
                    span,
                });
            } else {
                *seen = Some((id, member.id()));
            }
        }
    }
    document.flaws.extend(duplicates);
}

/// Finds the values that contain the positions.
pub(super) fn place_lone_surrogates(document: &mut Document<'_>, lone_surrogates: &[u32]) {
    for byte in lone_surrogates {
        let after = document
            .places
            .partition_point(|place| place.value.start <= *byte);
        // In a key it belongs to the member that follows.
        let is_inside = |index: &usize| {
            document
                .places
                .get(*index)
                .is_some_and(|place| *byte < place.value.end)
        };
        let node = [after.saturating_sub(1), after]
            .into_iter()
            .find(is_inside)
            .unwrap_or(0);
        document.flaws.push(Flaw {
            kind: FlawKind::LoneSurrogate(SurrogatePlace::Source),
            node: NodeId(u32::try_from(node).unwrap_or_default()),
            span: Span::new(*byte, byte.saturating_add(3)),
        });
    }
}
