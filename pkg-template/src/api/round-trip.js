/** Replies of the API, and differences of datamarts. */
// @ts-check

import { changes, reply as replyPart } from '#module'
import { present, presentChanges, withPresentation } from './presentation.js'
import { read } from './outcome.js'
import { withEncoded } from '../boundary/encode.js'
import { call, DIFF_DATAMARTS, IMPORT_DATAMARTS, MERGE_UNSEEN, NOTHING, READ_REPLY } from '../boundary/functions.js'

/** @type {typeof import('../../index.d.ts').readReply} */
export function readReply(reply, datamart, options) {
  if (typeof reply !== 'object' || reply === null || typeof reply.status !== 'number') {
    throw new TypeError('datamart-validator: the reply must be an object with a `status` (a number), a `body` and, if there are any, `headers`')
  }
  const { status, body, headers } = reply
  const { given, presentation } = withPresentation(options)
  const facts = {
    status: Number.isInteger(status) && status >= 0 && status < 65_536 ? status : 0,
    retryAfter: header(headers, 'retry-after'),
    date: header(headers, 'date'),
    // The module has no clock.
    now: Math.floor(Date.now() / 1000),
  }
  const result = read(
    withEncoded(body ?? '', (value) =>
      withEncoded(facts, (facts) => encoded(datamart, (datamart) => encoded(given, (given) => call(replyPart, READ_REPLY, value, given, facts, datamart)))),
    ),
  )
  if (!result.ok) {
    result.error.status = status
    present(result.issues, presentation)
  }
  return result
}

/**
 * Encodes a value, or nothing.
 *
 * @param {unknown} value
 * @param {(encoded: { tape: Uint32Array, text: Uint8Array }) => import('../boundary/generated.d.ts').Outcome} use
 */
function encoded(value, use) {
  return value == null ? use(NOTHING) : withEncoded(value, use)
}

/**
 * A header from a `Headers`, or from an object with names in any case, whose values may be lists as
 * in Node.
 *
 * @param {unknown} headers
 * @param {string} name
 * @returns {string | undefined}
 */
function header(headers, name) {
  if (typeof headers !== 'object' || headers === null) return undefined
  const { get } = /** @type {{ get?: unknown }} */ (headers)
  const value = typeof get === 'function' ? get.call(headers, name) : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined
}

/** @type {typeof import('../../index.d.ts').diffDatamarts} */
export function diffDatamarts(before, after, options) {
  const { given, presentation } = withPresentation(options)
  const diff = read(
    withEncoded(before, (value) => withEncoded(after, (after) => encoded(given, (given) => call(changes, DIFF_DATAMARTS, value, given, after)))),
  )
  presentChanges(diff.changes, presentation)
  return diff
}

/** @type {typeof import('../../index.d.ts').importDatamarts} */
export function importDatamarts(listReply) {
  return read(withEncoded(listReply, (value) => call(changes, IMPORT_DATAMARTS, value)))
}

/** @type {typeof import('../../index.d.ts').mergeUnseen} */
export function mergeUnseen(imported, datamart) {
  return read(withEncoded(imported, (value) => withEncoded(datamart, (source) => call(changes, MERGE_UNSEEN, value, NOTHING, source))))
}
