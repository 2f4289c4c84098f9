/** When threads pay. */
// @ts-check

/** After so long it is known how long the rest would take, in milliseconds. */
const TRIAL = 150
/** Threads have to start and to compile the module: they have to save more than that. */
const COST = 600
const MAX_THREADS = 8

/**
 * @param {number} processors
 * @returns {number} how many threads at most, where nobody has asked for a number
 */
export function threadsFor(processors) {
  return Math.min(processors, MAX_THREADS)
}

/**
 * @param {object} state
 * @param {number} state.done how many files are judged already
 * @param {number} state.left how many are not
 * @param {number} state.spent what those that are judged have taken, in milliseconds
 * @param {number} state.threads how many there would be
 * @param {number} state.reading what the options have cost, in milliseconds: each thread pays it again
 */
export function paysToShare({ done, left, spent, threads, reading }) {
  if (threads < 2 || done === 0 || spent <= TRIAL) return false
  const alone = (spent / done) * left
  return alone - alone / threads > COST + reading
}
