//! Whether names are all different, told without looking any of them up.

/// The bits of a sieve. Of fifty different names two share a bit in one table of fourteen.
const BITS: usize = 1 << 14;

/// A bit for each hash of a name that was seen. A name whose bit is set may have been seen; who wants to know has to compare, so
/// names that collide on purpose cost a comparison and nothing else.
#[derive(Debug)]
pub(crate) struct Sieve(Vec<u32>);

impl Sieve {
    pub(crate) fn new() -> Self {
        Self(vec![0; BITS / 32])
    }

    /// Forgets every name.
    pub(crate) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Adds a name. Whether it may have been there.
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
