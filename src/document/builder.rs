//! Builds a [`Document`] node by node, for both readers.

use super::{Data, Document, Extent, Flaw, KeyId, KeyText, Node, NodeId, Span, Unusable};
use crate::names::{Forest, Root, Spelling};

/// How many keys are tried as the next one.
const LIKELY: usize = 4;

#[derive(Debug)]
pub(super) struct Builder<'a> {
    pub(super) document: Document<'a>,
    /// The interned keys, by number.
    keys: Forest,
    keys_by_name: Root,
    /// For each key, one that followed it: objects of the same kind have the same keys in the same
    /// order, except for those that are left out.
    next_keys: Vec<KeyId>,
    last_key: KeyId,
}

/// Where a new node belongs: its parent, and its index or key there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) parent: NodeId,
    pub(super) slot: u32,
}

impl Slot {
    pub(super) const ROOT: Slot = Slot {
        parent: NodeId::ROOT,
        slot: 0,
    };
}

impl<'a> Document<'a> {
    /// A document that consists of one text.
    #[must_use]
    pub fn of_text(text: &'a str) -> Self {
        let mut builder = Builder::new(text, false, 1);
        builder.add(Slot::ROOT, Data::Text(text));
        builder.document
    }

    /// Replaces an input that exceeds the limits: judging only a part of it would give wrong
    /// results.
    pub(super) fn too_large() -> Self {
        let mut builder = Builder::new("", false, 1);
        builder.add(Slot::ROOT, Data::Unusable(Unusable::TooLarge, ""));
        builder.document
    }
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a str, is_json_text: bool, nodes: usize) -> Self {
        let document = Document {
            source,
            is_json_text,
            unescaped: String::new(),
            nodes: Vec::with_capacity(nodes),
            keys: Vec::new(),
            places: Vec::with_capacity(if is_json_text { nodes } else { 0 }),
            unusable: Vec::new(),
            incomplete: Vec::new(),
            flaws: Vec::new(),
        };
        Self {
            document,
            keys: Forest::default(),
            keys_by_name: Root::EMPTY,
            next_keys: Vec::new(),
            last_key: KeyId(0),
        }
    }

    /// The number of the next node.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "MAX_VALUES bounds the number of nodes"
    )]
    pub(super) fn next_id(&self) -> NodeId {
        NodeId(self.document.nodes.len() as u32)
    }

    #[inline]
    pub(super) fn add(&mut self, at: Slot, data: Data<'a>) -> NodeId {
        let id = self.next_id();
        if matches!(data, Data::Unusable(reason, _) if reason != Unusable::Malformed) {
            self.document.unusable.push(id);
        }
        self.push(at, data);
        id
    }

    /// Adds a node that JSON can represent.
    #[inline]
    pub(super) fn push(&mut self, at: Slot, data: Data<'a>) {
        self.document.nodes.push(Node {
            data,
            parent: at.parent.0,
            slot: at.slot,
        });
    }

    /// Ends a container to which `count` children have been added.
    pub(super) fn close(&mut self, id: NodeId, count: u32) {
        let closed = Extent {
            count,
            end: self.next_id().0,
        };
        let node = self.document.nodes.get_mut(id.index());
        if let Some(Data::Array(extent) | Data::Object(extent)) = node.map(|node| &mut node.data) {
            *extent = closed;
        }
    }

    /// Adds a key that is known to be new.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are no more keys than values"
    )]
    pub(super) fn add_key(&mut self, text: Span, unescaped: bool) -> KeyId {
        let id = KeyId(self.document.keys.len() as u32);
        self.document.keys.push(KeyText {
            start: text.start,
            len: text.end - text.start,
            unescaped,
        });
        id
    }

    /// The key with which JSON text continues after a quote, if it is one that is likely here, with
    /// its length: most keys need not be read.
    #[inline]
    pub(super) fn likely_key(&mut self, rest: &[u8]) -> Option<(KeyId, usize)> {
        let mut key = self.last_key;
        for _ in 0..LIKELY {
            key = *self.next_keys.get(key.index())?;
            let text = self.document.keys.get(key.index())?;
            let text = Span::new(text.start, text.start + text.len);
            let text = text.of(self.document.source)?.as_bytes();
            if rest.starts_with(text) && rest.get(text.len()) == Some(&b'"') {
                self.last_key = key;
                return Some((key, text.len()));
            }
        }
        None
    }

    /// The number of a key, which is added if it is new.
    #[inline(never)]
    pub(super) fn intern_key(&mut self, text: Span, unescaped: bool) -> KeyId {
        let key = self.find_key(text, unescaped);
        self.next_keys
            .resize(self.document.keys.len(), KeyId(u32::MAX));
        // A key with escapes never continues a text as it is.
        if !unescaped && let Some(next) = self.next_keys.get_mut(self.last_key.index()) {
            *next = key;
        }
        self.last_key = key;
        key
    }

    #[inline(never)]
    pub(super) fn find_key(&mut self, text: Span, unescaped: bool) -> KeyId {
        let document = &self.document;
        let source = if unescaped {
            document.unescaped.as_str()
        } else {
            document.source
        };
        let key = Spelling::exact(text.of(source).unwrap_or_default());
        #[expect(
            clippy::cast_possible_truncation,
            reason = "there are no more keys than values"
        )]
        let next = document.keys.len() as u32;
        let key_of = |number| Spelling::exact(document.key(KeyId(number)));
        let number = self.keys.insert(&mut self.keys_by_name, key, next, &key_of);
        if number == next {
            self.add_key(text, unescaped)
        } else {
            KeyId(number)
        }
    }

    pub(super) fn flaw(&mut self, flaw: Flaw) {
        self.document.flaws.push(flaw);
    }
}
