/** What differs between the document and its original. */
// @ts-check

import { effect } from '@preact/signals'
import { latestWins } from '../worker/engine.js'
import { reasonOf } from './reason.js'

/** @typedef {import('./session.js').Session} Session */
/** @typedef {{ original: string, text: string, value: unknown }} Compared the original, the text, and the datamart read from it */
/** @typedef {Compared & { diff?: import('../../../index.d.ts').DatamartDiff, failure?: string }} Comparison */

/**
 * Compares whenever a text has been checked, so that a check never waits for a comparison.
 *
 * @param {Session} session
 * @returns {() => void} ends it
 */
export function keepCompared(session) {
  const compare = latestWins(
    async (/** @type {Compared} */ { original, text }) => (original === text ? { changes: [], isBreaking: false } : session.engine.call('diffDatamarts', original, text)),
    (diff, compared) => isWanted(compared) && (session.comparison.value = { ...compared, diff }),
    (error, compared) => isWanted(compared) && (session.comparison.value = { ...compared, failure: reasonOf(error) }),
  )
  let isStopped = false
  const isWanted = (/** @type {Compared} */ { original }) => !isStopped && session.original.peek() === original
  const stop = effect(() => {
    const original = session.original.value
    const verdict = session.verdict.value
    const { text } = session
    if (original === undefined || session.isBlank.value) session.comparison.value = undefined
    // While the text cannot be read, the last comparison stays.
    else if (verdict?.text === text && !session.isBroken.value) compare({ original, text, value: session.value.peek() })
  })
  return () => {
    isStopped = true
    stop()
  }
}
