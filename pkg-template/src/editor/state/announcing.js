/** Says what the check has found, for people who cannot see the counter. */
// @ts-check

import { effect } from '@preact/signals'

/** A verdict is announced when it has stood for so long, in milliseconds: not at each key. */
const PAUSE = 1000

/** @param {import('./session.js').Session} session @returns {() => void} ends it */
export function announceVerdicts(session) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  let last = ''
  const stop = effect(() => {
    const t = session.t.value
    const { errors, warnings, todo } = session.counts.value
    const isKnown = session.verdict.value !== undefined && !session.isBlank.value
    clearTimeout(waiting)
    if (!isKnown) return
    const parts = [errors > 0 && t('count.errors', { count: errors }), warnings > 0 && t('count.warnings', { count: warnings }), todo > 0 && t('count.todo', { count: todo })].filter(Boolean)
    const words = parts.join(', ') || t('count.valid')
    waiting = setTimeout(() => {
      if (words !== last) session.announcement.value = words
      last = words
    }, PAUSE)
  })
  return () => {
    clearTimeout(waiting)
    stop()
  }
}
