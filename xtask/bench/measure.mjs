// Times contenders in turn in one process, because conditions on a machine vary and must be shared.

/**
 * For one contender in one round: long enough for the clock, short enough for the same conditions.
 */
const BATCH_MS = 20
const WARM_UP_MS = 300

export const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Calls until the time is up; returns milliseconds per call. */
function timed({ name, run }, input, milliseconds) {
  const begun = performance.now()
  let calls = 0
  let now
  do {
    if (!run(input)) throw new Error(`${name} finds a right datamart wrong`)
    calls++
    now = performance.now()
  } while (now - begun < milliseconds)
  return (now - begun) / calls
}

/** The time per call in each round, for each contender. */
export function race(contenders, input, rounds) {
  for (const contender of contenders) timed(contender, input, WARM_UP_MS)
  const times = contenders.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      // Each round starts with another contender, and every second round runs backwards, so that no
      // contender always runs after the same one and pays for its garbage. Garbage collection is
      // not forced in between: a few of those make V8 discard the compiled code of the contenders
      // that are waiting.
      const index = (round + (round % 2 ? contenders.length - turn : turn)) % contenders.length
      times[index].push(timed(contenders[index], input, BATCH_MS))
    }
  }
  return times
}

export const summary = (contenders, times) =>
  contenders.map(({ name }, index) => ({ name, median: median(times[index]), min: Math.min(...times[index]) }))
