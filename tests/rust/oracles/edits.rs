//! Applies fixes the way `applyFix` of the npm package does.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use datamart_validator::issue::{Edit, Fix, Op, Segment};
use serde_json::Value;

/// The datamart with a fix of its values applied.
///
/// # Panics
///
/// If the fix belongs to another datamart or to JSON text, or if its edits overlap.
pub(crate) fn apply(datamart: &Value, fix: &Fix) -> Value {
    let is_value = |edit: &Edit| matches!(edit, Edit::Value { .. });
    assert!(fix.edits.iter().is_sorted_by_key(is_value), "{fix:?}");
    let mut fixed = datamart.clone();
    let mut pieces = Vec::new();
    for edit in &fix.edits {
        match edit {
            Edit::Piece { path, range, text } => pieces.push((path, *range, text)),
            Edit::Value { .. } => {}
            _ => panic!("{fix:?} is for JSON text"),
        }
    }
    // Edits of the same string, from its end.
    pieces.sort_by_key(|(path, range, _)| (*path, std::cmp::Reverse(range.start)));
    for (path, range, text) in &pieces {
        let string = at(&mut fixed, path);
        let mut replaced = string.as_str().unwrap().to_owned();
        replaced.replace_range(std::ops::Range::from(*range), text);
        *string = replaced.into();
    }
    for pair in pieces.windows(2) {
        assert!(
            pair[0].0 != pair[1].0 || pair[1].1.end <= pair[0].1.start,
            "{fix:?}"
        );
    }
    for edit in &fix.edits {
        if let Edit::Value { path, op, value } = edit {
            let value = value
                .as_ref()
                .map(|value| serde_json::to_value(value).unwrap());
            change(&mut fixed, path, *op, value);
        }
    }
    fixed
}

fn change(datamart: &mut Value, path: &[Segment], op: Op, value: Option<Value>) {
    let Some((last, outer)) = path.split_last() else {
        *datamart = value.unwrap();
        return;
    };
    let owner = at(datamart, outer);
    match (last, op) {
        (Segment::Key(key), Op::Set) => {
            owner
                .as_object_mut()
                .unwrap()
                .insert(key.clone(), value.unwrap());
        }
        (Segment::Key(key), Op::Remove) => {
            owner.as_object_mut().unwrap().remove(key).unwrap();
        }
        (Segment::Index(index), Op::Set) => {
            *owner.get_mut(*index as usize).unwrap() = value.unwrap();
        }
        (Segment::Index(index), Op::Remove) => {
            owner.as_array_mut().unwrap().remove(*index as usize);
        }
    }
}

fn at<'v>(value: &'v mut Value, path: &[Segment]) -> &'v mut Value {
    path.iter().fold(value, |value, step| {
        match step {
            Segment::Index(index) => value.get_mut(*index as usize),
            Segment::Key(key) => value.get_mut(key),
        }
        .unwrap()
    })
}
