//! Detects that a list of names has no repetition, without looking up any name.

/// The bits of a sieve. Among fifty different names, two share a bit in one table out of fourteen.
const BITS: usize = 1 << 14;

/// One bit for each hash seen. If the bit of a name is set, the name may have been seen, and the
/// caller has to compare. Names that collide on purpose therefore cost a comparison and nothing
/// else.
#[derive(Debug)]
pub(crate) struct Sieve(Vec<u32>);

impl Sieve {
    pub(crate) fn new() -> Self {
        Self(vec![0; BITS / 32])
    }

    pub(crate) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Adds a name. Returns whether it may have been added before.
    pub(crate) fn insert(&mut self, name: &str) -> bool {
        // FNV-1a.
        let mut hash: u32 = 0x811c_9dc5;
        for byte in name.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let bit = (hash ^ (hash >> 16)) as usize % BITS;
        let Some(bits) = self.0.get_mut(bit / 32) else {
            return true;
        };
        let mask = 1 << (bit % 32);
        let is_set = *bits & mask != 0;
        *bits |= mask;
        is_set
    }
}
