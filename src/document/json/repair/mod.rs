//! Repairs text that is almost JSON: a Python or JavaScript literal, an answer from a chat, or JSON
//! with mistakes that leave no doubt about the values.
//!
//! The result is valid JSON, or there is none: every token is either JSON or replaced by JSON, and
//! whatever is not certain ends the attempt. No string, number or key is lost; comments are.

mod around;
mod string;

use super::MAX_DEPTH;
use super::scalar::{is_number, is_word};
use crate::document::Span;
use around::trim_end;
use string::closing;

/// What makes a text JSON.
#[derive(Debug)]
pub(crate) struct Repair {
    /// Replacements in text order, which do not overlap.
    pub(crate) edits: Vec<(Span, String)>,
    /// Whether comments, or code around the JSON, are removed.
    pub(crate) removes: bool,
}

/// The repair of a text; `None` if it is not certain, and if nothing has to change.
#[must_use]
pub(crate) fn repair(text: &str) -> Option<Repair> {
    let mut repairer = Repairer {
        text: trim_end(text),
        pos: 0,
        repair: Repair {
            edits: Vec::new(),
            removes: false,
        },
    };
    repairer.document()?;
    (!repairer.repair.edits.is_empty()).then_some(repairer.repair)
}

/// Replacements with fewer bytes than this between them become one.
const CLOSE: usize = 16;

/// Beyond this many replacements, the rest of the text becomes part of the last one.
const MAX_EDITS: usize = 1000;

#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// A key or an item, or the closing bracket.
    Part,
    /// A value.
    Value,
    /// A comma or the closing bracket.
    Next,
}

struct Repairer<'a> {
    text: &'a str,
    pos: usize,
    repair: Repair,
}

impl<'a> Repairer<'a> {
    fn document(&mut self) -> Option<()> {
        if self.text.starts_with('\u{feff}') {
            self.pos = '\u{feff}'.len_utf8();
        }
        let end = self.text.len();
        let parentheses = self.lead_in()?;
        if !matches!(self.byte(self.pos), Some(b'{' | b'[')) {
            return None;
        }
        self.root()?;
        let inner = self.text.len();
        self.lead_out(parentheses)?;
        if inner < end {
            self.edit(inner, end, "");
        }
        (self.pos == inner).then_some(())
    }

    fn root(&mut self) -> Option<()> {
        // Whether each open bracket is that of an object.
        let mut open: Vec<bool> = Vec::new();
        let mut wanted = Wanted::Value;
        loop {
            let is_object = open.last().copied().unwrap_or_default();
            if wanted == Wanted::Next {
                if open.is_empty() {
                    return Some(());
                }
                wanted = self.separator(is_object)?;
                if wanted == Wanted::Next {
                    continue;
                }
            }
            self.space()?;
            let byte = self.byte(self.pos);
            match byte {
                None if wanted == Wanted::Part => {
                    for is_object in open.iter().rev() {
                        self.insert(if *is_object { "}" } else { "]" });
                    }
                    return Some(());
                }
                Some(b'}' | b']') if wanted == Wanted::Part => {
                    let closes = byte == Some(b'}');
                    open.pop();
                    if closes == is_object {
                        self.pos += 1;
                    } else if open.last() == Some(&closes) {
                        self.insert(if is_object { "}" } else { "]" });
                    } else {
                        return None;
                    }
                    wanted = Wanted::Next;
                }
                Some(b',') if wanted == Wanted::Part => self.remove(1),
                Some(_) if wanted == Wanted::Part && is_object => {
                    self.key()?;
                    wanted = Wanted::Value;
                }
                Some(b'{' | b'[') => {
                    if open.len() >= MAX_DEPTH {
                        return None;
                    }
                    open.push(byte == Some(b'{'));
                    self.pos += 1;
                    wanted = Wanted::Part;
                }
                _ => {
                    if self.is_string() {
                        self.string()?;
                    } else {
                        self.scalar()?;
                    }
                    wanted = Wanted::Next;
                }
            }
        }
    }

    /// What follows a value: a comma, which may be missing or too much, or a closing bracket.
    fn separator(&mut self, is_object: bool) -> Option<Wanted> {
        let end = self.pos;
        let next = self.after_space(end)?;
        match self.byte(next) {
            None | Some(b'}' | b']') => {}
            Some(b',') => {
                self.space()?;
                let following = self.after_space(self.pos + 1)?;
                if matches!(self.byte(following), None | Some(b',' | b'}' | b']')) {
                    self.remove(1);
                    return Some(Wanted::Next);
                }
                self.pos += 1;
            }
            Some(byte) => {
                let between = self.text.get(end..next)?;
                let is_clear = if self.is_string_at(next) || matches!(byte, b'{' | b'[') {
                    !between.is_empty() || self.byte(end.wrapping_sub(1)) == Some(b'}')
                } else {
                    // `1 000` is one number.
                    between.as_bytes().contains(&b'\n')
                };
                if !is_clear || (is_object && matches!(byte, b'{' | b'[')) {
                    return None;
                }
                self.insert(",");
            }
        }
        Some(Wanted::Part)
    }

    /// A key and its colon.
    fn key(&mut self) -> Option<()> {
        let is_string = self.is_string();
        if is_string {
            self.string()?;
        } else {
            let word = self.word()?;
            self.edit(word.start as usize, word.start as usize, "\"");
            self.insert("\"");
        }
        let end = self.pos;
        let next = self.after_space(end)?;
        match self.byte(next)? {
            b':' => {
                self.space()?;
                self.pos += 1;
            }
            b'=' => {
                self.space()?;
                let len = if self.byte(next + 1) == Some(b'>') {
                    2
                } else {
                    1
                };
                self.edit(self.pos, self.pos + len, ":");
                self.pos += len;
            }
            // Between two strings of a list, a comma is as likely.
            _ if is_string && next > end => self.insert(":"),
            _ => return None,
        }
        Some(())
    }

    /// A number or a word.
    fn scalar(&mut self) -> Option<()> {
        let span = self.word()?;
        let word = span.text(self.text);
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        let known = if is("true") {
            "true"
        } else if is("false") {
            "false"
        } else if is("null") || is("none") || is("undefined") {
            "null"
        } else {
            ""
        };
        if known == word || is_number(word) {
            return Some(());
        }
        let number = if known.is_empty() {
            number(word)?
        } else {
            String::new()
        };
        let text = if known.is_empty() { &number } else { known };
        self.edit(span.start as usize, span.end as usize, text);
        Some(())
    }

    fn word(&mut self) -> Option<Span> {
        let start = self.pos;
        let rest = self.rest();
        let is_part = |c: char| is_word(c) && closing(c).is_none();
        self.pos += rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        (self.pos > start).then(|| Span::from_bytes(start, self.pos))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.pos..).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn last_end(&self) -> usize {
        self.repair
            .edits
            .last()
            .map_or(0, |(span, _)| span.end as usize)
    }

    fn insert(&mut self, text: &str) {
        self.edit(self.pos, self.pos, text);
    }

    /// Removes code or a comma here.
    fn remove(&mut self, len: usize) {
        self.edit(self.pos, self.pos + len, "");
        self.pos += len;
    }

    /// Replaces what has been read since `start`.
    fn replace(&mut self, start: usize, text: &str) {
        let end = self.pos;
        if self.text.get(start..end) != Some(text) {
            self.edit(start, end, text);
        }
    }

    fn edit(&mut self, start: usize, end: usize, text: &str) {
        let span = Span::from_bytes(start, end);
        let edits = &mut self.repair.edits;
        let is_full = edits.len() >= MAX_EDITS;
        if let Some((last, replacement)) = edits.last_mut()
            && (is_full || start < last.end as usize + CLOSE)
        {
            let between = self.text.get(last.end as usize..start);
            replacement.push_str(between.unwrap_or_default());
            replacement.push_str(text);
            last.end = span.end;
        } else {
            edits.push((span, text.to_owned()));
        }
    }
}

/// A number as JSON has it.
fn number(word: &str) -> Option<String> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", word.strip_prefix('+').unwrap_or(word)),
    };
    let mut text = sign.to_owned();
    if let Some(hex) = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"))
    {
        // More digits than a number in JavaScript can hold.
        if hex.len() > 13 || hex.starts_with('+') {
            return None;
        }
        text.push_str(&u64::from_str_radix(hex, 16).ok()?.to_string());
    } else {
        if digits.starts_with('.') && digits.len() > 1 {
            text.push('0');
        }
        text.push_str(digits);
        if digits.ends_with('.') {
            text.push('0');
        }
    }
    is_number(&text).then_some(text)
}
