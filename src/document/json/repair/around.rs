//! What stands around the values: space, comments, and code.

use super::Repairer;
use crate::document::invisible;
use crate::document::json::scalar::is_word;

impl Repairer<'_> {
    /// Skips what stands in front of the JSON: a code fence, an assignment.
    pub(super) fn lead_in(&mut self) -> Option<usize> {
        self.space()?;
        if self.rest().starts_with("```") {
            let line = self.rest().find('\n')? + 1;
            self.remove(line);
            self.repair.removes = true;
            let body = self.text.strip_suffix("```").unwrap_or(self.text);
            self.text = trim_end(body);
            self.space()?;
        }
        let rest = self.rest();
        let head = rest.get(..rest.find(['{', '['])?)?;
        if head.is_empty() {
            return Some(0);
        }
        let is_code = |c: char| is_word(c) || matches!(c, ' ' | '\n' | ':' | '=' | '(');
        let is_open = ["=", "(", "return", "default"]
            .iter()
            .any(|end| head.trim_end().ends_with(end));
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
        let mut before = self.text.get(..self.pos).unwrap_or_default();
        let unindented = before.trim_end_matches([' ', '\t']);
        self.pos += len;
        let is_first = unindented.is_empty() || unindented.ends_with('\n');
        let is_last = self.rest().is_empty() || self.rest().starts_with(['\r', '\n']);
        if !is_first || is_last {
            before = unindented;
        } else {
            let rest = self.rest();
            self.pos += rest.len() - rest.trim_start_matches([' ', '\t']).len();
        }
        if is_first && is_last {
            before = before.strip_suffix('\n').unwrap_or(before);
            before = before.strip_suffix('\r').unwrap_or(before);
        }
        let start = before.len().max(self.last_end());
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
    text.trim_end_matches([' ', '\n', '\r', '\t'])
}

/// The length of the comment at the start of a text, 0 if there is none. Fails if it does not end.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") || text.starts_with('#') {
        Some(text.find(['\n', '\r']).unwrap_or(text.len()))
    } else if let Some(inner) = text.strip_prefix("/*") {
        Some(inner.find("*/")? + 4)
    } else {
        Some(0)
    }
}
