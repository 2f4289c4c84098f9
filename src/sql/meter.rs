//! Counts the work of reading, in tests only: bytes and tokens examined. A test that measures time
//! fails on a busy machine; one that counts steps proves that twice the text takes about twice the
//! work.

/// Records that so many bytes or tokens were examined.
#[cfg(not(test))]
#[inline]
pub(super) const fn step(_count: usize) {}

#[cfg(test)]
pub(super) use counted::step;

#[cfg(test)]
pub(super) mod counted {
    use std::cell::Cell;

    thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(in crate::sql) fn step(count: usize) {
        STEPS.set(STEPS.get() + count);
    }

    /// The number of steps that `work` takes.
    pub(in crate::sql) fn steps(work: impl FnOnce()) -> usize {
        STEPS.set(0);
        work();
        STEPS.get()
    }
}
