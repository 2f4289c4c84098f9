/** What replies and errors say, whoever sent the request. */
// @ts-check

import { isObject } from '../document/value.js'
import { reasonOf } from './reason.js'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/**
 * @typedef {object} Failure
 * @property {'done' | 'not-done' | 'unknown'} outcome
 * @property {string} message
 * @property {readonly Issue[]} issues
 * @property {boolean} isRetryable
 * @property {number} [retryAfter] in seconds
 * @property {number} [status]
 * @property {string} [id] of a datamart that was written
 */

/**
 * The facts in an error of a client, in what `readReply` returns, in `{ issues }`, or in the result
 * of a client. Without a word about it, a failure has an unknown outcome.
 *
 * @param {unknown} reply
 * @returns {Failure}
 */
export function factsOf(reply) {
  const given = /** @type {any} */ (Object(reply))
  const { ok, id } = given
  const issues = (Array.isArray(given.issues) ? given.issues : []).filter((/** @type {any} */ issue) => Array.isArray(issue?.path))
  const { message = typeof reply === 'string' ? reply : '', isRetryable = false, retryAfter, status, outcome } = isObject(given.error) ? /** @type {any} */ (given.error) : given
  const isDone = ok ?? (typeof id === 'string' && issues.length === 0 && !(reply instanceof Error))
  return {
    outcome: isDone ? 'done' : (outcome ?? outcomeOf(status, issues)),
    message: reasonOf(String(message)),
    issues,
    isRetryable: Boolean(isRetryable),
    ...(typeof retryAfter === 'number' && { retryAfter }),
    ...(typeof status === 'number' && { status }),
    ...(typeof id === 'string' && { id }),
  }
}

/** @param {unknown} status @param {readonly Issue[]} issues */
function outcomeOf(status, issues) {
  if (typeof status === 'number') return status >= 400 && status < 500 ? 'not-done' : 'unknown'
  return issues.length > 0 ? 'not-done' : 'unknown'
}

/**
 * Where the value at a path is after an edit; undefined if the edit has changed it. Whatever is
 * unchanged has kept its identity, unless it has moved.
 *
 * @param {Issue['path']} path
 * @param {any} before
 * @param {any} after
 * @returns {(string | number)[] | undefined}
 */
export function stillAt(path, before, after) {
  const now = []
  for (const step of path) {
    let next = step
    if (typeof step === 'number' && Array.isArray(before) && Array.isArray(after) && before[step] !== after[step]) {
      const at = counterpart(before, after, step)
      if (at === undefined) return undefined
      next = at
    }
    before = before?.[step]
    after = after?.[next]
    now.push(next)
  }
  // What an issue without a place is about, nobody knows.
  return path.length === 0 || isSame(before, after) ? now : undefined
}

/** Where the item of a list is in a later one. @param {readonly unknown[]} before @param {readonly unknown[]} after @param {number} index */
function counterpart(before, after, index) {
  const item = before[index]
  const text = JSON.stringify(item)
  // Items that are where they were are not this one, even if they look the same.
  const moved = after.findIndex((other, at) => before[at] !== other && JSON.stringify(other) === text)
  if (moved >= 0) return moved
  // Edited where it is, or moved as well.
  if (before.length === after.length && isObject(after[index])) return index
  const name = isObject(item) ? item.name : undefined
  const named = after.findIndex((other) => isObject(other) && other.name === name)
  return name === undefined || named < 0 ? undefined : named
}

/** @param {unknown} one @param {unknown} other */
function isSame(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
