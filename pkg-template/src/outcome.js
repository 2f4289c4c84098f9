/** What goes into the calls and comes out of them, the same for all. */
// @ts-check

import { DatamartInvalidError } from './errors.js'

/** Only for tests of the package: an option with this key causes a trap. */
export const CRASH = Symbol.for('datamart-validator.crash')

export const NO_WORDS = new Uint32Array(0)
export const NO_BYTES = new Uint8Array(0)

/** @param {unknown} options */
export function assertOptions(options) {
  if (options != null && (typeof options !== 'object' || Array.isArray(options))) {
    throw new TypeError('datamart-validator: the options have to be an object')
  }
}

/** @param {unknown} sql */
export function assertSql(sql) {
  if (typeof sql !== 'string') throw new TypeError('datamart-validator: the SQL expression has to be a string')
}

/**
 * @param {object} outcome what a call gives back
 * @returns {object}
 */
export function resultOf(outcome) {
  if (outcome instanceof TypeError) throw outcome
  return outcome
}

/**
 * @param {object} outcome what a call that builds a request gives back
 * @returns {import('../index.d.ts').DatamartRequest}
 */
export function requestOf(outcome) {
  const result = /** @type {import('../index.d.ts').DatamartRequest | import('../index.d.ts').InvalidResult} */ (resultOf(outcome))
  if ('issues' in result) throw new DatamartInvalidError(result.issues)
  return result
}
