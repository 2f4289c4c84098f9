//! Which items of a list have moved.

/// Whether each item has moved, given the old indexes in the new order. As few as possible have:
/// those outside the longest sequence that keeps its order.
pub(super) fn moved(former: &[usize]) -> Vec<bool> {
    // For each length, the position of the smallest index that ends a sequence of that length; for
    // each position, the one before it in its sequence.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(former.len());
    let at = |place: usize| former.get(place).copied().unwrap_or_default();
    for (place, index) in former.iter().enumerate() {
        let length = ends.partition_point(|end| at(*end) < *index);
        before.push(length.checked_sub(1).and_then(|it| ends.get(it)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut moved = vec![true; former.len()];
    let mut place = ends.last().copied();
    while let Some(kept) = place {
        if let Some(moved) = moved.get_mut(kept) {
            *moved = false;
        }
        place = before.get(kept).copied().flatten();
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_have_moved() {
        for (former, expected) in [
            (&[][..], &[][..]),
            (&[0, 1, 2], &[false, false, false]),
            (&[2, 0, 1], &[true, false, false]),
            (&[1, 2, 0], &[false, false, true]),
            (&[0, 5, 2, 7], &[false, true, false, false]),
            (&[3, 2, 1], &[true, true, false]),
        ] {
            assert_eq!(moved(former), expected, "{former:?}");
        }
    }
}
