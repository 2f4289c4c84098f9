/** What follows each check, and may be loaded after the editor is shown. */
// @ts-check

import { announceVerdicts } from './announcing.js'
import { keepCompared } from './comparison.js'

/** @param {import('./session.js').Session} session @returns {() => void} ends it */
export function follow(session) {
  const stops = [keepCompared(session), announceVerdicts(session)]
  return () => {
    for (const stop of stops) stop()
  }
}
