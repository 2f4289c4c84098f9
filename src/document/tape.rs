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
//! | 3, 4: number, text | length | – |
//! | 5: array | number of items | the items |
//! | 6: object | number of members | the members |
//! | 7: unusable | [`Unusable`] by number | a word: the length of its name |
//!
//! Most members are one word: that of the value with eight added to the tag, and with the number of
//! an earlier key in seven bits between tag and payload. If the tag is 15, the payload is in the
//! value's own word, which follows. If it is 0, the key is another one: a word with the key's length
//! follows, then the value, and the key gets the next number if the payload is that number, otherwise
//! none.
//!
//! The texts are concatenated in the same order. Lengths are in UTF-16 code units, which JavaScript
//! knows without looking at the text.

use super::builder::{Builder, Slot};
use super::{
    Data, Document, Extent, Flaw, FlawKind, KeyId, MAX_DEPTH, Span, SurrogatePlace, Unusable,
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
        rest: text,
        ascii: 0,
        is_inside_pair: false,
        lone_surrogates,
        // Every value takes at least one word.
        builder: Builder::new(text, false, tape.len()),
        keys: Vec::new(),
    };
    reader.look_ahead();
    let word = reader.word()?;
    reader.value(Slot::ROOT, word, MAX_DEPTH + 1)?;
    if reader.words.next().is_some() {
        return Err(TapeError);
    }
    Ok(reader.builder.document)
}

/// The tag of a text.
const TEXT: u32 = 4;

/// The tag of a member whose value has a word of its own.
const FOLLOWS: u32 = 15;

/// The bits for the number of a key.
const KEY_BITS: u32 = 7;

struct Reader<'t, 'a> {
    words: std::slice::Iter<'t, u32>,
    text: &'a str,
    /// What has not been consumed of it.
    rest: &'a str,
    /// So many of its first bytes, at least, are ASCII.
    ascii: usize,
    /// The last text ended with the first half of the surrogate pair at the start of `rest`, and the
    /// next one begins with the second: together, two lone surrogates look like a pair.
    is_inside_pair: bool,
    /// The remaining positions in the one text, in bytes, ascending.
    lone_surrogates: &'t [u32],
    builder: Builder<'a>,
    /// By their numbers on the tape.
    keys: Vec<KeyId>,
}

/// A text as taken from the one text.
enum Taken<'a> {
    /// A part of it.
    Part(&'a str),
    /// A part with replacement characters added, in `Document::unescaped`.
    Repaired(Span),
}

impl<'a> Reader<'_, 'a> {
    #[inline]
    fn word(&mut self) -> Result<u32, TapeError> {
        self.words.next().copied().ok_or(TapeError)
    }

    fn value(&mut self, at: Slot, word: u32, depth: usize) -> Result<(), TapeError> {
        let payload = word >> 4;
        let data = match word & 15 {
            0 => Data::Null,
            1 => Data::Bool(false),
            2 => Data::Bool(true),
            3 => Data::Number(self.take_plain(payload)?),
            TEXT => match self.take(payload, SurrogatePlace::Value)? {
                Taken::Part(text) => Data::Text(text),
                Taken::Repaired(span) => Data::UnescapedText(span),
            },
            5 => return self.array(at, payload, depth),
            6 => return self.object(at, payload, depth),
            7 => {
                let name = self.word()?;
                Data::Unusable(unusable(payload)?, self.take_plain(name)?)
            }
            _ => return Err(TapeError),
        };
        self.builder.add(at, data);
        Ok(())
    }

    fn array(&mut self, at: Slot, count: u32, depth: usize) -> Result<(), TapeError> {
        let depth = depth.checked_sub(1).ok_or(TapeError)?;
        let parent = self.builder.add(at, Data::Array(Extent::default()));
        for slot in 0..count {
            let word = self.word()?;
            self.value(Slot { parent, slot }, word, depth)?;
        }
        self.builder.close(parent, count);
        Ok(())
    }

    fn object(&mut self, at: Slot, count: u32, depth: usize) -> Result<(), TapeError> {
        let depth = depth.checked_sub(1).ok_or(TapeError)?;
        let parent = self.builder.add(at, Data::Object(Extent::default()));
        for _ in 0..count {
            let word = self.word()?;
            let (key, value) = match word & 15 {
                0 => (self.new_key(word >> 4)?, self.word()?),
                FOLLOWS => (self.known_key(word)?, self.word()?),
                8.. => (self.known_key(word)?, (word >> KEY_BITS) & !15 | word & 7),
                _ => return Err(TapeError),
            };
            let at = Slot {
                parent,
                slot: key.0,
            };
            if value & 15 == TEXT
                && let Some(text) = self.take_ascii(value >> 4)
            {
                self.builder.push(at, Data::Text(text));
            } else {
                self.value(at, value, depth)?;
            }
        }
        self.builder.close(parent, count);
        Ok(())
    }

    #[inline]
    fn known_key(&self, word: u32) -> Result<KeyId, TapeError> {
        let number = (word >> 4) & ((1 << KEY_BITS) - 1);
        self.keys.get(number as usize).copied().ok_or(TapeError)
    }

    #[inline(never)]
    fn new_key(&mut self, number: u32) -> Result<KeyId, TapeError> {
        let len = self.word()?;
        let start = self.byte();
        let (text, unescaped) = match self.take(len, SurrogatePlace::Key)? {
            Taken::Part(_) => (Span::new(start, self.byte()), false),
            Taken::Repaired(span) => (span, true),
        };
        // The encoder has looked up whether a key with a number is new.
        let key = if number as usize == self.keys.len() {
            let key = self.builder.add_key(text, unescaped);
            self.keys.push(key);
            key
        } else {
            self.builder.find_key(text, unescaped)
        };
        Ok(key)
    }

    /// Where the rest begins.
    fn byte(&self) -> u32 {
        Span::from_bytes(0, self.text.len() - self.rest.len()).end
    }

    /// Consumes the next text, if it is certain that it is ASCII.
    #[inline]
    fn take_ascii(&mut self, units: u32) -> Option<&'a str> {
        let left = self.ascii.checked_sub(units as usize)?;
        let (text, rest) = self.rest.split_at_checked(units as usize)?;
        self.ascii = left;
        self.rest = rest;
        Some(text)
    }

    /// Consumes the next text, which is that of the next node or of its key.
    fn take(&mut self, units: u32, place: SurrogatePlace) -> Result<Taken<'a>, TapeError> {
        match self.take_ascii(units) {
            Some(text) => Ok(Taken::Part(text)),
            None => self.take_wide(units, place),
        }
    }

    /// Consumes the next text, in which the encoder writes only ASCII.
    fn take_plain(&mut self, units: u32) -> Result<&'a str, TapeError> {
        match self.take(units, SurrogatePlace::Value)? {
            Taken::Part(text) => Ok(text),
            Taken::Repaired(_) => Err(TapeError),
        }
    }

    /// The same for a text that may go beyond ASCII.
    #[inline(never)]
    fn take_wide(&mut self, units: u32, place: SurrogatePlace) -> Result<Taken<'a>, TapeError> {
        let mut left = units;
        let begins_inside = left > 0 && std::mem::take(&mut self.is_inside_pair);
        if begins_inside {
            left -= 1;
            self.rest = self.rest.get(4..).ok_or(TapeError)?;
        }
        let start = self.byte();
        let mut len = 0;
        let mut ends_inside = false;
        for c in self.rest.chars() {
            let Some(next) = u32::try_from(c.len_utf16())
                .ok()
                .and_then(|units| left.checked_sub(units))
            else {
                ends_inside = left > 0;
                break;
            };
            left = next;
            len += c.len_utf8();
        }
        if left > u32::from(ends_inside) {
            return Err(TapeError);
        }
        let (text, rest) = self.rest.split_at_checked(len).ok_or(TapeError)?;
        self.is_inside_pair |= ends_inside;
        self.rest = rest;
        self.look_ahead();

        let replaced = Span::from_bytes(0, char::REPLACEMENT_CHARACTER.len_utf8());
        let before = if begins_inside { replaced.end } else { 0 };
        if begins_inside {
            self.note_lone_surrogate(replaced, place);
        }
        while let Some((byte, others)) = self.lone_surrogates.split_first()
            && *byte < self.byte()
        {
            self.lone_surrogates = others;
            let at = before + byte.saturating_sub(start);
            self.note_lone_surrogate(Span::new(at, at + replaced.end), place);
        }
        if !begins_inside && !ends_inside {
            return Ok(Taken::Part(text));
        }
        let mut repaired = String::new();
        if begins_inside {
            repaired.push(char::REPLACEMENT_CHARACTER);
        }
        repaired.push_str(text);
        if ends_inside {
            let end = Span::from_bytes(repaired.len(), repaired.len() + replaced.end as usize);
            self.note_lone_surrogate(end, place);
            repaired.push(char::REPLACEMENT_CHARACTER);
        }
        let unescaped = &mut self.builder.document.unescaped;
        let at = unescaped.len();
        unescaped.push_str(&repaired);
        Ok(Taken::Repaired(Span::from_bytes(at, unescaped.len())))
    }

    /// Finds out how far the text is ASCII, by blocks.
    fn look_ahead(&mut self) {
        const BLOCK: usize = 256;
        let blocks = self.rest.as_bytes().chunks(BLOCK);
        let ascii = blocks.take_while(|block| is_ascii(block)).map(<[u8]>::len);
        self.ascii = ascii.sum();
    }

    fn note_lone_surrogate(&mut self, span: Span, place: SurrogatePlace) {
        let node = self.builder.next_id();
        self.builder.flaw(Flaw {
            kind: FlawKind::LoneSurrogate(place),
            node,
            span,
        });
    }
}

/// Whether a block is ASCII: eight bytes at a time, where the standard library takes four.
fn is_ascii(block: &[u8]) -> bool {
    let (words, rest) = block.as_chunks::<8>();
    let add = |all, word: &[u8; 8]| all | u64::from_le_bytes(*word);
    words.iter().fold(0, add) & 0x8080_8080_8080_8080 == 0 && rest.is_ascii()
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
mod tests;
