//! Reads the output of the JavaScript encoder (`pkg-template/src/boundary/encode.js`): an array of
//! words and one text.
//!
//! Passing an object this way costs a tenth of reading it property by property from Rust;
//! ARCHITECTURE.md has the measurements. Every word is a tag in the low four bits with a payload
//! above it, with values in document order:
//!
//! | tag | payload | followed by |
//! |---|---|---|
//! | 0, 1, 2: null, false, true | – | – |
//! | 3, 4: number, text | length in bytes | – |
//! | 5: array | number of items | the items |
//! | 6: object | number of members | for each: a key word, the value |
//! | 7: unusable | [`Unusable`] by number | a word: the length of its name in bytes |
//!
//! A key word is twice the number of an earlier key, or odd: then a word with the key's length
//! follows, and the key gets the next number if the word is twice that number plus one, otherwise
//! none. The texts are concatenated in the same order.

use super::builder::{Builder, Slot};
use super::{
    Document, Flaw, FlawKind, KeyId, MAX_DEPTH, NodeId, Span, SurrogatePlace, Tag, Unusable,
};

/// The tape was not written by this version of the encoder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TapeError;

/// Reads a tape and its text into a tree. `lone_surrogates` lists the positions in the text, in
/// bytes and ascending, where a replacement character stands in for half of a surrogate pair.
///
/// # Errors
///
/// If they do not fit together, which never happens with the encoder's output.
pub fn read_tape<'a>(
    tape: &[u32],
    text: &'a str,
    lone_surrogates: &[u32],
) -> Result<Document<'a>, TapeError> {
    let mut reader = Reader {
        words: tape.iter(),
        text,
        byte: 0,
        lone_surrogates,
        // Every value takes one word, and most take a second one for the key.
        builder: Builder::new(text, false, tape.len() / 2 + 1),
        keys: Vec::new(),
    };
    reader.value(Slot::ROOT, MAX_DEPTH + 1)?;
    if reader.words.next().is_some() {
        return Err(TapeError);
    }
    Ok(reader.builder.document)
}

struct Reader<'t, 'a> {
    words: std::slice::Iter<'t, u32>,
    text: &'a str,
    byte: u32,
    /// The remaining positions in the one text, in bytes, ascending.
    lone_surrogates: &'t [u32],
    builder: Builder<'a>,
    /// By their numbers on the tape.
    keys: Vec<KeyId>,
}

impl Reader<'_, '_> {
    fn word(&mut self) -> Result<u32, TapeError> {
        self.words.next().copied().ok_or(TapeError)
    }

    fn value(&mut self, at: Slot, depth: usize) -> Result<(), TapeError> {
        let word = self.word()?;
        let payload = word >> 4;
        let tag = match word & 15 {
            0 => Tag::Null,
            1 => Tag::False,
            2 => Tag::True,
            3 => return self.text_node(at, Tag::Number, payload),
            4 => return self.text_node(at, Tag::Text, payload),
            5 => return self.array(at, payload, depth),
            6 => return self.object(at, payload, depth),
            7 => {
                let name = self.word()?;
                return self.text_node(at, Tag::Unusable(unusable(payload)?), name);
            }
            _ => return Err(TapeError),
        };
        self.builder.add(at, tag, Span::default());
        Ok(())
    }

    fn text_node(&mut self, at: Slot, tag: Tag, len: u32) -> Result<(), TapeError> {
        let span = self.take(len)?;
        let node = self.builder.add(at, tag, span);
        self.note_lone_surrogates(node, span, SurrogatePlace::Value);
        Ok(())
    }

    fn array(&mut self, at: Slot, count: u32, depth: usize) -> Result<(), TapeError> {
        let depth = depth.checked_sub(1).ok_or(TapeError)?;
        let node = self.builder.add(at, Tag::Array, Span::default());
        for index in 0..count {
            self.value(
                Slot {
                    parent: node,
                    slot: index,
                },
                depth,
            )?;
        }
        self.builder.close(node, count);
        Ok(())
    }

    fn object(&mut self, at: Slot, count: u32, depth: usize) -> Result<(), TapeError> {
        let depth = depth.checked_sub(1).ok_or(TapeError)?;
        let node = self.builder.add(at, Tag::Object, Span::default());
        for _ in 0..count {
            let word = self.word()?;
            let number = (word >> 1) as usize;
            let key = if word & 1 == 0 {
                *self.keys.get(number).ok_or(TapeError)?
            } else {
                let len = self.word()?;
                let span = self.take(len)?;
                let key = self.builder.find_key(span, false);
                if number == self.keys.len() {
                    self.keys.push(key);
                }
                // The value is the next node; the key is not a node.
                let member = self.builder.next_id();
                self.note_lone_surrogates(member, span, SurrogatePlace::Key);
                key
            };
            self.value(
                Slot {
                    parent: node,
                    slot: key.0,
                },
                depth,
            )?;
        }
        self.builder.close(node, count);
        Ok(())
    }

    /// Consumes the next text.
    fn take(&mut self, len: u32) -> Result<Span, TapeError> {
        let span = Span::new(self.byte, self.byte.checked_add(len).ok_or(TapeError)?);
        span.of(self.text).ok_or(TapeError)?;
        self.byte = span.end;
        Ok(span)
    }

    fn note_lone_surrogates(&mut self, node: NodeId, text: Span, place: SurrogatePlace) {
        while let Some((byte, rest)) = self.lone_surrogates.split_first() {
            if *byte >= text.end {
                break;
            }
            self.lone_surrogates = rest;
            // The replacement character takes three bytes.
            let start = byte.saturating_sub(text.start);
            let span = Span::new(start, start + 3);
            self.builder.flaw(Flaw {
                kind: FlawKind::LoneSurrogate(place),
                node,
                span,
            });
        }
    }
}

/// The numbers that the encoder uses.
fn unusable(number: u32) -> Result<Unusable, TapeError> {
    Ok(match number {
        0 => Unusable::Function,
        1 => Unusable::Symbol,
        2 => Unusable::BigInt,
        3 => Unusable::NotFinite,
        4 => Unusable::Undefined,
        5 => Unusable::Cycle,
        6 => Unusable::Instance,
        7 => Unusable::TooDeep,
        8 => Unusable::TooLarge,
        _ => return Err(TapeError),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Segment};
    use super::*;

    #[test]
    fn reads_values_keys_and_texts_beyond_ascii() {
        // {"k": ["é😀", {"k": 1.5}]}
        let tape = [
            6 | 1 << 4,
            1,
            1,
            5 | 2 << 4,
            4 | 6 << 4,
            6 | 1 << 4,
            0,
            3 | 3 << 4,
        ];
        let document = read_tape(&tape, "ké😀1.5", &[]).unwrap();
        let Kind::Object(mut members) = document.root().kind() else {
            panic!()
        };
        let (key, list) = members.next().unwrap();
        assert_eq!(document.key(key), "k");
        let Kind::Array(mut items) = list.kind() else {
            panic!()
        };
        assert!(matches!(items.next().unwrap().kind(), Kind::Text("é😀")));
        let Kind::Object(mut members) = items.next().unwrap().kind() else {
            panic!()
        };
        let (_, number) = members.next().unwrap();
        assert!(matches!(number.kind(), Kind::Number("1.5")));
        let key = || Segment::Key("k".to_owned());
        assert_eq!(
            *document.path(number.id()),
            [key(), Segment::Index(1), key()]
        );
    }

    #[test]
    fn refuses_what_does_not_fit() {
        for tape in [
            &[][..],
            &[4 | 5 << 4],
            &[9],
            &[5 | 1 << 4],
            &[6 | 1 << 4, 2],
            &[0, 0],
        ] {
            assert_eq!(
                read_tape(tape, "abc", &[]).err(),
                Some(TapeError),
                "{tape:?}"
            );
        }
    }

    #[test]
    fn reads_each_number_as_the_encoder_means_it() {
        let meanings = [
            Unusable::Function,
            Unusable::Symbol,
            Unusable::BigInt,
            Unusable::NotFinite,
            Unusable::Undefined,
            Unusable::Cycle,
            Unusable::Instance,
            Unusable::TooDeep,
            Unusable::TooLarge,
        ];
        for (number, meaning) in (0..).zip(meanings) {
            let document = read_tape(&[7 | number << 4, 3], "abc", &[]).unwrap();
            let Kind::Unusable(found, name) = document.root().kind() else {
                panic!("{number}")
            };
            assert_eq!((found, name), (meaning, "abc"));
        }
        assert!(read_tape(&[7 | 9 << 4, 3], "abc", &[]).is_err());
    }

    #[test]
    fn reads_exactly_one_level_beyond_the_limit() {
        let nested = |levels: usize| {
            let mut tape = vec![5 | 1 << 4; levels];
            tape.push(0);
            read_tape(&tape, "", &[])
        };
        assert!(nested(MAX_DEPTH + 1).is_ok());
        assert!(nested(MAX_DEPTH + 2).is_err());
    }

    #[test]
    fn places_lone_surrogates() {
        // ["a", "é\u{d83d}"]; the encoder's text contains U+FFFD for the surrogate, at unit 3.
        let tape = [5 | 2 << 4, 4 | 1 << 4, 4 | 5 << 4];
        let document = read_tape(&tape, "aé\u{fffd}", &[3]).unwrap();
        let flaw = Flaw {
            kind: FlawKind::LoneSurrogate(SurrogatePlace::Value),
            node: NodeId(2),
            span: Span::new(2, 5),
        };
        assert_eq!(document.flaws(), [flaw]);
    }
}
