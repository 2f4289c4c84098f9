//! Decisions read from bytes: changing one byte changes one decision, which suits a fuzzer.

/// After the last byte, every decision is the first choice.
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl Bytes<'_> {
    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::from(self.byte()) % bound
    }

    pub(super) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// True once in this many byte values.
    pub(super) fn one_in(&mut self, number: u8) -> bool {
        self.byte() % number == 1
    }

    /// The remaining bytes as text.
    pub(super) fn rest(self) -> String {
        String::from_utf8_lossy(self.0).into_owned()
    }
}
