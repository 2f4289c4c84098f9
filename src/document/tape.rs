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
//! | 6: object | number of members | for each: a key word, the value |
//! | 7: unusable | [`Unusable`] by number | a word: the length of its name |
//!
//! A key word is twice the number of an earlier key, or odd: then a word with the key's length
//! follows, and the key gets the next number if the word is twice that number plus one, otherwise
//! none. The texts are concatenated in the same order. Lengths are in UTF-16 code units, which
//! JavaScript knows without looking at the text.

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
        byte: 0,
        ascii_end: 0,
        is_inside_pair: false,
        lone_surrogates,
        // Every value takes one word, and most take a second one for the key.
        builder: Builder::new(text, false, tape.len() / 2 + 1),
        keys: Vec::new(),
    };
    reader.look_ahead();
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
    /// From `byte` to here, at least, the text is ASCII.
    ascii_end: u32,
    /// The last text ended with the first half of the surrogate pair at `byte`, and the next one
    /// begins with the second: together, two lone surrogates look like a pair.
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

    fn value(&mut self, at: Slot, depth: usize) -> Result<(), TapeError> {
        let word = self.word()?;
        let payload = word >> 4;
        let data = match word & 15 {
            0 => Data::Null,
            1 => Data::Bool(false),
            2 => Data::Bool(true),
            3 => Data::Number(self.take_plain(payload)?),
            4 => match self.take(payload, SurrogatePlace::Value)? {
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
            self.value(Slot { parent, slot }, depth)?;
        }
        self.builder.close(parent, count);
        Ok(())
    }

    fn object(&mut self, at: Slot, count: u32, depth: usize) -> Result<(), TapeError> {
        let depth = depth.checked_sub(1).ok_or(TapeError)?;
        let parent = self.builder.add(at, Data::Object(Extent::default()));
        for _ in 0..count {
            let word = self.word()?;
            let number = (word >> 1) as usize;
            let key = if word & 1 == 0 {
                *self.keys.get(number).ok_or(TapeError)?
            } else {
                self.new_key(number)?
            };
            let slot = key.0;
            self.value(Slot { parent, slot }, depth)?;
        }
        self.builder.close(parent, count);
        Ok(())
    }

    #[inline(never)]
    fn new_key(&mut self, number: usize) -> Result<KeyId, TapeError> {
        let len = self.word()?;
        let start = self.byte;
        let key = match self.take(len, SurrogatePlace::Key)? {
            Taken::Part(_) => self.builder.find_key(Span::new(start, self.byte), false),
            Taken::Repaired(span) => self.builder.find_key(span, true),
        };
        if number == self.keys.len() {
            self.keys.push(key);
        }
        Ok(key)
    }

    /// Consumes the next text, which is that of the next node or of its key.
    #[inline]
    fn take(&mut self, units: u32, place: SurrogatePlace) -> Result<Taken<'a>, TapeError> {
        let start = self.byte;
        let end = start.checked_add(units).ok_or(TapeError)?;
        if end > self.ascii_end {
            return self.take_wide(units, place);
        }
        self.byte = end;
        Span::new(start, end)
            .of(self.text)
            .map(Taken::Part)
            .ok_or(TapeError)
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
            self.byte += 4;
        }
        let start = self.byte;
        let rest = self.text.get(start as usize..).ok_or(TapeError)?;
        let mut len = 0;
        let mut ends_inside = false;
        for c in rest.chars() {
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
        let text = rest.get(..len).ok_or(TapeError)?;
        self.is_inside_pair |= ends_inside;
        self.byte = start + Span::from_bytes(0, len).end;
        self.look_ahead();

        let replaced = Span::from_bytes(0, char::REPLACEMENT_CHARACTER.len_utf8());
        let before = if begins_inside { replaced.end } else { 0 };
        if begins_inside {
            self.note_lone_surrogate(replaced, place);
        }
        while let Some((byte, others)) = self.lone_surrogates.split_first()
            && *byte < self.byte
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
        let rest = self.text.as_bytes().get(self.byte as usize..);
        let blocks = rest.unwrap_or_default().chunks(BLOCK);
        let ascii = blocks.take_while(|block| block.is_ascii()).map(<[u8]>::len);
        self.ascii_end = self.byte + Span::from_bytes(0, ascii.sum()).end;
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
