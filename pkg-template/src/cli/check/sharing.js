/** Decides when threads save time. */
// @ts-check

/** After this many milliseconds the remaining time can be estimated. */
const TRIAL = 150
/**
 * Threads must start and compile the module, so they have to save more than this many milliseconds.
 */
const COST = 600
const MAX_THREADS = 8

/**
 * @param {number} processors
 * @returns {number} the largest number of threads, if none was requested
 */
export function threadsFor(processors) {
  return Math.min(processors, MAX_THREADS)
}

/**
 * @param {object} state
 * @param {number} state.done the number of files checked so far
 * @param {number} state.left the number of files left
 * @param {number} state.spent the time spent so far, in milliseconds
 * @param {number} state.threads the number of threads
 * @param {number} state.reading the time to read the options, in milliseconds, which each thread
 * spends again
 */
export function paysToShare({ done, left, spent, threads, reading }) {
  if (threads < 2 || done === 0 || spent <= TRIAL) return false
  const alone = (spent / done) * left
  return alone - alone / threads > COST + reading
}
