/** Time limits, aborts and pauses. */
// @ts-check

/** Engines run longer timers at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Settles as the promise does, unless it takes longer.
 *
 * @template Value
 * @param {number} milliseconds
 * @param {Value | PromiseLike<Value>} promise
 * @param {Error} late the reason to reject with
 * @returns {Promise<Value>}
 */
export async function within(milliseconds, promise, late) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @type {Promise<never>} */
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(late), Math.min(milliseconds, LONGEST_TIMER))
  })
  try {
    return await Promise.race([promise, over])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Settles as the promise does, unless the signal is aborted before.
 *
 * @template Value
 * @param {Promise<Value>} promise
 * @param {AbortSignal | null | undefined} signal
 * @returns {Promise<Value>}
 */
export async function unlessAborted(promise, signal) {
  if (!signal) return promise
  /** @type {() => void} */
  let stop = () => {}
  /** @type {Promise<never>} */
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** @param {number} milliseconds @param {AbortSignal | null | undefined} signal */
export async function sleep(milliseconds, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const slept = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await unlessAborted(slept, signal).finally(() => clearTimeout(timer))
}
