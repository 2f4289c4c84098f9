//! Compares two datamarts, object by object.

use super::fields::{Fields, Keys};
use super::lists::{COLUMNS, Kinds, Lists, RELATIONSHIPS, TABLES};
use super::messages as say;
use super::moves::moved;
use super::values::{is_group_of_nothing, is_object, is_same, json, said};
use super::words::{is_breaking, label, message, plain_message};
use super::{Change, ChangeKind, ChangeSubject, DatamartDiff};
use crate::contract::{Object, Presence, datamart, table, tenancy};
use crate::document::{Document, Kind, Path, Segment, Value};
use crate::issue::{Message, Renderer};
use crate::names::{Names, Sameness};
use crate::options::Options;
use crate::rules::are_same;

/// Finds everything that changed.
pub(super) fn compare(
    before: &Document<'_>,
    after: &Document<'_>,
    options: &Options,
) -> DatamartDiff {
    let mut differ = Differ {
        keys_before: Keys::new(before),
        keys_after: Keys::new(after),
        renderer: Renderer::new(&options.messages),
        left: options.limits.bytes_for(before.size() + after.size()),
        diff: DatamartDiff {
            changes: Vec::new(),
            is_breaking: false,
            omitted: 0,
        },
    };
    differ.datamart(before.root(), after.root());
    differ.diff
}

struct Differ<'m> {
    keys_before: Keys,
    keys_after: Keys,
    renderer: Renderer<'m>,
    /// How many more bytes the diff may have.
    left: usize,
    diff: DatamartDiff,
}

impl Differ<'_> {
    fn datamart<'d>(&mut self, before: Value<'d>, after: Value<'d>) {
        let object = &datamart::OBJECT;
        let former = self.keys_before.fields(before, object);
        let present = self.keys_after.fields(after, object);
        let lists = |kind, field| Lists::pair(kind, former.get(field), present.get(field));
        let tables = lists(&TABLES, datamart::TABLE_LIST);
        let relationships = lists(&RELATIONSHIPS, datamart::RELATIONSHIPS);
        let columns = tables.as_ref().map(Self::columns);
        // Removals first, so that they can be applied before anything else.
        if let (Some(tables), Some(columns)) = (&tables, &columns) {
            for (index, table) in tables.before.iter().enumerate() {
                match columns.get(index) {
                    Some(Some(columns)) => {
                        self.removed(columns, &label(*table, &TABLES, ""));
                    }
                    _ => self.removed_one(&TABLES, *table, ""),
                }
            }
        }
        let [settings_before, settings_after] = [&former, &present].map(|fields| {
            let settings = fields.get(datamart::TENANCY_SETTINGS);
            settings.filter(|it| !is_group_of_nothing(*it))
        });
        let tenancy = match (settings_before, settings_after) {
            (Some(old), None) if is_object(old) => Some((Some(old), None)),
            (Some(old), Some(new)) if is_object(old) && said(Some(new)).is_none() => {
                Some((Some(old), None))
            }
            (old, Some(new)) if is_object(new) && said(old).is_none() => Some((None, Some(new))),
            (Some(old), Some(new)) if is_object(old) && is_object(new) => {
                Some((Some(old), Some(new)))
            }
            _ => None,
        };
        if let Some((Some(old), None)) = tenancy {
            let path = old.document().path(old.id());
            let from = Some(json(old));
            let message = say::tenancy_removed();
            self.add(
                ChangeKind::Removed,
                ChangeSubject::Tenancy,
                path,
                from,
                None,
                message,
                true,
            );
        }
        if let Some(relationships) = &relationships {
            for (old, pair) in relationships.before.iter().zip(&relationships.pairs) {
                if pair.is_none() {
                    self.removed_one(&RELATIONSHIPS, *old, "");
                }
            }
        }
        let is_compared = |field: usize| match field {
            datamart::TABLE_LIST => tables.is_none(),
            datamart::TENANCY_SETTINGS => {
                tenancy.is_none() && (settings_before.is_some() || settings_after.is_some())
            }
            datamart::RELATIONSHIPS => relationships.is_none(),
            _ => true,
        };
        self.fields(
            ChangeSubject::Datamart,
            object,
            after,
            (&former, &present),
            "",
            &is_compared,
        );
        if let (Some(tables), Some(columns)) = (tables, columns) {
            self.items(&tables, "", &columns);
        }
        match tenancy {
            Some((None, Some(new))) => {
                let path = new.document().path(new.id());
                let to = Some(json(new));
                let message = say::tenancy_added();
                self.add(
                    ChangeKind::Added,
                    ChangeSubject::Tenancy,
                    path,
                    None,
                    to,
                    message,
                    true,
                );
            }
            Some((Some(old), Some(new))) => {
                let object = &tenancy::OBJECT;
                let former = self.keys_before.fields(old, object);
                let present = self.keys_after.fields(new, object);
                let fields = (&former, &present);
                self.fields(ChangeSubject::Tenancy, object, new, fields, "", &|_| true);
            }
            _ => {}
        }
        if let Some(relationships) = relationships {
            self.items(&relationships, "", &[]);
        }
    }

    /// The columns of each table that remains, if both are lists.
    fn columns<'d>(tables: &Lists<'d>) -> Vec<Option<Lists<'d>>> {
        let pairs = tables.before.iter().zip(&tables.pairs);
        let lists = pairs.map(|(before, pair)| {
            let after = pair.and_then(|pair| tables.after.get(pair))?;
            let list = |table: Value<'d>| table.member(table::OBJECT.key(table::COLUMNS));
            Some(match Lists::pair(&COLUMNS, list(*before), list(*after)) {
                Some(lists) => lists,
                // Compared as values.
                None => Lists {
                    kind: &COLUMNS,
                    before: Vec::new(),
                    after: Vec::new(),
                    pairs: Vec::new(),
                },
            })
        });
        lists.collect()
    }

    fn removed(&mut self, lists: &Lists<'_>, table: &str) {
        for (old, pair) in lists.before.iter().zip(&lists.pairs) {
            if pair.is_none() {
                self.removed_one(lists.kind, *old, table);
            }
        }
    }

    fn removed_one(&mut self, kind: &Kinds, old: Value<'_>, table: &str) {
        let path = old.document().path(old.id());
        let message = (kind.removed)(&label(old, kind, table));
        self.add(
            ChangeKind::Removed,
            kind.subject,
            path,
            Some(json(old)),
            None,
            message,
            true,
        );
    }

    /// The additions, moves and changes in a list. `columns` are those of tables, by their old
    /// indexes.
    fn items(&mut self, lists: &Lists<'_>, table: &str, columns: &[Option<Lists<'_>>]) {
        let Kinds {
            subject, object, ..
        } = *lists.kind;
        let former = lists.former();
        let stayed: Vec<usize> = former.iter().copied().flatten().collect();
        let mut moves = moved(&stayed).into_iter();
        for (index, (new, old_index)) in lists.after.iter().zip(&former).enumerate() {
            let path = || new.document().path(new.id());
            let name = label(*new, lists.kind, table);
            let Some(old_index) = *old_index else {
                let message = (lists.kind.added)(&name);
                self.add(
                    ChangeKind::Added,
                    subject,
                    path(),
                    None,
                    Some(json(*new)),
                    message,
                    false,
                );
                continue;
            };
            if moves.next() == Some(true) {
                let (from, to) = (old_index.to_string(), index.to_string());
                let message = (lists.kind.moved)(&name, &from, &to);
                self.add(
                    ChangeKind::Moved,
                    subject,
                    path(),
                    Some(from),
                    Some(to),
                    message,
                    false,
                );
            }
            let Some(old) = lists.before.get(old_index) else {
                continue;
            };
            if !(is_object(*old) && is_object(*new)) {
                if !are_same(*old, *new) {
                    let (from, to) = (Some(json(*old)), Some(json(*new)));
                    let message = say::field_changed(&name, &json(*old), &json(*new));
                    self.add(
                        ChangeKind::Changed,
                        subject,
                        path(),
                        from,
                        to,
                        message,
                        true,
                    );
                }
                continue;
            }
            let old_fields = self.keys_before.fields(*old, object);
            let new_fields = self.keys_after.fields(*new, object);
            let is_list = |fields: &Fields<'_>| {
                let list = fields.get(table::COLUMNS);
                list.is_none_or(|list| {
                    matches!(list.kind(), Kind::Array(_)) || said(Some(list)).is_none()
                })
            };
            let is_table = subject == ChangeSubject::Table;
            let has_lists = is_table && is_list(&old_fields) && is_list(&new_fields);
            let is_compared = |field: usize| !(has_lists && field == table::COLUMNS);
            self.fields(
                subject,
                object,
                *new,
                (&old_fields, &new_fields),
                &name,
                &is_compared,
            );
            if let Some(Some(columns)) = columns.get(old_index) {
                self.items(columns, &name, &[]);
            }
        }
    }

    /// The fields of two paired objects.
    fn fields<'d>(
        &mut self,
        subject: ChangeSubject,
        object: &'static Object,
        new: Value<'d>,
        (former, present): (&Fields<'d>, &Fields<'d>),
        place: &str,
        is_compared: &dyn Fn(usize) -> bool,
    ) {
        for (number, field) in object.fields.iter().enumerate() {
            let (from, to) = (said(former.get(number)), said(present.get(number)));
            if !is_same(from, to)
                && is_compared(number)
                && !matches!(field.presence, Presence::Unsent)
            {
                let is_breaking = is_breaking(subject, number, (from, to), (former, present));
                let message = message(subject, field, (from, to), place);
                self.changed(subject, new, field.name, (from, to), message, is_breaking);
            }
        }
        if former.unknown.is_empty() && present.unknown.is_empty() {
            return;
        }
        let mut names = Names::exact();
        for (number, (name, _)) in present.unknown.iter().enumerate() {
            names.insert(name, number);
        }
        let mut is_paired = vec![false; present.unknown.len()];
        for (name, from) in &former.unknown {
            let pair = names.get(name, Sameness::Exact);
            if let Some(paired) = pair.and_then(|pair| is_paired.get_mut(pair)) {
                *paired = true;
            }
            let to = pair
                .and_then(|pair| present.unknown.get(pair))
                .map(|(_, to)| *to);
            self.unknown(subject, new, name, (said(Some(*from)), said(to)), place);
        }
        for ((name, to), is_paired) in present.unknown.iter().zip(is_paired) {
            if !is_paired {
                self.unknown(subject, new, name, (None, said(Some(*to))), place);
            }
        }
    }

    fn unknown(
        &mut self,
        subject: ChangeSubject,
        new: Value<'_>,
        name: &str,
        (from, to): (Option<Value<'_>>, Option<Value<'_>>),
        place: &str,
    ) {
        if !is_same(from, to) {
            let message = plain_message(subject, name, (from, to), place);
            self.changed(subject, new, name, (from, to), message, false);
        }
    }

    fn changed(
        &mut self,
        subject: ChangeSubject,
        object: Value<'_>,
        field: &str,
        (from, to): (Option<Value<'_>>, Option<Value<'_>>),
        message: Message,
        is_breaking: bool,
    ) {
        let mut path = object.document().path(object.id());
        path.push(Segment::Key(field.to_owned()));
        let (from, to) = (from.map(json), to.map(json));
        self.add(
            ChangeKind::Changed,
            subject,
            path,
            from,
            to,
            message,
            is_breaking,
        );
    }

    #[expect(clippy::too_many_arguments, reason = "it makes a structure of them")]
    #[inline(never)]
    fn add(
        &mut self,
        kind: ChangeKind,
        subject: ChangeSubject,
        path: Path,
        from: Option<String>,
        to: Option<String>,
        message: Message,
        is_breaking: bool,
    ) {
        self.diff.is_breaking |= is_breaking;
        let (message, params) = self.renderer.render(message);
        let change = Change {
            kind,
            subject,
            path,
            from,
            to,
            message,
            params,
            is_breaking,
        };
        match self.left.checked_sub(change.weight()) {
            Some(left) if self.diff.omitted == 0 => {
                self.left = left;
                self.diff.changes.push(change);
            }
            _ => self.diff.omitted += 1,
        }
    }
}
