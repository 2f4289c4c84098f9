//! What stands around the values: space, comments, and code.

use super::Repairer;
use crate::document::invisible;
use crate::document::json::scalar::is_word;

impl Repairer<'_> {
    /// Skips what stands in front of the JSON: a code fence, an assignment.
    pub(super) fn lead_in(&mut self) -> Option<usize> {
        self.space()?;
        if self.rest().starts_with("```") {
            let line = self.rest().bytes().position(|byte| byte == b'\n')? + 1;
            self.remove(line);
            self.repair.removes = true;
            let body = self.text.strip_suffix("```").unwrap_or(self.text);
            self.text = trim_end(body);
            self.space()?;
        }
        let rest = self.rest();
        let is_bracket = |byte| matches!(byte, b'{' | b'[');
        let head = rest.get(..rest.bytes().position(is_bracket)?)?;
        if head.is_empty() {
            return Some(0);
        }
        let is_code = |c: char| is_word(c) || matches!(c, ' ' | '\n' | ':' | '=' | '(');
        let is_open = ["=", "(", "return", "default"]
            .iter()
            .any(|end| head.trim_ascii_end().ends_with(end));
        let is_name = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$' | '(');
        if !is_open || !head.starts_with(is_name) || !head.chars().all(is_code) {
            return None;
        }
        self.remove(head.len());
        self.repair.removes = true;
        Some(head.bytes().filter(|byte| *byte == b'(').count())
    }

    /// Skips what follows the JSON.
    pub(super) fn lead_out(&mut self, mut parentheses: usize) -> Option<()> {
        loop {
            self.space()?;
            match self.byte(self.pos) {
                Some(b')') if parentheses > 0 => parentheses -= 1,
                Some(b';') => {}
                _ => return Some(()),
            }
            self.remove(1);
            self.repair.removes = true;
        }
    }

    /// Moves to the next token, and removes what JSON does not allow in front of it.
    pub(super) fn space(&mut self) -> Option<()> {
        loop {
            let rest = self.rest();
            let Some(c) = rest.chars().next() else {
                return Some(());
            };
            let comment = comment(rest)?;
            if comment > 0 {
                self.comment(comment);
            } else if matches!(c, ' ' | '\n' | '\r' | '\t') {
                self.pos += 1;
            } else if let Some((_, is_space)) = invisible(c) {
                let start = self.pos;
                self.pos += c.len_utf8();
                self.replace(start, if is_space { " " } else { "" });
            } else {
                return Some(());
            }
        }
    }

    /// Removes a comment with the space that belongs to it.
    fn comment(&mut self, len: usize) {
        let bytes = self.text.as_bytes();
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
        let is_break = |byte: Option<&u8>| matches!(byte, None | Some(b'\n' | b'\r'));
        let before = bytes.get(..self.pos).unwrap_or_default();
        let indent = before.iter().rev().take_while(is_blank).count();
        let mut start = self.pos;
        self.pos += len;
        let is_first = is_break(bytes.get(..start - indent).unwrap_or_default().last());
        let is_last = is_break(bytes.get(self.pos));
        if !is_first || is_last {
            start -= indent;
        } else {
            let after = bytes.get(self.pos..).unwrap_or_default();
            self.pos += after.iter().take_while(is_blank).count();
        }
        if is_first && is_last && start > 0 {
            // With its line.
            let is_windows = bytes
                .get(..start)
                .is_some_and(|text| text.ends_with(b"\r\n"));
            start -= if is_windows { 2 } else { 1 };
        }
        let start = start.max(self.last_end());
        self.edit(start, self.pos, "");
        self.repair.removes = true;
    }

    /// Where the next token begins.
    pub(super) fn after_space(&self, mut at: usize) -> Option<usize> {
        loop {
            let rest = self.text.get(at..)?;
            let Some(c) = rest.chars().next() else {
                return Some(at);
            };
            let comment = comment(rest)?;
            if comment > 0 {
                at += comment;
            } else if matches!(c, ' ' | '\n' | '\r' | '\t') || invisible(c).is_some() {
                at += c.len_utf8();
            } else {
                return Some(at);
            }
        }
    }
}

/// Without the space at the end that JSON allows.
pub(super) fn trim_end(text: &str) -> &str {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    let count = text.bytes().rev().take_while(is_space).count();
    text.get(..text.len() - count).unwrap_or_default()
}

/// The length of the comment at the start of a text, 0 if there is none. Fails if it does not end.
fn comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes {
        [b'#', ..] | [b'/', b'/', ..] => {
            let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
            Some(bytes.iter().position(is_break).unwrap_or(bytes.len()))
        }
        [b'/', b'*', inner @ ..] => Some(inner.windows(2).position(|pair| pair == b"*/")? + 4),
        _ => Some(0),
    }
}
