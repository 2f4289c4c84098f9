//! What is between tokens: whitespace, and comments and other characters that JSON does not allow.

use super::{NodeId, Reader, Span, SyntaxErrorKind};
use crate::document::invisible;

/// The length of the invisible or space-like characters at the start of `text` that JSON does not
/// allow between tokens, including the spaces between them.
pub(super) fn foreign_space(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if invisible(c).is_some() {
            end = at + c.len_utf8();
        } else if end == 0 || !matches!(c, ' ' | '\t') {
            break;
        }
    }
    end
}

impl Reader<'_> {
    /// Moves to the next token.
    #[inline]
    pub(super) fn skip_space(&mut self, node: NodeId) {
        let is_token = |byte: u8| matches!(byte, b'!'..=b'.' | b'0'..=b'~');
        if !self.peek().is_some_and(is_token) {
            self.skip_space_and_errors(node);
        }
    }

    #[inline(never)]
    fn skip_space_and_errors(&mut self, node: NodeId) {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => {
                    let rest = self.bytes.get(self.pos..).unwrap_or_default();
                    let is_space = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
                    self.pos += rest.iter().take_while(is_space).count();
                }
                Some(b'/')
                    if matches!(self.text.as_bytes().get(self.pos + 1), Some(b'/' | b'*')) =>
                {
                    let start = self.pos;
                    let rest = self.text.get(start + 2..).unwrap_or_default();
                    let is_block = self.text.as_bytes().get(start + 1) == Some(&b'*');
                    let len = if is_block {
                        rest.as_bytes()
                            .windows(2)
                            .position(|pair| pair == b"*/")
                            .map(|at| at + 2)
                    } else {
                        rest.find('\n')
                    };
                    self.pos = start + 2 + len.unwrap_or(rest.len());
                    self.report(
                        node,
                        Span::from_bytes(start, self.pos),
                        SyntaxErrorKind::Comment,
                    );
                }
                Some(..b' ' | 0x7f..) => {
                    let len = foreign_space(self.text.get(self.pos..).unwrap_or_default());
                    if len == 0 {
                        return;
                    }
                    let start = self.pos;
                    self.pos += len;
                    self.report(
                        node,
                        Span::from_bytes(start, self.pos),
                        SyntaxErrorKind::ForeignSpace,
                    );
                }
                _ => return,
            }
        }
    }
}
